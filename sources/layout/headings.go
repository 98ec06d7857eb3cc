package layout

import (
	"math"
	"regexp"
	"strings"
	"unicode"
)

// style is how a heading is set; headings of one style have one level.
type style struct {
	tag                  int // 1 to 6 of H1 to H6; 0: not tagged
	size                 float64
	bold, capitals, ital bool
}

var headingTag = regexp.MustCompile(`^H([1-6])$`)

// Sizes of headings as parts of the size of ordinary text, lines that one has at
// most, and how far apart they are as a part of their size.
const (
	largeHeading   = 1.15
	largerHeading  = 1.07 // with white space above it and to its right
	weakLargest    = 1.12
	headingLines   = 4
	weakLines      = 3
	headingPitch   = 1.6
	headingLetters = 3
	maxLevel       = 6
)

// findLargeHeadings finds the headings that are tagged as such or larger than
// ordinary text.
func (r *reader) findLargeHeadings() {
	r.tagged = r.headingTags()
	r.findNumberedText()
	r.findSetApart()
	for i := 0; i < len(r.lines); {
		n := r.sameStyle(i)
		block := r.lines[i : i+n]
		if r.isLargeHeading(block) {
			setHeading(block)
		}
		i += n
	}
}

// headingTags reports whether the document tags its headings: then what isn't
// tagged and not larger than ordinary text is none. Where much of the text is
// tagged as a heading, the tags are worth nothing.
func (r *reader) headingTags() bool {
	const fewest, mostShare = 3, 0.3
	pages := map[*page]bool{}
	letters, all := 0, 0
	for _, l := range r.lines {
		if l.role != roleText {
			continue
		}
		all += len(l.text)
		if headingTag.MatchString(l.tag()) {
			letters += len(l.text)
			pages[l.page] = true
		}
	}
	return len(pages) >= fewest && float64(letters) < mostShare*float64(all)
}

// sameStyle returns how many lines from a place on are set alike, close
// together, in one column.
func (r *reader) sameStyle(at int) int {
	n := 1
	for at+n < len(r.lines) {
		a, b := r.lines[at+n-1], r.lines[at+n]
		if a.role != b.role || !follows(a, b) || r.apartFrom(b) || styleOf(a) != styleOf(b) || opensNumbered(b) {
			break
		}
		n++
	}
	return n
}

// apartFrom reports whether a line stands too far below the one above for both to be
// one heading: farther than headings' lines do, and, of one as large as the text, than
// those of the text.
func (r *reader) apartFrom(l *line) bool {
	most := headingPitch * l.size
	if l.size <= largeHeading*r.body.size {
		most = max(most, likelyGap*r.body.pitch(l))
	}
	return l.gap > most
}

var numberedHeading = regexp.MustCompile(`^(?:\d{1,2}(?:\.\d{1,2}){0,3}\.?|[A-Z]\.|[IVX]{1,5}\.)\s+[“‘"']?\p{Lu}`)

func opensNumbered(l *line) bool { return numberedHeading.MatchString(l.text) }

func styleOf(l *line) style {
	s := style{size: rounded(l.size), bold: l.bold(), capitals: l.capitals(), ital: l.italic()}
	if m := headingTag.FindStringSubmatch(l.tag()); m != nil {
		s.tag = int(m[1][0] - '0')
	}
	return s
}

func (r *reader) isLargeHeading(block []*line) bool {
	l := block[0]
	if l.role != roleText || countLetters(textOf(block)) < headingLetters || isCaption(l) {
		return false
	}
	if styleOf(l).tag > 0 && readsAsText(block) {
		return false
	}
	if r.tagged && styleOf(l).tag > 0 {
		return !r.setAsText(block) && (!r.numberedText[styleOf(l)] || !opensParagraphNumber(l))
	}
	last := block[len(block)-1]
	switch {
	case len(block) > headingLines || len(block) > 1 && endsSentence(last.text):
		return false
	case l.size > largeHeading*r.body.size:
		return true
	}
	return !r.tagged && l.size > largerHeading*r.body.size && (l.gap == 0 || r.body.parted(l)) &&
		last.short && !startsLower(l.text) && !l.isBullet() && !endsSentence(last.text)
}

// How many words a heading has at most, and how many at most if it ends as a
// sentence does: what is longer is text, whatever its tag.
const (
	headingWords  = 40
	sentenceWords = 5
)

// readsAsText reports whether lines that are tagged as a heading are a paragraph.
func readsAsText(block []*line) bool {
	text := strings.TrimSpace(textOf(block))
	n := words(text)
	return n > headingWords || n > sentenceWords && (strings.HasSuffix(text, ".") || strings.HasSuffix(text, ";") || strings.HasSuffix(text, ". and"))
}

func countLetters(s string) int {
	n := 0
	for _, c := range s {
		if unicode.IsLetter(c) {
			n++
		}
	}
	return n
}

func setHeading(block []*line) {
	for i, l := range block {
		l.role, l.joins = roleHeading, i > 0
	}
}

// findWeakHeadings finds the headings of an untagged document that are as large
// as ordinary text: bold, italic or in capitals, with white space above.
func (r *reader) findWeakHeadings() {
	if r.tagged {
		return
	}
	for i := 0; i < len(r.lines); {
		n := r.sameStyle(i)
		if r.isWeakHeading(i, n) {
			setHeading(r.lines[i : i+n])
		}
		i += n
	}
}

