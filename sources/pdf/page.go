package pdf

import "socsearch/sources/pdf/glyph"

// layOut makes a page of lines of what a page draws.
func (c *cutter) layOut(number int, d *glyph.Drawing) *Page {
	glyphs := composeAccents(clean(d))
	p := &Page{Number: number, Width: d.Width, Height: d.Height, Pictures: d.Pictures, Covered: d.Covered, LeftOut: d.LeftOut, Cut: d.Cut}
	for _, b := range c.cut(joinInitials(spans(glyphs)), 0) {
		for _, l := range setLines(b.spans) {
			p.Lines = append(p.Lines, l.line(b.column))
		}
	}
	if len(p.LeftOut) == 0 {
		p.LeftOut = nil
		return p
	}
	p.Unread = map[string]string{}
	for reason, text := range d.Unread {
		p.Unread[reason] = string(text)
	}
	return p
}
