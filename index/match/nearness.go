package match

import (
	"math"
	"slices"

	"socsearch/index/meaning"
)

// NearnessWeight is how much meaning counts against words. It is a variable so that
// a test can choose it again.
var NearnessWeight float32 = 1.5

// NearnessScale puts nearness between the mean of all passages, 0, and the best, 1.
type NearnessScale struct{ mean, best float32 }

// NewNearnessScale returns the scale of some passages.
func NewNearnessScale(near []float32) NearnessScale {
	s := NearnessScale{best: meaning.None}
	var sum float64
	count := 0
	for _, n := range near {
		if n != meaning.None {
			sum += float64(n)
			count++
			s.best = max(s.best, n)
		}
	}
	s.mean = float32(sum / float64(max(count, 1)))
	return s
}

// of returns where a nearness is on the scale, 0 at least; ok is false for none.
func (s NearnessScale) of(near float32) (share float32, ok bool) {
	if near == meaning.None || s.best <= s.mean {
		return 0, false
	}
	return max(0, (near-s.mean)/(s.best-s.mean)), true
}

// RankByNearness gives hits their scores by words and meaning, whose nearness near
// has by document. Unless the ask was loose, those that match all of the words keep
// theirs, and stay before the others.
//
// A score is the square root of the share of the best score by words, plus
// NearnessWeight times the share of the way from the mean nearness of all passages
// to the best. A passage without a vector (a figure) stands as its words have it.
func (m *Matcher) RankByNearness(f *Findings, near []float32, scale NearnessScale) {
	f.Hits = m.Own(f.Hits)
	first := f.Whole
	if f.Loose {
		first = nil
	}
	most, least := float32(math.SmallestNonzeroFloat32), float32(math.Inf(1))
	for i, d := range f.Documents {
		if first != nil && first.Has(d) {
			least = min(least, f.Scores[i])
			continue
		}
		most = max(most, f.Scores[i])
	}
	most = max(most, f.Full) // the best may have next to nothing of the query
	factor := float32(1)
	if first != nil {
		factor = behindAll * least / (1 + NearnessWeight)
	}
	for i, d := range f.Documents {
		if first != nil && first.Has(d) {
			continue
		}
		words := f.Scores[i] / most
		share, ok := scale.of(near[d])
		if !ok {
			share = words
		}
		f.Scores[i] = factor * (float32(math.Sqrt(float64(words))) + float32(NearnessWeight*share))
	}
}

// Nearest returns the documents of a set that are nearest, best first, most at the
// most.
func Nearest(near []float32, scale NearnessScale, among Bitset, most int) []Scored {
	top := TopK{Most: most}
	for d, n := range near {
		if among.Has(uint32(d)) {
			share, _ := scale.of(n)
			top.Add(Scored{Document: uint32(d), Score: float32(NearnessWeight * share)})
		}
	}
	slices.SortFunc(top.List, BestFirst)
	return top.List
}

// Join puts passages by meaning alone among a first page's, each where its score has it,
// as bestFirst compares them: no two alike. Those that would stand behind the page's last
// are left out, unless it is the last page, too.
func Join[T any](page, alone []T, bestFirst func(a, b T) int, last bool) []T {
	if len(alone) == 0 {
		return page
	}
	joined := slices.Concat(page, alone)
	slices.SortFunc(joined, bestFirst)
	if last || len(page) == 0 {
		return joined
	}
	end := page[len(page)-1]
	return joined[:1+slices.IndexFunc(joined, func(t T) bool { return bestFirst(t, end) == 0 })]
}
