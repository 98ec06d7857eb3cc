package match

import (
	"context"
	"slices"

	"socsearch/index/plan"
	"socsearch/index/schema"
	"socsearch/index/words"
)

// Ranked ranks by one plan the hits that print any of what another asks for. The
// first may have words of the same family, and names of organisations have words
// that a passage doesn't print: neither makes a hit by itself. Where no passage
// prints anything, the names are all there is.
//
// A single word is ranked by rankedWord.
func (m *Matcher) Ranked(ctx context.Context, p, by plan.Node) (Hits, error) {
	h, _, err := m.Match(ctx, by)
	if err != nil || len(h.Documents) == 0 {
		return h, err
	}
	if !plan.Several(p) {
		return m.rankedWord(ctx, p, h)
	}
	printed, err := m.printing(ctx, Loosely, p, h)
	if err != nil || len(printed.Documents) > 0 {
		return printed, err
	}
	return m.having(ctx, Loosely, m.Fields, p, h)
}

// rankedWord puts the hits of a single word in order: those that print a form of
// it, those that print what was searched for beside it, and those that name an
// organisation with it in its name.
func (m *Matcher) rankedWord(ctx context.Context, p plan.Node, h Hits) (Hits, error) {
	l, ok := p.(plan.Leaf)
	if !ok || len(l.Alternatives) == 1 && !inNames(m.Lists.terms(), p) {
		return h, nil
	}
	own, err := m.printing(ctx, typed, p, h)
	if err != nil {
		return Hits{}, err
	}
	printed, err := m.printing(ctx, Loosely, p, h)
	if err != nil {
		return Hits{}, err
	}
	behind := m.WithTail(m.Without(printed, own), m.Without(h, printed))
	return m.WithTail(own, behind), nil
}

// Wholly returns which of some hits of a plan print all that it asks for; with how
// literally, without what stands for it.
func (m *Matcher) Wholly(ctx context.Context, how Breadth, p plan.Node, hits Bitset) (Bitset, error) {
	set, err := m.with(how, schema.Printed).Having(ctx, p)
	if err == nil {
		set.And(hits)
	}
	return set, err
}

// printing keeps the hits that print any or all of what a plan asks for.
func (m *Matcher) printing(ctx context.Context, how Breadth, p plan.Node, h Hits) (Hits, error) {
	return m.having(ctx, how, schema.Printed, p, h)
}

// having keeps the hits that have any or all of what a plan asks for in some fields.
func (m *Matcher) having(ctx context.Context, how Breadth, fields []string, p plan.Node, h Hits) (Hits, error) {
	set, err := m.with(how, fields).Having(ctx, p)
	if err != nil {
		return Hits{}, err
	}
	return m.Among(h, set), nil
}

// with returns a matcher that looks in other fields for more or less of what is asked
// for.
func (m *Matcher) with(how Breadth, fields []string) *Matcher {
	other := *m
	other.Breadth, other.Fields = how, fields
	return &other
}

// inNames reports whether names of organisations have any term of a plan.
func inNames(v *words.Vocabulary, p plan.Node) bool {
	switch p := p.(type) {
	case plan.Leaf:
		return slices.ContainsFunc(p.Alternatives, func(a plan.Alternative) bool {
			return a.Prefix || a.Node != nil && inNames(v, a.Node) ||
				slices.ContainsFunc(a.Terms, func(t string) bool { return v.Frequency(schema.FieldFor(schema.Name, a.Exact), t) > 0 })
		})
	case plan.Group:
		return slices.ContainsFunc(p.Nodes, func(n plan.Node) bool { return inNames(v, n) })
	}
	return false
}
