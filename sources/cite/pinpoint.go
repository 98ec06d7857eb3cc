package cite

import (
	"fmt"
	"slices"
	"strconv"

	"socsearch/sources/document"
)

// group is what a pinpoint names in one breath: the numbered paragraphs cited,
// the figures cited, the cited paragraphs of one box, foreword or entry, or the
// cited footnotes of one passage.
type group struct {
	kind    document.Kind
	place   document.Place // of its first passage
	name    string         // a box's title or an entry's organisation; "" if it has none
	numbers []string       // of paragraphs or figures; none for a box or an entry of one paragraph
	notes   []string       // numbers of footnotes; none where the text itself is cited
	pages   []string       // printed pages on which the passages stand
}

// gather puts pins into groups, in the order of each group's first pin.
func gather(pins []Pin) []*group {
	var groups []*group
	byKey := map[string]*group{}
	for _, pin := range pins {
		key := groupKey(pin)
		g := byKey[key]
		if g == nil {
			g = &group{kind: pin.Passage.Kind, place: pin.Passage.Place}
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

// groupKey is the same for what a pinpoint names in one breath.
func groupKey(pin Pin) string {
	p := pin.Passage
	if pin.Footnote != "" {
		return p.ID + "#"
	}
	return fmt.Sprintf("%s %s %q %q %q", p.Kind, p.Place.Scheme, p.Place.Group, p.Place.Under, p.Place.Apart)
}

func (g *group) add(pin Pin) {
	p := pin.Passage
	number := p.Number
	if n := p.Place.Ordinal; n > 0 {
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
