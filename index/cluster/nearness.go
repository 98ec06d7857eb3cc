package cluster

import (
	"context"
	"fmt"
	"os"
	"path/filepath"

	"socsearch/index/engine"
	"socsearch/index/match"
	"socsearch/index/meaning"
)

// vectorsFile is the file of vectors of an index that has them. Every server reads it
// whole, so there are bounds.
const vectorsFile = "vectors.bin"

const (
	mostWithVectors = 20_000 // passages: some 35 MB
	mostRanked      = 10_000 // hits that are ranked by meaning, as many as a search may list
	mostAlone       = 500    // passages without the words that are looked at
)

// makeVectors makes the file of vectors.
func makeVectors(ctx context.Context, m *meaning.Making) ([]byte, error) {
	if m.Count > mostWithVectors {
		return nil, fmt.Errorf("search by meaning in a cluster is for %d passages at most, and these are %d: build with -meaning off", mostWithVectors, m.Count)
	}
	dir, err := os.MkdirTemp("", "socsearch-vectors-")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(dir)
	m.Path = filepath.Join(dir, vectorsFile)
	if _, err := m.Write(ctx); err != nil {
		return nil, err
	}
	return os.ReadFile(m.Path)
}

// readVectors reads the file of vectors, where there is one.
func (x *Index) readVectors(data []byte) (err error) {
	if data == nil {
		return nil
	}
	x.Vectors, err = meaning.Parse(data, vectorsFile+" of "+x.name, x.Manifest.Passages)
	x.most = max(x.most, min(x.Manifest.Passages, mostRanked))
	return err
}

// weigh ranks what was found by words and meaning together, and finds passages by
// meaning alone, best first, as an index in a folder does.
func (x *Index) weigh(ctx context.Context, m *match.Matcher, from *sample, f *match.Findings, s *engine.Search) (alone []numbered, err error) {
	if s.ByMeaning == nil || x.Vectors == nil {
		return nil, nil
	}
	q, err := s.ByMeaning.Question(ctx, f.Tally())
	if err != nil {
		return nil, fmt.Errorf("waiting for a turn to read the question: %w", err)
	}
	if q == nil {
		return nil, nil
	}
	near := x.Vectors.Near(q)
	scale := match.NewNearnessScale(near.Documents)
	ofSample := make([]float32, len(from.entries))
	for i, e := range from.entries {
		ofSample[i] = near.Documents[e.place]
	}
	m.RankByNearness(f, ofSample, scale)
	if !f.Loose || s.ByMeaning.Alone == 0 {
		return nil, nil
	}
	others := make(match.Bitset, match.BitsetWords(len(near.Documents)))
	for place, n := range near.Documents {
		if n >= s.ByMeaning.Least {
			others.Add(uint32(place))
		}
	}
	found := make(match.Bitset, match.BitsetWords(len(near.Documents)))
	for _, d := range f.Documents {
		found.Add(uint32(from.entries[d].place))
	}
	others.AndNot(found)
	return x.alone(ctx, near, match.Nearest(near.Documents, scale, others, mostAlone), s)
}

// alone are the best of some places whose passages are under the filters.
func (x *Index) alone(ctx context.Context, near *meaning.Nearness, best []match.Scored, s *engine.Search) ([]numbered, error) {
	places := make([]int, len(best))
	for i, b := range best {
		places[i] = int(b.Document)
	}
	entries, err := x.entries(ctx, places)
	if err != nil {
		return nil, err
	}
	var list []numbered
	for i, e := range entries {
		if len(list) == s.ByMeaning.Alone {
			break
		}
		if s.Filters.Keep(e.values, s.Implied, "") {
			sentence := near.Sentence(e.place, e.passage.Text)
			list = append(list, numbered{Hit: engine.Hit{Place: e.place, Score: best[i].Score, Match: engine.MatchMeaning, Because: e.passage.Text[sentence.Start:sentence.End]}})
		}
	}
	return list, nil
}
