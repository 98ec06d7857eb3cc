package layout

import (
	"regexp"
	"strings"
	"unicode"

	"socsearch/sources/pdf"
)

// role is what a line was found to be.
type role int

const (
	roleText    role = iota // of a passage
	roleLeftOut             // see line.reason
	roleNote                // of a footnote
	roleHeading             // see line.level
	roleNumber              // the first line of a numbered paragraph
	roleCaption             // of a figure or a table
	roleCell                // of a table
)

// line is a line of the document with what was found out about it.
type line struct {
	*pdf.Line
	page *page
	text string  // bullets made •
	size float64 // of its text, but for an initial or a stop that is larger
	runs []span  // where the runs stand in text

	role   role
	reason string // why it is left out
	level  int    // of a heading
	plain  bool   // it is none, whatever it looks like: the manifest says so, or it is quoted
	quoted bool   // from another act: its numbers are none of this one
	joins  bool   // it goes on with the heading, note or caption of the line before
	note   *note
	grid   *grid   // of a table's caption and cells
	number numeral // of a paragraph

	gap   float64 // from the baseline of the line above it; 0: it begins a column
	above *line   // nil: it begins a column
	left  float64 // how far right of its column's left edge it begins
	short bool    // it ends well before its column's right edge
	full  bool    // it ends at its column's right edge
}

// span is a run's place in a line's text, in characters.
type span struct {
	from, to int
	*pdf.Run
}

// page is a page with its printed number.
type page struct {
	*pdf.Page
	lines   []*line
	printed int  // 0: none
	ofTwo   bool // the document has two pages
}

// newLine reads the text of a line, with single spaces, and the places of its
// runs in it. Soft hyphens stay at the line's end only.
func newLine(p *page, l *pdf.Line) *line {
	n := &line{Line: l, page: p}
	var text []rune
	for i := range l.Runs {
		r := &l.Runs[i]
		from := len(text)
		for _, c := range r.Text {
			switch {
			case c == softHyphen && (i < len(l.Runs)-1 || !strings.HasSuffix(r.Text, string(c))):
			case !unicode.IsSpace(c):
				text = append(text, c)
			case len(text) > 0 && text[len(text)-1] != ' ':
				text = append(text, ' ')
			}
		}
		n.runs = append(n.runs, span{from, len(text), r})
	}
	for len(text) > 0 && text[len(text)-1] == ' ' {
		text = text[:len(text)-1]
	}
	for i := range n.runs {
		n.runs[i].from, n.runs[i].to = min(n.runs[i].from, len(text)), min(n.runs[i].to, len(text))
	}
	n.setBullet(text)
	n.text, n.size = string(text), textSize(n)
	return n
}

// textSize returns the largest size in which more than two characters of a line
// are set.
func textSize(l *line) float64 {
	largest := 0.0
	for _, r := range l.runs {
		if r.to-r.from > 2 && !r.Raised && r.Size > largest {
			largest = r.Size
		}
	}
	if largest == 0 {
		return l.Size
	}
	return largest
}

const softHyphen = '\u00ad'

// Characters that open a line as its bullet. The o is one only where it is set
// in a font of its own; the others of Symbol and Wingdings come from their
// private places in Unicode.
const (
	bullets     = "•▪◦●○■□➢✓❖\uf0b7\uf0a7\uf0d8\uf0fc\uf076·‣⁃∙−－"
	fontBullets = "o§Øüv-–¨¡"
)

// setBullet makes the bullet that opens a line •.
func (l *line) setBullet(text []rune) {
	if len(text) < 3 || text[1] != ' ' {
		return
	}
	apart := len(l.runs) > 1 && l.runs[0].to <= 2 && l.runs[0].Font != l.runs[1].Font
	if strings.ContainsRune(bullets, text[0]) || apart && strings.ContainsRune(fontBullets, text[0]) {
		text[0] = '•'
	}
}

func (l *line) isBullet() bool { return strings.HasPrefix(l.text, "• ") }

var subPoint = regexp.MustCompile(`^(?:[a-z]\)|\([a-z]{1,4}\)|\(\d{1,2}\)|[ivx]{1,4}[.)]|[a-z]\.|\d{1,2}[.)])\s`)

// opensItem reports whether a line opens a bullet or a sub-point.
func (l *line) opensItem() bool { return l.isBullet() || subPoint.MatchString(l.text) }

// set reports whether all letters of a line are set in a way: number and raised
// runs don't count.
func (l *line) set(way func(*pdf.Run) bool) bool {
	any := false
	for _, r := range l.runs {
		if r.Raised || !hasLetter(r.Text) {
			continue
		}
		if !way(r.Run) {
			return false
		}
		any = true
	}
	return any
}

func (l *line) bold() bool   { return l.set(func(r *pdf.Run) bool { return r.Bold }) }
func (l *line) italic() bool { return l.set(func(r *pdf.Run) bool { return r.Italic }) }

// capitals reports whether a line has letters, and they are all capitals.
func (l *line) capitals() bool {
	return hasLetter(l.text) && !strings.ContainsFunc(l.text, unicode.IsLower)
}

// tag returns the role that a tagged PDF gives the first letters of a line.
func (l *line) tag() string {
	for _, r := range l.runs {
		if !r.Raised && strings.TrimSpace(r.Text) != "" {
			return r.Tag
		}
	}
	return ""
}

// font returns the font of a line's longest run.
func (l *line) font() string {
	font, longest := "", 0
	for _, r := range l.runs {
		if n := r.to - r.from; n > longest {
			font, longest = r.Font, n
		}
	}
	return font
}

func hasLetter(s string) bool { return strings.ContainsFunc(s, unicode.IsLetter) }

// startsLower reports whether the first letter or digit of a text is a lower-case
// letter.
func startsLower(s string) bool {
	s = strings.TrimLeft(s, "‘“'\"([")
	for _, r := range s {
		return unicode.IsLower(r)
	}
	return false
}

// endsSentence reports whether a text ends as a sentence does.
func endsSentence(s string) bool {
	s = strings.TrimRight(s, "0123456789,’”\"') ]")
	return strings.HasSuffix(s, ".") || strings.HasSuffix(s, "?") || strings.HasSuffix(s, "!") || strings.HasSuffix(s, ":") || strings.HasSuffix(s, "…")
}

// digitsFolded returns a text with # for each run of digits.
func digitsFolded(s string) string { return digitRuns.ReplaceAllString(s, "#") }

var digitRuns = regexp.MustCompile(`\d+`)
