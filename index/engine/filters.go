package engine

// FacetValue is a value of a facet as a person reads it.
type FacetValue struct{ Value, Label string }

// Filter narrows a search by one facet. Any: at least one of the values; All:
// every one; Reject: none.
type Filter struct {
	Any, All, Reject []string
}

// Filters are filters by the names of facets.
type Filters map[string]Filter

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
