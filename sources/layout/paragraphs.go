package layout

import (
	"math"
	"strings"
)

// Paragraphs without a number, as first-line indents show them: how far the
// first line stands to the right of the next, in points.
const (
	leastIndent = 4
	mostIndent  = 45
)

// opensParagraph reports whether a line opens another paragraph than the one that
// is open: below white space, by its indent, or after a short last line of the
// column before. Bullets, and what goes on with a sentence, never do.
func (r *reader) opensParagraph(at int, open *part) bool {
	l, last := r.lines[at], open.lines[len(open.lines)-1]
	switch {
	case l.isBullet() || startsLower(l.text) || isLead(open):
		return false
	case l.page != last.page || l.gap == 0:
		return endsSentence(last.text) && (r.leavesRoom(last, l) || r.indented(at, last))
	case r.body.parted(l):
		return true
	}
	return r.indented(at, last)
}

// Where the text of a numbered paragraph hangs: how far right of its number it
// stands at least, and how near to the number's place a paragraph begins that is
// outdented, in points.
const (
	leastHang  = 10
	outdentsBy = 2
)

// outdented reports whether a line begins a paragraph at the place of the number of
// the paragraph that is open, whose text hangs: then it is no part of that.
func (c *cutter) outdented(at int) bool {
	l := c.lines[at]
	if c.open.number == "" || len(c.open.lines) < 2 || c.parts[len(c.parts)-1] != c.open {
		return false // text below a box goes on with the paragraph
	}
	number, hanging, last := c.open.lines[0], c.open.lines[1], c.open.lines[len(c.open.lines)-1]
	if hanging.left-number.left < leastHang || math.Abs(l.left-number.left) > outdentsBy || !c.body.isBody(l) {
		return false
	}
	return !l.opensItem() && !startsLower(l.text) && !digits.MatchString(l.text[:1]) && l.gap > 0 && c.body.parted(l) && endsSentence(last.text)
}

// letterWidth is how wide a letter is on average, as a part of its size.
const letterWidth = 0.5

// leavesRoom reports whether the first word of the next line would have had room at
// a line's end: then a paragraph ends there.
func (r *reader) leavesRoom(last, next *line) bool {
	word, _, _ := strings.Cut(next.text, " ")
	room := r.body.edges[marginOf(last)].right - last.X1
	return room > letterWidth*last.size*float64(1+len([]rune(word)))
}

// indented reports whether a line's indent makes it the first of a paragraph.
func (r *reader) indented(at int, last *line) bool {
	l := r.lines[at]
	if !endsSentence(last.text) && !last.short {
		return false
	}
	if at+1 < len(r.lines) && (follows(l, r.lines[at+1]) && !r.body.parted(r.lines[at+1])) {
		by := l.X0 - r.lines[at+1].X0
		return by >= leastIndent && by < mostIndent
	}
	return l.left >= leastIndent && l.left < mostIndent && (l.Column != last.Column || last.left < leastIndent)
}

// isLead reports whether a paragraph so far is a title of one short line, which
// the text that it stands over goes on with.
func isLead(p *part) bool {
	l := p.lines[0]
	const words = 12
	return len(p.lines) == 1 && p.number == "" && l.short && !l.opensItem() && len(strings.Fields(l.text)) <= words &&
		!endsSentence(l.text) && !strings.HasSuffix(l.text, ",") && !strings.HasSuffix(l.text, ";")
}

// beginsLine reports whether a line of a paragraph begins a line of its clean
// text: a bullet, a sub-point, a further paragraph below white space, the text
// below a title.
func (r *reader) beginsLine(lines []*line, at int) bool {
	l, last := lines[at], lines[at-1]
	title := last.short && last.bold() && !l.bold() && (at == 1 || r.body.parted(last))
	caption := last.role == roleCaption && l.role != roleCaption
	switch {
	case l.isBullet() || title || caption:
		return true
	case subPoint.MatchString(l.text):
		return r.body.parted(l) || endsItem(last.text)
	case l.gap == 0 || l.page != last.page || l.Column != last.Column:
		return endsSentence(last.text) && r.leavesRoom(last, l) && !startsLower(l.text)
	case r.body.parted(l):
		return true
	}
	return endsSentence(last.text) && last.short && !startsLower(l.text) && l.left-last.left >= leastIndent
}

// endsItem reports whether a text ends as what comes before a sub-point does.
func endsItem(s string) bool {
	return endsSentence(s) || strings.HasSuffix(s, ";") || strings.HasSuffix(s, ",") ||
		strings.HasSuffix(s, " and") || strings.HasSuffix(s, " or")
}
