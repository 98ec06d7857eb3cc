package index

import (
	"sync"

	"socsearch/index/library"
	"socsearch/sources/document"
)

// openingsPassages is how many passages a document may have for their openings to be
// told apart: those of a longer one would take a second and more.
const openingsPassages = 2_000

// Opening is the first words of a passage, as many as lead to it in its document; ""
// where none do, or the document is very long.
func (x *Index) Opening(p *document.Passage) string {
	collect, _ := x.openings.LoadOrStore(p.Document, sync.OnceValue(func() map[string]string {
		passages, err := x.Passages(p.Document, 0, openingsPassages+1)
		if err != nil || len(passages) > openingsPassages {
			return nil
		}
		return library.Openings(passages)
	}))
	return collect.(func() map[string]string)()[p.ID]
}
