package main

import (
	_ "embed"
	"errors"
	"flag"
	"fmt"
	"iter"
	"os"
	"path/filepath"
	"runtime"
	"runtime/debug"
	"slices"
	"strings"

	"socsearch/index/generate"
	"socsearch/sources"
	"socsearch/sources/document"
)

// engine is a search engine that has indexed the passages.
type engine interface {
	// search answers a query with all that a page needs and returns the total.
	// It may be called from several goroutines.
	search(query string) (total int, err error)
	close() error
}

// collection is the passages that are indexed. The sequence may be run through
// again.
type collection struct {
	corpus   *sources.Corpus
	passages iter.Seq[*document.Passage]
	n        int
}

// candidate is an engine that can be asked for.
type candidate struct {
	name    string
	measure measurer
}

// measurer builds an engine in a folder, unless it is there, and takes its figures.
type measurer func(name, dir string, c collection, s settings) (measured, error)

// errSkipped is why an engine isn't measured on this machine.
type errSkipped struct{ reason string }

func (e errSkipped) Error() string { return e.reason }

// candidates in the order of the table. Files with build tags add to it.
var candidates = []candidate{
	{"socsearch", inProcess(buildOurs)},
	{"bleve as it comes", inProcess(buildBleve)},
	{"bluge", inProcess(buildBluge)},
	{"SQLite FTS5 (Go), any word", inProcess(sqliteBuilder("sqlite", " OR "))},
	{"SQLite FTS5 (Go), all words", inProcess(sqliteBuilder("sqlite", " AND "))},
	{"tantivy, any word", tantivyMeasurer("any")},
	{"tantivy, all words", tantivyMeasurer("all")},
}

//go:embed queries.txt
var queryList string

func queries() []string { return strings.Split(strings.TrimSpace(queryList), "\n") }

func main() {
	n := flag.Int("n", 0, "passages to make; 0: the real documents")
	only := flag.String("engines", "", "parts of the names of engines, with commas; all if empty")
	dir := flag.String("dir", "", "folder for the indexes, kept and used again; a temporary one if empty")
	s := settings{}
	flag.IntVar(&s.rounds, "rounds", 5, "rounds, of which the medians are printed")
	flag.DurationVar(&s.time, "time", defaultTime, "how long a round takes queries in parallel, and again one by one")
	flag.Parse()
	if err := run(*n, *only, *dir, s); err != nil {
		fmt.Fprintln(os.Stderr, "benchmark:", err)
		os.Exit(1)
	}
}

func run(n int, only, dir string, s settings) error {
	const gcPercent, memoryLimit = 400, 400 << 20 // what the server runs with
	debug.SetGCPercent(gcPercent)
	debug.SetMemoryLimit(memoryLimit)
	c, err := newCollection(n)
	if err != nil {
		return err
	}
	if dir == "" {
		if dir, err = os.MkdirTemp("", "socsearch-benchmark-"); err != nil {
			return err
		}
		defer os.RemoveAll(dir)
	}
	var table []measured
	for i, candidate := range candidates {
		if !chosen(candidate.name, only) {
			continue
		}
		m, err := candidate.measure(candidate.name, filepath.Join(dir, fmt.Sprint("engine-", i)), c, s)
		if skipped := (errSkipped{}); errors.As(err, &skipped) {
			fmt.Fprintf(os.Stderr, "%s is left out: %s\n", candidate.name, skipped.reason)
			continue
		}
		if err != nil {
			return fmt.Errorf("%s: %w", candidate.name, err)
		}
		table = append(table, m)
		runtime.GC()
	}
	printTable(c, table)
	return nil
}

func newCollection(n int) (collection, error) {
	corpus, err := sources.Load(sources.Embedded())
	if err != nil {
		return collection{}, err
	}
	if n > 0 {
		return collection{corpus, generate.Passages(corpus.Passages, n), n}, nil
	}
	passages := func(yield func(*document.Passage) bool) {
		for i := range corpus.Passages {
			if !yield(&corpus.Passages[i]) {
				return
			}
		}
	}
	return collection{corpus, passages, len(corpus.Passages)}, nil
}

func chosen(name, only string) bool {
	return only == "" || slices.ContainsFunc(strings.Split(only, ","), func(part string) bool { return strings.Contains(name, part) })
}