var signatory = regexp.MustCompile(`\b(?:Rt\.? Hon|Right Honourable)\b|\b(?:MP|KC|QC|OBE|CBE)$`)

func (r *reader) isWeakHeading(at, n int) bool {
	block := r.lines[at : at+n]
	l, last := block[0], block[n-1]
	distinct := l.bold() || l.italic() && n < weakLines && l.short || l.capitals() && countLetters(l.text) > headingLetters
	switch {
	case l.role != roleText || l.plain || n > weakLines || !distinct || isCaption(l):
		return false
	case l.size < 0.85*r.body.size || l.size > weakLargest*r.body.size && !l.bold():
		return false
	case startsLower(l.text) && !(l.bold() && subPoint.MatchString(l.text)) || l.isBullet() || subPoint.MatchString(l.text) && !opensNumbered(l) && !l.bold() || signatory.MatchString(textOf(block)):
		return false
	case strings.ContainsAny(last.text[len(last.text)-1:], ".,;:") || countLetters(textOf(block)) < headingLetters:
		return false
	case r.inQuotation(at, n):
		return false
	case l.gap > 0 && !r.body.parted(l) && !r.afterHeading(at):
		return false
	case l.gap == 0 && r.breaksOff(at, styleOf(l)):
		return false
	}
	return at+n < len(r.lines) && (last.short || n == 1 && !last.full || r.partedBelow(at+n))
}

// inQuotation reports whether lines belong to a longer text that is set like them,
// as quotations are: they go on with it, or open or close quotation marks that
// they don't close or open.
func (r *reader) inQuotation(at, n int) bool {
	text := strings.TrimSpace(textOf(r.lines[at : at+n]))
	if !balanced(text) || strings.HasSuffix(text, "—") || strings.HasSuffix(text, "–") {
		return true
	}
	if at == 0 || r.lines[at-1].role != roleText {
		return false
	}
	l, above := r.lines[at], r.lines[at-1]
	alike := styleOf(above) == styleOf(l) || r.evenlySpaced(at)
	return alike && !above.short && !endsSentence(above.text)
}

// evenlySpaced reports whether a line and the two above it are spaced alike.
func (r *reader) evenlySpaced(at int) bool {
	if at < 2 || r.lines[at].gap == 0 {
		return false
	}
	gap := r.lines[at].gap
	return math.Abs(r.lines[at-1].gap-gap) < sizeStep && math.Abs(r.lines[at-2].gap-gap) < sizeStep
}

func (r *reader) afterHeading(at int) bool { return at > 0 && r.lines[at-1].role == roleHeading }

func (r *reader) partedBelow(at int) bool { return at >= len(r.lines) || r.body.parted(r.lines[at]) }

// breaksOff reports whether the text before a column's first line is set like it
// and doesn't end a sentence.
func (r *reader) breaksOff(at int, s style) bool {
	for i := at - 1; i >= 0; i-- {
		l := r.lines[i]
		if l.role == roleText || l.role == roleNumber {
			return styleOf(l) == s && !endsSentence(l.text)
		}
	}
	return false
}

var captionStart = regexp.MustCompile(`^(?:Figure|Chart|FIGURE|Fig\.) (\d{1,2}(?:[.-]\d{1,2})?)(?:[:.\s–-]|$)`)

func isCaption(l *line) bool { return captionStart.MatchString(l.text) }

// findCaptions finds the captions of figures: lines that open as one and are set
// unlike ordinary text.
func (r *reader) findCaptions() {
	for i := 0; i < len(r.lines); {
		n := r.sameStyle(i)
		l := r.lines[i]
		unlike := l.bold() || l.italic() || !r.body.isBody(l)
		if l.role == roleText && isCaption(l) && unlike && n <= headingLines {
			for j, c := range r.lines[i : i+n] {
				c.role, c.joins = roleCaption, j > 0
			}
		}
		i += n
	}
}

// applyHeadingRules makes headings of what the manifest says are some, and text
// of what it says are none.
func (r *reader) applyHeadingRules() {
	for _, rule := range r.rules.Headings {
		want := strings.Join(strings.Fields(rule.Text), " ")
		for i, l := range r.lines {
			if rule.Page != 0 && l.page.Number != rule.Page || l.role == roleLeftOut || l.role == roleNote {
				continue
			}
			n := matching(r.lines[i:], want)
			for j, m := range r.lines[i : i+n] {
				m.level, m.joins, m.role = rule.Level, j > 0, roleHeading
				if rule.Level == 0 {
					m.role, m.joins, m.plain = roleText, false, true
				}
			}
		}
	}
}

// matching returns how many lines make a text; 0 if they don't.
func matching(lines []*line, want string) int {
	for n := 1; n <= min(len(lines), headingLines); n++ {
		text := strings.TrimSpace(textOf(lines[:n]))
		if text == want {
			return n
		}
		if !strings.HasPrefix(want, text+" ") {
			return 0
		}
	}
	return 0
}

func isWordRune(c rune) bool { return unicode.IsLetter(c) || unicode.IsDigit(c) }
