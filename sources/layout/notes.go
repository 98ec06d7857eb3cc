package layout

import (
	"math"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"socsearch/sources/document"
)

// note is a footnote.
type note struct {
	label string // as printed: "12", "*"
	page  *page
	lines []*line
	taken int  // characters of its first line that are its number
	end   bool // it stands at the document's end
	cited bool
	sure  bool // cited by a mark that can't be a power
}

// noteNumber is the number that opens a footnote, raised or not. In the Official
// Journal of the EU it is raised between brackets that aren't.
var noteNumber = regexp.MustCompile(`^(?:\[|\( ?)?(\d{1,3}|[*†‡]+)[\].)]?(?:\s|$)`)

// How far footnotes' numbers may skip, and how far right of the notes' left edge
// one that isn't raised may begin, in points.
const (
	noteSkip  = 3
	noteHangs = 8
)

// noteReader finds footnotes page by page.
type noteReader struct {
	*reader
	last int     // number of the last one
	size float64 // of the last one
	open *note   // it may go on at the next column's foot
	here map[string]bool
}

// findNotes finds the footnotes at the foot of each column: small lines where
// one opens with the number that is due, or with 1 where each page begins anew.
func (r *reader) findNotes() {
	if r.rules.Footnotes == document.FootnotesNone {
		return
	}
	n := &noteReader{reader: r}
	for _, p := range r.pages {
		n.here = raisedLabels(p)
		for _, column := range columnsOf(p) {
			n.read(column)
		}
	}
}

// columnsOf parts the lines of a page into runs of one column.
func columnsOf(p *page) [][]*line {
	var columns [][]*line
	for _, l := range p.lines {
		if l.role == roleLeftOut {
			continue
		}
		if n := len(columns); n > 0 && columns[n-1][0].Column == l.Column {
			columns[n-1] = append(columns[n-1], l)
			continue
		}
		columns = append(columns, []*line{l})
	}
	return columns
}

// raisedLabels collects the raised numbers of a page that open no line.
func raisedLabels(p *page) map[string]bool {
	labels := map[string]bool{}
	for _, l := range p.lines {
		for i, r := range l.runs {
			if r.Raised && i > 0 {
				for _, s := range strings.FieldsFunc(r.Text, func(c rune) bool { return strings.ContainsRune(", –-\u00a0", c) }) {
					labels[strings.Trim(s, "[]()")] = true
				}
			}
		}
	}
	return labels
}

// read takes the notes at the foot of a column.
func (n *noteReader) read(column []*line) {
	foot := len(column)
	for foot > 0 && column[foot-1].role == roleText && n.body.isSmall(column[foot-1]) {
		foot--
	}
	tail := column[foot:]
	begin := -1
	for i, l := range tail {
		if n.opens(l, tail) {
			begin = i
			break
		}
	}
	if begin < 0 {
		if len(tail) > 0 && n.goesOn(tail, column[:foot]) {
			n.add(tail)
		}
		return
	}
	if begin > 0 && n.goesOn(tail[:begin], column[:foot]) {
		n.add(tail[:begin])
	}
	for _, l := range tail[begin:] {
		if n.opens(l, tail) {
			n.begin(l)
		} else {
			n.add([]*line{l})
		}
	}
}

// goesOn reports whether small lines at a column's foot go on with the last note:
// set as it is, below white space, after a note that breaks off.
func (n *noteReader) goesOn(tail, above []*line) bool {
	return n.open != nil && rounded(tail[0].size) == rounded(n.size) && len(above) > 0 &&
		tail[0].gap > 1.1*n.body.pitch(above[len(above)-1]) && !isCaption(tail[0]) && tail[0].font() == n.open.lines[len(n.open.lines)-1].font() &&
		!endsSentence(n.open.lines[len(n.open.lines)-1].text)
}

func (n *noteReader) add(lines []*line) {
	for _, l := range lines {
		l.role, l.note, l.joins = roleNote, n.open, true
		n.open.lines = append(n.open.lines, l)
	}
}

func (n *noteReader) begin(l *line) {
	m := noteNumber.FindStringSubmatch(l.text)
	n.open = &note{label: m[1], page: l.page, lines: []*line{l}, taken: len([]rune(strings.TrimRight(m[0], " ")))}
	n.notes = append(n.notes, n.open)
	if number, err := strconv.Atoi(m[1]); err == nil {
		n.last = number
	}
	n.size = l.size
	l.role, l.note = roleNote, n.open
}

// opens reports whether a line opens a note.
func (n *noteReader) opens(l *line, tail []*line) bool {
	m := noteNumber.FindStringSubmatch(l.text)
	if m == nil {
		return false
	}
	raised := l.opensRaised()
	if strings.HasPrefix(l.text, "(") && !raised {
		return false
	}
	number, err := strconv.Atoi(m[1])
	switch {
	case err != nil: // a star
		return raised || n.here[m[1]]
	case raised && number > n.last && (number <= n.last+noteSkip || n.here[m[1]]):
		return true
	case raised:
		return number == 1 && n.last > 0 && n.newPage(l)
	case !n.here[m[1]] || !hangs(l, tail):
		return false
	}
	skipped := n.last > 0 && number > n.last && number <= n.last+noteSkip
	return skipped || number == n.last+1 || number == 1 && n.newPage(l)
}

// opensRaised reports whether a line opens with a raised number, in brackets or not.
func (l *line) opensRaised() bool {
	return l.runs[0].Raised || len(l.runs) > 1 && strings.TrimSpace(l.runs[0].Text) == "(" && l.runs[1].Raised
}

