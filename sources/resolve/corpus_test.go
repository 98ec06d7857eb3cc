package resolve

import (
	"sync"
	"testing"

	"socsearch/sources"
	"socsearch/sources/document"
)

var corpus = sync.OnceValues(func() (*sources.Corpus, error) { return sources.Load(sources.Embedded()) })

func load(t testing.TB) (*Resolver, *sources.Corpus) {
	t.Helper()
	c, err := corpus()
	if err != nil {
		t.Fatal(err)
	}
	return New(manifests(c), c.Passages), c
}

func manifests(c *sources.Corpus) []*document.Manifest {
	var list []*document.Manifest
	for _, d := range c.Documents {
		list = append(list, d.Manifest)
	}
	return list
}
