package split

import (
	"cmp"
	"strings"

	"socsearch/sources/document"
)

// setPlaces gives passages their places: those that came with the layout, else what
// follows from the kinds of the units. Paragraphs of a box, a foreword or an entry are
// counted where there are several.
func setPlaces(units []*unit, passages []document.Passage) {
	heads := map[*unit]int{} // where each group begins
	size := map[*unit]int{}
	var foreword *unit
	for i, u := range units {
		if u.kind == document.KindForeword && u.place.Scheme == "" {
			foreword = cmp.Or(foreword, u)
			u.first = foreword
		}
		u.first = cmp.Or(u.first, u)
		if u.first == u {
			heads[u] = i
		}
		size[u.first]++
	}
	counted := map[*unit]int{}
	for i, u := range units {
		p := &passages[i]
		p.Place = u.place
		if u.place.Scheme == "" {
			p.Place = placeOf(p, &passages[heads[u.first]])
		}
		if counted[u.first]++; size[u.first] > 1 {
			p.Place.Ordinal = counted[u.first]
		}
	}
}

// placeOf is the place of a passage by its kind; first is the first of those that are
// counted together.
func placeOf(p, first *document.Passage) document.Place {
	n, _ := document.ParseNumber(p.Number)
	place := document.Place{Group: first.Anchor(), Under: p.Title}
	switch p.Kind {
	case document.KindParagraph:
		return document.Place{Scheme: document.SchemeParagraph, Number: n}
	case document.KindFigure:
		return document.Place{Scheme: document.SchemeFigure, Group: "figure", Number: n}
	case document.KindForeword:
		place.Scheme, place.Group, place.Under = document.SchemeFront, "foreword", document.Foreword
	case document.KindBox:
		place.Scheme = document.SchemeBox
		if p.Title == "" {
			place.Page = int(first.Page)
		}
	default:
		place.Scheme = document.SchemeEntry
		if len(p.Section) > 0 {
			place.In, _, _ = strings.Cut(p.Section[0], ":")
		}
	}
	return place
}
