package engine

import (
	"maps"
	"slices"

	"socsearch/index/schema"
)

// FacetValue is a value of a facet as a person reads it.
type FacetValue struct{ Value, Label string }

// Filter narrows a search by one facet. Any: at least one of the values; All:
// every one; Reject: none.
type Filter struct {
	Any, All, Reject []string
}

// Filters are filters by the names of facets.
type Filters map[string]Filter

// Keep reports whether a passage with such values passes all filters but the Any
// filter of one facet; "" for all.
func (f Filters) Keep(v schema.Values, implied bool, but string) bool {
	for name, filter := range f {
		own := v.Of(name, implied)
		has := func(value string) bool { return slices.Contains(own, value) }
		if name != but && len(filter.Any) > 0 && !slices.ContainsFunc(filter.Any, has) || slices.ContainsFunc(filter.Reject, has) {
			return false
		}
		for _, value := range filter.All {
			if !has(value) {
				return false
			}
		}
	}
	return true
}

// Without returns the filters but for one facet's.
func (f Filters) Without(facet string) Filters {
	rest := maps.Clone(f)
	delete(rest, facet)
	return rest
}

// Facet counts hits by the values of a field.
type Facet struct {
	Name         string
	Values       []Count
	WithoutValue int
}

// Count is how many hits have a value.
type Count struct {
	FacetValue
	Count    int
	Selected bool
}
