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

// Option changes how an index is built.
type Option func(*generation)

// WithMeaning says whether vectors are made.
func WithMeaning(m Meaning) Option { return func(g *generation) { g.meaning = m } }

// WithProgress has a function called now and then while vectors are made, with
// how many of the passages have theirs.
func WithProgress(progress func(done, of int)) Option {
	return func(g *generation) { g.progress = progress }
}

// vectorCacheName is a file beside the generations that keeps vectors once made,
// so that a build that was stopped goes on where it was, and the next one makes
// only those of new texts.
const vectorCacheName = ".vectors"

// writeVectors makes the vectors of the passages of a finished store. Those of
// the embedded documents ship with the program.
func (g *generation) writeVectors(ctx context.Context, p *passages, count int) error {
	if g.meaning == MeaningOff || g.meaning == MeaningAuto && count > AutoMeaning {
		return nil
	}
	made := meaning.Making{
		Known: g.meaning == MeaningKnown, Path: filepath.Join(g.path, vectorsName), Cache: filepath.Join(g.dir, vectorCacheName), Count: count,
		Texts: func(place int) ([]string, error) {
			passage, err := p.readBy(uint32(place), schema.ReadWords)
			if err != nil {
				return nil, err
			}
			return meaning.Texts(passage), nil
		},
	}
	if g.progress != nil {
		made.Progress = func(done int) { g.progress(done, count) }
	}
	_, err := made.Write(ctx)
	return err
}
