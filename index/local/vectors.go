package local

import (
	"context"
	"path/filepath"
	"slices"

	"socsearch/index/meaning"
	"socsearch/index/schema"
)

// vectorsName is the file of the vectors of a generation that has them.
const vectorsName = "vectors.bin"

// hasVectors reports whether a generation came with vectors.
func hasVectors(m Manifest) bool {
	return slices.ContainsFunc(m.Files, func(f File) bool { return f.Name == vectorsName })
}

func (x *Index) readVectors(path string) (err error) {
	if !hasVectors(x.Manifest) {
		return nil
	}
	x.Vectors, err = meaning.Open(filepath.Join(path, vectorsName), x.Manifest.Passages)
	return err
}

// Meaning says whether a build makes the vectors by which passages are found that
// are near in meaning.
type Meaning string

// Whether vectors are made.
const (
	MeaningAuto Meaning = ""    // if there aren't more than AutoMeaning passages
	MeaningOn   Meaning = "on"  // however many there are
	MeaningOff  Meaning = "off" // never
	// MeaningKnown makes none, and takes those that were made before.
	MeaningKnown Meaning = "known"
)

// AutoMeaning is up to how many passages vectors are made without being asked
// for: some five minutes' work on two processors, a dozen papers. Vectors of a
// million passages would take a day and a half, and 1.7 GB.
const AutoMeaning = 2_000

// Options are how an index is built.
type Options struct {
	Meaning  Meaning
	Progress func(done, of int) // nil for nothing
}

// Option changes how an index is built.
type Option func(*Options)

// WithMeaning says whether vectors are made.
func WithMeaning(m Meaning) Option { return func(o *Options) { o.Meaning = m } }

// WithProgress has a function called now and then while vectors are made, with
// how many of the passages have theirs.
func WithProgress(progress func(done, of int)) Option {
	return func(o *Options) { o.Progress = progress }
}

// Choose returns what some options come to.
func Choose(options ...Option) Options {
	var o Options
	for _, option := range options {
		option(&o)
	}
	return o
}

// Making returns how the vectors of so many passages are to be made; nil if they aren't.
// Path and Cache are left to the caller.
func (o Options) Making(count int, texts func(place int) ([]string, error)) *meaning.Making {
	if o.Meaning == MeaningOff || o.Meaning == MeaningAuto && count > AutoMeaning {
		return nil
	}
	m := &meaning.Making{Known: o.Meaning == MeaningKnown, Count: count, Texts: texts}
	if o.Progress != nil {
		m.Progress = func(done int) { o.Progress(done, count) }
	}
	return m
}

// vectorCacheName is a file beside the generations that keeps vectors once made,
// so that a build that was stopped goes on where it was, and the next one makes
// only those of new texts.
const vectorCacheName = ".vectors"

// writeVectors makes the vectors of the passages of a finished store. Those of
// the embedded documents ship with the program.
func (g *generation) writeVectors(ctx context.Context, p *passages, count int) error {
	made := g.Making(count, func(place int) ([]string, error) {
		passage, err := p.readBy(uint32(place), schema.ReadWords)
		if err != nil {
			return nil, err
		}
		return meaning.Texts(passage), nil
	})
	if made == nil {
		return nil
	}
	made.Path, made.Cache = filepath.Join(g.path, vectorsName), filepath.Join(g.dir, vectorCacheName)
	_, err := made.Write(ctx)
	return err
}
