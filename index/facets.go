package index

import (
	"cmp"
	"math"
	"slices"
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

// facetSets are the documents by the values of a facet.
type facetSets struct {
	values  []valueSet // those of a closed facet in natural order, others by label
	place   map[string]int
	without bitset // documents without a value
}

type valueSet struct {
	FacetValue
	set bitset // nil: no document has it
}

func (f *facetSets) set(value string) bitset {
	if i, ok := f.place[value]; ok {
		return f.values[i].set
	}
	return nil
}

// makeFacets orders the sets of documents by facets and values.
func (x *Index) makeFacets(sets map[facetKey]bitset) {
	x.facets = map[string]*facetSets{}
	for _, name := range append(facetNames(), lookupFields...) {
		f := &facetSets{place: map[string]int{}, without: make(bitset, bitsetWords(len(x.order)))}
		f.without.fill(len(x.order))
		for _, v := range x.closedValues(name) {
			f.place[v.Value] = len(f.values)
			f.values = append(f.values, valueSet{v, sets[facetKey{name, v.Value}]})
		}
		closed := len(f.values) > 0
		for k, set := range sets {
			if k.Facet != name {
				continue
			}
			f.without.andNot(set)
			if !closed {
				f.values = append(f.values, valueSet{FacetValue{k.Value, x.label(name, k.Value)}, set})
			}
		}
		if !closed {
			slices.SortFunc(f.values, func(a, b valueSet) int { return cmp.Or(cmp.Compare(a.Label, b.Label), cmp.Compare(a.Value, b.Value)) })
			for i, v := range f.values {
				f.place[v.Value] = i
			}
		}
		x.facets[name] = f
	}
}

// Used tells whether any passage has a value of a facet.
func (x *Index) Used(facet string) bool {
	f := x.facets[facet]
	return f != nil && f.without.count() < len(x.order)
}

// facetSet returns the documents that have a value of a facet.
func (x *Index) facetSet(facet, value string) bitset {
	if set := x.facets[facet].set(value); set != nil {
		return set
	}
	return make(bitset, bitsetWords(len(x.order)))
}

// narrowed holds hits narrowed by filters.
type narrowed struct {
	index   *Index
	arena   *arena
	found   bitset   // the hits of the words alone
	implied bool     // organisations count where implied, too
	always  bitset   // the hits under every All and Reject filter
	plain   []bitset // what each facet's Any filter leaves; nil: no filter
	filters Filters
	kept    bitset // the hits under every filter
}

// narrow applies the filters to the hits.
func (x *Index) narrow(a *arena, found bitset, filters Filters, implied bool) *narrowed {
	n := &narrowed{index: x, arena: a, found: found, implied: implied, always: found, filters: filters}
	if len(filters) == 0 {
		n.kept = found
		return n
	}
	n.always = append(a.set(len(x.order))[:0], found...)
	n.plain = make([]bitset, len(FacetFields))
	for i, f := range FacetFields {
		filter := filters[f.Name]
		for _, v := range filter.All {
			n.always.and(n.set(f.Name, v))
		}
		for _, v := range filter.Reject {
			n.always.andNot(n.set(f.Name, v))
		}
		if len(filter.Any) > 0 {
			n.plain[i] = a.set(len(x.order))
			for _, v := range filter.Any {
				n.plain[i].or(n.set(f.Name, v))
			}
		}
	}
	const none = -1
	n.kept = n.under(none)
	return n
}

// set returns the documents with a value; those of an unknown one are none.
func (n *narrowed) set(facet, value string) bitset {
	set := n.index.facets[facet].set(value)
	if facet != FacetOrganisation || !n.implied {
		return set
	}
	also := n.index.facets[fieldImplied].set(value)
	if set == nil || also == nil {
		return append(set, also...)
	}
	both := append(n.arena.set(len(n.index.order))[:0], set...)
	both.or(also)
	return both
}

// under returns the hits under every filter but the Any filter of one facet.
func (n *narrowed) under(but int) bitset {
	set, copied := n.always, false
	for i, p := range n.plain {
		if p == nil || i == but {
			continue
		}
		if !copied {
			set, copied = append(n.arena.set(len(n.index.order))[:0], set...), true
		}
		set.and(p)
	}
	return set
}

// counts counts every facet, each under all filters but its own plain one.
func (n *narrowed) counts() []Facet {
	facets := make([]Facet, len(FacetFields))
	for i, f := range FacetFields {
		base := n.kept
		if n.plain != nil && n.plain[i] != nil {
			base = n.under(i)
		}
		facets[i] = n.count(f, base)
	}
	return facets
}

func (n *narrowed) count(f FacetField, base bitset) Facet {
	sets := n.index.facets[f.Name]
	selected := n.filters[f.Name].Any
	facet := Facet{Name: f.Name, WithoutValue: n.countWithout(base, f.Name)}
	if f.Closed {
		facet.Values = make([]Count, 0, len(sets.values)) // all of them; of open facets most have no hits
	}
	withImplied := f.Name == FacetOrganisation && n.implied
	for _, v := range sets.values {
		set := v.set
		if withImplied {
			set = n.set(f.Name, v.Value)
		}
		chosen := len(selected) > 0 && slices.Contains(selected, v.Value)
		if count := base.common(set); count > 0 || chosen || f.Closed {
			facet.Values = append(facet.Values, Count{v.FacetValue, count, chosen})
		}
	}
	if withImplied {
		facet.Values = append(facet.Values, n.countImpliedOnly(base, selected)...)
		slices.SortStableFunc(facet.Values, func(a, b Count) int { return cmp.Compare(a.Label, b.Label) })
	}
	if !f.Closed {
		facet.Values = byCount(facet.Values)
	}
	return facet
}

// byCount sorts values in the order of their labels by count, most first; equals
// stay as they are.
func byCount(values []Count) []Count {
	const width = 32 // bits of a place
	keys := make([]uint64, len(values))
	for i, v := range values {
		keys[i] = uint64(math.MaxUint32-uint32(v.Count))<<width | uint64(i)
	}
	slices.Sort(keys)
	sorted := make([]Count, len(values))
	for i, k := range keys {
		sorted[i] = values[uint32(k)]
	}
	return sorted
}

// countImpliedOnly counts the organisations that no passage names.
func (n *narrowed) countImpliedOnly(base bitset, selected []string) []Count {
	var counts []Count
	for _, v := range n.index.facets[fieldImplied].values {
		if n.index.facets[FacetOrganisation].set(v.Value) != nil {
			continue
		}
		chosen := slices.Contains(selected, v.Value)
		if count := base.common(v.set); count > 0 || chosen {
			label := n.index.label(FacetOrganisation, v.Value)
			counts = append(counts, Count{FacetValue{v.Value, label}, count, chosen})
		}
	}
	return counts
}

func (n *narrowed) countWithout(base bitset, facet string) int {
	none := n.index.facets[facet].without
	if facet == FacetOrganisation && n.implied {
		none = slices.Clone(none)
		none.and(n.index.facets[fieldImplied].without)
	}
	return base.common(none)
}
