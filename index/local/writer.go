package local

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"math"
	"path/filepath"

	"github.com/blevesearch/bleve/v2"

	"socsearch/index/library"
	"socsearch/index/schema"
	"socsearch/sources/document"
)

// batchSize is how many passages make a segment of the store before all segments
// are merged to one.
const batchSize = 2_000

// waiting is how many analysed passages may wait for the store.
const waiting = 64

// writer writes the store and, beside it, the places of terms, the passages and what
// they are called. It analyses passages while the store takes those before.
type writer struct {
	store    bleve.Builder
	places   *placesWriter
	passages *passagesWriter
	names    *library.NamesWriter
	count    int
}

func newWriter(dir string) (*writer, error) {
	w := &writer{places: &placesWriter{inversion: newInversion(), dir: dir, budget: placesBudget}}
	var err error
	if w.names, err = library.NewNamesWriter(dir); err != nil {
		return nil, err
	}
	if w.passages, err = newPassagesWriter(dir); err != nil {
		return nil, err
	}
	w.store, err = bleve.NewBuilder(filepath.Join(dir, storeName), passageMapping{newMapping()}, map[string]any{
		"batchSize":       batchSize,
		"mergeMax":        math.MaxInt32, // all at once: in several rounds they would change places
		"buildPathPrefix": dir,
	})
	return w, err
}

// write indexes passages. The id of a bleve document is the passage's place in
// reading order.
func (w *writer) write(ctx context.Context, passages iter.Seq[*document.Passage]) error {
	ready, stored := make(chan analysed, waiting), make(chan error, 1)
	go func() { stored <- w.storeAll(ready) }()
	texts, packed := make(chan string, waiting), make(chan error, 1)
	go func() { packed <- w.passages.addAll(texts) }()
	err := w.analyseAll(ctx, passages, ready, texts)
	close(ready)
	close(texts)
	if err == nil {
		err = w.places.finish()
	}
	return errors.Join(err, <-stored, <-packed, w.names.Close())
}

func (w *writer) analyseAll(ctx context.Context, passages iter.Seq[*document.Passage], ready chan<- analysed, texts chan<- string) error {
	for p := range passages {
		if err := ctx.Err(); err != nil {
			return err
		}
		r, err := schema.NewRecord(p)
		if err == nil {
			err = w.names.Add(p)
		}
		if err != nil {
			return fmt.Errorf("passage %s: %w", p.ID, err)
		}
		texts <- r.Passage
		ready <- w.analyse(r)
		if err := w.places.spill(); err != nil {
			return err
		}
	}
	return ctx.Err()
}

// analyse inverts the searched fields of a passage, and returns what the store is to
// have of it.
func (w *writer) analyse(r *schema.Record) analysed {
	var fields analysed
	for i, text := range r.Searched() {
		read := w.places.readAgain
		if schema.Searched[i] == schema.Text {
			read = w.places.read
		}
		reading := read(text)
		w.places.add(uint32(w.count), i, reading)
		fields = append(fields, termsField{schema.Searched[i], reading.set})
	}
	for name, values := range r.Keywords() {
		if len(values) > 0 {
			fields = append(fields, termsField{name, termSet(values)})
		}
	}
	w.count++
	return fields
}

// storeAll puts passages into the store until there are no more; after an error it
// takes them and does nothing.
func (w *writer) storeAll(ready <-chan analysed) (err error) {
	n := 0
	for passage := range ready {
		if err == nil {
			err = w.store.Index(externalID(n), passage)
		}
		n++
	}
	if err != nil || n == 0 {
		return err
	}
	return w.store.Close()
}

// meanLengths returns the mean numbers of words of the searched fields.
func (w *writer) meanLengths() map[string]float64 {
	lengths := map[string]float64{}
	for i, field := range schema.Searched {
		lengths[field] = float64(w.places.sums[exact*len(schema.Searched)+i]) / float64(w.count)
	}
	return lengths
}
