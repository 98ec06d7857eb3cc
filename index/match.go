package index

import (
	"context"
	"strings"

	bleveindex "github.com/blevesearch/bleve_index_api"
)

// matcher runs a plan.
type matcher struct {
	ctx    context.Context
	index  *Index
	fields []string // where to look
}

// match returns the documents that a plan matches, and how much weight the plan
// has among others in a group.
func (m *matcher) match(p plan) (hits, float32, error) {
	switch p := p.(type) {
	case leaf:
		return m.leaf(p)
	case group:
		return m.group(p)
	case negation:
		h, weight, err := m.match(p.node)
		return without(m.everything(), h), weight, err
	case restriction:
		narrow := *m
		narrow.fields = p.fields
		return narrow.match(p.node)
	case paragraphs:
		h, err := m.paragraphs(p)
		return h, 1, err
	}
	return hits{}, 0, nil
}

// everything is every document with no score.
func (m *matcher) everything() hits {
	all := m.index.all.ToArray()
	return hits{all, make([]float32, len(all))}
}

// leaf scores each alternative of a leaf; a document has the best of them.
func (m *matcher) leaf(l leaf) (all hits, weight float32, err error) {
	for _, a := range l.alternatives {
		var h hits
		var idf float32
		switch {
		case a.plan != nil:
			h, idf, err = m.match(a.plan)
		case len(a.terms) == 0:
			continue
		case a.prefix:
			h, idf, err = m.prefix(a)
		case len(a.terms) > 1:
			h, idf, err = m.phrase(a)
		default:
			h, idf, err = m.term(a.terms[0], a.exact)
		}
		if err != nil {
			return hits{}, 0, err
		}
		for i := range h.scores {
			h.scores[i] *= a.weight
		}
		weight = max(weight, idf*a.weight)
		all = merge(all, h, greater)
	}
	return all, weight, nil
}

