package main

import (
	"database/sql"
	"os"
	"path/filepath"
	"strings"

	_ "modernc.org/sqlite" // SQLite translated to Go
)

type sqliteEngine struct {
	db                 *sql.DB
	top, total, facets *sql.Stmt
	operator           string
}

// sqliteBuilder builds with a driver, and joins the words of queries by an
// operator of FTS5.
func sqliteBuilder(driver, operator string) func(string, collection) (engine, error) {
	return func(dir string, c collection) (engine, error) {
		_, statErr := os.Stat(dir)
		if err := os.MkdirAll(dir, 0o755); err != nil {
			return nil, err
		}
		db, err := sql.Open(driver, filepath.Join(dir, "passages.db"))
		if err != nil {
			return nil, err
		}
		e := &sqliteEngine{db: db, operator: operator}
		if statErr != nil {
			if err := e.write(c); err != nil {
				return nil, err
			}
		}
		return e, e.prepare()
	}
}

func (e *sqliteEngine) write(c collection) error {
	for _, statement := range []string{
		`PRAGMA journal_mode = OFF`,
		`CREATE VIRTUAL TABLE passages USING fts5(text, tokenize = 'porter unicode61')`,
		`CREATE TABLE facets (passage INTEGER, facet TEXT, value TEXT, PRIMARY KEY (passage, facet, value)) WITHOUT ROWID`,
	} {
		if _, err := e.db.Exec(statement); err != nil {
			return err
		}
	}
	tx, err := e.db.Begin()
	if err != nil {
		return err
	}
	defer tx.Rollback()
	insert, err := tx.Prepare(`INSERT INTO passages (rowid, text) VALUES (?, ?)`)
	if err != nil {
		return err
	}
	insertFacet, err := tx.Prepare(`INSERT OR IGNORE INTO facets VALUES (?, ?, ?)`)
	if err != nil {
		return err
	}
	i := 0
	for p := range c.passages {
		i++
		f := flatten(p)
		if _, err := insert.Exec(i, f.Text); err != nil {
			return err
		}
		for name, values := range map[string][]string{"organisation": f.Organisation, "objective": {f.Objective}, "threat": f.Threat, "kind": {f.Kind}} {
			for _, v := range values {
				if v == "" {
					continue
				}
				if _, err := insertFacet.Exec(i, name, v); err != nil {
					return err
				}
			}
		}
	}
	if err := tx.Commit(); err != nil {
		return err
	}
	_, err = e.db.Exec(`INSERT INTO passages (passages) VALUES ('optimize')`)
	return err
}

func (e *sqliteEngine) prepare() (err error) {
	for statement, text := range map[**sql.Stmt]string{
		&e.top:    `SELECT rowid, bm25(passages), snippet(passages, 0, '<mark>', '</mark>', '…', 40) FROM passages WHERE passages MATCH ? ORDER BY rank LIMIT 10`,
		&e.total:  `SELECT count(*) FROM passages WHERE passages MATCH ?`,
		&e.facets: `SELECT facet, value, count(*) FROM facets WHERE passage IN (SELECT rowid FROM passages WHERE passages MATCH ?) GROUP BY facet, value`,
	} {
		if *statement, err = e.db.Prepare(text); err != nil {
			return err
		}
	}
	return nil
}

func (e *sqliteEngine) search(q string) (total int, err error) {
	match := e.match(q)
	if err := scan(e.top, match, new(int64), new(float64), new(string)); err != nil {
		return 0, err
	}
	if err := scan(e.facets, match, new(string), new(string), new(int64)); err != nil {
		return 0, err
	}
	return total, scan(e.total, match, &total)
}

// scan runs a query and reads all rows.
func scan(s *sql.Stmt, match string, into ...any) error {
	rows, err := s.Query(match)
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		if err := rows.Scan(into...); err != nil {
			return err
		}
	}
	return rows.Err()
}

// match writes a query for FTS5, without the words that bleve and we leave out.
func (e *sqliteEngine) match(q string) string {
	if _, ok := quoted(q); ok {
		return q
	}
	var words []string
	for _, w := range strings.Fields(q) {
		switch w {
		case "what", "does", "the", "do", "about", "and", "in":
		default:
			words = append(words, `"`+w+`"`)
		}
	}
	return strings.Join(words, e.operator)
}

func (e *sqliteEngine) close() error { return e.db.Close() }
