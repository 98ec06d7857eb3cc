package index

import (
	"sync"

	"socsearch/sources/document"
	"socsearch/sources/resolve"
)

// maxResolved is how many passages references are resolved among: the resolver
// holds them all in memory.
const maxResolved = 50_000

// lazyResolver is made when it is first asked.
type lazyResolver struct {
	once     sync.Once
	resolver *resolve.Resolver
	err      error
}

// Resolve finds the passages that a reference names, as a person would write it.
// The errors are those of package resolve.
func (x *Index) Resolve(ref string) (*resolve.Reference, error) {
	x.resolver.once.Do(func() { x.resolver.resolver, x.resolver.err = x.newResolver() })
	if x.resolver.err != nil {
		return nil, x.resolver.err
	}
	return x.resolver.resolver.Resolve(ref)
}

func (x *Index) newResolver() (*resolve.Resolver, error) {
	var manifests []*document.Manifest
	for i := range x.Documents {
		manifests = append(manifests, &x.Documents[i].Manifest)
	}
	var passages []document.Passage
	for _, number := range x.inOrder[:min(len(x.inOrder), maxResolved)] {
		e, err := x.passage(number)
		if err != nil {
			return nil, err
		}
		passages = append(passages, *e.passage)
	}
	return resolve.New(manifests, passages), nil
}
