package library

import (
	"maps"
	"slices"
	"strconv"

	"socsearch/index/engine"
	"socsearch/index/schema"
	"socsearch/sources/document"
)

// ClosedValues lists the values of a closed facet in their natural order; nil
// for an open one. Nobody changes the list.
func (c *Catalogue) ClosedValues(name string) []engine.FacetValue { return c.closed[name] }

func (c *Catalogue) listClosed(name string) []engine.FacetValue {
	var values []engine.FacetValue
	switch name {
	case "objective":
		headings := c.objectives()
		for _, n := range slices.Sorted(maps.Keys(headings)) {
			values = append(values, engine.FacetValue{Value: strconv.Itoa(n), Label: headings[n]})
		}
	case "part":
		return c.parts()
	case "threat":
		for _, t := range c.Threats {
			values = append(values, engine.FacetValue{Value: t.Slug, Label: t.Label})
		}
	case "strand":
		for _, s := range c.Strands {
			values = append(values, engine.FacetValue{Value: s.Slug, Label: s.Label})
		}
	case schema.FacetCommitment:
		for _, s := range document.Strengths {
			values = append(values, engine.FacetValue{Value: string(s), Label: strengthLabels[s]})
		}
	case "kind":
		for _, k := range document.Kinds {
			values = append(values, engine.FacetValue{Value: string(k), Label: kindLabels[k]})
		}
	}
	return values
}

var strengthLabels = map[document.Strength]string{document.Firm: "Firm", document.Soft: "Soft: aims, plans, where possible"}

var kindLabels = map[document.Kind]string{
	document.KindParagraph: "Numbered paragraph",
	document.KindForeword:  "Foreword",
	document.KindBox:       "Box",
	document.KindFigure:    "Figure",
	document.KindAnnex:     "Annex entry",
	document.KindRole:      "Roles page entry",
}
