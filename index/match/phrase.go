package match

import (
	"context"
	"slices"
	"strconv"
	"strings"

	"socsearch/index/engine"
	"socsearch/index/plan"
	"socsearch/index/schema"
)

// phrase scores the documents in which the terms of an alternative stand
// together.
func (m *Matcher) phrase(ctx context.Context, a plan.Alternative) (Hits, float32, error) {
	var found []Hits
	for _, field := range m.Fields {
		h, err := m.phraseIn(ctx, schema.FieldFor(field, a.Exact), a, nil)
		if err != nil {
			return Hits{}, 0, err
		}
		if len(h.Documents) > 0 {
			found = append(found, h)
		}
	}
	all := m.Union(found, Sum)
	n := m.many(a, len(all.Documents))
	if n == 0 {
		return all, 0, nil
	}
	idf := m.idf(n)
	all = m.Own(all)
	all.saturate(idf)
	return all, idf, nil
}

// phraseIn finds the documents in whose field the terms stand together, and how
// often, weighted and normalised; among the given documents only if there are
// any.
func (m *Matcher) phraseIn(ctx context.Context, field string, a plan.Alternative, among []uint32) (Hits, error) {
	if among != nil {
		return m.findPhrase(ctx, field, a, among)
	}
	key := listKey{field, phraseKey(a)}
	if kept, ok := m.Lists.kept.Get(key); ok {
		return kept.(*scoredList).Hits, nil
	}
	h, err := m.findPhrase(ctx, field, a, nil)
	if err != nil {
		return Hits{}, err
	}
	l := &scoredList{Hits: Hits{slices.Clone(h.Documents), slices.Clone(h.Scores), true}}
	m.Lists.kept.Put(key, l)
	return l.Hits, nil
}

// phraseKey names the terms of an alternative and how near they stand. No term has
// its separators.
func phraseKey(a plan.Alternative) string {
	key := strings.Join(a.Terms, "\x00")
	if a.Near {
		return key + "\x00~" + strconv.Itoa(a.Slop)
	}
	return key
}

func (m *Matcher) findPhrase(ctx context.Context, field string, a plan.Alternative, among []uint32) (Hits, error) {
	lists := make([]*engine.Postings, len(a.Terms))
	shortest := among
	for i, term := range a.Terms {
		l, err := m.Lists.placesOf(ctx, field, term)
		if err != nil {
			return Hits{}, err
		}
		if len(l.Documents) == 0 {
			return Hits{}, nil
		}
		if shortest == nil || len(l.Documents) < len(shortest) {
			shortest = l.Documents
		}
		lists[i] = l
	}
	return m.together(ctx, lists, a, shortest)
}

// together goes through the documents that may hold the terms.
func (m *Matcher) together(ctx context.Context, lists []*engine.Postings, a plan.Alternative, documents []uint32) (Hits, error) {
	out := m.Arena.hits(len(documents))
	at := make([]int, len(lists)) // in each list
	places := make([][]uint32, len(lists))
next:
	for n, d := range documents {
		if n%often == often-1 && ctx.Err() != nil {
			return Hits{}, ctx.Err()
		}
		var frequency float32
		for i, l := range lists {
			at[i] = seek(l.Documents, at[i], d)
			if at[i] == len(l.Documents) {
				break next
			}
			if l.Documents[at[i]] != d {
				continue next
			}
			places[i] = l.At(at[i])
			frequency += l.Frequencies[at[i]]
		}
		if count := a.CountTogether(places); count > 0 {
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

// proximityLooked is how many of the best hits are looked at to bring those closer
// in which words stand side by side: all of a few papers' hits; of a large
// collection's those that can reach the first pages.
const proximityLooked = 1_000

// RaiseByProximity raises the scores of hits in which words that stand side by side
// in the query are close to each other.
func (m *Matcher) RaiseByProximity(ctx context.Context, h Hits, pairs []plan.Alternative) (Hits, error) {
	if len(pairs) == 0 || len(h.Documents) == 0 {
		return h, nil
	}
	h = m.Own(h)
	if hits := m.hits(h); hits > proximityLooked {
		return h, m.raiseBestByProximity(ctx, h, hits, pairs)
	}
	for _, pair := range pairs {
		near, _, err := m.phrase(ctx, pair)
		if err != nil {
			return Hits{}, err
		}
		h.raise(near, pair.Weight)
	}
	return h, nil
}

// hits returns how many hits some are, or, of a sample, the best of.
func (m *Matcher) hits(h Hits) int {
	if m.Lists.sample != nil && m.Lists.sample.Hits() > 0 {
		return max(len(h.Documents), m.Lists.sample.Hits())
	}
	return len(h.Documents)
}

// raiseBestByProximity looks at the best hits alone, and at their text alone: how
// many of all would have the words close is reckoned from them.
func (m *Matcher) raiseBestByProximity(ctx context.Context, h Hits, hits int, pairs []plan.Alternative) error {
	least := nthLargest(h.Scores, proximityLooked)
	best := m.Arena.hits(2 * proximityLooked).Documents
	for i, d := range h.Documents {
		if h.Scores[i] >= least && len(best) < cap(best) {
			best = append(best, d)
		}
	}
	for _, pair := range pairs {
		near, err := m.phraseIn(ctx, schema.FieldFor(schema.Text, pair.Exact), pair, best)
		if err != nil {
			return err
		}
		near.saturate(m.idf(len(near.Documents) * (hits / len(best))))
		h.raise(near, pair.Weight)
	}
	return nil
}

// raise adds to the scores of hits those of others, weighted.
func (h Hits) raise(by Hits, weight float32) {
	at := 0
	for j, d := range by.Documents {
		at = seek(h.Documents, at, d)
		if at == len(h.Documents) {
			return
		}
		if h.Documents[at] == d {
			h.Scores[at] += weight * by.Scores[j]
		}
	}
}
