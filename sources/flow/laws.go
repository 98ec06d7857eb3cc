package flow

import (
	"strings"

	"socsearch/sources/document"
)

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
	p := &part{kind: document.KindParagraph, unit: unit, items: []*item{i}}
	p.anchor = document.Slug(unit)
	p.label, p.number = provision(i.Of, i.Unit), i.Unit
	if number != "" {
		p.number = number
		p.anchor += "-" + document.Slug(number)
		p.label = within(i.Of, p.label, number)
	}
	c.open, c.figure, c.box, c.boxID, c.numbers = c.add(p), nil, nil, 0, true
}

// provision is how a unit of a law is cited: "recital 26", "Article 5".
func provision(of, unit string) string {
	if of == "article" || of == "schedule" {
		return strings.ToUpper(of[:1]) + of[1:] + " " + unit
	}
	return of + " " + unit
}

// within is how a paragraph of a unit is cited.
func within(of, unit, number string) string {
	if of == "article" || of == "schedule" {
		return unit + ", para " + number
	}
	return unit + "(" + number + ")"
}
