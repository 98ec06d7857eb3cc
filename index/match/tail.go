package match

// Set returns the documents of hits as a set.
func (m *Matcher) Set(h Hits) Bitset { return m.Arena.Set(m.Lists.Size()).AddAll(h.Documents) }

// behindAll keeps the best hit with some of the words below the last with all.
const behindAll = 0.99

// maxTail is how many passages with some of the words are shown behind those
// with all: a page.
const maxTail = 20

// Best keeps the n hits with the highest scores.
func (m *Matcher) Best(h Hits, n int) Hits {
	if len(h.Documents) <= n {
		return h
	}
	least := nthLargest(h.Scores, n)
	kept := m.Arena.hits(len(h.Documents))
	for i, s := range h.Scores {
		if s >= least {
			kept.add(h.Documents[i], s)
		}
	}
	return kept
}

// WithTail puts the hits that match some of the words behind those that match
// all, in their own order.
func (m *Matcher) WithTail(all, tail Hits) Hits {
	if len(all.Documents) == 0 {
		return tail
	}
	least, most := all.Scores[0], float32(0)
	for _, s := range all.Scores {
		least = min(least, s)
	}
	for _, s := range tail.Scores {
		most = max(most, s)
	}
	if most >= least {
		tail = m.Weighted(tail, behindAll*least/most)
	}
	return m.merge(all, tail, Sum)
}
