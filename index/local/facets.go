package local

import (
	"cmp"
	"math"
	"slices"

	"socsearch/index/engine"
	"socsearch/index/library"
	"socsearch/index/match"
	"socsearch/index/schema"
)

// facetSets are the documents by the values of a facet.
type facetSets struct {
	values  []valueSet // those of a closed facet in natural order, others by label
	place   map[string]int
	without match.Bitset // documents without a value
}

type valueSet struct {
	engine.FacetValue
	set  match.Bitset // nil: no document has it
	list []uint32     // the same where they are few; nil where they aren't
}

// Of a set that is read from memory word by word a list is as quick as fewOf of its
// words; of the sets of a few papers, which stand nearer, there are no lists.
const (
	fewOf      = 0.5
	leastWords = 1 << 10
)

// setList lists the documents of a set where they are few.
func (v *valueSet) setList() {
	if len(v.set) >= leastWords && float64(v.set.Count()) < fewOf*float64(len(v.set)) {
		v.list = v.set.Documents()
	}
}

// count counts the documents of a set that have the value.
func (v *valueSet) count(among match.Bitset) int {
	if v.list == nil {
		return among.Common(v.set)
	}
	n := 0
	for _, d := range v.list {
		if among.Has(d) {
			n++
		}
	}
	return n
}

func (f *facetSets) set(value string) match.Bitset {
	if i, ok := f.place[value]; ok {
		return f.values[i].set
	}
	return nil
}

// facets are the documents by facets and their values.
type facets struct {
	size      int // of the sets
	catalogue *library.Catalogue
	by        map[string]*facetSets
}

// newFacets orders the sets of documents by facets and values.
func newFacets(size int, c *library.Catalogue, sets map[facetKey]match.Bitset) *facets {
	x := &facets{size, c, map[string]*facetSets{}}
	for _, name := range append(schema.FacetNames(), schema.Lookup...) {
		f := &facetSets{place: map[string]int{}, without: make(match.Bitset, match.BitsetWords(x.size))}
		f.without.Fill(x.size)
		for _, v := range x.catalogue.ClosedValues(name) {
			f.place[v.Value] = len(f.values)
			f.values = append(f.values, valueSet{FacetValue: v, set: sets[facetKey{name, v.Value}]})
		}
		closed := len(f.values) > 0
		for k, set := range sets {
			if k.Facet != name {
				continue
			}
			f.without.AndNot(set)
			if !closed {
				f.values = append(f.values, valueSet{FacetValue: engine.FacetValue{Value: k.Value, Label: x.catalogue.Label(name, k.Value)}, set: set})
			}
		}
		if !closed {
			slices.SortFunc(f.values, func(a, b valueSet) int { return cmp.Or(cmp.Compare(a.Label, b.Label), cmp.Compare(a.Value, b.Value)) })
			for i, v := range f.values {
				f.place[v.Value] = i
			}
		}
		for i := range f.values {
			f.values[i].setList()
		}
		x.by[name] = f
	}
	return x
}

// Used reports whether any passage has a value of a facet.
func (x *facets) Used(facet string) bool {
	f := x.by[facet]
	return f != nil && f.without.Count() < x.size
}

// Set returns the documents that have a value of a facet.
func (x *facets) Set(facet, value string) match.Bitset {
	if set := x.by[facet].set(value); set != nil {
		return set
	}
	return make(match.Bitset, match.BitsetWords(x.size))
}

// Narrowed holds hits narrowed by filters.
type Narrowed struct {
	index   *facets
	Arena   *match.Arena
	Found   match.Bitset   // the hits of the words alone
	implied bool           // organisations count where implied, too
	always  match.Bitset   // the hits under every All and Reject filter
	plain   []match.Bitset // what each facet's Any filter leaves; nil: no filter
	filters engine.Filters
	Kept    match.Bitset // the hits under every filter
}

// Narrow applies the filters to the hits.
func (x *facets) Narrow(a *match.Arena, found match.Bitset, filters engine.Filters, implied bool) *Narrowed {
	n := &Narrowed{index: x, Arena: a, Found: found, implied: implied, always: found, filters: filters}
	if len(filters) == 0 {
		n.Kept = found
		return n
	}
	n.always = append(a.Set(x.size)[:0], found...)
	n.plain = make([]match.Bitset, len(schema.FacetFields))
	for i, f := range schema.FacetFields {
		filter := filters[f.Name]
		for _, v := range filter.All {
			n.always.And(n.set(f.Name, v))
		}
		for _, v := range filter.Reject {
			n.always.AndNot(n.set(f.Name, v))
		}
		if len(filter.Any) > 0 {
			n.plain[i] = a.Set(x.size)
			for _, v := range filter.Any {
				n.plain[i].Or(n.set(f.Name, v))
			}
		}
	}
	for _, name := range schema.Lookup {
		n.alwaysUnder(name, filters[name])
	}
	const none = -1
	n.Kept = n.under(none)
	return n
}

