package match

import (
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"socsearch/index/engine"
	"socsearch/index/meaning"
)

// TestTopK holds the best of many against sorting them all: few scores, so that many
// are the same and stand in reading order.
func TestTopK(t *testing.T) {
	r := rand.New(rand.NewPCG(7, 1))
	for range 200 {
		all := make([]Scored, r.IntN(60))
		for d := range all {
			all[d] = Scored{Document: uint32(d), Score: float32(r.IntN(5))}
		}
		top := TopK{Most: 1 + r.IntN(12)}
		for _, i := range r.Perm(len(all)) {
			top.Add(all[i])
		}
		slices.SortFunc(top.List, BestFirst)
		want := slices.Clone(all)
		slices.SortStableFunc(want, func(a, b Scored) int { return int(b.Score - a.Score) })
		want = want[:min(top.Most, len(want))]
		if !slices.Equal(top.List, want) {
			t.Fatalf("the best %d of %v are %v, want %v", top.Most, all, top.List, want)
		}
	}
}

func TestNthLargest(t *testing.T) {
	scores := []float32{3, 1, 4, 1, 5, 9, 2, 6}
	for n, want := range map[int]float32{1: 9, 2: 6, 3: 5, 8: 1, 20: 1} {
		if got := nthLargest(scores, n); got != want {
			t.Errorf("nthLargest(%v, %d) = %g, want %g", scores, n, got, want)
		}
	}
}

// sized is a source that knows how many documents it has, and nothing else.
type sized struct {
	engine.Source
	n int
}

func (s sized) Size() int { return s.n }

// ofSize is a matcher over some documents that nobody reads.
func ofSize(t *testing.T, n int) *Matcher {
	t.Helper()
	arena := NewArena()
	t.Cleanup(arena.Free)
	return &Matcher{Lists: &Lists{Source: sized{n: n}}, Arena: arena}
}

// TestBest keeps the best hits in reading order.
func TestBest(t *testing.T) {
	m := ofSize(t, 10)
	h := Hits{Documents: []uint32{1, 3, 5, 7, 9}, Scores: []float32{2, 5, 1, 4, 3}}
	if diff := cmp.Diff([]uint32{3, 7, 9}, m.Best(h, 3).Documents); diff != "" {
		t.Errorf("the best three (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff(h.Documents, m.Best(h, 5).Documents); diff != "" {
		t.Errorf("the best five (-want +got):\n%s", diff)
	}
}

// TestWithTail puts passages with some of the words behind all that have all, whatever
// their scores were.
func TestWithTail(t *testing.T) {
	m := ofSize(t, 10)
	all := Hits{Documents: []uint32{2, 6}, Scores: []float32{1, 8}}
	tail := Hits{Documents: []uint32{1, 4}, Scores: []float32{50, 100}}
	got := m.WithTail(all, tail)
	if diff := cmp.Diff([]uint32{1, 2, 4, 6}, got.Documents); diff != "" {
		t.Fatalf("hits (-want +got):\n%s", diff)
	}
	score := map[uint32]float32{}
	for i, d := range got.Documents {
		score[d] = got.Scores[i]
	}
	if !(score[6] > score[2] && score[2] > score[4] && score[4] > score[1] && score[1] > 0) {
		t.Errorf("scores %v, want 6 before 2 before 4 before 1", score)
	}
}

// TestNearest lists what is nearest in meaning among some documents.
func TestNearest(t *testing.T) {
	near := []float32{0.1, 0.9, 0.5, 0.9, 0.2, 0.1, 0.1, 0.1}
	scale := NewNearnessScale(near)
	among := make(Bitset, BitsetWords(len(near))).AddAll([]uint32{0, 2, 3, 4})
	var got []uint32
	for _, s := range Nearest(near, scale, among, 2) {
		got = append(got, s.Document)
	}
	if diff := cmp.Diff([]uint32{3, 2}, got); diff != "" {
		t.Errorf("the nearest two (-want +got):\n%s", diff)
	}
}

// TestRankByNearness ranks by words and meaning: what is nearer comes first among hits
// with some of the words, and behind those with all unless the ask was loose. The mean
// nearness is 0.4, so that 1 alone is nearer than most; 4 has no vector, and stands as
// its words have it: √½ + 1.5 × ½ of 10, 1 + 1.5 of its own 5.
func TestRankByNearness(t *testing.T) {
	near := []float32{0.2, 0.9, 0.2, 0.4, meaning.None, 0.3}
	for _, test := range []struct {
		name  string
		loose bool
		want  []uint32 // best first
	}{
		{"loosely", true, []uint32{1, 4, 0, 2, 3}},
		{"behind those with all the words", false, []uint32{0, 2, 4, 1, 3}},
	} {
		t.Run(test.name, func(t *testing.T) {
			m := ofSize(t, len(near))
			f := &Findings{Loose: test.loose, Whole: make(Bitset, BitsetWords(len(near))).AddAll([]uint32{0, 2})}
			f.Hits = Hits{Documents: []uint32{0, 1, 2, 3, 4}, Scores: []float32{10, 2, 3, 1, 5}}
			m.RankByNearness(f, near, NewNearnessScale(near))
			got := make([]Scored, len(f.Documents))
			for i, d := range f.Documents {
				got[i] = Scored{Document: d, Score: f.Scores[i]}
			}
			slices.SortFunc(got, BestFirst)
			var order []uint32
			for _, s := range got {
				order = append(order, s.Document)
			}
			if diff := cmp.Diff(test.want, order); diff != "" {
				t.Errorf("best first (-want +got):\n%s%v", diff, got)
			}
		})
	}
}
