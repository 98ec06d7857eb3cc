package index

import (
	"slices"
	"strconv"

	"socsearch/sources/document"
)

// FacetField is something to filter by and to count hits under. This list is
// the only one: mapping, filters, facets, addresses and pages go by it.
type FacetField struct {
	Name   string // in addresses and JSON
	Closed bool   // its values are known beforehand and keep their natural order
	values func(*document.Passage) []string
}

// FacetFields lists the facets in the order in which a page shows them.
var FacetFields = []FacetField{
	{FacetOrganisation, false, func(p *document.Passage) []string { return mentionSlugs(p.Organisations) }},
	{"objective", true, func(p *document.Passage) []string { return objectiveValues(p.Objective) }},
	{"part", true, func(p *document.Passage) []string { return oneOrNone(p.Part) }},
	{"threat", true, func(p *document.Passage) []string { return p.Threats }},
	{"strand", true, func(p *document.Passage) []string { return p.Strands }},
	{FacetCommitment, true, commitmentValues},
	{"kind", true, func(p *document.Passage) []string { return []string{string(p.Kind)} }},
	{FacetDocument, false, func(p *document.Passage) []string { return []string{p.Document} }},
}

// The facets that are known by name: FacetOrganisation can take implied values
// in.
const (
	FacetOrganisation = "organisation"
	FacetDocument     = "document"
	FacetCommitment   = "commitment"
)

// lookupFields are looked up as facets are and aren't shown as such.
var lookupFields = []string{fieldImplied, fieldExpectation}

// ValuesOf returns the values that a passage has.
func (f FacetField) ValuesOf(p *document.Passage) []string { return f.values(p) }

// commitmentValues returns how firmly a passage undertakes something.
func commitmentValues(p *document.Passage) []string {
	var values []string
	for _, s := range document.Strengths {
		if slices.ContainsFunc(p.Commitments, func(c document.Commitment) bool { return c.Strength == s }) {
			values = append(values, string(s))
		}
	}
	return values
}

func facetNames() []string {
	var names []string
	for _, f := range FacetFields {
		names = append(names, f.Name)
	}
	return names
}

func mentionSlugs(mentions []document.Mention) []string {
	slugs := make([]string, len(mentions))
	for i, m := range mentions {
		slugs[i] = m.Slug
	}
	return slugs
}

func objectiveValues(n document.OptionalInt) []string {
	if n == 0 {
		return nil
	}
	return []string{strconv.Itoa(int(n))}
}

func oneOrNone(s string) []string {
	if s == "" {
		return nil
	}
	return []string{s}
}

// FacetValue is a value of a facet as a person reads it.
type FacetValue struct{ Value, Label string }

// objectives of the strategy: the number is the value.
const objectives = 4

// closedValues lists the values of a closed facet in their natural order; nil
// for an open one. Nobody changes the list.
func (c *catalogue) closedValues(name string) []FacetValue { return c.closed[name] }

func (c *catalogue) listClosed(name string) []FacetValue {
	var values []FacetValue
	switch name {
	case "objective":
		for n := 1; n <= objectives; n++ {
			label := "Objective " + strconv.Itoa(n)
			values = append(values, FacetValue{strconv.Itoa(n), c.objectiveLabel(n, label)})
		}
	case "part":
		return c.parts()
	case "threat":
		for _, t := range c.Threats {
			values = append(values, FacetValue{t.Slug, t.Label})
		}
	case "strand":
		for _, s := range c.Strands {
			values = append(values, FacetValue{s.Slug, s.Label})
		}
	case FacetCommitment:
		for _, s := range document.Strengths {
			values = append(values, FacetValue{string(s), strengthLabels[s]})
		}
	case "kind":
		for _, k := range document.Kinds {
			values = append(values, FacetValue{string(k), kindLabels[k]})
		}
	}
	return values
}

var strengthLabels = map[document.Strength]string{document.Firm: "Firm", document.Soft: "Soft: aims, plans, where possible"}

var kindLabels = map[document.Kind]string{
	document.KindParagraph: "Numbered paragraph",
	document.KindForeword:  "Foreword",
	document.KindBox:       "Box",
	document.KindFigure:    "Figure",
	document.KindAnnex:     "Annex entry",
	document.KindRole:      "Roles page entry",
}
