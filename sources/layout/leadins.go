package layout

import (
	"regexp"
	"slices"
	"strings"
)

// leadInLines is how many lines a heading has at most that is told by nothing but
// the numbered paragraph below it.
const leadInLines = 2

// leadInDigits is how many digits one has at most that is set as ordinary text:
// "Conclusion on issue 12" has two, a table's row more.
const leadInDigits = 2

var (
	digits     = regexp.MustCompile(`\d`)
	sourceLine = regexp.MustCompile(`^(?:Sources?|Notes?|Credits?|Photos?)\b.*:`)
)

// findLeadIns finds headings that are set as ordinary text, or nearly: a few
// words between the end of a paragraph and the number of the next.
func (r *reading) findLeadIns() {
	for i, l := range r.lines {
		if l.role != roleNumber {
			continue
		}
		for n := min(leadInLines, i-1); n > 0; n-- {
			if r.isLeadIn(i-n, n) {
				setHeading(r.lines[i-n : i])
				break
			}
		}
	}
}

func (r *reading) isLeadIn(at, n int) bool {
	block := r.lines[at : at+n]
	l, last := block[0], block[n-1]
	s := styleOf(l)
	for i, b := range block {
		if b.role != roleText || b.plain || i > 0 && (!follows(block[i-1], b) || r.apartFrom(b) || styleOf(b) != s) {
			return false
		}
	}
	text := strings.TrimSpace(textOf(block))
	if s.bold { // then a stop at its end is no sentence's
		text = strings.TrimSuffix(text, ".")
	}
	if !follows(last, r.lines[at+n]) || !last.short || !namesSubject(l, text) || !r.afterParagraph(at) {
		return false
	}
	if s.bold || s.ital || s.capitals {
		return true
	}
	return n == 1 && l.left < leastIndent && !strings.ContainsAny(l.text, ",()") && len(digits.FindAllString(l.text, -1)) <= leadInDigits
}

// namesSubject tells whether a text that begins with a line may be a heading's.
func namesSubject(l *line, text string) bool {
	const words = 14
	item := l.opensItem() && !opensNumbered(l)
	return !item && !isCaption(l) && !sourceLine.MatchString(text) && !startsLower(text) && !breaksAtEnd(text) && balanced(text) &&
		countLetters(text) >= headingLetters && len(strings.Fields(text)) <= words && !signatory.MatchString(text)
}

// afterParagraph tells whether a line stands below white space, or at a column's
// head, after the end of a sentence.
func (r *reading) afterParagraph(at int) bool {
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

// breaksAtEnd tells whether a text ends as no heading does: as a sentence, or
// as what goes on.
func breaksAtEnd(s string) bool {
	return endsSentence(s) || strings.HasSuffix(s, ",") || strings.HasSuffix(s, ";") || strings.HasSuffix(s, "–") || strings.HasSuffix(s, "—") ||
		strings.HasSuffix(s, " and") || strings.HasSuffix(s, " or")
}

// balanced tells whether a text closes the quotation marks that it opens.
func balanced(s string) bool { return strings.Count(s, "“") == strings.Count(s, "”") }
