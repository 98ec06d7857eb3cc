package index

import (
	"context"
	"fmt"
	"path/filepath"
	"sync"
	"testing"

	"socsearch/index/query"
	"socsearch/sources"
)

var corpus = sync.OnceValues(func() (*sources.Corpus, error) { return sources.Load(sources.Embedded()) })

// openTestIndex builds the index of the documents in a temporary folder.
func openTestIndex(t testing.TB) *Index {
	t.Helper()
	c, err := corpus()
	if err != nil {
		t.Fatal(err)
	}
	dir := filepath.Join(t.TempDir(), "index")
	if err := Build(context.Background(), dir, c, OriginEmbedded); err != nil {
		t.Fatal(err)
	}
	x, err := Open(dir, c.Hash)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { x.Close() })
	return x
}

func TestTry(t *testing.T) {
	x := openTestIndex(t)
	for _, q := range []string{"county lines", "UWOs", "who runs Action Fraud", `"whole-system approach"`, "anticorruption", "£3.6 million", "traffick*", "para:79", "NCA -drugs"} {
		r, err := x.Search(context.Background(), Request{Query: query.Parse(q), Page: 1, PerPage: 5})
		if err != nil {
			t.Fatal(err)
		}
		fmt.Println("==", q, r.Total)
		for _, h := range r.Hits {
			fmt.Printf("%s %.2f %s\n", h.Passage.ID, h.Score, h.Snippet.HTML)
		}
	}
}
