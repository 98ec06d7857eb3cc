package local

import (
	"context"
	"flag"
	"os"
	"path/filepath"
	"sync"
	"testing"

	"socsearch/index/plan"
	"socsearch/index/schema"
	"socsearch/sources"
)

var update = flag.Bool("update", false, "rewrite golden files")

var corpus = sync.OnceValues(func() (*sources.Corpus, error) { return sources.Load(sources.Embedded()) })

// buildTestIndex builds the index of the documents, without vectors, in a temporary
// folder.
func buildTestIndex(t testing.TB) (dir, hash string) {
	t.Helper()
	c, err := corpus()
	must(t, err)
	dir = filepath.Join(t.TempDir(), "index")
	must(t, Build(context.Background(), dir, c, OriginEmbedded))
	return dir, c.Hash
}

func openTestIndex(t testing.TB) *Index {
	t.Helper()
	x, err := Open(buildTestIndex(t))
	must(t, err)
	t.Cleanup(func() { x.Close() })
	return x
}

// checkAnswers opens an index and looks for a phrase and a paragraph that everybody
// knows.
func checkAnswers(t *testing.T, dir, hash string) {
	t.Helper()
	x, err := Open(dir, hash)
	if err != nil {
		t.Fatalf("the index is lost: %v", err)
	}
	defer x.Close()
	phrase := plan.Leaf{Alternatives: []plan.Alternative{{Terms: []string{"county", "lines"}, Exact: true, Weight: 1}}}
	n, err := x.Count(t.Context(), []plan.Occurrence{{Fields: schema.Searched, Leaf: phrase}})
	if err != nil || n[0] == 0 {
		t.Errorf("\"county lines\" stands in %v passages, %v", n, err)
	}
	place, ok, err := x.Place(t.Context(), "strategy/9")
	if err != nil || !ok {
		t.Fatalf("paragraph 9: %v, %v", ok, err)
	}
	if p, err := x.Passages(t.Context(), []int{place}); err != nil || p[0].ID != "strategy/9" {
		t.Errorf("paragraph 9 is %v, %v", p, err)
	}
}

func must(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func changeByte(t *testing.T, path string) {
	t.Helper()
	data, err := os.ReadFile(path)
	must(t, err)
	data[len(data)/2] ^= 1
	must(t, os.WriteFile(path, data, 0o644))
}
