package schema

import (
	"slices"

	"socsearch/sources/document"
)

// Values are what a passage has in the facets and in the fields of Lookup, by name.
type Values map[string][]string

// ValuesOf returns them.
func ValuesOf(p *document.Passage) Values {
	v := Values{Implied: mentionSlugs(p.Implied)}
	for _, f := range FacetFields {
		v[f.Name] = f.Values(p)
	}
	if len(p.Expectations) > 0 {
		v[Expectation] = []string{Expected}
	}
	return v
}

// Of returns the values of a facet; with implied, organisations are those that are
// implied, too.
func (v Values) Of(facet string, implied bool) []string {
	if facet == FacetOrganisation && implied {
		return slices.Concat(v[facet], v[Implied])
	}
	return v[facet]
}
