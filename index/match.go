package index

import (
	"context"
	"slices"
	"strings"
)

// matcher runs a plan.
type matcher struct {
	ctx    context.Context
	lists  *lists
	fields []string // where to look
	arena  *arena
	breadth
}

// breadth is how much of words side by side a passage must have.
type breadth int

const (
	asPlanned breadth = iota
	strictly          // all
	literally         // all, and in themselves: nothing that stands for them
	typed             // all, in a form of what was typed: no other name of it
	loosely           // any
)

// often is how many postings or hits are looked at between looks at the clock.
const often = 1 << 12

// match returns the documents that a plan matches, and how much weight the plan
// has among others in a group.
func (m *matcher) match(p plan) (hits, float32, error) {
	if err := m.ctx.Err(); err != nil {
		return hits{}, 0, err
	}
	switch p := p.(type) {
	case leaf:
		return m.leaf(p)
	case group:
		return m.group(p)
	case negation:
		h, weight, err := m.match(p.node)
		return m.without(m.everything(), h), weight, err
	case restriction:
		narrow := *m
		narrow.fields = p.fields
		return narrow.match(p.node)
	case numbered:
		h, err := m.numbered(p)
		return h, 1, err
	}
	return hits{}, 0, nil
}

// everything is every document with no score.
func (m *matcher) everything() hits {
	n := m.lists.Size()
	all := m.arena.hits(n)
	for d := range n {
		all.add(uint32(d), 0)
	}
	return all
}

// leaf scores each alternative of a leaf; a document has the best of them. What
// stands for a word has less weight than the word, but where no passage has the word
// it is all there is: often the word that tells what is meant.
func (m *matcher) leaf(l leaf) (hits, float32, error) {
	var found []hits
	var weight float32
	own := false // the word itself stands somewhere
	for i, a := range l.alternatives {
		if a.stands && m.breadth == literally || a.added && m.breadth == typed || a.apart && m.breadth == strictly {
			continue
		}
		h, idf, err := m.alternative(a)
		if err != nil {
			return hits{}, 0, err
		}
		if len(h.documents) > 0 {
			found = append(found, m.weighted(h, a.weight))
		}
		if i == 0 {
			own = len(h.documents) > 0
		}
		if own {
			idf *= a.weight
		}
		weight = max(weight, idf)
	}
	return m.union(found, greater), weight, nil
}

func (m *matcher) alternative(a alternative) (hits, float32, error) {
	switch {
	case a.plan != nil:
		return m.match(a.plan)
	case len(a.terms) == 0:
		return hits{}, 0, nil
	case a.prefix && len(a.terms) == 1:
		return m.prefix(a)
	case len(a.terms) > 1:
		return m.phrase(a)
	}
	return m.term(a.terms[0], a.exact)
}

// term scores the documents that have a term in any of the fields.
func (m *matcher) term(term string, exact bool) (hits, float32, error) {
	key := listKey{m.scoredKey(exact), term}
	if kept, ok := m.lists.get(key); ok {
		l := kept.(*scoredList)
		return l.hits, l.idf, nil
	}
	var found []hits
	for _, field := range m.fields {
		l, err := m.lists.readList(m.ctx, fieldFor(field, exact), term, false)
		if err != nil {
			return hits{}, 0, err
		}
		if len(l.documents) > 0 {
			found = append(found, hits{documents: l.documents, scores: l.frequencies})
		}
	}
	all := m.union(found, sum)
	l := &scoredList{hits: hits{slices.Clone(all.documents), slices.Clone(all.scores), true}}
	if len(all.documents) > 0 {
		l.idf = m.idf(len(all.documents))
		l.saturate(l.idf)
	}
	m.lists.put(key, l)
	return l.hits, l.idf, nil
}

// scoredKey names the fields that are scored together.
func (m *matcher) scoredKey(exact bool) string {
	const all, allExact = "*", "*" + exactSuffix
	switch {
	case len(m.fields) != len(searchedFields):
		return fieldFor("*"+strings.Join(m.fields, " "), exact)
	case exact:
		return allExact
	}
	return all
}

// saturate turns frequencies into scores.
func (h hits) saturate(idf float32) {
	for i, f := range h.scores {
		h.scores[i] = idf * f * (bm25K1 + 1) / (bm25K1 + f)
	}
}

func fieldFor(field string, exact bool) string {
	if exact {
		return field + exactSuffix
	}
	return field
}

func plainField(field string) string { return strings.TrimSuffix(field, exactSuffix) }

func fieldWeight(field string) float32 { return fieldWeights[plainField(field)] }

