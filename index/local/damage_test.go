package local

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"socsearch/index/generate"
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

// TestOtherStore puts the store of other documents beside the files of an index: the
// two are compared.
func TestOtherStore(t *testing.T) {
	dir, hash := buildTestIndex(t)
	path, m, err := ReadCurrent(dir)
	must(t, err)
	c, err := corpus()
	must(t, err)
	other := t.TempDir()
	few := *c
	few.Passages = c.Passages[1:]
	must(t, Build(context.Background(), other, &few, OriginEmbedded))
	otherPath, _, err := ReadCurrent(other)
	must(t, err)
	must(t, os.RemoveAll(filepath.Join(path, storeName)))
	must(t, os.Rename(filepath.Join(otherPath, storeName), filepath.Join(path, storeName)))
	m.Files, err = listFiles(path)
	must(t, err)
	if _, err := openChecked(path, m, hash, hashedAtOnce); err == nil {
		t.Error("the store has a passage less than the files beside it, and nothing was noticed")
	}
}

// TestNumbers holds bleve to what is taken for granted of it: that the number of a
// document is its place among the ids, over several segments too.
func TestNumbers(t *testing.T) {
	c, err := corpus()
	must(t, err)
	dir := t.TempDir()
	const count = 2*batchSize + 10
	must(t, BuildFrom(context.Background(), dir, c, generate.Passages(c.Passages, count), OriginFolder, WithMeaning(MeaningOff)))
	x, err := Open(dir, c.Hash)
	must(t, err)
	defer x.Close()
	for place := range count {
		id, err := x.Store.reader.InternalID(externalID(place))
		must(t, err)
		if got := id.Value(); got != uint64(place) {
			t.Fatalf("document %d of %d has the number %d", place, count, got)
		}
	}
}