// term scores the documents that have a term in any of the fields.
func (m *matcher) term(term string, exact bool) (hits, float32, error) {
	var all hits
	for _, field := range m.fields {
		h, err := m.index.frequencies(m.ctx, fieldFor(field, exact), term)
		if err != nil {
			return hits{}, 0, err
		}
		all = merge(all, h, sum)
	}
	idf := m.index.idf(len(all.documents))
	if len(all.documents) == 0 {
		return all, 0, nil
	}
	all.saturate(idf)
	return all, idf, nil
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
				weights[i] = m.index.idf(1)
			}
		}
	}
	h := combine(g.need, matched, weights)
	if len(matched) == 0 && len(excluded) > 0 {
		h = m.everything()
	}
	for _, e := range excluded {
		h = without(h, e)
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
func combine(n need, matched []hits, weights []float32) hits {
	var total float32
	for _, w := range weights {
		total += w
	}
	var scores, cover hits
	for i, h := range matched {
		if n == needAll && i > 0 {
			scores = common(scores, h)
			continue
		}
		if n == needMost || n == needSome {
			share := hits{h.documents, make([]float32, len(h.documents))}
			for j := range share.scores {
				share.scores[j] = weights[i] / max(total, 1e-6)
			}
			cover = merge(cover, share, sum)
		}
		scores = merge(scores, h, sum)
	}
	if n != needMost && n != needSome {
		return scores
	}
	words := 0
	for _, w := range weights {
		if w > 0 {
			words++
		}
	}
	least := shareFor(n, words)
	var kept hits
	for i, d := range scores.documents {
		if c := cover.scores[i]; c >= least {
			kept.add(d, scores.scores[i]*c)
		}
	}
	return kept
}

// bringCloser raises the scores of hits in which words that stand side by side
// in the query are close to each other.
func (m *matcher) bringCloser(h hits, pairs []alternative) (hits, error) {
	for _, pair := range pairs {
		near, _, err := m.phrase(pair)
		if err != nil {
			return hits{}, err
		}
		for i, j := 0, 0; i < len(h.documents) && j < len(near.documents); {
			switch {
			case h.documents[i] < near.documents[j]:
				i++
			case h.documents[i] > near.documents[j]:
				j++
			default:
				h.scores[i] += pair.weight * near.scores[j]
				i, j = i+1, j+1
			}
		}
	}
	return h, nil
}

// paragraphs finds numbered paragraphs by their numbers.
func (m *matcher) paragraphs(p paragraphs) (hits, error) {
	set := hits{}
	for n := p.from; n <= p.to; n++ {
		found, err := m.index.store.documents(fieldNumber, paragraphNumber(n))
		if err != nil {
			return hits{}, err
		}
		one := hits{documents: found.ToArray()}
		one.scores = make([]float32, len(one.documents))
		for i := range one.scores {
			one.scores[i] = 1
		}
		set = merge(set, one, greater)
	}
	return set, nil
}

// maxExpansion is how many words a beginning stands for at most: those that
// stand in most passages.
const maxExpansion = 64

// prefix scores the documents that have a word with a beginning.
func (m *matcher) prefix(a alternative) (all hits, best float32, err error) {
	forms, err := m.index.withPrefix(m.fields, a.terms[0], maxExpansion)
	if err != nil {
		return hits{}, 0, err
	}
	for _, form := range forms {
		h, idf, err := m.term(form, true)
		if err != nil {
			return hits{}, 0, err
		}
		all = merge(all, h, greater)
		best = max(best, idf)
	}
	return all, best, nil
}

// phrase scores the documents in which the terms of an alternative stand
// together.
func (m *matcher) phrase(a alternative) (hits, float32, error) {
	var all hits
	for _, field := range m.fields {
		h, err := m.phraseIn(fieldFor(field, a.exact), a)
		if err != nil {
			return hits{}, 0, err
		}
		all = merge(all, h, sum)
	}
	if len(all.documents) == 0 {
		return all, 0, nil
	}
	idf := m.index.idf(len(all.documents))
	all.saturate(idf)
	return all, idf, nil
}

// phraseIn finds the documents in whose field the terms stand together, and how
// often, weighted and normalised.
func (m *matcher) phraseIn(field string, a alternative) (hits, error) {
	candidates, err := m.index.frequencies(m.ctx, field, a.terms[0])
	if err != nil {
		return hits{}, err
	}
	for _, term := range a.terms[1:] {
		h, err := m.index.frequencies(m.ctx, field, term)
		if err != nil {
			return hits{}, err
		}
		candidates = common(candidates, h)
	}
	if len(candidates.documents) == 0 {
		return hits{}, nil
	}
	readers := make([]bleveindex.TermFieldReader, len(a.terms))
	defer func() {
		for _, r := range readers {
			if r != nil {
				r.Close()
			}
		}
	}()
	for i, term := range a.terms {
		if readers[i], err = m.index.store.reader.TermFieldReader(m.ctx, []byte(term), field, true, true, true); err != nil {
			return hits{}, err
		}
	}
	var out hits
	for i, d := range candidates.documents {
		places := make([][]uint64, len(readers))
		for j, r := range readers {
			if places[j], err = positions(r, d); err != nil {
				return hits{}, err
			}
		}
		if n := together(places, a); n > 0 {
			out.add(d, candidates.scores[i]/float32(len(a.terms))*float32(n))
		}
	}
	return out, nil
}

// positions returns the places of a term in a document, ascending.
func positions(r bleveindex.TermFieldReader, document uint32) ([]uint64, error) {
	d, err := r.Advance(bleveindex.NewIndexInternalID(nil, uint64(document)), nil)
	if err != nil || d == nil || uint32(d.ID.Value()) != document {
		return nil, err
	}
	places := make([]uint64, len(d.Vectors))
	for i, v := range d.Vectors {
		places[i] = v.Pos
	}
	return places, nil
}

// together counts the places where terms stand together, each at one of its
// places: in order and side by side, or near each other in any order.
func together(places [][]uint64, a alternative) int {
	count := 0
	for _, start := range places[0] {
		if standsAt(places, start, a) {
			count++
		}
	}
	return count
}

// standsAt tells whether the terms stand together with the first at a place.
func standsAt(places [][]uint64, start uint64, a alternative) bool {
	if a.near {
		return withinSpan(places[1:], start, uint64(len(places)-1+a.slop))
	}
	return follows(places[1:], start)
}

func follows(places [][]uint64, start uint64) bool {
	for i, ps := range places {
		if !contains(ps, start+uint64(i)+1) {
			return false
		}
	}
	return true
}

func contains(places []uint64, want uint64) bool {
	for _, p := range places {
		if p == want {
			return true
		}
	}
	return false
}

// withinSpan tells whether every term has a place such that all lie, with
// start, within span.
func withinSpan(places [][]uint64, start, span uint64) bool {
	for low := start - min(span, start); low <= start; low++ {
		all := true
		for _, ps := range places {
			near := false
			for _, p := range ps {
				near = near || (p >= low && p <= low+span && p != start)
			}
			all = all && near
		}
		if all {
			return true
		}
	}
	return false
}
