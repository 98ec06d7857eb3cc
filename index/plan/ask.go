package plan

import (
	"context"

	"socsearch/index/query"
)

// Ask is what a query looks for. The zero Ask finds nothing.
type Ask struct {
	Everything bool     // every passage; nothing else is looked at
	IDs        []string // passages that are meant, whatever Plan finds: they come first
	// Plan is what a hit must print any of, and By what ranks it: Plan itself, or
	// with words of the same family. nil: nothing.
	Plan, By Node
	// Loose asks for passages that print any word that tells, ranked by all of the
	// words at once.
	Loose bool
	// Enough is how many hits are enough; where there are fewer before any filter,
	// Wider says what else to look for. Of it a Loose ask takes the place of this one;
	// of any other a page of the best comes behind the hits.
	Enough int
	Wider  func(ctx context.Context, hits int) (*Ask, error)
}

// Options say how a query is meant.
type Options struct {
	Places      []string // ids of passages that the query is a reference to; nil: it is words
	PlacesFirst bool     // the words are searched for as well
	Exact       bool     // word forms as typed
	Plain       bool     // nothing is expanded or corrected
}

// Reading is how a query was read: what to look for, and what to say of it. Looking
// for more where little was found changes it.
type Reading struct {
	Ask      Ask
	Marked   Node // what to mark; nil: nothing
	Expanded []Expanded
	Notes    []string
	Instead  map[string]string // phrases, and those that were meant

	of      *Collection
	query   query.Query
	options Options
}

// Read plans a query.
func (c *Collection) Read(ctx context.Context, q query.Query, o Options) (*Reading, error) {
	r := &Reading{of: c, query: q, options: o}
	switch {
	case q.NoWord:
		return r, nil
	case q.Root == nil:
		r.Ask.Everything = true
		return r, nil
	case len(o.Places) > 0 && !o.PlacesFirst:
		r.Ask.IDs = o.Places
		return r, nil
	}
	err := r.readWords(ctx)
	if o.PlacesFirst {
		r.Ask.IDs = o.Places
	}
	return r, err
}

// readWords plans the words of a query: what they mean, and what to look for where
// hardly any passage has them.
func (r *Reading) readWords(ctx context.Context) error {
	if !r.options.Exact && len(PlainWords(r.query)) >= SentenceWords {
		return r.readLoosely(ctx)
	}
	narrow := r.of.Planner(ctx, r.options.Exact, r.options.Plain)
	narrow.Loud = isLoud(r.query)
	p := narrow.Plan(r.query.Root)
	r.Ask.Plan, r.Ask.By = p, narrow.WithFamilies(r.query.Root, p)
	r.Marked, r.Expanded, r.Notes, r.Instead = p, narrow.Expanded, narrow.Notes, narrow.Instead
	if !r.options.Exact {
		r.Ask.Enough, r.Ask.Wider = enoughFor(p), r.wider
	}
	return narrow.Err()
}

// wider plans what else to look for where a query has found little.
func (r *Reading) wider(ctx context.Context, hits int) (*Ask, error) {
	if hits == 0 && len(PlainWords(r.query)) > 1 {
		err := r.readLoosely(ctx)
		return &r.Ask, err
	}
	wide := r.wide(ctx)
	r.Marked = wide.Plan(r.query.Root)
	more := &Ask{Plan: r.Ask.Plan, By: wide.WithFamilies(r.query.Root, r.Marked)}
	r.Expanded = wide.Expanded
	return more, wide.Err()
}

// readLoosely plans a sentence, whose words needn't all be found.
func (r *Reading) readLoosely(ctx context.Context) error {
	wide := r.wide(ctx)
	p := wide.Plan(r.query.Root)
	r.Ask = Ask{Plan: p, By: wide.WithFamilies(r.query.Root, p), Loose: true}
	r.Marked = withoutFillers(GroupOf(p))
	r.Expanded, r.Notes, r.Instead = wide.Expanded, wide.Notes, nil
	return wide.Err()
}

// wide returns a planner that takes in what is only near the words.
func (r *Reading) wide(ctx context.Context) *Planner {
	p := r.of.Planner(ctx, false, r.options.Plain)
	p.Wide, p.Loud = true, isLoud(r.query)
	return p
}

// Kin plans a query with words of the same family: what the passages print that have
// all of it, some of it as relatives alone.
func (c *Collection) Kin(ctx context.Context, q query.Query) (Node, error) {
	p := c.Planner(ctx, false, false)
	p.Families, p.Loud = true, isLoud(q)
	return p.Plan(q.Root), p.Err()
}
