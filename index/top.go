package index

import (
	"cmp"
	"slices"
)

// scored is a hit with what its rank depends on.
type scored struct {
	document uint32
	place    uint32 // in reading order
	score    float32
}

// before orders by score, ties by reading order.
func (a scored) before(b scored) bool {
	return a.score > b.score || a.score == b.score && a.place < b.place
}

// bestFirst compares hits for a list with the best of them first.
func bestFirst(a, b scored) int {
	return cmp.Or(cmp.Compare(b.score, a.score), cmp.Compare(a.place, b.place))
}

// page returns the documents of one page of the hits that are kept. Those that
// match some of the words only come last in either order.
func (x *Index) page(f *findings, kept bitset, results *Results, r Request) []scored {
	found, total := f.hits, results.Total
	from := (r.Page - 1) * r.PerPage
	if r.PerPage == 0 || from >= total {
		return nil
	}
	if r.Sort == SortDocument || r.Query.Root == nil {
		n := min(r.PerPage, total-from)
		if results.Whole == total {
			return x.inReadingOrder(found, kept, from, n)
		}
		whole, partial := slices.Clone(kept), slices.Clone(kept)
		whole.and(f.whole)
		partial.andNot(f.whole)
		list := x.inReadingOrder(found, whole, from, min(n, max(results.Whole-from, 0)))
		return append(list, x.inReadingOrder(found, partial, max(from-results.Whole, 0), n-len(list))...)
	}
	top := topHits{most: min(from+r.PerPage, total)}
	top.list = make([]scored, 0, top.most)
	for i, d := range found.documents {
		s := found.scores[i]
		if len(top.list) == top.most && s < top.list[0].score || !kept.has(d) {
			continue
		}
		top.add(scored{d, x.order[d], s})
	}
	slices.SortFunc(top.list, bestFirst)
	return top.list[min(from, len(top.list)):]
}

// inReadingOrder returns n of the kept hits after the first from.
func (x *Index) inReadingOrder(found hits, kept bitset, from, n int) []scored {
	if n == 0 {
		return nil
	}
	list := make([]scored, 0, n)
	for place, d := range x.inOrder {
		if !kept.has(d) {
			continue
		}
		if from > 0 {
			from--
			continue
		}
		s := scored{document: d, place: uint32(place)}
		if i, ok := slices.BinarySearch(found.documents, d); ok {
			s.score = found.scores[i]
		}
		if list = append(list, s); len(list) == n {
			break
		}
	}
	return list
}

// topHits keeps the best hits in a heap with the worst of them on top.
type topHits struct {
	list []scored
	most int
}

func (t *topHits) add(s scored) {
	if len(t.list) < t.most {
		t.list = append(t.list, s)
		for i := len(t.list) - 1; i > 0; {
			parent := (i - 1) / 2
			if !t.list[parent].before(t.list[i]) {
				return
			}
			t.list[parent], t.list[i] = t.list[i], t.list[parent]
			i = parent
		}
		return
	}
	if !s.before(t.list[0]) {
		return
	}
	t.list[0] = s
	for i := 0; ; {
		worst := i
		for child := 2*i + 1; child <= 2*i+2 && child < len(t.list); child++ {
			if t.list[worst].before(t.list[child]) {
				worst = child
			}
		}
		if worst == i {
			return
		}
		t.list[i], t.list[worst] = t.list[worst], t.list[i]
		i = worst
	}
}

// nthLargest returns the n-th largest score; the smallest if there are fewer.
func nthLargest(scores []float32, n int) float32 {
	top := topHits{most: min(n, len(scores))}
	top.list = make([]scored, 0, top.most)
	for i, s := range scores {
		if len(top.list) < top.most || s > top.list[0].score {
			top.add(scored{uint32(i), uint32(i), s})
		}
	}
	return top.list[0].score
}
