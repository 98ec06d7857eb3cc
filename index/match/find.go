package match

import (
	"context"

	"socsearch/index/engine"
	"socsearch/index/plan"
	"socsearch/index/schema"
)

// Findings are what an ask finds, before any filter.
type Findings struct {
	Hits
	Whole   Bitset // hits that match all of the words; the others match some
	Literal Bitset // hits that print all of the words themselves
	Loose   bool
	Full    float32 // of a loose ask: what a passage scores that has each of its words once
}

// Tally is how much was found.
func (f *Findings) Tally() engine.Tally {
	return engine.Tally{Hits: len(f.Documents), Whole: f.Whole.Count(), Loose: f.Loose}
}

// Find returns what an ask finds.
func (m *Matcher) Find(ctx context.Context, ask *plan.Ask) (*Findings, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	switch {
	case ask.Everything:
		return m.all(m.Everything()), nil
	case len(ask.IDs) > 0:
		return m.findPlaces(ctx, ask)
	case ask.Plan == nil:
		return m.all(Hits{}), nil
	case ask.Loose:
		return m.findLoosely(ctx, ask)
	}
	h, err := m.Ranked(ctx, ask.Plan, ask.By)
	if err != nil {
		return nil, err
	}
	f, hits := &Findings{Hits: h}, m.Set(h)
	if f.Whole, err = m.Wholly(ctx, Strictly, ask.Plan, hits); err != nil {
		return nil, err
	}
	if f.Literal, err = m.Wholly(ctx, Literally, ask.Plan, hits); err != nil {
		return nil, err
	}
	if len(h.Documents) >= ask.Enough || ask.Wider == nil {
		return f, nil
	}
	return m.findWider(ctx, ask, f)
}

// all returns hits that match all that is asked for.
func (m *Matcher) all(h Hits) *Findings {
	return &Findings{Hits: h, Whole: m.Set(h), Literal: m.Set(h)}
}

// findPlaces finds passages by their ids, and behind them what a plan finds.
func (m *Matcher) findPlaces(ctx context.Context, ask *plan.Ask) (*Findings, error) {
	places, err := m.Places(ctx, ask.IDs)
	if err != nil || ask.Plan == nil {
		return m.all(places), err
	}
	words := *ask
	words.IDs = nil
	f, err := m.Find(ctx, &words)
	if err != nil {
		return nil, err
	}
	f.Hits = m.WithTail(places, m.Without(f.Hits, places))
	f.Whole.AddAll(places.Documents)
	return f, nil
}

// findWider looks for more where an ask found little.
func (m *Matcher) findWider(ctx context.Context, ask *plan.Ask, f *Findings) (*Findings, error) {
	wider, err := ask.Wider(ctx, len(f.Documents))
	if err != nil || wider == nil {
		return f, err
	}
	if wider.Loose {
		return m.findLoosely(ctx, wider)
	}
	more, err := m.Ranked(ctx, wider.Plan, wider.By)
	if err != nil {
		return nil, err
	}
	f.Hits = m.WithTail(f.Hits, m.Best(m.Without(more, f.Hits), maxTail))
	return f, nil
}

// FillerWeight is what a filler word counts against another as rare. It is a
// variable so that a test can choose it again.
var FillerWeight float32 = 0.3

// findLoosely finds the passages that have any telling word of a plan, and ranks
// them by all of its words at once. There is no line between those with all the
// words and those with some: a passage that has the words that tell comes before
// one that happens to have the others.
func (m *Matcher) findLoosely(ctx context.Context, ask *plan.Ask) (*Findings, error) {
	printing := *m
	printing.Fields = schema.Printed
	words := plan.GroupOf(ask.Plan)
	matched, _, err := printing.Nodes(ctx, words.Nodes)
	if err != nil {
		return nil, err
	}
	some, whole := m.Telling(words.Nodes, matched)
	g := plan.GroupOf(ask.By)
	matched, weights, err := m.Nodes(ctx, g.Nodes)
	if err != nil {
		return nil, err
	}
	for i, n := range g.Nodes {
		if plan.IsFiller(n) {
			weights[i] *= FillerWeight
			matched[i] = m.Weighted(matched[i], FillerWeight)
		}
	}
	scores := m.Covering(plan.MatchSome, m.Union(matched, Sum), matched, weights)
	if scores, err = m.RaiseByProximity(ctx, m.Among(scores, some), g.Pairs); err != nil {
		return nil, err
	}
	var full float32
	for _, w := range weights {
		full += w
	}
	literal, err := m.Wholly(ctx, Literally, ask.Plan, m.Set(scores))
	return &Findings{Hits: scores, Whole: whole, Literal: literal, Loose: true, Full: full}, err
}

// FindKin finds the passages that print all of a plan and weren't found.
func (m *Matcher) FindKin(ctx context.Context, p plan.Node, found Hits) (Hits, error) {
	h, _, err := m.with(Strictly, schema.Printed).Match(ctx, p)
	return m.Without(h, found), err
}
