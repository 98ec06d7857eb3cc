package cluster

import (
	"os"
	"testing"

	"socsearch/index/engine/enginetest"
	"socsearch/index/library"
	"socsearch/sources"
	"socsearch/sources/document"
)

// TestTry runs the suite against a node that is up.
func TestTry(t *testing.T) {
	address := os.Getenv("TRY_URL")
	if address == "" {
		t.Skip("no node")
	}
	c, err := sources.Load(sources.Embedded())
	if err != nil {
		t.Fatal(err)
	}
	config := Config{URLs: []string{address}, Alias: "try"}
	err = Build(t.Context(), config, c, func(yield func(*document.Passage) bool) {
		for i := range c.Passages {
			if !yield(&c.Passages[i]) {
				return
			}
		}
	}, library.OriginEmbedded)
	if err != nil {
		t.Fatal(err)
	}
	x, err := Open(t.Context(), config, c.Hash)
	if err != nil {
		t.Fatal(err)
	}
	defer x.Close()
	t.Run("few", func(t *testing.T) { enginetest.Run(t, c, enginetest.Engine{Engine: x, Vocabulary: x.Terms()}) })
	x.most = 5
	t.Run("many", func(t *testing.T) {
		enginetest.Run(t, c, enginetest.Engine{Engine: x, Vocabulary: x.Terms(), Approximate: true})
	})
}
