package local

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

	"socsearch/index/library"
	"socsearch/index/match"
	"socsearch/index/meaning"
	"socsearch/index/words"
)

// boltTimeout bounds the wait for a store that another process holds open.
const boltTimeout = "2s"

// Index is a generation that is open: the store, and what lies beside it. It is an
// [engine.Engine].
type Index struct {
	Manifest  Manifest
	Catalogue *library.Catalogue
	path      string // of the generation
	verified  bool

	Store     *store
	passages  *passages
	places    *places
	Facets    *facets
	Vectors   *meaning.Vectors // nil: it was built without
	Lists     *match.Lists
	admission admission
	Terms     func() *words.Vocabulary // taken apart when it is first asked for
	Names     []byte                   // what references name passages by: see resolver
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
		path, m, err := ReadCurrent(dir)
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

func openGeneration(path string, m Manifest) (x *Index, err error) {
	defer recoverFault(&err)()
	x = &Index{Manifest: m, Catalogue: new(library.Catalogue)}
	data, err := os.ReadFile(filepath.Join(path, CatalogueName))
	if err != nil {
		return nil, err
	}
	if err := json.Unmarshal(data, x.Catalogue); err != nil {
		return nil, fmt.Errorf("%s: %w", CatalogueName, err)
	}
	x.Catalogue.Prepare()
	if err := x.readFacets(filepath.Join(path, facetsName)); err != nil {
		return nil, err
	}
	if err := x.readVectors(path); err != nil {
		return nil, err
	}
	if err := x.readTerms(path); err != nil {
		return nil, err
	}
	if x.Names, err = os.ReadFile(filepath.Join(path, library.NamesName)); err != nil {
		return nil, err
	}
	if x.Store, err = openStore(filepath.Join(path, storeName)); err != nil {
		return nil, err
	}
	x.admission = newAdmission(m.Passages)
	if x.passages, err = openPassages(path, m.Passages); err != nil {
		return nil, err
	}
	if x.places, err = openPlaces(path, m.Passages); err != nil {
		return nil, err
	}
	x.Lists = match.NewLists(&postings{x.Store, x.places, m.Passages, allNorms(x.Catalogue.Lengths), x.Terms}, x.Terms)
	return x, nil
}

// compared is how many documents of a store are looked up when it is opened, evenly
// spread: all of a few papers.
const compared = 1_000

// compare checks that the store and the files beside it are of one build: as many
// documents, each with its place in reading order as its number.
func (x *Index) compare() (err error) {
	defer recoverFault(&err)()
	count, err := x.Store.reader.DocCount()
	if err != nil {
		return err
	}
	if n := x.Manifest.Passages; count != uint64(n) {
		return fmt.Errorf("its store has %d passages, the manifest %d", count, n)
	}
	for place := 0; place < int(count); place += max(1, int(count)/compared) {
		id, err := x.Store.reader.InternalID(externalID(place))
		if err != nil {
			return err
		}
		if got := id.Value(); got != uint64(place) {
			return fmt.Errorf("passage %d has the number %d in its store", place, got)
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

// Generation names the folder of the index below that given to [Open].
func (x *Index) Generation() string { return filepath.Base(x.path) }

// Verified reports whether all hashes were checked when the index was opened.
func (x *Index) Verified() bool { return x.verified }

// Verify checks the hashes of all files.
func (x *Index) Verify(ctx context.Context) error { return verifyHashes(ctx, x.path, x.Manifest) }

// Close lets go of the index; no call may be under way.
func (x *Index) Close() error {
	return errors.Join(x.Store.close(), x.places.close(), x.passages.close())
}
