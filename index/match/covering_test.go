package match

import (
	"context"
	"slices"
	"testing"

	"socsearch/index/engine"
	"socsearch/index/plan"
)

// empty is a source without lists.
type empty int

func (n empty) Size() int { return int(n) }
func (empty) List(context.Context, string, string, bool) (*engine.Postings, error) {
	return new(engine.Postings), nil
}
func (empty) Documents(context.Context, string, string) ([]uint32, error) { return nil, nil }

// TestCoveringDense holds the hits of frequent words against those of any words: the
// same documents with the same scores.
func TestCoveringDense(t *testing.T) {
	const size = 5_000
	m := &Matcher{Lists: NewLists(empty(size), nil)}
	var matched []Hits
	for seed := range uint64(4) {
		h := Hits{Documents: random(size, seed)}
		for i := range h.Documents {
			h.Scores = append(h.Scores, float32(i%7)+float32(seed)/3)
		}
		matched = append(matched, h)
	}
	for _, weights := range [][]float32{{1, 1, 1, 1}, {5, 1, 0.1, 2}, {0, 1, 1, 0}} {
		want := m.Covering(plan.MatchMost, m.Union(matched, Sum), matched, weights)
		got := m.coveringDense(plan.MatchMost, matched, weights)
		if !slices.Equal(got.Documents, want.Documents) || !slices.Equal(got.Scores, want.Scores) || len(got.Documents) == 0 {
			t.Errorf("of words that weigh %v: %d hits, want %d", weights, len(got.Documents), len(want.Documents))
		}
	}
}
