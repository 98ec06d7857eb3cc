package layout

import (
	"math"
	"regexp"

	"socsearch/sources/document"
)

var boxTitle = regexp.MustCompile(`^(?i)(?:case stud(?:y|ies)|box|example|vignette)\b`)

// boxSize is by how much the size of a box's text differs from that of ordinary
// text, at least, as a part of it.
const boxSize = 0.04

// sectionTitle is how titles begin that are no box's, however the text below
// them is set.
var sectionTitle = regexp.MustCompile(`^(?i)(?:annexe?|appendix|appendices|schedule|glossary|bibliography)\b|^\d{1,2}(?:\.\d{1,2})+\.?\s`)

// opensBox reports whether a heading among numbered paragraphs is a box's title: by
// its words, or because what stands below it, up to the next heading or number,
// has no number and isn't set as ordinary text.
func (c *cutter) opensBox(at int) bool {
	if c.open == nil || c.open.number == "" || sectionTitle.MatchString(c.lines[at].text) {
		return false
	}
	any := false
	for i, l := range c.lines[at+1:] {
		switch l.role {
		case roleHeading:
			if l.joins && i == 0 {
				continue
			}
			return any
		case roleNumber:
			return any
		case roleText:
			if c.unlikeBody(l) || boxTitle.MatchString(c.lines[at].text) {
				any = true
				continue
			}
			return any
		}
	}
	return any
}

func (c *cutter) unlikeBody(l *line) bool {
	return math.Abs(l.size-c.body.size) > boxSize*c.body.size
}

// takeBox adds a line to the box under way, whose paragraphs are passages of
// their own. Ordinary text below the box goes on with the numbered paragraph.
func (c *cutter) takeBox(at int) bool {
	l := c.lines[at]
	if title := c.box.text(); !c.unlikeBody(l) && !boxTitle.MatchString(title) {
		c.box = nil
		return false
	}
	last := c.parts[len(c.parts)-1]
	if last.kind == document.KindBox && !c.opensParagraph(at, last) {
		last.lines = append(last.lines, l)
		return true
	}
	name, _ := document.WithoutAbbreviation(c.box.words(roleHeading))
	c.add(&part{kind: document.KindBox, title: c.box.words(roleHeading), anchor: "box-" + document.Slug(name), lines: []*line{l}})
	return true
}
