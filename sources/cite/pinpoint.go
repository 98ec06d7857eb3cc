package cite

import (
	"slices"
	"strconv"
	"strings"

	"socsearch/sources/document"
)

// group is what a pinpoint names in one breath: the numbered paragraphs cited,
// the figures cited, the cited paragraphs of one box, foreword or entry, or the
// cited footnotes of one passage.
type group struct {
	kind    document.Kind
	within  string   // "Annex A", of an entry in it; what paragraphs are counted under
	onPage  bool     // the paragraphs are counted on their page
	name    string   // a box's title or an entry's organisation; "" if it has none
	numbers []string // of paragraphs or figures; none for a box or an entry of one paragraph
	notes   []string // numbers of footnotes; none where the text itself is cited
	pages   []string // printed pages on which the passages stand
}

// gather puts pins into groups, in the order of each group's first pin.
func gather(pins []Pin) []*group {
	var groups []*group
	byKey := map[string]*group{}
	for _, pin := range pins {
		key := groupKey(pin)
		g := byKey[key]
		if g == nil {
			g = &group{kind: pin.Passage.Kind, within: within(pin.Passage), onPage: pin.Passage.OnPage()}
			if !slices.Contains(countedKinds, g.kind) {
				g.name = pin.Passage.Title
			}
			byKey[key] = g
			groups = append(groups, g)
		}
		g.add(pin)
	}
	return groups
}

// countedKinds are the kinds whose passages are told apart by number, within what
// they are counted under.
var countedKinds = []document.Kind{document.KindParagraph, document.KindFigure, document.KindForeword}

func groupKey(pin Pin) string {
	p := pin.Passage
	switch {
	case pin.Footnote != "":
		return p.ID + "#"
	case slices.Contains(countedKinds, p.Kind):
		return string(p.Kind) + " " + within(p)
	}
	key := p.ID
	if n := position(p); n > 1 { // the later paragraphs' ids are the first one's with a number
		key = strings.TrimSuffix(key, "-"+strconv.Itoa(n))
	}
	return key
}

func (g *group) add(pin Pin) {
	p := pin.Passage
	number := p.Number
	if n := position(p); n > 0 {
		number = strconv.Itoa(n)
	}
	if number != "" {
		g.numbers = append(g.numbers, number)
	}
	if pin.Footnote != "" {
		g.notes = append(g.notes, pin.Footnote)
	}
	for page := p.Page; page > 0 && page <= max(p.Page, p.PageEnd); page++ {
		g.pages = append(g.pages, strconv.Itoa(int(page)))
	}
}

// position is the place of a passage among the paragraphs of its box, foreword,
// entry or page, counted from 1; 0 where it is the only one or has a number of its
// own.
func position(p *document.Passage) int {
	if p.Number != "" {
		return 0
	}
	_, place := p.CountedUnder()
	return place
}

// within is the annex in which an entry stands: the label without the entry; and
// what a paragraph is counted under that isn't one of the document's own count.
func within(p *document.Passage) string {
	switch p.Kind {
	case document.KindAnnex:
		annex, _, _ := strings.Cut(p.Label, ", "+p.Title)
		return annex
	case document.KindParagraph, document.KindForeword:
		under, _ := p.CountedUnder()
		return under
	}
	return ""
}
