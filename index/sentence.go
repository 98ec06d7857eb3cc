package index

import (
	"context"
	"strings"

	"socsearch/index/match"
	"socsearch/index/plan"
	"socsearch/index/schema"
	"socsearch/index/words"
)

// fillerWeight is what a filler word counts against another as rare. It is a
// variable so that TestHalves can choose it again.
var fillerWeight float32 = 0.3

// loosely finds the passages that have any telling word of a query, and ranks
// them by all of its words at once. There is no line between those with all the
// words and those with some: a passage that has the words that tell comes before
// one that happens to have the others.
func (x *Index) loosely(m *match.Matcher, r Request) (*findings, error) {
	wide := x.collection.Planner(m.Ctx, false, r.Plain)
	wide.Wide = true
	wide.Loud = plan.IsLoud(r.Query)
	p := wide.Plan(r.Query.Root)
	printing := *m
	printing.Fields = schema.Printed
	words := plan.GroupOf(p)
	matched, _, err := printing.Nodes(words.Nodes)
	if err != nil {
		return nil, err
	}
	some, whole := m.Telling(words.Nodes, matched)
	g := plan.GroupOf(wide.WithFamilies(r.Query.Root, p))
	if err := wide.Err(); err != nil {
		return nil, err
	}
	matched, weights, err := m.Nodes(g.Nodes)
	if err != nil {
		return nil, err
	}
	for i, n := range g.Nodes {
		if plan.IsFiller(n) {
			weights[i] *= fillerWeight
			matched[i] = m.Weighted(matched[i], fillerWeight)
		}
	}
	scores := m.Covering(plan.MatchSome, m.Union(matched, match.Sum), matched, weights)
	if scores, err = m.RaiseByProximity(m.Among(scores, some), g.Pairs); err != nil {
		return nil, err
	}
	var full float32
	for _, w := range weights {
		full += w
	}
	literal, err := m.Wholly(match.Literally, p, scores)
	if err != nil {
		return nil, err
	}
	return &findings{Hits: scores, whole: whole, literal: literal, loose: true, full: full, plan: plan.WithoutFillers(words), expanded: wide.Expanded, notes: wide.Notes}, nil
}

// fillers returns the fillers among words that the documents print.
func (x *Index) fillers(typed []string) []string {
	p := x.collection.Planner(context.Background(), false, true)
	var found []string
	for _, w := range typed {
		if l, ok := p.BareWord(w); ok && words.FillerWords[strings.ToLower(w)] && p.Occurs(l) {
			found = append(found, w)
		}
	}
	return found
}
