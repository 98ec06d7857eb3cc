package match

import (
	"socsearch/index/plan"
)

// fewWords is how many words are few: each is meant, even one that stands
// nowhere. In a question some words are only there to make a sentence.
const fewWords = 3

// FillWeights gives words that stand nowhere the weight of the rarest, where few are
// searched for.
func FillWeights(weights []float32, rarest float32) []float32 {
	if len(weights) <= fewWords {
		for i, w := range weights {
			if w == 0 {
				weights[i] = rarest
			}
		}
	}
	return weights
}

// shareFor is the share of a query's weight that a passage must match: all of
// one or two words, most of three, some of a question.
func shareFor(n plan.MinimumShouldMatch, nodes int) float32 {
	switch {
	case n == plan.MatchSome:
		return 0
	case nodes <= 2:
		return 0.85
	case nodes <= fewWords:
		return 0.6
	}
	return 0.4
}

// combine joins the hits of a group's nodes.
func (m *Matcher) combine(n plan.MinimumShouldMatch, matched []Hits, weights []float32) Hits {
	n = m.Breadth.Of(n)
	if n == plan.MatchAll {
		var all Hits
		for i, h := range matched {
			if i == 0 {
				all = h
				continue
			}
			all = m.common(all, h)
		}
		return all
	}
	if n == plan.MatchAny || len(matched) == 1 && weights[0] > 0 { // one word is all of the query
		return m.Union(matched, Sum)
	}
	if _, least := Shares(n, weights); least > 0 && m.isDense(matched) {
		return m.coveringDense(n, matched, weights)
	}
	return m.Covering(n, m.Union(matched, Sum), matched, weights)
}

// Shares returns the shares of weights in all of them, and the least share that a
// passage must match.
func Shares(n plan.MinimumShouldMatch, weights []float32) (shares []float32, least float32) {
	var total float32
	words := 0
	for _, w := range weights {
		total += w
		if w > 0 {
			words++
		}
	}
	shares = make([]float32, len(weights))
	for i, w := range weights {
		shares[i] = w / max(total, 1e-6)
	}
	return shares, shareFor(n, words)
}

// Covering keeps the hits that match enough of the query's weight, and holds
// those back that lack something.
func (m *Matcher) Covering(n plan.MinimumShouldMatch, scores Hits, matched []Hits, weights []float32) Hits {
	shares, least := Shares(n, weights)
	cover := m.Arena.zeros(m.Lists.Size()) // by document
	for i, h := range matched {
		for _, d := range h.Documents {
			cover[d] += shares[i]
		}
	}
	kept := m.Arena.hits(len(scores.Documents))
	for i, d := range scores.Documents {
		if c := cover[d]; c >= least {
			kept.add(d, scores.Scores[i]*c)
		}
	}
	return kept
}

// coveringDense is [Matcher.Covering] for the hits of frequent words: their scores and
// how much of the query they match are summed side by side, in one go.
func (m *Matcher) coveringDense(n plan.MinimumShouldMatch, matched []Hits, weights []float32) Hits {
	shares, least := Shares(n, weights)
	const score, cover, width = 0, 1, 2
	sums := m.Arena.zeros(width * m.Lists.Size()) // by document
	for i, h := range matched {
		for j, d := range h.Documents {
			both := sums[width*d : width*d+width]
			both[score] += h.Scores[j]
			both[cover] += shares[i]
		}
	}
	kept := m.Arena.hits(min(countAll(matched), m.Lists.Size()))
	for d := range uint32(m.Lists.Size()) {
		if c := sums[width*d+cover]; c >= least {
			kept.add(d, sums[width*d+score]*c)
		}
	}
	return kept
}
