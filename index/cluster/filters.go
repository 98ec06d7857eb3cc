package cluster

import (
	"slices"

	"socsearch/index/engine"
	"socsearch/index/library"
	"socsearch/index/schema"
)

// namedOrImplied is the field of organisations, with implied ones.
const namedOrImplied = "named_or_implied"

// facetField is the field of a facet.
func facetField(facet string, implied bool) string {
	if facet == schema.FacetOrganisation && implied {
		return namedOrImplied
	}
	return facet
}

// filtered finds what passes filters, but for the Any filter of one facet.
func filtered(filters engine.Filters, implied bool, but string) object {
	var must, not []object
	for name, f := range filters {
		field := facetField(name, implied)
		if len(f.Any) > 0 && name != but {
			must = append(must, object{"terms": object{field: f.Any}})
		}
		for _, v := range f.All {
			must = append(must, object{"term": object{field: v}})
		}
		for _, v := range f.Reject {
			not = append(not, object{"term": object{field: v}})
		}
	}
	if len(must)+len(not) == 0 {
		return everything()
	}
	return object{"bool": object{"filter": must, "must_not": not}}
}

// mostValues is how many values of a facet are counted: more than the documents of an
// archive.
const mostValues = 10_000

// facetCounts is what is asked to count the facets, each under all filters but its own plain
// one.
func facetCounts(s *engine.Search) object {
	aggs := object{}
	for _, f := range schema.FacetFields {
		field := facetField(f.Name, s.Implied)
		aggs["facet "+f.Name] = object{"filter": filtered(s.Filters, s.Implied, f.Name), "aggs": object{
			"values": object{"terms": object{"field": field, "size": mostValues}}, "none": object{"missing": object{"field": field}},
		}}
		if _, ok := s.Filters[f.Name]; ok {
			aggs["without "+f.Name] = object{"filter": filtered(s.Filters.Without(f.Name), s.Implied, "")}
		}
	}
	return aggs
}

// facets reads what was counted.
func (x *Index) facets(found *engine.Found, a map[string]aggregation, s *engine.Search) error {
	for _, f := range schema.FacetFields {
		counted := a["facet "+f.Name]
		values := counted.Inner["values"]
		if values.Others > 0 {
			return errAnswer
		}
		c := library.Counted{Values: values.values(), Without: counted.Inner["none"].Count}
		found.Facets = append(found.Facets, x.facet(f, c, s))
		if _, ok := s.Filters[f.Name]; ok && found.Total == 0 {
			found.Obstacles = append(found.Obstacles, engine.Obstacle{Facet: f.Name, Without: a["without "+f.Name].Count})
		}
	}
	return nil
}

func (x *Index) facet(f schema.FacetField, c library.Counted, s *engine.Search) engine.Facet {
	return x.Catalogue.Facet(f, c, s.Filters[f.Name].Any, func(value string) bool { return x.values[facetField(f.Name, s.Implied)][value] > 0 })
}

// countEntries counts facets and obstacles over all hits at once.
func (x *Index) countEntries(found *engine.Found, hits []*entry, s *engine.Search) {
	for _, f := range schema.FacetFields {
		c := library.Counted{Values: map[string]int{}}
		without, rest := 0, s.Filters.Without(f.Name)
		for _, e := range hits {
			if rest.Keep(e.values, s.Implied, "") {
				without++
			}
			if !s.Filters.Keep(e.values, s.Implied, f.Name) {
				continue
			}
			own := e.values.Of(f.Name, s.Implied)
			if len(own) == 0 {
				c.Without++
			}
			for i, v := range own {
				if !slices.Contains(own[:i], v) {
					c.Values[v]++
				}
			}
		}
		found.Facets = append(found.Facets, x.facet(f, c, s))
		if _, ok := s.Filters[f.Name]; ok && found.Total == 0 {
			found.Obstacles = append(found.Obstacles, engine.Obstacle{Facet: f.Name, Without: without})
		}
	}
}
