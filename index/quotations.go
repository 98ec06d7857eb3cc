package index

import (
	"fmt"
	"sync"

	"socsearch/index/draft"
	"socsearch/index/quotation"
	"socsearch/sources/document"
)

// maxQuoted is how many passages drafts are checked against: their words are held
// in memory, some 3 KB a passage.
const maxQuoted = 50_000

// lazyChecker is made when it is first asked.
type lazyChecker struct {
	once    sync.Once
	checker *draft.Checker
	err     error
}

// Checker returns what checks drafts against the documents of the index.
func (x *Index) Checker() (*draft.Checker, error) {
	c := &x.checker
	c.once.Do(func() { c.checker, c.err = x.newChecker() })
	return c.checker, c.err
}

func (x *Index) newChecker() (*draft.Checker, error) {
	c := &draft.Checker{Resolve: x.Resolve, Index: x.Manifest.Fingerprint()}
	var all []*document.Passage
	for i := range x.Documents {
		d := &x.Documents[i]
		if len(all)+d.Passages > maxQuoted {
			return nil, fmt.Errorf("drafts can be checked against %d passages at most: index fewer documents", maxQuoted)
		}
		c.Manifests = append(c.Manifests, &d.Manifest)
		passages, err := x.Passages(d.Slug, 0, d.Passages)
		if err != nil {
			return nil, err
		}
		all = append(all, passages...)
	}
	c.Corpus = quotation.New(all)
	return c, nil
}
