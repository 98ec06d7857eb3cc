package local

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"iter"
	"os"
	"path/filepath"

	"socsearch/index/library"
	"socsearch/sources"
	"socsearch/sources/document"
)

// The names of what a generation holds.
const (
	storeName     = "store"
	CatalogueName = "corpus.json"
	facetsName    = "facets.bin"
	termsName     = "terms.tsv"
)

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
	generation.Options = Choose(options...)
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
	w, err := newWriter(g.path)
	if err != nil {
		return 0, err
	}
	if err := w.write(ctx, passages); err != nil {
		return 0, err
	}
	afterStep("store")
	if err := g.writeSidecars(ctx, w.count); err != nil {
		return 0, err
	}
	afterStep("sidecars")
	cat := library.New(corpus)
	cat.Lengths = w.meanLengths()
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

// writeSidecars writes what is made from the finished store and passages.
func (g *generation) writeSidecars(ctx context.Context, count int) (err error) {
	s, err := openStore(filepath.Join(g.path, storeName))
	if err != nil {
		return err
	}
	err = errors.Join(writeFacets(ctx, s, filepath.Join(g.path, facetsName)), s.close())
	if err != nil {
		return err
	}
	p, err := openPassages(g.path, count)
	if err != nil {
		return err
	}
	return errors.Join(g.writeVectors(ctx, p, count), p.close())
}
