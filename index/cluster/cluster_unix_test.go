//go:build unix

package cluster

import (
	"iter"
	"testing"

	"socsearch/index/cluster/clustertest"
	"socsearch/index/engine/enginetest"
	"socsearch/index/library"
	"socsearch/sources"
	"socsearch/sources/document"
)

// all yields the passages of a corpus.
func all(c *sources.Corpus) iter.Seq[*document.Passage] {
	return func(yield func(*document.Passage) bool) {
		for i := range c.Passages {
			if !yield(&c.Passages[i]) {
				return
			}
		}
	}
}

// built returns the documents, and an index of them in a cluster.
func built(t *testing.T, config Config) (*sources.Corpus, *Index) {
	t.Helper()
	c, err := sources.Load(sources.Embedded())
	must(t, err)
	must(t, Build(t.Context(), config, c, all(c), library.OriginEmbedded, nil))
	x, err := Open(t.Context(), config, c.Hash)
	must(t, err)
	t.Cleanup(func() { x.Close() })
	return c, x
}

// TestOneNode runs what every engine must pass on one node: once as it is, and once
// with so few candidates that the cluster has to count.
func TestOneNode(t *testing.T) {
	c, x := built(t, Config{URLs: clustertest.Start(t, 1).URLs(), Alias: "test"})
	t.Run("candidates", func(t *testing.T) { enginetest.Run(t, c, enginetest.Engine{Engine: x, Vocabulary: x.Terms()}) })
	const few = 100 // many more than are taken of those that have some of the words
	x.most = few
	t.Run("counts", func(t *testing.T) {
		enginetest.Run(t, c, enginetest.Engine{Engine: x, Vocabulary: x.Terms(), Approximate: true})
	})
}
