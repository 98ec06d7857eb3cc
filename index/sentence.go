package index

import (
	"context"
	"slices"
	"strings"

	"socsearch/index/query"
)

// sentenceWords is how many plain words make a query a sentence: a question, or
// a need in a person's own words. In fewer every word is meant.
const sentenceWords = 5

// plainWords returns the words of a query that is words alone: without quotation
// marks, operators, fields, beginnings or digits; nil for any other.
func plainWords(q query.Query) []string {
	nodes := []query.Node{q.Root}
	if row, ok := q.Root.(query.Words); ok {
		nodes = row.Nodes
	}
	var words []string
	for _, n := range nodes {
		w, ok := n.(query.Word)
		if !ok || strings.ContainsAny(w.Text, "0123456789") {
			return nil
		}
		words = append(words, w.Text)
	}
	return words
}

// fillerWeight is what a filler word counts against another as rare. It is a
// variable so that TestHalves can choose it again.
var fillerWeight float32 = 0.3

// loosely finds the passages that have any telling word of a query, and ranks
// them by all of its words at once. There is no line between those with all the
// words and those with some: a passage that has the words that tell comes before
// one that happens to have the others.
func (x *Index) loosely(m *matcher, r Request) (*findings, error) {
	wide := x.collection.planner(m.ctx, false, r.Plain)
	wide.wide = true
	wide.loud = isLoud(r.Query)
	p := wide.plan(r.Query.Root)
	printing := *m
	printing.fields = printedFields
	words := sideBySide(p)
	matched, _, err := printing.nodes(words.nodes)
	if err != nil {
		return nil, err
	}
	some, whole := m.telling(words.nodes, matched)
	g := sideBySide(wide.withKin(r.Query.Root, p))
	if err := wide.err(); err != nil {
		return nil, err
	}
	matched, weights, err := m.nodes(g.nodes)
	if err != nil {
		return nil, err
	}
	for i, n := range g.nodes {
		if isFiller(n) {
			weights[i] *= fillerWeight
			matched[i] = m.weighted(matched[i], fillerWeight)
		}
	}
	scores := m.covering(needSome, m.union(matched, sum), matched, weights)
	if scores, err = m.bringCloser(m.among(scores, some), g.closer); err != nil {
		return nil, err
	}
	var full float32
	for _, w := range weights {
		full += w
	}
	literal, err := m.wholly(literally, p, scores)
	if err != nil {
		return nil, err
	}
	return &findings{hits: scores, whole: whole, literal: literal, loose: true, full: full, marks: newMarks(withoutFillers(words)), expanded: wide.expanded, notes: wide.notes}, nil
}

// withoutFillers leaves out the fillers of a group that has other words: a snippet
// needn't show them.
func withoutFillers(g group) group {
	var nodes []plan
	for _, n := range g.nodes {
		if !isFiller(n) {
			nodes = append(nodes, n)
		}
	}
	if len(nodes) > 0 {
		g.nodes = nodes
	}
	return g
}

// sideBySide returns a plan as a group.
func sideBySide(p plan) group {
	if g, ok := p.(group); ok {
		return g
	}
	return group{nodes: []plan{p}}
}

// nodes matches each of a group's nodes.
func (m *matcher) nodes(nodes []plan) (matched []hits, weights []float32, err error) {
	for _, n := range nodes {
		h, weight, err := m.match(n)
		if err != nil {
			return nil, nil, err
		}
		matched, weights = append(matched, h), append(weights, weight)
	}
	return matched, weights, nil
}

// telling returns the documents that have any of the words that tell what is
// meant, and those that have all of the words but for fillers.
//
// Fillers never tell, unless there are no other words.
func (m *matcher) telling(nodes []plan, matched []hits) (some, whole bitset) {
	fillersAlone := !slices.ContainsFunc(nodes, func(n plan) bool { return !isFiller(n) })
	some = m.arena.set(m.lists.Size())
	for i, n := range nodes {
		if isFiller(n) && !fillersAlone {
			continue
		}
		some.addAll(matched[i].documents)
		if own := m.set(matched[i]); whole == nil {
			whole = own
		} else {
			whole.and(own)
		}
	}
	return some, whole
}

// among keeps the hits that are in a set.
func (m *matcher) among(h hits, set bitset) hits {
	kept := m.arena.hits(len(h.documents))
	for i, d := range h.documents {
		if set.has(d) {
			kept.add(d, h.scores[i])
		}
	}
	return kept
}

func isFiller(n plan) bool {
	l, ok := n.(leaf)
	return ok && l.filler
}

// fillers returns the fillers among words that the documents print.
func (x *Index) fillers(words []string) []string {
	p := x.collection.planner(context.Background(), false, true)
	var found []string
	for _, w := range words {
		if l, ok := p.bareWord(w); ok && fillerWords[strings.ToLower(w)] && p.occurs(l) {
			found = append(found, w)
		}
	}
	return found
}

// fillerWords are words that have a meaning and tell next to nothing of what is
// looked for: English verbs, adverbs and adjectives with which almost anything
// can be asked. Unlike function words they are looked for.
var fillerWords = func() map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(`
		use uses used using make makes made making take takes took taken taking come comes came coming go goes went gone going
		give gives gave given giving put puts keep keeps kept want wants wanted need needs needed like likes try tries tried trying
		know knows known think thinks mean means meant say says said happen happens happened happening work works worked working
		look looks looked looking see sees seen seem seems done start starts started help helps helped helping end ends ended
		thing things way ways kind kinds sort sorts lot lots bit part parts case cases example examples people person anyone someone everyone
		good better best bad worse worst new old big small great little long much less least enough mostly main certain
		near here now today still already yet ever never always often just even really actually too quite instead else again around away back
		every each another other others several different same such one two first last next
		whether however therefore though although unless while`) {
		m[w] = true
	}
	return m
}()
