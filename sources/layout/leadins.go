package layout

import (
	"math"
	"regexp"
	"slices"
	"strings"
)

// leadInLines is how many lines a heading has at most that is told by nothing but
// the numbered paragraph below it.
const leadInLines = 2

// How many words such a heading has at most, and one that is set as ordinary text.
const (
	leadInWords = 24
	plainWords  = 14
)

// leadInDigits is how many digits one has at most that is set as ordinary text:
// "Conclusion on issue 12" has two, a table's row more.
const leadInDigits = 2

var (
	digits     = regexp.MustCompile(`\d`)
	sourceLine = regexp.MustCompile(`^(?:Sources?|Notes?|Credits?|Photos?)\b.*:`)
)

// findLeadIns finds headings that are set as ordinary text, or nearly: a few
// words between the end of a paragraph and the number of the next, or several
// such headings one above the other.
func (r *reader) findLeadIns() {
	for i, l := range r.lines {
		if l.role == roleNumber {
			r.findLeadInsAbove(i)
		}
	}
}

// findLeadInsAbove looks for headings from a number upwards. None of them is one
// before it is known that the topmost stands below the end of a paragraph.
func (r *reader) findLeadInsAbove(number int) {
	const deep = 3
	found := []int{number} // where headings begin, upwards
	for top := number; top > 1 && len(found) <= deep; {
		if r.lines[top-1].role == roleHeading {
			top--
			found = append(found[:0], top)
			continue
		}
		n := min(leadInLines, top-1)
		for n > 0 && !r.isLeadIn(top-n, n) {
			n--
		}
		if n == 0 {
			return
		}
		top -= n
		if found = append(found, top); !r.afterParagraph(top) {
			continue
		}
		for i, from := range found[1:] {
			setHeading(r.lines[from:found[i]])
		}
		found = append(found[:0], top)
	}
}

// isLeadIn reports whether lines above a number, or above a heading over one, may be
// a heading by how they are set.
func (r *reader) isLeadIn(at, n int) bool {
	block := r.lines[at : at+n]
	l, last, below := block[0], block[n-1], r.lines[at+n]
	s := styleOf(l)
	for i, b := range block {
		if b.role != roleText || b.plain || i > 0 && (!follows(block[i-1], b) || r.apartFrom(b) || styleOf(b) != s) {
			return false
		}
	}
	text := strings.TrimSpace(textOf(block))
	if s.bold && words(text) <= plainWords { // then a stop at its end is no sentence's
		text = strings.TrimSuffix(text, ".")
	}
	if !r.standsOver(last, below) || !namesSubject(l, text) {
		return false
	}
	if s.bold || s.ital || s.capitals {
		return true
	}
	return words(text) <= plainWords && last.short && n == 1 && l.left < leastIndent && !strings.ContainsAny(l.text, ",()") && len(digits.FindAllString(l.text, -1)) <= leadInDigits
}

// standsOver reports whether a line may be the last of a heading over another line:
// over a number, or over a heading that is set otherwise or stands apart, and not
// far to the side: there stands who is quoted. At the
// foot of a page it does if it stands farther left than the text above it.
func (r *reader) standsOver(l, below *line) bool {
	if !follows(l, below) {
		return l.page != below.page && below.gap == 0 && l.above != nil && l.above.left-l.left >= leastHang
	}
	if below.role == roleHeading && math.Abs(l.X0-below.X0) > mostIndent {
		return false
	}
	return below.role == roleNumber || r.apartFrom(below) || styleOf(l) != styleOf(below) || l.font() != below.font()
}

// namesSubject reports whether a text that begins with a line may be a heading's.
func namesSubject(l *line, text string) bool {
	item := l.opensItem() && !opensNumbered(l)
	return !item && !isCaption(l) && !sourceLine.MatchString(text) && !startsLower(text) && !breaksAtEnd(text) && balanced(text) &&
		countLetters(text) >= headingLetters && words(text) <= leadInWords && !signatory.MatchString(text)
}

func words(s string) int { return len(strings.Fields(s)) }

// afterParagraph reports whether a line stands below white space, or at a column's
// head, after the end of a sentence.
func (r *reader) afterParagraph(at int) bool {
	l := r.lines[at]
	if l.gap > 0 && l.gap <= likelyGap*r.body.pitch(l) {
		return false
	}
	for _, o := range slices.Backward(r.lines[:at]) {
		if o.role == roleHeading {
			return true
		}
		if o.role == roleText || o.role == roleNumber {
			return endsSentence(o.text) && !strings.HasSuffix(o.text, ":")
		}
	}
	return true
}

// breaksAtEnd reports whether a text ends as no heading does: as a sentence, or
// as what goes on.
func breaksAtEnd(s string) bool {
	return endsSentence(s) || strings.HasSuffix(s, ",") || strings.HasSuffix(s, ";") || strings.HasSuffix(s, "–") || strings.HasSuffix(s, "—") ||
		strings.HasSuffix(s, " and") || strings.HasSuffix(s, " or")
}

// balanced reports whether a text closes the quotation marks that it opens.
func balanced(s string) bool { return strings.Count(s, "“") == strings.Count(s, "”") }
