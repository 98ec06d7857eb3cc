package web

import (
	"net/url"
	"strings"

	"socsearch/index"
)

// startView is what the search page shows before anything was asked.
type startView struct {
	Documents   []startDocument
	Examples    []linkView
	ByThreat    []barView
	ByObjective []barView
}

type startDocument struct {
	Title, Link, Name string
	Series, Published string
	Passages          int
}

func newStart(x *index.Index, found *index.Results) *startView {
	v := &startView{}
	for _, d := range x.Documents {
		v.Documents = append(v.Documents, startDocument{d.Title, "/" + d.Slug, d.ShortName(), d.Series, d.Published, d.Passages})
	}
	for _, e := range helpExamples {
		if e.Start {
			v.Examples = append(v.Examples, linkView{Label: e.Query, Link: "/" + queryAddress(e.Query)})
		}
	}
	for _, f := range found.Facets {
		switch f.Name {
		case "threat":
			v.ByThreat = facetBars(f)
		case "objective":
			v.ByObjective = facetBars(f)
		}
	}
	return v
}

// facetBars draws a facet's counts, each with the search behind it.
func facetBars(f index.Facet) []barView {
	most := 1
	for _, c := range f.Values {
		most = max(most, c.Count)
	}
	var list []barView
	for _, c := range f.Values {
		short, title := c.Label, ""
		if f.Name == "objective" {
			short, title, _ = strings.Cut(c.Label, ": ")
		}
		list = append(list, barView{
			Label:  short,
			Title:  title,
			Link:   "/" + newAddress(url.Values{f.Name: {c.Value}}).String(),
			Count:  c.Count,
			Tenths: tenths(c.Count, most),
		})
	}
	return list
}

// tenths is a count's share of the largest, rounded up.
func tenths(n, most int) int { return (10*n + most - 1) / most }