// group matches nodes side by side.
func (m *matcher) group(g group) (hits, float32, error) {
	var matched, excluded []hits
	var weights []float32
	var total float32
	for _, n := range g.nodes {
		node := n
		not, isNegation := n.(negation)
		isNegation = isNegation && g.need != needAny // either side of OR is enough, without a word as with one
		if isNegation {
			node = not.node
		}
		h, weight, err := m.match(node)
		if err != nil {
			return hits{}, 0, err
		}
		if isNegation {
			excluded = append(excluded, h)
			continue
		}
		matched = append(matched, h)
		weights = append(weights, weight)
		total += weight
	}
	if len(matched) <= fewWords {
		for i, w := range weights {
			if w == 0 { // it stands nowhere, and nothing is rarer
				weights[i] = m.idf(1)
			}
		}
	}
	h := m.combine(g.need, matched, weights)
	if len(matched) == 0 && len(excluded) > 0 {
		h = m.everything()
	}
	for _, e := range excluded {
		h = m.without(h, e)
	}
	h, err := m.bringCloser(h, g.closer)
	return h, total, err
}

// fewWords is how many words are few: each is meant, even one that stands
// nowhere. In a question some words are only there to make a sentence.
const fewWords = 3

// shareFor is the share of a query's weight that a passage must match: all of
// one or two words, most of three, some of a question.
func shareFor(n need, nodes int) float32 {
	switch {
	case n == needSome:
		return 0
	case nodes <= 2:
		return 0.85
	case nodes <= fewWords:
		return 0.6
	}
	return 0.4
}

// combine joins the hits of a group's nodes.
func (m *matcher) combine(n need, matched []hits, weights []float32) hits {
	words := n == needMost || n == needSome
	switch {
	case words && (m.breadth == strictly || m.breadth == literally || m.breadth == typed):
		n = needAll
	case words && m.breadth == loosely:
		n = needAny
	}
	if n == needAll {
		var all hits
		for i, h := range matched {
			if i == 0 {
				all = h
				continue
			}
			all = m.common(all, h)
		}
		return all
	}
	scores := m.union(matched, sum)
	if n == needAny || len(matched) == 1 && weights[0] > 0 { // one word is all of the query
		return scores
	}
	return m.covering(n, scores, matched, weights)
}

// covering keeps the hits that match enough of the query's weight, and holds
// those back that lack something.
func (m *matcher) covering(n need, scores hits, matched []hits, weights []float32) hits {
	var total float32
	words := 0
	for _, w := range weights {
		total += w
		if w > 0 {
			words++
		}
	}
	cover := m.arena.zeros(m.lists.Size()) // by document
	for i, h := range matched {
		share := weights[i] / max(total, 1e-6)
		for _, d := range h.documents {
			cover[d] += share
		}
	}
	least := shareFor(n, words)
	kept := m.arena.hits(len(scores.documents))
	for i, d := range scores.documents {
		if c := cover[d]; c >= least {
			kept.add(d, scores.scores[i]*c)
		}
	}
	return kept
}

// numbered finds passages by their numbers, or those of their footnotes.
func (m *matcher) numbered(p numbered) (hits, error) {
	var found []hits
	for _, n := range p.numbers {
		documents, err := m.lists.Documents(m.ctx, p.field, n)
		if err != nil {
			return hits{}, err
		}
		found = append(found, sameScore(documents))
	}
	return m.union(found, greater), nil
}

// places finds passages by their ids.
func (m *matcher) places(ids []string) (hits, error) {
	var found []hits
	for _, id := range ids {
		documents, err := m.lists.Documents(m.ctx, fieldID, id)
		if err != nil {
			return hits{}, err
		}
		found = append(found, sameScore(documents))
	}
	return m.union(found, greater), nil
}

// sameScore gives documents that are all as good the score 1.
func sameScore(documents []uint32) hits {
	h := hits{documents: documents, scores: make([]float32, len(documents))}
	for i := range h.scores {
		h.scores[i] = 1
	}
	return h
}

// maxExpansion is how many words a beginning stands for at most: those that
// stand in most passages.
const maxExpansion = 64

// prefix scores the documents that have a word with a beginning.
func (m *matcher) prefix(a alternative) (hits, float32, error) {
	var found []hits
	var best float32
	for _, form := range m.lists.terms().withPrefix(m.fields, a.terms[0], maxExpansion) {
		if err := m.ctx.Err(); err != nil {
			return hits{}, 0, err
		}
		h, idf, err := m.term(form, true)
		if err != nil {
			return hits{}, 0, err
		}
		found = append(found, h)
		best = max(best, idf)
	}
	return m.union(found, greater), best, nil
}
