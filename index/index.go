package index

import (
	"context"
	"path/filepath"
	"sync"
	"time"

	lru "github.com/hashicorp/golang-lru/v2"

	"socsearch/index/library"
	"socsearch/index/local"
	"socsearch/index/meaning"
	"socsearch/index/plan"
	"socsearch/index/snippet"
	"socsearch/index/words"
	"socsearch/sources/resolve"
)

// cachedPassages is how many passages are kept decoded: all of a few papers, a
// few MB.
const cachedPassages = 4096

// Index is an open index. Its methods may be called from many goroutines.
type Index struct {
	Manifest local.Manifest
	// OnSearch is called after each search with the time that it took; nil for
	// nothing. It must be set before the first search.
	OnSearch func(took time.Duration)
	// Encoder reads questions, so that passages near in meaning are found; nil for
	// words alone. It must be set before the first search. An index that has no
	// vectors doesn't use it.
	Encoder *meaning.Encoder

	*library.Catalogue
	local      *local.Index
	collection *plan.Collection
	admission  admission
	decoded    *lru.Cache[uint32, *snippet.Entry]
	resolver   library.Resolver
	phrases    func() []printedPhrase // collected when they are first asked for
	checker    lazyChecker
	openings   sync.Map // slug: func() map[string]string
}

// Open opens the index in a folder after checking it. corpus is the hash that an
// index of the embedded documents must have; one that was built from a folder
// of documents is taken as it is.
func Open(dir, corpus string) (*Index, error) {
	go words.Thesaurus() // beside what follows
	opened, err := local.Open(dir, corpus)
	if err != nil {
		return nil, err
	}
	x := &Index{Manifest: opened.Manifest, Catalogue: opened.Catalogue, local: opened}
	if x.decoded, err = lru.New[uint32, *snippet.Entry](cachedPassages); err != nil {
		return nil, err
	}
	theWords := sync.OnceValue(func() *words.Lexicon {
		var slips []string
		for _, d := range x.Documents {
			slips = append(slips, d.Slips...)
		}
		return words.NewLexicon(x.Definitions, x.Organisations, opened.Terms(), slips)
	})
	x.collection = plan.NewCollection(opened.Terms, theWords, opened.Lists.Count)
	x.admission = newAdmission(len(opened.Order))
	x.phrases = sync.OnceValue(func() []printedPhrase {
		if x.Manifest.Passages > phrasesPassages {
			return nil // a collection of so many would have to be read whole
		}
		passages, err := x.Passages("", 0, phrasesPassages)
		if err != nil {
			return nil
		}
		return phrasesOf(passages)
	})
	x.resolver = library.NewResolver(x.Documents, opened.Names)
	return x, nil
}

// Generation names the folder of the index below that given to [Open].
func (x *Index) Generation() string { return filepath.Base(x.local.Path) }

// Verified reports whether all hashes were checked when the index was opened.
func (x *Index) Verified() bool { return x.local.Verified }

// Verify checks the hashes of all files: a second for each GB or two. An error
// that isn't the context's means that the index must not be used any more.
func (x *Index) Verify(ctx context.Context) error { return x.local.Verify(ctx) }

// Close lets go of the index; no search may be under way.
func (x *Index) Close() error { return x.local.Close() }

// passage returns the passage with a document number.
func (x *Index) passage(number uint32) (*snippet.Entry, error) {
	if e, ok := x.decoded.Get(number); ok {
		return e, nil
	}
	p, err := x.local.Passage(number)
	if err != nil {
		return nil, err
	}
	e := &snippet.Entry{Passage: p}
	x.decoded.Add(number, e)
	return e, nil
}

// Resolve finds the passages that a reference names, as a person would write it.
// The errors are those of package resolve.
func (x *Index) Resolve(ref string) (*resolve.Reference, error) {
	r, err := x.resolver()
	if err != nil {
		return nil, err
	}
	return r.Resolve(ref)
}
