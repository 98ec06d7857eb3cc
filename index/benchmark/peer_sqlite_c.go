//go:build sqlite_fts5 && cgo

package main

import _ "github.com/mattn/go-sqlite3" // SQLite in C

func init() {
	candidates = append(candidates,
		candidate{"SQLite FTS5 (C), any word", inProcess(sqliteBuilder("sqlite3", " OR "))},
		candidate{"SQLite FTS5 (C), all words", inProcess(sqliteBuilder("sqlite3", " AND "))})
}
