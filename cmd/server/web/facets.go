package web

import (
	"slices"

	"socsearch/cmd/server/ask"
	"socsearch/index/engine"
	"socsearch/index/schema"
)

// facetView is a facet as the filter column shows it.
type facetView struct {
	Name, Title string
	Values      []facetValueView
	More        []facetValueView // those that are folded away
	Open        bool
	Searchable  bool // the list is long enough to be worth a box of its own
}

type facetValueView struct {
	engine.Count
	Name         string // of the parameter
	Short, Title string // the label, cut where it has a colon
}

type chipView struct{ Label, Remove string }

type hiddenField struct{ Name, Value string }

// optionView is a switch of the search.
type optionView struct {
	Name, Value, Label, Hint string
	On                       bool
}

// The lengths of facets.
const (
	shownValues = 8  // values of a facet that stand before the fold
	foldAbove   = 10 // a fold of one or two values would only be in the way
)

// facetViews lays out the facets that some passage has a value of. Where there are
// several documents people choose among them first. Where nothing was found, a facet
// that has nothing but zeros and is no filter in use would be in the way.
func (x *snapshot) facetViews(facets []engine.Facet, total int) []facetView {
	byDocument := x.Principal() == nil
	if byDocument {
		at := slices.IndexFunc(facets, func(f engine.Facet) bool { return f.Name == schema.FacetDocument })
		facets = slices.Insert(slices.Delete(slices.Clone(facets), at, at+1), 0, facets[at])
	}
	var views []facetView
	for _, f := range facets {
		if !x.Used(f.Name) {
			continue // papers without objectives or strands
		}
		if total == 0 && !slices.ContainsFunc(f.Values, func(c engine.Count) bool { return c.Count > 0 || c.Selected }) {
			continue
		}
		v := newFacetView(f)
		v.Open = v.Open || byDocument && f.Name == schema.FacetDocument
		views = append(views, v)
	}
	return views
}

func newFacetView(f engine.Facet) facetView {
	facet := ask.FacetNamed(f.Name)
	v := facetView{Name: f.Name, Title: facet.Title, Open: facet.Open, Searchable: len(f.Values) > 2*foldAbove}
	for i, c := range f.Values {
		value := facetValueView{Count: c, Name: f.Name}
		value.Short, value.Title = facet.Cut(c.Label)
		v.Open = v.Open || c.Selected
		if len(f.Values) <= foldAbove || i < shownValues || c.Selected {
			v.Values = append(v.Values, value)
		} else {
			v.More = append(v.More, value)
		}
	}
	return v
}

// options lists the switches of a search.
func options(asked ask.Search) []optionView {
	r := asked.Request
	return []optionView{
		{ask.ParamInclude, "implied", "Implied organisations too", "A filter by the Home Office then also finds the Home Secretary.", r.Implied},
		{ask.ParamMatch, "exact", "Words exactly as typed", "“launder” does not find “laundering”.", r.Exact},
		{ask.ParamSynonyms, "off", "No other words", "Nothing is searched but what you type: no long forms, no corrected spelling.", r.Plain},
		{ask.ParamMeaning, "off", "No search by meaning", "Of a question only its words count.", r.WordsOnly},
	}
}

// chips lists what narrows the search, each with the way to take it off.
func (x *snapshot) chips(asked ask.Search) []chipView {
	var list []chipView
	add := func(name, value, label string) {
		list = append(list, chipView{label, "/" + asked.Address.Without(name, value).String()})
	}
	for _, f := range schema.FacetFields {
		filter := asked.Request.Filters[f.Name]
		for _, v := range filter.Any {
			add(f.Name, v, x.ShortLabel(f.Name, v))
		}
		for _, v := range filter.All {
			add(ask.PrefixAll+f.Name, v, "must have: "+x.ShortLabel(f.Name, v))
		}
		for _, v := range filter.Reject {
			add(ask.PrefixReject+f.Name, v, "without: "+x.ShortLabel(f.Name, v))
		}
	}
	for _, o := range options(asked) {
		if o.On {
			add(o.Name, o.Value, o.Label)
		}
	}
	return list
}

// hiddenFields are the parameters that have no control of their own in the form:
// without them a new search would lose them.
func hiddenFields(asked ask.Search) []hiddenField {
	var list []hiddenField
	names := []string{ask.ParamSort, ask.ParamPerPage}
	for _, prefix := range []string{ask.PrefixAll, ask.PrefixReject} {
		for _, f := range schema.FacetFields {
			names = append(names, prefix+f.Name)
		}
	}
	for _, name := range names {
		for _, v := range asked.Address.Values(name) {
			list = append(list, hiddenField{name, v})
		}
	}
	return list
}
