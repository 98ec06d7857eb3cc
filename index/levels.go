package index

import "slices"

// printedFields are where a passage has its own words: its text, its footnotes,
// and the heading that it stands under. Names of organisations are none: a
// passage that has NCA prints neither agency nor crime.
var printedFields = []string{fieldText, fieldHeading, fieldNote}

// ranked ranks by one plan the hits that print any of what another asks for. The
// first may have words of the same family, and names of organisations have words
// that a passage doesn't print: neither makes a hit by itself. Where no passage
// prints anything, the names are all there is.
func (m *matcher) ranked(p, by plan) (hits, error) {
	h, _, err := m.match(by)
	if err != nil || len(h.documents) == 0 || !several(p) && !inNames(m.lists.terms(), p) {
		return h, err
	}
	printed, err := m.printing(loosely, p, h)
	if err != nil || len(printed.documents) > 0 {
		return printed, err
	}
	return m.having(loosely, p, h)
}

// wholly returns which of the hits of a plan print all that it asks for.
func (m *matcher) wholly(p plan, h hits) (bitset, error) {
	if several(p) {
		var err error
		if h, err = m.printing(strictly, p, h); err != nil {
			return nil, err
		}
	}
	return m.set(h), nil
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
