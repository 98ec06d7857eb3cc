package layout

import "slices"

// plateShare is the part of a page's letters that are set as ordinary text, at
// most, if the page is a plate.
const plateShare = 0.3

// figureTags are the tags of text in drawings.
var figureTags = []string{"Figure", "InlineShape", "Shape"}

// onPlate reports whether a line stands on a page of figures or tables, which
// interrupts numbered paragraphs, and isn't set as they are.
func (c *cutter) onPlate(l *line) bool {
	switch {
	case len(c.runs) == 0:
		return false
	case slices.Contains(figureTags, l.tag()):
		return true
	case l.size >= 0.97*c.body.size && c.body.isBody(l):
		return false
	}
	if c.plates == nil {
		c.plates = map[*page]float64{}
		all := map[*page]float64{}
		for _, l := range c.lines {
			all[l.page] += float64(len(l.text))
			if c.body.isBody(l) {
				c.plates[l.page] += float64(len(l.text))
			}
		}
		for p, n := range all {
			c.plates[p] /= n
		}
	}
	return c.plates[l.page] < plateShare
}
