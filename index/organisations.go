package index

import (
	"cmp"
	"slices"

	"github.com/RoaringBitmap/roaring/v2"

	"socsearch/sources/document"
	"socsearch/sources/tag"
)

// OrganisationSummary is an organisation with the numbers of passages that name
// it.
type OrganisationSummary struct {
	*tag.Organisation
	Count      int
	Implied    int            // passages that imply it and don't name it
	Objectives map[string]int // by the objective under which they stand, "1" to "4"
	Threats    map[string]int // by threat; all threats are there
}

// OrganisationList lists the organisations, those that most passages name
// first, then by name.
func (x *Index) OrganisationList() []OrganisationSummary {
	list := make([]OrganisationSummary, 0, len(x.Organisations))
	for _, o := range x.Organisations {
		list = append(list, x.summarise(o))
	}
	slices.SortStableFunc(list, func(a, b OrganisationSummary) int {
		return cmp.Or(cmp.Compare(b.Count, a.Count), cmp.Compare(a.Name, b.Name))
	})
	return list
}

func (x *Index) summarise(o *tag.Organisation) OrganisationSummary {
	named := x.facetSet(FacetOrganisation, o.Slug)
	s := OrganisationSummary{
		Organisation: o,
		Count:        int(named.GetCardinality()),
		Implied:      int(x.facetSet(fieldImplied, o.Slug).GetCardinality()),
		Objectives:   map[string]int{},
		Threats:      map[string]int{},
	}
	for _, v := range x.closedValues("objective") {
		s.Objectives[v.Value] = int(named.AndCardinality(x.facetSet("objective", v.Value)))
	}
	for _, v := range x.closedValues("threat") {
		s.Threats[v.Value] = int(named.AndCardinality(x.facetSet("threat", v.Value)))
	}
	return s
}

// facetSet returns the documents that have a value of a facet.
func (x *Index) facetSet(facet, value string) *roaring.Bitmap {
	if set := x.facets[facet][value]; set != nil {
		return set
	}
	return roaring.New()
}

// OrganisationDetail is an organisation with what the documents say of it.
type OrganisationDetail struct {
	OrganisationSummary
	Parent   *tag.Organisation // nil for none
	Units    []*tag.Organisation
	Entries  []*document.Passage // its entries in the annex and on the roles page
	Passages []*document.Passage // all that name it, in reading order
	// ImpliedPassages imply it and don't name it.
	ImpliedPassages []*document.Passage
}

// Organisation returns an organisation by its slug; [ErrNotFound] if there is
// none.
func (x *Index) Organisation(slug string) (*OrganisationDetail, error) {
	o := x.organisations[slug]
	if o == nil {
		return nil, ErrNotFound
	}
	d := &OrganisationDetail{OrganisationSummary: x.summarise(o), Parent: x.organisations[o.Parent]}
	for _, other := range x.Organisations {
		if other.Parent == slug {
			d.Units = append(d.Units, other)
		}
	}
	var err error
	if d.Passages, err = x.passages(x.facetSet(FacetOrganisation, slug)); err != nil {
		return nil, err
	}
	if d.ImpliedPassages, err = x.passages(x.facetSet(fieldImplied, slug)); err != nil {
		return nil, err
	}
	for _, p := range d.Passages {
		isEntry := p.Kind == document.KindAnnex || p.Kind == document.KindRole
		if isEntry && p.Title == o.Name {
			d.Entries = append(d.Entries, p)
		}
	}
	return d, nil
}

// passages returns the passages of a set in reading order.
func (x *Index) passages(set *roaring.Bitmap) ([]*document.Passage, error) {
	numbers := set.ToArray()
	slices.SortFunc(numbers, func(a, b uint32) int { return cmp.Compare(x.order[a], x.order[b]) })
	list := make([]*document.Passage, len(numbers))
	for i, n := range numbers {
		e, err := x.passage(n)
		if err != nil {
			return nil, err
		}
		list[i] = e.passage
	}
	return list, nil
}
