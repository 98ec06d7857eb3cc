package local

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"iter"
	"os"
	"path/filepath"

	"github.com/blevesearch/bleve/v2"
	"github.com/blevesearch/bleve/v2/index/scorch"

	"socsearch/index/analysis"
	"socsearch/index/library"
	"socsearch/index/schema"
	"socsearch/sources"
	"socsearch/sources/document"
)

// The names of what a generation holds.
const (
	storeName     = "store"
	CatalogueName = "corpus.json"
	orderName     = "order.u32"
	facetsName    = "facets.bin"
	termsName     = "terms.tsv"
)

// batchSize is how many passages are handed to bleve at once: one batch of this
// size takes some 200 MB while it is analysed.
const batchSize = 2_000

// Build indexes a corpus into dir, in place of the index that was there. On any
// error that one stays as it was. [ErrLocked] says that somebody else is
// building there.
func Build(ctx context.Context, dir string, corpus *sources.Corpus, origin Origin, options ...Option) error {
	passages := func(yield func(*document.Passage) bool) {
		for i := range corpus.Passages {
			if !yield(&corpus.Passages[i]) {
				return
			}
		}
	}
	return BuildFrom(ctx, dir, corpus, passages, origin, options...)
}

// BuildFrom is [Build] for passages that don't fit into memory: it indexes those
// that it is handed, in reading order, instead of the corpus's own.
func BuildFrom(ctx context.Context, dir string, corpus *sources.Corpus, passages iter.Seq[*document.Passage], origin Origin, options ...Option) error {
	if err := build(ctx, dir, corpus, passages, origin, options); err != nil {
		return fmt.Errorf("build index %s: %w", dir, err)
	}
	return nil
}

func build(ctx context.Context, dir string, corpus *sources.Corpus, passages iter.Seq[*document.Passage], origin Origin, options []Option) error {
	generation, err := newGeneration(dir)
	if err != nil {
		return err
	}
	defer generation.lock.Unlock()
	for _, set := range options {
		set(generation)
	}
	afterStep("folder")
	count, err := generation.fill(ctx, corpus, passages)
	if err == nil {
		err = generation.publish(Manifest{Format: FormatVersion, Corpus: corpus.Hash, Origin: origin, Passages: count, Writer: writers()})
	}
	if err != nil && currentGeneration(dir) != filepath.Base(generation.path) {
		if left := generation.abandon(); left != nil {
			return fmt.Errorf("%w (and what was written stays: %v)", err, left)
		}
	}
	return err
}

// fill writes everything but the manifest.
func (g *generation) fill(ctx context.Context, corpus *sources.Corpus, passages iter.Seq[*document.Passage]) (count int, err error) {
	store := filepath.Join(g.path, storeName)
	w := &storeWriter{lengths: map[string]float64{}}
	if w.names, err = library.NewNamesWriter(g.path); err != nil {
		return 0, err
	}
	if err := errors.Join(w.write(ctx, store, passages), w.names.Close()); err != nil {
		return 0, err
	}
	afterStep("store")
	if err := g.writeSidecars(ctx, store); err != nil {
		return 0, err
	}
	afterStep("sidecars")
	cat := library.New(corpus)
	cat.Lengths = w.lengths
	data, err := json.Marshal(cat)
	if err != nil {
		return 0, err
	}
	if err := os.WriteFile(filepath.Join(g.path, CatalogueName), data, 0o644); err != nil {
		return 0, err
	}
	afterStep("catalogue")
	return w.count, nil
}

// writeSidecars writes what is read from the finished store.
func (g *generation) writeSidecars(ctx context.Context, store string) (err error) {
	s, err := openStore(store)
	if err != nil {
		return err
	}
	defer func() {
		if closeErr := s.close(); err == nil {
			err = closeErr
		}
	}()
	if err := writeOrder(s, filepath.Join(g.path, orderName)); err != nil {
		return err
	}
	if err := writeFacets(ctx, s, filepath.Join(g.path, facetsName)); err != nil {
		return err
	}
	if err := writeTerms(s, filepath.Join(g.path, termsName)); err != nil {
		return err
	}
	return g.writeVectors(ctx, s)
}

// storeWriter writes the bleve index, and on the way what names the passages.
type storeWriter struct {
	names   *library.NamesWriter
	store   bleve.Index
	batch   *bleve.Batch
	count   int
	lengths map[string]float64 // of the fields, in words: sums, in the end means
}

// write indexes passages. The id of a bleve document is the passage's place in
// reading order.
func (w *storeWriter) write(ctx context.Context, path string, passages iter.Seq[*document.Passage]) (err error) {
	if w.store, err = bleve.NewUsing(path, newMapping(), scorch.Name, scorch.Name, nil); err != nil {
		return err
	}
	defer func() {
		if closeErr := w.store.Close(); err == nil {
			err = closeErr
		}
	}()
	w.batch = w.store.NewBatch()
	for p := range passages {
		if err := w.add(p); err != nil {
			return fmt.Errorf("passage %s: %w", p.ID, err)
		}
		if w.batch.Size() >= batchSize {
			if err := w.flush(ctx); err != nil {
				return err
			}
		}
	}
	for field := range w.lengths {
		w.lengths[field] /= float64(w.count)
	}
	return w.flush(ctx)
}

func (w *storeWriter) add(p *document.Passage) error {
	r, err := schema.NewRecord(p)
	if err != nil {
		return err
	}
	addLengths(w.lengths, r)
	if err := w.names.Add(p); err != nil {
		return err
	}
	w.count++
	return w.batch.Index(externalID(w.count-1), r)
}

func (w *storeWriter) flush(ctx context.Context) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	if w.batch.Size() == 0 {
		return nil
	}
	err := w.store.Batch(w.batch)
	w.batch.Reset()
	return err
}

func addLengths(lengths map[string]float64, r *schema.Record) {
	for field, text := range map[string]string{schema.Text: r.Text, schema.Heading: r.Heading, schema.Name: r.Name, schema.Note: r.Note} {
		lengths[field] += float64(len(analysis.Exact(text)))
	}
}
