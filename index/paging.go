package index

import (
	"slices"

	"socsearch/index/match"
)

// page returns the documents of one page of the hits that are kept. Those that
// match some of the words only come last in either order.
func (x *Index) page(f *findings, kept match.Bitset, results *Results, r Request) []match.Scored {
	found, total := f.Hits, results.Total
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
		whole.And(f.whole)
		partial.AndNot(f.whole)
		list := x.inReadingOrder(found, whole, from, min(n, max(results.Whole-from, 0)))
		return append(list, x.inReadingOrder(found, partial, max(from-results.Whole, 0), n-len(list))...)
	}
	top := match.TopK{Most: min(from+r.PerPage, total)}
	top.List = make([]match.Scored, 0, top.Most)
	for i, d := range found.Documents {
		s := found.Scores[i]
		if len(top.List) == top.Most && s < top.List[0].Score || !kept.Has(d) {
			continue
		}
		top.Add(match.Scored{Document: d, Place: x.local.Order[d], Score: s})
	}
	slices.SortFunc(top.List, match.BestFirst)
	return top.List[min(from, len(top.List)):]
}

// inReadingOrder returns n of the kept hits after the first from.
func (x *Index) inReadingOrder(found match.Hits, kept match.Bitset, from, n int) []match.Scored {
	if n == 0 {
		return nil
	}
	list := make([]match.Scored, 0, n)
	for place, d := range x.local.InOrder {
		if !kept.Has(d) {
			continue
		}
		if from > 0 {
			from--
			continue
		}
		s := match.Scored{Document: d, Place: uint32(place)}
		if i, ok := slices.BinarySearch(found.Documents, d); ok {
			s.Score = found.Scores[i]
		}
		if list = append(list, s); len(list) == n {
			break
		}
	}
	return list
}
