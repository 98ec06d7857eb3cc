package index

import (
	"cmp"
	"context"
	"slices"

	"socsearch/index/engine"
	"socsearch/index/plan"
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
// first, then by name. Nobody changes the list.
func (x *Index) OrganisationList() []OrganisationSummary {
	list, err := x.summaries.get(x.summariseAll)
	if err != nil {
		return nil
	}
	return list
}

func (x *Index) summariseAll() ([]OrganisationSummary, error) {
	list := make([]OrganisationSummary, 0, len(x.Organisations))
	for _, o := range x.Organisations {
		s, err := x.summarise(o)
		if err != nil {
			return nil, err
		}
		list = append(list, s)
	}
	slices.SortStableFunc(list, func(a, b OrganisationSummary) int {
		return cmp.Or(cmp.Compare(b.Count, a.Count), cmp.Compare(a.Name, b.Name))
	})
	return list, nil
}

func (x *Index) summarise(o *tag.Organisation) (OrganisationSummary, error) {
	s := OrganisationSummary{Organisation: o, Objectives: map[string]int{}, Threats: map[string]int{}}
	named, err := x.under(engine.Filters{schema.FacetOrganisation: {Any: []string{o.Slug}}})
	if err != nil {
		return s, err
	}
	implied, err := x.under(engine.Filters{schema.Implied: {Any: []string{o.Slug}}})
	if err != nil {
		return s, err
	}
	s.Count, s.Implied = named.Total, implied.Total
	for facet, counts := range map[string]map[string]int{"objective": s.Objectives, "threat": s.Threats} {
		for _, f := range named.Facets {
			if f.Name == facet {
				for _, v := range f.Values {
					counts[v.Value] = v.Count
				}
			}
		}
	}
	return s, nil
}

// under counts all passages under filters.
func (x *Index) under(filters engine.Filters) (*engine.Found, error) {
	return x.engine.Find(context.Background(), engine.Search{Ask: plan.Ask{Everything: true}, Filters: filters})
}

// Used reports whether any passage has a value of a facet.
func (x *Index) Used(facet string) bool {
	all, err := x.overview.get(func() (*engine.Found, error) { return x.under(nil) })
	if err != nil {
		return false
	}
	i := slices.IndexFunc(all.Facets, func(f engine.Facet) bool { return f.Name == facet })
	return i >= 0 && all.Facets[i].WithoutValue < all.Total
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
	summary, err := x.summarise(o)
	if err != nil {
		return nil, err
	}
	d := &OrganisationDetail{OrganisationSummary: summary, Parent: x.BySlug[o.Parent]}
	for _, other := range x.Organisations {
		if other.Parent == slug {
			d.Units = append(d.Units, other)
		}
	}
	named := engine.Filter{All: []string{slug}}
	if d.Passages, err = x.passagesUnder(engine.Filters{schema.FacetOrganisation: named}, 0, mostListed); err != nil {
		return nil, err
	}
	if d.ImpliedPassages, err = x.passagesUnder(engine.Filters{schema.Implied: named}, 0, mostListed); err != nil {
		return nil, err
	}
	entries := engine.Filter{Any: []string{string(document.KindAnnex), string(document.KindRole)}}
	list, err := x.passagesUnder(engine.Filters{schema.FacetOrganisation: named, "kind": entries}, 0, mostListed)
	list = slices.DeleteFunc(list, func(p *document.Passage) bool { return p.Title != o.Name })
	d.Entries = list[:min(len(list), mostEntries)]
	return d, err
}
