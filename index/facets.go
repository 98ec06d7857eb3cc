package index

import (
	"cmp"
	"slices"

	"github.com/RoaringBitmap/roaring/v2"
)

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

// readFacets makes the sets of documents by facet and value.
func (x *Index) readFacets() error {
	x.facets = map[string]map[string]*roaring.Bitmap{}
	x.without = map[string]*roaring.Bitmap{}
	for _, name := range append(facetNames(), fieldImplied) {
		values := map[string]*roaring.Bitmap{}
		var terms []string
		if err := x.store.terms(name, func(term string, _ int) { terms = append(terms, term) }); err != nil {
			return err
		}
		none := x.all.Clone()
		for _, term := range terms {
			set, err := x.store.documents(name, term)
			if err != nil {
				return err
			}
			values[term] = set
			none.AndNot(set)
		}
		x.facets[name], x.without[name] = values, none
	}
	return nil
}

// narrowed holds hits narrowed by filters.
type narrowed struct {
	found   *roaring.Bitmap // the hits of the words alone
	index   *Index
	implied bool              // organisations count where implied, too
	always  *roaring.Bitmap   // the hits under every All and Reject filter
	plain   []*roaring.Bitmap // what each facet's Any filter leaves; nil: no filter
	filters Filters
}

// narrow applies the filters to the hits.
func (x *Index) narrow(found *roaring.Bitmap, filters Filters, implied bool) *narrowed {
	n := &narrowed{index: x, found: found, implied: implied, always: found.Clone(), plain: make([]*roaring.Bitmap, len(FacetFields)), filters: filters}
	for i, f := range FacetFields {
		filter := filters[f.Name]
		for _, v := range filter.All {
			n.always.And(n.set(f.Name, v))
		}
		for _, v := range filter.Reject {
			n.always.AndNot(n.set(f.Name, v))
		}
		if len(filter.Any) > 0 {
			n.plain[i] = roaring.New()
			for _, v := range filter.Any {
				n.plain[i].Or(n.set(f.Name, v))
			}
		}
	}
	return n
}

// set returns the documents with a value; those of an unknown one are none.
func (n *narrowed) set(facet, value string) *roaring.Bitmap {
	set := n.index.facets[facet][value]
	if facet == FacetOrganisation && n.implied {
		if also := n.index.facets[fieldImplied][value]; also != nil {
			if set == nil {
				return also
			}
			return roaring.Or(set, also)
		}
	}
	if set == nil {
		return roaring.New()
	}
	return set
}

// result returns the hits under every filter.
func (n *narrowed) result() *roaring.Bitmap { return n.under(-1) }

// under returns the hits under every filter but the Any filter of one facet.
func (n *narrowed) under(but int) *roaring.Bitmap {
	set := n.always
	cloned := false
	for i, p := range n.plain {
		if p == nil || i == but {
			continue
		}
		if !cloned {
			set, cloned = set.Clone(), true
		}
		set.And(p)
	}
	return set
}

// counts counts every facet, each under all filters but its own plain one.
func (n *narrowed) counts() []Facet {
	facets := make([]Facet, len(FacetFields))
	for i, f := range FacetFields {
		facets[i] = n.count(i, f)
	}
	return facets
}

func (n *narrowed) count(i int, f FacetField) Facet {
	base := n.under(i)
	selected := n.filters[f.Name].Any
	facet := Facet{Name: f.Name, WithoutValue: n.countWithout(base, f.Name), Values: []Count{}}
	if f.Closed {
		for _, v := range n.index.closedValues(f.Name) {
			count := int(base.AndCardinality(n.set(f.Name, v.Value)))
			facet.Values = append(facet.Values, Count{v, count, slices.Contains(selected, v.Value)})
		}
		return facet
	}
	for _, value := range n.values(f.Name) {
		chosen := slices.Contains(selected, value)
		if count := int(base.AndCardinality(n.set(f.Name, value))); count > 0 || chosen {
			facet.Values = append(facet.Values, Count{FacetValue{value, n.index.label(f.Name, value)}, count, chosen})
		}
	}
	slices.SortFunc(facet.Values, func(a, b Count) int {
		return cmp.Or(cmp.Compare(b.Count, a.Count), cmp.Compare(a.Label, b.Label))
	})
	return facet
}

// values lists the values that a facet has in the index.
func (n *narrowed) values(facet string) []string {
	var values []string
	for v := range n.index.facets[facet] {
		values = append(values, v)
	}
	if facet == FacetOrganisation && n.implied {
		for v := range n.index.facets[fieldImplied] {
			if n.index.facets[facet][v] == nil {
				values = append(values, v)
			}
		}
	}
	return values
}

func (n *narrowed) countWithout(base *roaring.Bitmap, facet string) int {
	none := n.index.without[facet]
	if facet == FacetOrganisation && n.implied {
		none = roaring.And(none, n.index.without[fieldImplied])
	}
	return int(base.AndCardinality(none))
}
