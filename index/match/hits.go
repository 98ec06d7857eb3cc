package match

import (
	"math"
	"math/bits"

	"socsearch/index/plan"
	"socsearch/index/schema"
)

// Hits are documents, by number, with their scores.
type Hits struct {
	Documents []uint32 // ascending
	Scores    []float32
	shared    bool // with other searches: scores must not be changed
}

func (h *Hits) add(document uint32, score float32) {
	h.Documents = append(h.Documents, document)
	h.Scores = append(h.Scores, score)
}

// The parameters of BM25F (Robertson and Zaragoza, The Probabilistic Relevance
// Framework, 2009). The relevance test hardly moves between k1 1.2 and 5, b 0.4
// and 0.75, and headings and names from half to twice the text: these are from
// the middle.
const (
	K1    = 2   // how soon further occurrences stop to count
	bm25B = 0.6 // how much long passages are held back
)

// fieldWeights tell how much a word counts in a field.
var fieldWeights = map[string]float32{
	schema.Text:    1,
	schema.Heading: 1.2, // what stands under a heading is about it
	schema.Name:    1.2,
	schema.Note:    0.5, // an aside
}

// Weigher weighs occurrences in a field by the field, and by its length in words.
type Weigher struct {
	weight, mean float32
}

// NewWeigher returns the weigher of a field. lengths are the fields' mean lengths.
func NewWeigher(field string, lengths map[string]float64) Weigher {
	return Weigher{fieldWeight(field), float32(max(lengths[schema.Plain(field)], 1))}
}

// Weigh weighs how often a term stands in a field of some length.
func (w Weigher) Weigh(frequency, length float32) float32 {
	return w.Normed(frequency, w.Norm(length))
}

// Norm is what a length divides frequencies by.
func (w Weigher) Norm(length float32) float32 { return 1 - bm25B + bm25B*length/w.mean }

// Normed weighs how often a term stands in a field whose norm is known.
func (w Weigher) Normed(frequency, norm float32) float32 { return w.weight * frequency / norm }

// IDF is the weight of a term that stands in n documents of a collection.
func IDF(n, collection int) float32 {
	return float32(math.Log(1 + (float64(collection)-float64(n)+0.5)/(float64(n)+0.5)))
}

// idf is the weight of a term that stands in n documents.
func (m *Matcher) idf(n int) float32 {
	if m.Lists.sample != nil {
		return IDF(n, m.Lists.sample.Collection())
	}
	return IDF(n, m.Lists.Size())
}

// many returns how many documents have an alternative: as many as were found, unless
// the lists are a sample's.
func (m *Matcher) many(a plan.Alternative, found int) int {
	if m.Lists.sample != nil {
		return m.Lists.sample.Counted(m.Fields, a)
	}
	return found
}

// join makes the score of a document that two hits have.
type join int

const (
	Sum join = iota
	greater
)

// denseShare tells when hits are joined in an array with a place for every
// document: when they are more than this share of all documents. Below that it
// costs less to merge them.
const denseShare = 1.0 / 16

// Union joins hits: every document that is in any.
func (m *Matcher) Union(all []Hits, how join) Hits {
	switch {
	case len(all) == 0:
		return Hits{}
	case len(all) == 1:
		return all[0]
	case !m.isDense(all):
		out := all[0]
		for _, h := range all[1:] {
			out = m.merge(out, h, how)
		}
		return out
	}
	return m.dense(all, how)
}

// isDense reports whether hits are better joined in an array: see denseShare.
func (m *Matcher) isDense(all []Hits) bool {
	return float64(countAll(all)) >= denseShare*float64(m.Lists.Size())
}

func countAll(all []Hits) int {
	n := 0
	for _, h := range all {
		n += len(h.Documents)
	}
	return n
}

func (m *Matcher) dense(all []Hits, how join) Hits {
	n := m.Lists.Size()
	seen, scores := m.Arena.Set(n), m.Arena.zeros(n)
	for _, h := range all {
		for i, d := range h.Documents {
			switch score := h.Scores[i]; {
			case how == Sum || !seen.Has(d):
				scores[d] += score
			case score > scores[d]:
				scores[d] = score
			}
			seen.Add(d)
		}
	}
	out := m.Arena.hits(min(countAll(all), n))
	for i, w := range seen {
		for ; w != 0; w &= w - 1 {
			d := uint32(i*wordBits + bits.TrailingZeros64(w))
			out.add(d, scores[d])
		}
	}
	return out
}

// merge joins two hits.
func (m *Matcher) merge(a, b Hits, how join) Hits {
	if len(a.Documents) == 0 {
		return b
	}
	if len(b.Documents) == 0 {
		return a
	}
	out := m.Arena.hits(len(a.Documents) + len(b.Documents))
	i, j := 0, 0
	for i < len(a.Documents) && j < len(b.Documents) {
		switch d, e := a.Documents[i], b.Documents[j]; {
		case d < e:
			out.add(d, a.Scores[i])
			i++
		case d > e:
			out.add(e, b.Scores[j])
			j++
		case how == Sum:
			out.add(d, a.Scores[i]+b.Scores[j])
			i, j = i+1, j+1
		default:
			out.add(d, max(a.Scores[i], b.Scores[j]))
			i, j = i+1, j+1
		}
	}
	out.Documents = append(append(out.Documents, a.Documents[i:]...), b.Documents[j:]...)
	out.Scores = append(append(out.Scores, a.Scores[i:]...), b.Scores[j:]...)
	return out
}

// common keeps the hits of a that b has too, with the sum of their scores.
func (m *Matcher) common(a, b Hits) Hits {
	out := m.Arena.hits(min(len(a.Documents), len(b.Documents)))
	for i, j := 0, 0; i < len(a.Documents) && j < len(b.Documents); {
		switch {
		case a.Documents[i] < b.Documents[j]:
			i++
		case a.Documents[i] > b.Documents[j]:
			j++
		default:
			out.add(a.Documents[i], a.Scores[i]+b.Scores[j])
			i, j = i+1, j+1
		}
	}
	return out
}

// Without keeps the hits of a that b hasn't.
func (m *Matcher) Without(a, b Hits) Hits {
	if len(b.Documents) == 0 {
		return a
	}
	out := m.Arena.hits(len(a.Documents))
	j := 0
	for i, d := range a.Documents {
		for j < len(b.Documents) && b.Documents[j] < d {
			j++
		}
		if j == len(b.Documents) || b.Documents[j] != d {
			out.add(d, a.Scores[i])
		}
	}
	return out
}

// Own returns hits whose scores may be changed.
func (m *Matcher) Own(h Hits) Hits {
	if !h.shared {
		return h
	}
	out := m.Arena.hits(len(h.Documents))
	out.Documents, out.Scores = h.Documents, append(out.Scores, h.Scores...)
	return out
}

// Weighted multiplies scores.
func (m *Matcher) Weighted(h Hits, weight float32) Hits {
	if weight == 1 {
		return h
	}
	h = m.Own(h)
	for i := range h.Scores {
		h.Scores[i] *= weight
	}
	return h
}
