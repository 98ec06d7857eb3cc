package web

import (
	"context"
	"fmt"
	"net/url"
	"slices"
	"strings"

	"socsearch/cmd/server/ask"
	"socsearch/index"
	"socsearch/index/engine"
	"socsearch/index/library"
	"socsearch/index/query"
	"socsearch/index/schema"
)

// startView is what the search page shows before anything was asked.
type startView struct {
	Heading        string
	Documents      []startDocument
	Examples       []linkView
	ByThreat       []barView
	ByObjective    []barView
	ByOrganisation []barView // those that most passages name
	Jump           string    // an example of a place to go to; "" where paragraphs have no numbers
}

// startDocument is a document in the list of them.
type startDocument struct {
	Title, Link       string
	Listed            string // its passages, one by one
	Series, Published string
	Passages          int
	Superseded        string // by what; "" if it is in force
	BasedOn           string
}

// startOrganisations is how many organisations the start page names.
const startOrganisations = 9

func (x *snapshot) newStart(ctx context.Context, found *index.Results) (*startView, error) {
	v := &startView{Heading: fmt.Sprintf("Search %d documents", len(x.Documents))}
	if d := x.Principal(); d != nil {
		v.Heading = "Search the " + d.Title
	}
	for i := range x.Documents {
		v.Documents = append(v.Documents, newStartDocument(&x.Documents[i]))
	}
	example, err := x.newExample()
	if err != nil {
		return nil, err
	}
	if example.Range != "" {
		v.Jump = "para " + example.Range[strings.LastIndexByte(example.Range, '-')+1:]
	}
	for _, e := range helpExamples {
		if !e.Start {
			continue
		}
		result, err := x.Search(ctx, index.Request{Query: query.Parse(e.Query)})
		if err != nil {
			return nil, err
		}
		if result.Whole > 0 { // other documents may have nothing of it
			v.Examples = append(v.Examples, linkView{Label: e.Query, Link: "/" + ask.QueryAddress(e.Query)})
		}
	}
	for _, f := range found.Facets {
		switch f.Name {
		case "threat":
			v.ByThreat = facetBars(f)
		case "objective":
			v.ByObjective = facetBars(f)
		case schema.FacetOrganisation:
			f.Values = f.Values[:min(len(f.Values), startOrganisations)]
			v.ByOrganisation = facetBars(f)
		}
	}
	return v, nil
}

func newStartDocument(d *library.Document) startDocument {
	s := startDocument{Title: d.Title, Link: "/" + d.Slug, Listed: "/" + ask.NewAddress(url.Values{schema.FacetDocument: {d.Slug}}).String(), Series: d.Series, Published: readableDate(d.Published), Passages: d.Passages}
	if by := d.SupersededBy; by != nil {
		s.Superseded = describeRelation(by)
	}
	if on := d.BasedOn; on != nil {
		s.BasedOn = describeRelation(on)
	}
	return s
}

// facetBars draws a facet's counts, each with the search behind it.
func facetBars(f engine.Facet) []barView {
	if !slices.ContainsFunc(f.Values, func(c engine.Count) bool { return c.Count > 0 }) {
		return nil // the documents have nothing of the kind
	}
	most := 1
	for _, c := range f.Values {
		most = max(most, c.Count)
	}
	var list []barView
	for _, c := range f.Values {
		short, title := ask.FacetNamed(f.Name).Cut(c.Label)
		list = append(list, barView{
			Label: short,
			Title: title,
			Link:  "/" + ask.NewAddress(url.Values{f.Name: {c.Value}}).String(),
			Count: c.Count,
			Most:  most,
		})
	}
	return list
}