// newPage reports whether no note was found yet on a line's page, so that numbers
// may begin anew.
func (n *noteReader) newPage(l *line) bool { return n.open == nil || n.open.page != l.page }

// hangs reports whether a line begins as far left as any of the foot's.
func hangs(l *line, tail []*line) bool {
	left := math.Inf(1)
	for _, o := range tail {
		left = min(left, o.X0)
	}
	return l.X0 < left+noteHangs
}

// mark is the place of a note's mark in a line.
type mark struct {
	from, to int
	note     *note
}

var markLabel = regexp.MustCompile(`\[?(\d{1,3}|[*†‡]+)\]?`)

// Raised digits that may be those of a unit or a power: "400 m²", "10⁶".
var powerBefore = regexp.MustCompile(`(?:^|[\s\d(/])(?:[kcdmµn]?m|ft|in|yd|mi|s|sec|kg|cm|10)$`)

// isPower reports whether a raised number may be the exponent of what stands before
// it. A year that ends in 10 is none.
func isPower(text []rune, from int, label string) bool {
	before := string(text[max(0, from-6):from])
	if !powerBefore.MatchString(before) {
		return false
	}
	ten := strings.HasSuffix(before, "10")
	return ten && (len(before) == 2 || !unicode.IsDigit(text[from-3])) || !ten && (label == "2" || label == "3")
}

// superscripts are the raised digits as characters of their own.
var superscripts = []rune("⁰¹²³⁴⁵⁶⁷⁸⁹")

// superscriptMinus is the sign before them: 10⁻³.
const superscriptMinus = '⁻'

func startsWithMinus(s string) bool {
	return strings.HasPrefix(s, "-") || strings.HasPrefix(s, "–") || strings.HasPrefix(s, "−")
}

// raisePowers writes raised digits that are no marks as such, so that a power isn't
// read as a number: 10⁶. It is called once all marks are known.
func (r *reader) raisePowers() {
	for _, p := range r.pages {
		for _, l := range p.lines {
			if l.role == roleNote || l.role == roleLeftOut {
				continue
			}
			marks := r.marks(l)
			text := []rune(l.text)
			changed := false
			for i, s := range l.runs {
				if !s.Raised || i == 0 || s.from >= s.to || hasLetter(s.Text) {
					continue
				}
				for at := s.from; at < s.to; at++ {
					marked := slices.ContainsFunc(marks, func(m mark) bool { return at >= m.from && at < m.to })
					if c := text[at]; c >= '0' && c <= '9' && !marked {
						text[at], changed = superscripts[c-'0'], true
						if at > s.from && startsWithMinus(string(text[at-1])) {
							text[at-1] = superscriptMinus
						}
					}
				}
			}
			if changed {
				l.text = string(text)
			}
		}
	}
}

// findSureMarks notes which notes are cited by marks that can't be powers.
func (r *reader) findSureMarks() {
	for _, l := range r.lines {
		text := []rune(l.text)
		for _, s := range l.runs {
			if !s.Raised || s.from >= s.to || hasLetter(s.Text) || startsWithMinus(s.Text) {
				continue
			}
			for _, m := range markLabel.FindAllStringSubmatch(string(text[s.from:s.to]), -1) {
				if n := r.noteFor(m[1], l.page); n != nil && !isPower(text, s.from, m[1]) {
					n.sure = true
				}
			}
		}
	}
}

// marks returns the marks of a line: raised numbers that a note of its page, or
// of one beside it, has. Others, such as powers, stay in the text.
func (r *reader) marks(l *line) []mark {
	text := []rune(l.text)
	var list []mark
	for _, s := range l.runs {
		if !s.Raised || s.from >= s.to {
			continue
		}
		raised := string(text[s.from:s.to])
		if hasLetter(raised) || startsWithMinus(raised) {
			continue
		}
		from := s.from
		for _, at := range markLabel.FindAllStringSubmatchIndex(raised, -1) {
			label := raised[at[2]:at[3]]
			to := s.from + len([]rune(raised[:at[1]]))
			n := r.noteFor(label, l.page)
			if n != nil && n.sure && isPower(text, s.from, label) {
				from = to
				continue
			}
			if n != nil {
				n.cited = true
				first, after := withBrackets(text, from, to)
				list = append(list, mark{withSpace(text, first, after), after, n})
			} else {
				r.doubt("page %d of the file: the raised %q has no footnote and stays in the text", l.page.Number, label)
			}
			from = to
		}
	}
	return list
}

// withBrackets returns where a mark begins and ends, with round brackets about it.
func withBrackets(text []rune, from, to int) (first, after int) {
	if from > 0 && to < len(text) && text[from-1] == '(' && text[to] == ')' {
		return from - 1, to + 1
	}
	return from, to
}

// withSpace returns where a mark begins, with the space before it where the text
// goes on without one being needed.
func withSpace(text []rune, from, to int) int {
	for from < to && text[from] == ' ' {
		from++
	}
	if from > 0 && text[from-1] == ' ' && (to == len(text) || !isWordRune(text[to])) {
		return from - 1
	}
	return from
}

// noteFor returns the note with a label on a page, or else on the nearest page.
func (r *reader) noteFor(label string, p *page) *note {
	const near = 1
	var best *note
	for _, n := range r.notes {
		away := abs(n.page.Number - p.Number)
		if n.label == label && away <= near && (best == nil || away < abs(best.page.Number-p.Number)) {
			best = n
		}
	}
	for _, n := range r.notes {
		if best == nil && n.end && n.label == label {
			best = n
		}
	}
	return best
}

func abs(n int) int { return max(n, -n) }

func (r *reader) noteIndex(n *note) int { return slices.Index(r.notes, n) }
