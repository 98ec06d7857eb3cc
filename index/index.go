package index

import (
	"context"
	"sync"
	"time"

	"socsearch/index/engine"
	"socsearch/index/library"
	"socsearch/index/local"
	"socsearch/index/lru"
	"socsearch/index/meaning"
	"socsearch/index/plan"
	"socsearch/index/snippet"
	"socsearch/index/words"
	"socsearch/sources/resolve"
)

// decodedMemory is how many bytes of passages are kept decoded: all of a few papers'.
const decodedMemory = 32 << 20

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
	engine     engine.Engine
	stored     stored
	hasVectors bool
	collection *plan.Collection
	decoded    *lru.Cache[int, *snippet.Entry] // by place
	summaries  once[[]OrganisationSummary]
	overview   once[*engine.Found] // of everything
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
	return newIndex(opened.Manifest, opened.Catalogue, opened, opened, opened.Terms, opened.Names, opened.Vectors != nil)
}

// stored is where an engine keeps an index.
type stored interface {
	// Generation names this build of the index.
	Generation() string
	// Verified reports whether all of it was checked when it was opened.
	Verified() bool
	// Verify checks all of it.
	Verify(ctx context.Context) error
}

// newIndex returns an index over an engine that has it open.
func newIndex(m local.Manifest, c *library.Catalogue, e engine.Engine, at stored, terms func() *words.Vocabulary, names []byte, vectors bool) (*Index, error) {
	x := &Index{Manifest: m, Catalogue: c, engine: e, stored: at, hasVectors: vectors}
	x.decoded = lru.New(decodedMemory, func(_ int, e *snippet.Entry) int { return e.Bytes() })
	theWords := sync.OnceValue(func() *words.Lexicon {
		var slips []string
		for _, d := range x.Documents {
			slips = append(slips, d.Slips...)
		}
		return words.NewLexicon(x.Definitions, x.Organisations, terms(), slips)
	})
	x.collection = plan.NewCollection(terms, theWords, e.Count)
	x.phrases = sync.OnceValue(func() []printedPhrase {
		if x.Manifest.Passages > phrasesPassages {
			return nil // a large collection would have to be read whole
		}
		passages, err := x.Passages("", 0, phrasesPassages)
		if err != nil {
			return nil
		}
		return phrasesOf(passages)
	})
	x.resolver = library.NewResolver(x.Documents, names)
	return x, nil
}

// Generation names the build of the index: of a local one its folder below that
// given to [Open].
func (x *Index) Generation() string { return x.stored.Generation() }

// Verified reports whether all hashes were checked when the index was opened.
func (x *Index) Verified() bool { return x.stored.Verified() }

// Verify checks the hashes of all files: a second for each GB or two. An error
// that isn't the context's means that the index must not be used any more.
func (x *Index) Verify(ctx context.Context) error { return x.stored.Verify(ctx) }

// Nodes counts the nodes of the cluster that the index is in, and of them those that
// failed lately; 0 for a local one.
func (x *Index) Nodes() (nodes, resting int) {
	if c, ok := x.engine.(interface{ Nodes() (nodes, resting int) }); ok {
		return c.Nodes()
	}
	return 0, 0
}

// Close lets go of the index; no search may be under way.
func (x *Index) Close() error { return x.engine.Close() }

// once keeps a value once it could be had.
type once[T any] struct {
	mu    sync.Mutex
	has   bool
	value T
}

func (o *once[T]) get(make func() (T, error)) (T, error) {
	o.mu.Lock()
	defer o.mu.Unlock()
	if o.has {
		return o.value, nil
	}
	v, err := make()
	o.value, o.has = v, err == nil
	return v, err
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
