package library

import (
	"cmp"
	"slices"

	"socsearch/index/engine"
	"socsearch/index/schema"
)

// Counted is how many hits have the values of a facet, and how many none.
type Counted struct {
	Values  map[string]int
	Without int
}

// Facet puts what was counted in the order in which it is shown: all values of a
// closed facet in theirs, of another those that any hit has, most first. Selected
// ones that known says are in the index are shown even then.
func (c *Catalogue) Facet(f schema.FacetField, counted Counted, selected []string, known func(value string) bool) engine.Facet {
	facet := engine.Facet{Name: f.Name, WithoutValue: counted.Without}
	add := func(v engine.FacetValue) {
		facet.Values = append(facet.Values, engine.Count{FacetValue: v, Count: counted.Values[v.Value], Selected: slices.Contains(selected, v.Value)})
	}
	if f.Closed {
		for _, v := range c.ClosedValues(f.Name) {
			add(v)
		}
		return facet
	}
	label := func(value string) engine.FacetValue {
		return engine.FacetValue{Value: value, Label: c.Label(f.Name, value)}
	}
	for value, n := range counted.Values {
		if n > 0 {
			add(label(value))
		}
	}
	for i, value := range selected {
		if counted.Values[value] == 0 && known(value) && !slices.Contains(selected[:i], value) {
			add(label(value))
		}
	}
	slices.SortFunc(facet.Values, func(a, b engine.Count) int {
		return cmp.Or(cmp.Compare(b.Count, a.Count), cmp.Compare(a.Label, b.Label), cmp.Compare(a.Value, b.Value))
	})
	return facet
}
