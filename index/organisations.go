package index

import (
	"cmp"
	"slices"

	"socsearch/index/match"
	"socsearch/index/schema"
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
	named := x.local.Facets.Set(schema.FacetOrganisation, o.Slug)
	s := OrganisationSummary{
		Organisation: o,
		Count:        named.Count(),
		Implied:      x.local.Facets.Set(schema.Implied, o.Slug).Count(),
		Objectives:   map[string]int{},
		Threats:      map[string]int{},
	}
	for _, v := range x.ClosedValues("objective") {
		s.Objectives[v.Value] = named.Common(x.local.Facets.Set("objective", v.Value))
	}
	for _, v := range x.ClosedValues("threat") {
		s.Threats[v.Value] = named.Common(x.local.Facets.Set("threat", v.Value))
	}
	return s
}

// OrganisationDetail is an organisation with what the documents say of it.
type OrganisationDetail struct {
	OrganisationSummary
	Parent   *tag.Organisation // nil for none
	Units    []*tag.Organisation
	Entries  []*document.Passage // its entries in the annex and on the roles page, mostEntries at the most
	Passages []*document.Passage // the first mostListed that name it, in reading order
	// ImpliedPassages are the first mostListed that imply it and don't name it.
	ImpliedPassages []*document.Passage
}

// The bounds of what is listed of an organisation: more is found by a search.
const (
	mostEntries = 20 // the documents have three paragraphs at most of one
	mostListed  = 1_000
)

// Organisation returns an organisation by its slug; [ErrNotFound] if there is
// none.
func (x *Index) Organisation(slug string) (*OrganisationDetail, error) {
	o := x.BySlug[slug]
	if o == nil {
		return nil, ErrNotFound
	}
	d := &OrganisationDetail{OrganisationSummary: x.summarise(o), Parent: x.BySlug[o.Parent]}
	for _, other := range x.Organisations {
		if other.Parent == slug {
			d.Units = append(d.Units, other)
		}
	}
	named := x.local.Facets.Set(schema.FacetOrganisation, slug)
	var err error
	if d.Passages, err = x.passagesIn(named, 0, mostListed); err != nil {
		return nil, err
	}
	if d.ImpliedPassages, err = x.passagesIn(x.local.Facets.Set(schema.Implied, slug), 0, mostListed); err != nil {
		return nil, err
	}
	d.Entries, err = x.entries(o, named)
	return d, err
}

// entries returns the entries of an organisation among the passages that name
// it.
func (x *Index) entries(o *tag.Organisation, named match.Bitset) ([]*document.Passage, error) {
	entries := slices.Clone(x.local.Facets.Set("kind", string(document.KindAnnex)))
	entries.Or(x.local.Facets.Set("kind", string(document.KindRole)))
	entries.And(named)
	list, err := x.passagesIn(entries, 0, mostListed)
	if err != nil {
		return nil, err
	}
	list = slices.DeleteFunc(list, func(p *document.Passage) bool { return p.Title != o.Name })
	return list[:min(len(list), mostEntries)], nil
}
