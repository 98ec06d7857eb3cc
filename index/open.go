package index

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"runtime/debug"
	"slices"
	"strings"
	"time"

	"github.com/blevesearch/bleve/v2"
	bleveindex "github.com/blevesearch/bleve_index_api"
	lru "github.com/hashicorp/golang-lru/v2"

	"socsearch/index/meaning"
	"socsearch/sources/document"
)

// boltTimeout bounds the wait for a store that another process holds open.
const boltTimeout = "2s"

// cachedPassages is how many passages are kept decoded: all of a few papers, a
// few MB.
const cachedPassages = 4096

// Index is an open index. Its methods may be called from many goroutines.
type Index struct {
	Manifest Manifest
	// OnSearch is called after each search with the time that it took; nil for
	// nothing. It must be set before the first search.
	OnSearch func(took time.Duration)
	// Encoder reads questions, so that passages near in meaning are found; nil for
	// words alone. It must be set before the first search. An index that has no
	// vectors doesn't use it.
	Encoder *meaning.Encoder

	*catalogue
	path     string // of the generation
	verified bool

	store      *store
	order      []uint32 // place in reading order, by document number
	inOrder    []uint32 // document number, by place in reading order
	facets     map[string]*facetSets
	vectors    *meaning.Vectors // nil: it was built without
	admission  admission
	collection *collection
	lists      *lists
	decoded    *lru.Cache[uint32, *entry]

	// What only some searches need is read when it is first asked for, or soon
	// after opening, whichever is first.
	terms    func() *vocabulary
	words    func() *lexicon
	phrases  func() []printedPhrase
	resolver lazyResolver
	checker  lazyChecker
}

// hashedAtOnce is the size up to which the hashes of an index are checked
// before it is used: some hundred milliseconds. Of a larger one only what is
// decoded at once is, the files beside the store; the store is checked by its
// sizes, and by its hashes while it serves: see [Index.Verify].
const hashedAtOnce = 64 << 20

// Open opens the index in a folder after checking it. corpus is the hash that an
// index of the embedded documents must have; one that was built from a folder
// of documents is taken as it is.
func Open(dir, corpus string) (*Index, error) {
	const tries = 3 // an indexer may replace the generation while it is being opened
	for n := 1; ; n++ {
		path, m, err := readCurrent(dir)
		if err != nil {
			return nil, err
		}
		x, err := openChecked(path, m, corpus, hashedAtOnce)
		replaced := currentGeneration(dir) != filepath.Base(path)
		if err == nil || n == tries || !replaced {
			return x, err
		}
	}
}

// openChecked opens a generation. atOnce is the size in bytes up to which all of
// its hashes are checked first.
func openChecked(path string, m Manifest, corpus string, atOnce int64) (*Index, error) {
	if m.Origin == OriginEmbedded && m.Corpus != corpus {
		return nil, fmt.Errorf("it holds other documents than this program")
	}
	if err := verifySizes(path, m); err != nil {
		return nil, err
	}
	hashed := m.Size() <= atOnce
	checked := m
	if !hashed {
		checked.Files = slices.DeleteFunc(slices.Clone(m.Files), func(f File) bool { return strings.HasPrefix(f.Name, storeName+"/") })
	}
	if err := verifyHashes(context.Background(), path, checked); err != nil {
		return nil, err
	}
	x, err := openGeneration(path, m)
	if err != nil {
		return nil, err
	}
	if err := x.compare(); err != nil {
		return nil, errors.Join(err, x.Close())
	}
	x.path, x.verified = path, hashed
	return x, nil
}

// Generation names the folder of the index below that given to [Open].
func (x *Index) Generation() string { return filepath.Base(x.path) }

// Verified tells whether all hashes were checked when the index was opened.
func (x *Index) Verified() bool { return x.verified }

// Verify checks the hashes of all files: a second for each GB or two. An error
// that isn't the context's means that the index must not be used any more.
func (x *Index) Verify(ctx context.Context) error { return verifyHashes(ctx, x.path, x.Manifest) }

func openGeneration(path string, m Manifest) (x *Index, err error) {
	defer recoverFault(&err)()
	go theThesaurus() // beside what follows
	x = &Index{Manifest: m, catalogue: new(catalogue)}
	data, err := os.ReadFile(filepath.Join(path, catalogueName))
	if err != nil {
		return nil, err
	}
	if err := json.Unmarshal(data, x.catalogue); err != nil {
		return nil, fmt.Errorf("%s: %w", catalogueName, err)
	}
	x.catalogue.prepare()
	if err := x.readOrder(filepath.Join(path, orderName)); err != nil {
		return nil, err
	}
	if err := x.readFacets(filepath.Join(path, facetsName)); err != nil {
		return nil, err
	}
	if err := x.readVectors(path); err != nil {
		return nil, err
	}
	if x.decoded, err = lru.New[uint32, *entry](cachedPassages); err != nil {
		return nil, err
	}
	x.admission = newAdmission(len(x.order))
	if err := x.readLater(path); err != nil {
		return nil, err
	}
	if x.store, err = openStore(filepath.Join(path, storeName)); err != nil {
		return nil, err
	}
	x.lists = newLists(&postings{x.store, len(x.order), x.Lengths, x.terms}, x.terms)
	x.collection = newCollection(x.terms, x.words, x.lists.count)
	return x, nil
}

