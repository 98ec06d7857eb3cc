package index

import (
	"context"
	"slices"
	"strings"
)

// printedFields are where a passage has its own words: its text, its footnotes,
// and the heading that it stands under. Names of organisations are none: a
// passage that has NCA prints neither agency nor crime.
var printedFields = []string{fieldText, fieldHeading, fieldNote}

// ranked ranks by one plan the hits that print any of what another asks for. The
// first may have words of the same family, and names of organisations have words
// that a passage doesn't print: neither makes a hit by itself. Where no passage
// prints anything, the names are all there is.
//
// A single word is ranked by rankedWord.
func (m *matcher) ranked(p, by plan) (hits, error) {
	h, _, err := m.match(by)
	if err != nil || len(h.documents) == 0 {
		return h, err
	}
	if !several(p) {
		return m.rankedWord(p, h)
	}
	printed, err := m.printing(loosely, p, h)
	if err != nil || len(printed.documents) > 0 {
		return printed, err
	}
	return m.having(loosely, p, h)
}

// rankedWord puts the hits of a single word in order: those that print a form of
// it, those that print what was searched for beside it, and those that name an
// organisation with it in its name.
func (m *matcher) rankedWord(p plan, h hits) (hits, error) {
	l, ok := p.(leaf)
	if !ok || len(l.alternatives) == 1 && !inNames(m.lists.terms(), p) {
		return h, nil
	}
	own, err := m.printing(typed, p, h)
	if err != nil {
		return hits{}, err
	}
	printed, err := m.printing(loosely, p, h)
	if err != nil {
		return hits{}, err
	}
	behind := m.withTail(m.without(printed, own), m.without(h, printed))
	return m.withTail(own, behind), nil
}

// wholly returns which of the hits of a plan print all that it asks for; with how
// literally, without what stands for it.
func (m *matcher) wholly(how breadth, p plan, h hits) (bitset, error) {
	found, err := m.printing(how, p, h)
	return m.set(found), err
}

// printing keeps the hits that print any or all of what a plan asks for.
func (m *matcher) printing(how breadth, p plan, h hits) (hits, error) {
	narrow := *m
	narrow.fields = printedFields
	return narrow.having(how, p, h)
}

// having keeps the hits that have any or all of what a plan asks for.
func (m *matcher) having(how breadth, p plan, h hits) (hits, error) {
	other := *m
	other.breadth = how
	found, _, err := other.match(p)
	return m.alsoIn(h, found), err
}

// several reports whether a plan is more than one word.
func several(p plan) bool {
	l, ok := p.(leaf)
	return !ok || l.alternatives[0].plan != nil
}

// inNames reports whether names of organisations have any term of a plan.
func inNames(v *vocabulary, p plan) bool {
	switch p := p.(type) {
	case leaf:
		return slices.ContainsFunc(p.alternatives, func(a alternative) bool {
			return a.prefix || a.plan != nil && inNames(v, a.plan) ||
				slices.ContainsFunc(a.terms, func(t string) bool { return v.frequency(fieldFor(fieldName, a.exact), t) > 0 })
		})
	case group:
		return slices.ContainsFunc(p.nodes, func(n plan) bool { return inNames(v, n) })
	}
	return false
}

// mostNear is how many passages are shown that have relatives of the words alone:
// they are apart, and a page of results is enough.
const mostNear = 10

// kindred finds the passages that have all the words of a query, some of them as
// words of the same family alone, best first: those that weren't found.
func (x *Index) kindred(ctx context.Context, a *arena, r Request, f *findings) ([]Hit, error) {
	if r.Query.Root == nil || r.Exact || r.Plain || len(r.Places) > 0 || r.Page != 1 || r.PerPage == 0 {
		return nil, nil
	}
	p := x.collection.planner(ctx, false, false)
	p.kin, p.loud = true, isLoud(r.Query)
	kin := p.plan(r.Query.Root)
	relatives := newMarks(onlyKin(kin))
	if err := p.err(); err != nil || len(relatives.prose) == 0 {
		return nil, err
	}
	m := &matcher{ctx: ctx, lists: x.lists, fields: printedFields, arena: a, breadth: strictly}
	h, _, err := m.match(kin)
	if err != nil {
		return nil, err
	}
	h = m.without(h, f.hits)
	n := x.narrow(a, a.set(len(x.order)).addAll(h.documents), r.Filters, r.Implied)
	near := &findings{hits: h, whole: n.kept, marks: newMarks(kin)}
	page := x.page(near, n.kept, &Results{Total: n.kept.count(), Whole: n.kept.count()}, Request{Query: r.Query, Page: 1, PerPage: mostNear})
	var list []Hit
	for _, d := range page {
		e, err := x.passage(d.document)
		if err != nil {
			return nil, err
		}
		because := strings.Join(relatives.words(e), ", ")
		if because == "" { // in its heading
			continue
		}
		list = append(list, Hit{Passage: e.passage, Score: d.score, Snippet: near.marks.snippet(e), Match: MatchFamily, Because: because})
	}
	return list, nil
}

// words lists the words of a passage that are marked, as printed but for case,
// each once.
func (m *Marks) words(e *entry) []string {
	e.analyse()
	var list []string
	for _, t := range append([]*tokens{e.text}, e.notes...) {
		for _, w := range m.find(t) {
			if form := strings.ToLower(t.text[w.start:w.end]); !slices.Contains(list, form) {
				list = append(list, form)
			}
		}
	}
	return list
}

// onlyKin keeps of a plan the words of the same family.
func onlyKin(p plan) plan {
	switch p := p.(type) {
	case leaf:
		var kin leaf
		for _, a := range p.alternatives {
			switch {
			case a.kin:
				kin.alternatives = append(kin.alternatives, a)
			case a.plan != nil:
				kin.alternatives = append(kin.alternatives, alternative{plan: onlyKin(a.plan)})
			}
		}
		return kin
	case group:
		var kin group
		for _, n := range p.nodes {
			kin.nodes = append(kin.nodes, onlyKin(n))
		}
		return kin
	case restriction:
		return restriction{p.fields, onlyKin(p.node)}
	}
	return group{}
}
