package cluster

import (
	"cmp"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"

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

// byMeaning is what a search finds besides the passages that have its words.
type byMeaning struct{ alone []numbered } // best first

// weigh ranks what was found by words and meaning together, and finds passages by
// meaning alone, as an index in a folder does.
func (x *Index) weigh(ctx context.Context, m *match.Matcher, from *sample, f *match.Findings, s *engine.Search) (b byMeaning, err error) {
	if s.ByMeaning == nil || x.Vectors == nil {
		return b, nil
	}
	q, err := s.ByMeaning.Question(ctx, f.Tally())
	if err != nil {
		return b, fmt.Errorf("waiting for a turn to read the question: %w", err)
	}
	if q == nil {
		return b, nil
	}
	near := x.Vectors.Near(q)
	scale := match.NewNearnessScale(near.Documents)
	ofSample := make([]float32, len(from.entries))
	for i, e := range from.entries {
		ofSample[i] = near.Documents[e.place]
	}
	m.RankByNearness(f, ofSample, scale)
	if !f.Loose || s.ByMeaning.Alone == 0 {
		return b, nil
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
	b.alone, err = x.alone(ctx, near, match.Nearest(near.Documents, scale, others, mostAlone), s)
	return b, err
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

// join puts passages by meaning alone among a first page's, each where its score has
// it. Those that would stand behind the page's last are left out, unless there are no
// further pages.
func (b byMeaning) join(page []numbered, last bool) []numbered {
	if len(b.alone) == 0 {
		return page
	}
	joined := slices.Concat(page, b.alone)
	slices.SortFunc(joined, func(a, b numbered) int { return cmp.Or(cmp.Compare(b.Score, a.Score), cmp.Compare(a.Place, b.Place)) })
	if last || len(page) == 0 {
		return joined
	}
	end := slices.IndexFunc(joined, func(h numbered) bool { return h.Place == page[len(page)-1].Place })
	return joined[:end+1]
}