// compared is how many documents of a store are looked up when it is opened, evenly
// spread: all of a few papers.
const compared = 1_000

// compare checks that the store and the files beside it are of one build: as many
// documents, each with the id that its number has there.
func (x *Index) compare() (err error) {
	defer recoverFault(&err)()
	count, err := x.store.reader.DocCount()
	if err != nil {
		return err
	}
	if n := uint64(len(x.order)); count != n || n != uint64(x.Manifest.Passages) {
		return fmt.Errorf("its store has %d passages, %s %d, the manifest %d", count, orderName, n, x.Manifest.Passages)
	}
	step := max(1, len(x.order)/compared)
	for number := 0; number < len(x.order); number += step {
		want := externalID(int(x.order[number]))
		id, err := x.store.reader.InternalID(want)
		if err != nil {
			return err
		}
		if got := id.Value(); got != uint64(number) {
			return fmt.Errorf("passage %s has the number %d in its store and %d in %s", want, got, number, orderName)
		}
	}
	return nil
}

// recoverFault makes an error of a panic: the libraries below read files that
// are mapped into memory, and trust them. It is deferred in two steps, since
// faults must become panics before they happen: defer recoverFault(&err)().
func recoverFault(err *error) func() {
	before := debug.SetPanicOnFault(true)
	return func() {
		debug.SetPanicOnFault(before)
		if p := recover(); p != nil {
			*err = fmt.Errorf("its files can't be read: %v", p)
		}
	}
}

// Close lets go of the index; no search may be under way.
func (x *Index) Close() error { return x.store.close() }

// store is a bleve index that is open for reading, with a reader that sees it
// as it is for good.
type store struct {
	index  bleve.Index
	reader bleveindex.IndexReader
}

func openStore(path string) (*store, error) {
	x, err := bleve.OpenUsing(path, map[string]any{"read_only": true, "bolt_timeout": boltTimeout})
	if err != nil {
		return nil, err
	}
	advanced, err := x.Advanced()
	if err != nil {
		return nil, errors.Join(err, x.Close())
	}
	reader, err := advanced.Reader()
	if err != nil {
		return nil, errors.Join(err, x.Close())
	}
	return &store{x, reader}, nil
}

func (s *store) close() error { return errors.Join(s.reader.Close(), s.index.Close()) }

// documents returns the numbers of the documents that have a term in a field,
// in ascending order.
func (s *store) documents(ctx context.Context, field, term string) ([]uint32, error) {
	postings, err := s.reader.TermFieldReader(ctx, []byte(term), field, false, false, false)
	if err != nil {
		return nil, err
	}
	defer postings.Close()
	list := make([]uint32, 0, postings.Count())
	err = eachPosting(ctx, postings, func(d *bleveindex.TermFieldDoc) { list = append(list, uint32(d.ID.Value())) })
	return list, err
}

// terms calls visit for each term of a field in alphabetical order.
func (s *store) terms(field string, visit func(term string, documents int)) error {
	dict, err := s.reader.FieldDict(field)
	if err != nil {
		return err
	}
	defer dict.Close()
	for {
		e, err := dict.Next()
		if err != nil || e == nil {
			return err
		}
		visit(e.Term, int(e.Count))
	}
}

// passage returns the passage with a document number.
func (x *Index) passage(number uint32) (*entry, error) {
	if e, ok := x.decoded.Get(number); ok {
		return e, nil
	}
	p, err := x.store.passage(x.order[number])
	if err != nil {
		return nil, err
	}
	e := &entry{passage: p}
	x.decoded.Add(number, e)
	return e, nil
}

// passage reads the passage at a place in reading order.
func (s *store) passage(place uint32) (p *document.Passage, err error) {
	doc, err := s.reader.Document(externalID(int(place)))
	if err != nil {
		return nil, err
	}
	if doc == nil {
		return nil, fmt.Errorf("passage %d is not in the store", place)
	}
	doc.VisitFields(func(f bleveindex.Field) {
		if f.Name() == fieldPassage {
			p = new(document.Passage)
			err = json.Unmarshal(f.Value(), p)
		}
	})
	if err == nil && p == nil {
		err = fmt.Errorf("passage %d is empty in the store", place)
	}
	return p, err
}

// externalID is the id of a bleve document: the passage's place in reading order.
func externalID(place int) string { return fmt.Sprintf("%09d", place) }
