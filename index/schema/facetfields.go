package schema

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
	Values func(*document.Passage) []string
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

// ValuesOf returns the values that a passage has.
func (f FacetField) ValuesOf(p *document.Passage) []string { return f.Values(p) }

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

// FacetNames lists the names of the facets.
func FacetNames() []string {
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
