package index

import (
	"cmp"
	"slices"

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
		Count:        named.count(),
		Implied:      x.facetSet(fieldImplied, o.Slug).count(),
		Objectives:   map[string]int{},
		Threats:      map[string]int{},
	}
	for _, v := range x.closedValues("objective") {
		s.Objectives[v.Value] = named.common(x.facetSet("objective", v.Value))
	}
	for _, v := range x.closedValues("threat") {
		s.Threats[v.Value] = named.common(x.facetSet("threat", v.Value))
	}
	return s
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
	if d.Passages, err = x.passages(x.facetSet(FacetOrganisation, slug).documents()); err != nil {
		return nil, err
	}
	if d.ImpliedPassages, err = x.passages(x.facetSet(fieldImplied, slug).documents()); err != nil {
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

// passages returns passages by their document numbers, in reading order.
func (x *Index) passages(numbers []uint32) ([]*document.Passage, error) {
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
