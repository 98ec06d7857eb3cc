package local

import (
	"context"
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"

	bleveindex "github.com/blevesearch/bleve_index_api"

	"socsearch/index/schema"
)

// TestDamagedSidecar damages each file beside the store of an index that is too
// large for all its hashes to be checked first: none is opened, none panics later.
func TestDamagedSidecar(t *testing.T) {
	dir, hash := buildTestIndex(t)
	path, m, err := ReadCurrent(dir)
	must(t, err)
	const nothingAtOnce = 0
	for _, f := range m.Files {
		if strings.HasPrefix(f.Name, storeName+"/") {
			continue
		}
		file := filepath.Join(path, f.Name)
		whole, err := os.ReadFile(file)
		must(t, err)
		damaged := append([]byte{}, whole...)
		damaged[len(damaged)/2] ^= 0x10
		must(t, os.WriteFile(file, damaged, 0o644))
		if x, err := openChecked(path, m, hash, nothingAtOnce); err == nil {
			x.Close()
			t.Errorf("an index with a damaged %s was opened", f.Name)
		} else if !strings.Contains(err.Error(), f.Name) {
			t.Errorf("%s is damaged, and the error is %q", f.Name, err)
		}
		must(t, os.WriteFile(file, whole, 0o644))
	}
	x, err := openChecked(path, m, hash, nothingAtOnce)
	must(t, err)
	must(t, x.Close())
}

// TestOtherStore puts the order of other documents beside a store: the two are
// compared.
func TestOtherStore(t *testing.T) {
	x := openTestIndex(t)
	must(t, x.compare())
	x.Order[3], x.Order[4] = x.Order[4], x.Order[3]
	if err := x.compare(); err == nil {
		t.Error("two passages changed places, and nothing was noticed")
	}
	x.Order[3], x.Order[4] = x.Order[4], x.Order[3]
	x.Manifest.Passages++
	if err := x.compare(); err == nil {
		t.Error("the manifest tells of a passage more, and nothing was noticed")
	}
}

// TestAssumptions holds bleve to what is taken for granted of it: numbers of
// documents that run from 0 and stay the same for every reader, and norms that are
// one over the root of a field's length in terms.
func TestAssumptions(t *testing.T) {
	x := openTestIndex(t)
	seen := map[uint64]bool{}
	ids, err := x.Store.reader.DocIDReaderAll()
	must(t, err)
	defer ids.Close()
	for {
		id, err := ids.Next()
		must(t, err)
		if id == nil {
			break
		}
		seen[id.Value()] = true
	}
	for n := range x.Order {
		if !seen[uint64(n)] {
			t.Fatalf("no document has the number %d of %d", n, len(x.Order))
		}
	}
	lengths := map[uint64]int{}
	must(t, x.Store.terms(schema.Text, func(term string, _ int) {
		postings, err := x.Store.reader.TermFieldReader(context.Background(), []byte(term), schema.Text, true, true, false)
		must(t, err)
		defer postings.Close()
		must(t, eachPosting(context.Background(), postings, func(d *bleveindex.TermFieldDoc) { lengths[d.ID.Value()] += int(d.Freq) }))
	}))
	postings, err := x.Store.reader.TermFieldReader(context.Background(), []byte("crime"), schema.Text, true, true, false)
	must(t, err)
	defer postings.Close()
	checked := 0
	must(t, eachPosting(context.Background(), postings, func(d *bleveindex.TermFieldDoc) {
		checked++
		want := 1 / math.Sqrt(float64(lengths[d.ID.Value()]))
		if math.Abs(d.Norm-want) > 1e-3*want {
			t.Errorf("document %d has %d terms and the norm %g, want %g", d.ID.Value(), lengths[d.ID.Value()], d.Norm, want)
		}
	}))
	if checked == 0 {
		t.Error("no document was looked at")
	}
}
