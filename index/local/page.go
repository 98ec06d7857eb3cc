package local

import (
	"slices"

	"socsearch/index/engine"
	"socsearch/index/match"
)

// page returns the documents of the part of the list that is wanted. Those that
// match some of the words only come last in either order.
func (x *Index) page(f *match.Findings, kept match.Bitset, found *engine.Found, s *engine.Search) []match.Scored {
	if s.Size == 0 || s.From >= found.Total {
		return nil
	}
	if s.InOrder {
		n := min(s.Size, found.Total-s.From)
		if found.Whole == found.Total {
			return x.inReadingOrder(f.Hits, kept, s.From, n)
		}
		whole, partial := slices.Clone(kept), slices.Clone(kept)
		whole.And(f.Whole)
		partial.AndNot(f.Whole)
		list := x.inReadingOrder(f.Hits, whole, s.From, min(n, max(found.Whole-s.From, 0)))
		return append(list, x.inReadingOrder(f.Hits, partial, max(s.From-found.Whole, 0), n-len(list))...)
	}
	list := x.best(f.Hits, kept, min(s.From+s.Size, found.Total))
	return list[min(s.From, len(list)):]
}

// best returns the best of the hits that are kept, most at the most.
func (x *Index) best(h match.Hits, kept match.Bitset, most int) []match.Scored {
	if most == 0 {
		return nil
	}
	top := match.TopK{Most: most}
	top.List = make([]match.Scored, 0, top.Most)
	for i, d := range h.Documents {
		s := h.Scores[i]
		if len(top.List) == top.Most && s < top.List[0].Score || !kept.Has(d) {
			continue
		}
		top.Add(match.Scored{Document: d, Score: s})
	}
	slices.SortFunc(top.List, match.BestFirst)
	return top.List
}

// inReadingOrder returns n of the kept hits after the first from.
func (x *Index) inReadingOrder(h match.Hits, kept match.Bitset, from, n int) []match.Scored {
	if n == 0 {
		return nil
	}
	list := make([]match.Scored, 0, n)
	for d := range uint32(x.Manifest.Passages) {
		if !kept.Has(d) {
			continue
		}
		if from > 0 {
			from--
			continue
		}
		s := match.Scored{Document: d}
		if i, ok := slices.BinarySearch(h.Documents, d); ok {
			s.Score = h.Scores[i]
		}
		if list = append(list, s); len(list) == n {
			break
		}
	}
	return list
}

// standings lists the kept hits in reading order.
func (x *Index) standings(kept, whole match.Bitset) []engine.Standing {
	var list []engine.Standing
	for d := range uint32(x.Manifest.Passages) {
		if kept.Has(d) {
			list = append(list, engine.Standing{Place: int(d), Partial: !whole.Has(d)})
		}
	}
	return list
}
