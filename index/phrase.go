package index

import "slices"

// phrase scores the documents in which the terms of an alternative stand
// together.
func (m *matcher) phrase(a alternative) (hits, float32, error) {
	var found []hits
	for _, field := range m.fields {
		h, err := m.phraseIn(fieldFor(field, a.exact), a, nil)
		if err != nil {
			return hits{}, 0, err
		}
		if len(h.documents) > 0 {
			found = append(found, h)
		}
	}
	all := m.union(found, sum)
	if len(all.documents) == 0 {
		return all, 0, nil
	}
	idf := m.idf(len(all.documents))
	all.saturate(idf)
	return all, idf, nil
}

// phraseIn finds the documents in whose field the terms stand together, and how
// often, weighted and normalised; among the given documents only if there are
// any.
func (m *matcher) phraseIn(field string, a alternative, among []uint32) (hits, error) {
	lists := make([]*list, len(a.terms))
	shortest := among
	for i, term := range a.terms {
		l, err := m.lists.placesOf(m.ctx, field, term)
		if err != nil {
			return hits{}, err
		}
		if len(l.documents) == 0 {
			return hits{}, nil
		}
		if shortest == nil || len(l.documents) < len(shortest) {
			shortest = l.documents
		}
		lists[i] = l
	}
	return m.together(lists, a, shortest)
}

// together goes through the documents that may hold the terms.
func (m *matcher) together(lists []*list, a alternative, documents []uint32) (hits, error) {
	out := m.arena.hits(len(documents))
	at := make([]int, len(lists)) // in each list
	places := make([][]uint32, len(lists))
next:
	for n, d := range documents {
		if n%often == often-1 && m.ctx.Err() != nil {
			return hits{}, m.ctx.Err()
		}
		var frequency float32
		for i, l := range lists {
			at[i] = seek(l.documents, at[i], d)
			if at[i] == len(l.documents) {
				break next
			}
			if l.documents[at[i]] != d {
				continue next
			}
			places[i] = l.at(at[i])
			frequency += l.frequencies[at[i]]
		}
		if count := countTogether(places, a); count > 0 {
			out.add(d, frequency/float32(len(lists))*float32(count))
		}
	}
	return out, nil
}

// seek returns where in ascending documents the first is that isn't before d,
// from a place on; it is near more often than not.
func seek(documents []uint32, from int, d uint32) int {
	step := 1
	low, high := from, from
	for high < len(documents) && documents[high] < d {
		low = high + 1
		high += step
		step *= 2
	}
	high = min(high, len(documents))
	i, _ := slices.BinarySearch(documents[low:high], d)
	return low + i
}

// closerLooked is how many of the best hits are looked at to bring those closer
// in which words stand side by side: all of a few papers' hits; of a large
// collection's those that can reach the first pages.
const closerLooked = 1_000

// bringCloser raises the scores of hits in which words that stand side by side
// in the query are close to each other.
func (m *matcher) bringCloser(h hits, pairs []alternative) (hits, error) {
	if len(pairs) == 0 || len(h.documents) == 0 {
		return h, nil
	}
	h = m.own(h)
	if len(h.documents) > closerLooked {
		return h, m.bringBestCloser(h, pairs)
	}
	for _, pair := range pairs {
		near, _, err := m.phrase(pair)
		if err != nil {
			return hits{}, err
		}
		h.raise(near, pair.weight)
	}
	return h, nil
}

// bringBestCloser looks at the best hits alone, and at their text alone: how
// many of all would have the words close is reckoned from them.
func (m *matcher) bringBestCloser(h hits, pairs []alternative) error {
	least := nthLargest(h.scores, closerLooked)
	best := m.arena.hits(2 * closerLooked).documents
	for i, d := range h.documents {
		if h.scores[i] >= least && len(best) < cap(best) {
			best = append(best, d)
		}
	}
	for _, pair := range pairs {
		near, err := m.phraseIn(fieldFor(fieldText, pair.exact), pair, best)
		if err != nil {
			return err
		}
		near.saturate(m.idf(len(near.documents) * (len(h.documents) / len(best))))
		h.raise(near, pair.weight)
	}
	return nil
}

// raise adds to the scores of hits those of others, weighted.
func (h hits) raise(by hits, weight float32) {
	at := 0
	for j, d := range by.documents {
		at = seek(h.documents, at, d)
		if at == len(h.documents) {
			return
		}
		if h.documents[at] == d {
			h.scores[at] += weight * by.scores[j]
		}
	}
}

// countTogether counts the places where terms stand together, each at one of
// its places: in order and side by side, or near each other in any order.
func countTogether(places [][]uint32, a alternative) int {
	count := 0
	for _, start := range places[0] {
		if standsAt(places, start, a) {
			count++
		}
	}
	return count
}

// standsAt tells whether the terms stand together with the first at a place.
func standsAt(places [][]uint32, start uint32, a alternative) bool {
	if a.near {
		return withinSpan(places[1:], start, uint32(len(places)-1+a.slop))
	}
	return follows(places[1:], start)
}

func follows(places [][]uint32, start uint32) bool {
	for i, ps := range places {
		if !slices.Contains(ps, start+uint32(i)+1) {
			return false
		}
	}
	return true
}

// withinSpan tells whether every term has a place such that all lie, with
// start, within span.
func withinSpan(places [][]uint32, start, span uint32) bool {
	for low := start - min(span, start); low <= start; low++ {
		all := true
		for _, ps := range places {
			all = all && slices.ContainsFunc(ps, func(p uint32) bool { return p >= low && p <= low+span && p != start })
		}
		if all {
			return true
		}
	}
	return false
}
