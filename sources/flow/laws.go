package flow

import (
	"regexp"
	"slices"
	"strings"

	"socsearch/sources/blocks"
	"socsearch/sources/document"
)

// provisionID is what pages of legislation call a paragraph of a provision:
// section-1-2, schedule-3-paragraph-4.
var provisionID = regexp.MustCompile(`^(section|article|regulation|rule)-(\w+)-(\w+)$|^(schedule)-(\w+)-paragraph-(\w+)$`)

// setProvision tells by a block's id that it is a paragraph of a law.
func setProvision(b *blocks.Block) {
	m := provisionID.FindStringSubmatch(b.ID)
	if m == nil || b.Of != "" || b.Kind == blocks.Heading || document.Slug(b.Label) == "" {
		return
	}
	if of, unit, number := m[1]+m[4], m[2]+m[5], m[3]+m[6]; strings.EqualFold(number, document.Slug(b.Label)) {
		b.Of, b.Unit = of, unit
	}
}

// takeProvision takes a block of a law: a paragraph with a number of its own begins a
// passage, all else belongs to the provision that it stands in.
func (c *cutter) takeProvision(i *item) {
	unit := i.Of + " " + i.Unit
	number := ""
	if i.Label != "" && i.Depth == 0 && i.Of != "recital" {
		number = strings.Trim(i.Label, "()[]. ")
	}
	if number == "" && c.open != nil && c.open.unit == unit {
		c.open.items = append(c.open.items, i)
		return
	}
	p := &part{kind: document.KindParagraph, unit: unit, number: number, items: []*item{i}}
	p.anchor, p.place = document.Slug(unit), provision(i.Of, i.Unit)
	switch {
	case i.Of == "recital":
		p.number = i.Unit
	case number != "":
		p.anchor += "-" + document.Slug(number)
		p.place = within(p.place, number)
	case c.hasNumbers(i.Of, i.Unit): // which have its name
		p.place.Under += ", opening"
	}
	c.open, c.figure, c.box, c.boxID, c.numbers = c.add(p), nil, nil, 0, true
}

// hasNumbers reports whether a unit of a law has paragraphs with numbers of their own.
func (d *doc) hasNumbers(of, unit string) bool {
	return slices.ContainsFunc(d.items, func(i *item) bool {
		return i.Of == of && i.Unit == unit && i.Label != "" && i.Depth == 0 && !i.isHeading()
	})
}

// provision is the place of a unit of a law: "recital 26", "Article 5".
func provision(of, unit string) document.Place {
	if n, ok := document.ParseNumber(unit); ok && of == "recital" {
		return document.Place{Scheme: document.SchemeRecital, Group: "recital", Number: n}
	}
	place := document.Place{Scheme: document.SchemeProvision, Group: document.Slug(of + " " + unit)}
	switch of {
	case "schedule", "annex": // whose paragraphs are called so
		place.Scheme = document.SchemeHeading
		fallthrough
	case "article":
		of = strings.ToUpper(of[:1]) + of[1:]
	}
	place.Under = of + " " + unit
	return place
}

// within is the place of a paragraph of a unit.
func within(unit document.Place, number string) document.Place {
	n, ok := document.ParseNumber(number)
	switch {
	case ok:
		unit.Number = n
	case unit.Scheme == document.SchemeProvision:
		unit.Under += "(" + number + ")"
	default:
		unit.Under += ", para " + number
	}
	return unit
}