// alwaysUnder applies a filter by what is no facet.
func (n *Narrowed) alwaysUnder(name string, filter engine.Filter) {
	if len(filter.Any) > 0 {
		any := n.Arena.Set(n.index.size)
		for _, v := range filter.Any {
			any.Or(n.set(name, v))
		}
		n.always.And(any)
	}
	for _, v := range filter.All {
		n.always.And(n.set(name, v))
	}
	for _, v := range filter.Reject {
		n.always.AndNot(n.set(name, v))
	}
}

// set returns the documents with a value; those of an unknown one are none.
func (n *Narrowed) set(facet, value string) match.Bitset {
	set := n.index.by[facet].set(value)
	if facet != schema.FacetOrganisation || !n.implied {
		return set
	}
	also := n.index.by[schema.Implied].set(value)
	if set == nil || also == nil {
		return append(set, also...)
	}
	both := append(n.Arena.Set(n.index.size)[:0], set...)
	both.Or(also)
	return both
}

// under returns the hits under every filter but the Any filter of one facet.
func (n *Narrowed) under(but int) match.Bitset {
	set, copied := n.always, false
	for i, p := range n.plain {
		if p == nil || i == but {
			continue
		}
		if !copied {
			set, copied = append(n.Arena.Set(n.index.size)[:0], set...), true
		}
		set.And(p)
	}
	return set
}

// Counts counts every facet, each under all filters but its own plain one.
func (n *Narrowed) Counts() []engine.Facet {
	facets := make([]engine.Facet, len(schema.FacetFields))
	for i, f := range schema.FacetFields {
		base := n.Kept
		if n.plain != nil && n.plain[i] != nil {
			base = n.under(i)
		}
		facets[i] = n.count(f, base)
	}
	return facets
}

func (n *Narrowed) count(f schema.FacetField, base match.Bitset) engine.Facet {
	sets := n.index.by[f.Name]
	selected := n.filters[f.Name].Any
	facet := engine.Facet{Name: f.Name, WithoutValue: n.countWithout(base, f.Name)}
	if f.Closed {
		facet.Values = make([]engine.Count, 0, len(sets.values)) // all of them; of open facets most have no hits
	}
	withImplied := f.Name == schema.FacetOrganisation && n.implied
	for i := range sets.values {
		v := &sets.values[i]
		count := 0
		if withImplied {
			count = base.Common(n.set(f.Name, v.Value))
		} else {
			count = v.count(base)
		}
		chosen := len(selected) > 0 && slices.Contains(selected, v.Value)
		if count > 0 || chosen || f.Closed {
			facet.Values = append(facet.Values, engine.Count{FacetValue: v.FacetValue, Count: count, Selected: chosen})
		}
	}
	if withImplied {
		facet.Values = append(facet.Values, n.countImpliedOnly(base, selected)...)
		slices.SortStableFunc(facet.Values, func(a, b engine.Count) int { return cmp.Compare(a.Label, b.Label) })
	}
	if !f.Closed {
		facet.Values = byCount(facet.Values)
	}
	return facet
}

// byCount sorts values in the order of their labels by count, most first; equals
// stay as they are.
func byCount(values []engine.Count) []engine.Count {
	const width = 32 // bits of a place
	keys := make([]uint64, len(values))
	for i, v := range values {
		keys[i] = uint64(math.MaxUint32-uint32(v.Count))<<width | uint64(i)
	}
	slices.Sort(keys)
	sorted := make([]engine.Count, len(values))
	for i, k := range keys {
		sorted[i] = values[uint32(k)]
	}
	return sorted
}

// countImpliedOnly counts the organisations that no passage names.
func (n *Narrowed) countImpliedOnly(base match.Bitset, selected []string) []engine.Count {
	var counts []engine.Count
	for _, v := range n.index.by[schema.Implied].values {
		if n.index.by[schema.FacetOrganisation].set(v.Value) != nil {
			continue
		}
		chosen := slices.Contains(selected, v.Value)
		if count := v.count(base); count > 0 || chosen {
			label := n.index.catalogue.Label(schema.FacetOrganisation, v.Value)
			counts = append(counts, engine.Count{FacetValue: engine.FacetValue{Value: v.Value, Label: label}, Count: count, Selected: chosen})
		}
	}
	return counts
}

func (n *Narrowed) countWithout(base match.Bitset, facet string) int {
	none := n.index.by[facet].without
	if facet == schema.FacetOrganisation && n.implied {
		none = slices.Clone(none)
		none.And(n.index.by[schema.Implied].without)
	}
	return base.Common(none)
}
