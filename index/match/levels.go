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
	return m.having(ctx, Loosely, p, h)
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

// Wholly returns which of the hits of a plan print all that it asks for; with how
// literally, without what stands for it.
func (m *Matcher) Wholly(ctx context.Context, how Breadth, p plan.Node, h Hits) (Bitset, error) {
	found, err := m.printing(ctx, how, p, h)
	return m.Set(found), err
}

// printing keeps the hits that print any or all of what a plan asks for.
func (m *Matcher) printing(ctx context.Context, how Breadth, p plan.Node, h Hits) (Hits, error) {
	narrow := *m
	narrow.Fields = schema.Printed
	return narrow.having(ctx, how, p, h)
}

// having keeps the hits that have any or all of what a plan asks for.
func (m *Matcher) having(ctx context.Context, how Breadth, p plan.Node, h Hits) (Hits, error) {
	other := *m
	other.Breadth = how
	found, _, err := other.Match(ctx, p)
	return m.alsoIn(h, found), err
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
