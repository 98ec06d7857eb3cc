package index

import (
	"math"
	"math/bits"
)

// hits are documents, by number, with their scores.
type hits struct {
	documents []uint32 // ascending
	scores    []float32
	shared    bool // with other searches: scores must not be changed
}

func (h *hits) add(document uint32, score float32) {
	h.documents = append(h.documents, document)
	h.scores = append(h.scores, score)
}

// The parameters of BM25F (Robertson and Zaragoza, The Probabilistic Relevance
// Framework, 2009). The relevance test hardly moves between k1 1.2 and 5, b 0.4
// and 0.75, and headings and names from half to twice the text: these are from
// the middle.
const (
	bm25K1 = 2   // how soon further occurrences stop to count
	bm25B  = 0.6 // how much long passages are held back
)

// fieldWeights tell how much a word counts in a field.
var fieldWeights = map[string]float32{
	fieldText:    1,
	fieldHeading: 1.2, // what stands under a heading is about it
	fieldName:    1.2,
	fieldNote:    0.5, // an aside
	fieldSection: 1,
}

// weigher returns how occurrences in a field are weighted and normalised by the
// field's length, both in words. lengths are the fields' mean lengths.
func weigher(field string, lengths map[string]float64) func(frequency, length float32) float32 {
	weight, mean := fieldWeight(field), float32(max(lengths[plainField(field)], 1))
	return func(frequency, length float32) float32 {
		return weight * frequency / (1 - bm25B + bm25B*length/mean)
	}
}

// idf is the weight of a term that stands in n documents.
func (m *matcher) idf(n int) float32 {
	total := float64(m.lists.Size())
	return float32(math.Log(1 + (total-float64(n)+0.5)/(float64(n)+0.5)))
}

// join makes the score of a document that two hits have.
type join int

const (
	sum join = iota
	greater
)

// denseShare tells when hits are joined in an array with a place for every
// document: when they are more than this share of all documents. Below that it
// costs less to merge them.
const denseShare = 1.0 / 16

// union joins hits: every document that is in any.
func (m *matcher) union(all []hits, how join) hits {
	total := 0
	for _, h := range all {
		total += len(h.documents)
	}
	switch {
	case len(all) == 0:
		return hits{}
	case len(all) == 1:
		return all[0]
	case float64(total) < denseShare*float64(m.lists.Size()):
		out := all[0]
		for _, h := range all[1:] {
			out = m.merge(out, h, how)
		}
		return out
	}
	return m.dense(all, how, total)
}

func (m *matcher) dense(all []hits, how join, total int) hits {
	n := m.lists.Size()
	seen, scores := m.arena.set(n), m.arena.zeros(n)
	for _, h := range all {
		for i, d := range h.documents {
			switch score := h.scores[i]; {
			case how == sum || !seen.has(d):
				scores[d] += score
			case score > scores[d]:
				scores[d] = score
			}
			seen.add(d)
		}
	}
	out := m.arena.hits(min(total, n))
	for i, w := range seen {
		for ; w != 0; w &= w - 1 {
			d := uint32(i*wordBits + bits.TrailingZeros64(w))
			out.add(d, scores[d])
		}
	}
	return out
}

// merge joins two hits.
func (m *matcher) merge(a, b hits, how join) hits {
	if len(a.documents) == 0 {
		return b
	}
	if len(b.documents) == 0 {
		return a
	}
	out := m.arena.hits(len(a.documents) + len(b.documents))
	i, j := 0, 0
	for i < len(a.documents) && j < len(b.documents) {
		switch d, e := a.documents[i], b.documents[j]; {
		case d < e:
			out.add(d, a.scores[i])
			i++
		case d > e:
			out.add(e, b.scores[j])
			j++
		case how == sum:
			out.add(d, a.scores[i]+b.scores[j])
			i, j = i+1, j+1
		default:
			out.add(d, max(a.scores[i], b.scores[j]))
			i, j = i+1, j+1
		}
	}
	out.documents = append(append(out.documents, a.documents[i:]...), b.documents[j:]...)
	out.scores = append(append(out.scores, a.scores[i:]...), b.scores[j:]...)
	return out
}

// common keeps the hits of a that b has too, with the sum of their scores.
func (m *matcher) common(a, b hits) hits {
	out := m.arena.hits(min(len(a.documents), len(b.documents)))
	for i, j := 0, 0; i < len(a.documents) && j < len(b.documents); {
		switch {
		case a.documents[i] < b.documents[j]:
			i++
		case a.documents[i] > b.documents[j]:
			j++
		default:
			out.add(a.documents[i], a.scores[i]+b.scores[j])
			i, j = i+1, j+1
		}
	}
	return out
}

// alsoIn keeps the hits of a that b has too, with a's scores.
func (m *matcher) alsoIn(a, b hits) hits {
	out := m.arena.hits(min(len(a.documents), len(b.documents)))
	j := 0
	for i, d := range a.documents {
		if j = seek(b.documents, j, d); j < len(b.documents) && b.documents[j] == d {
			out.add(d, a.scores[i])
		}
	}
	return out
}

// without keeps the hits of a that b hasn't.
func (m *matcher) without(a, b hits) hits {
	if len(b.documents) == 0 {
		return a
	}
	out := m.arena.hits(len(a.documents))
	j := 0
	for i, d := range a.documents {
		for j < len(b.documents) && b.documents[j] < d {
			j++
		}
		if j == len(b.documents) || b.documents[j] != d {
			out.add(d, a.scores[i])
		}
	}
	return out
}

// own returns hits whose scores may be changed.
func (m *matcher) own(h hits) hits {
	if !h.shared {
		return h
	}
	out := m.arena.hits(len(h.documents))
	out.documents, out.scores = h.documents, append(out.scores, h.scores...)
	return out
}

// weighted multiplies scores.
func (m *matcher) weighted(h hits, weight float32) hits {
	if weight == 1 {
		return h
	}
	h = m.own(h)
	for i := range h.scores {
		h.scores[i] *= weight
	}
	return h
}
