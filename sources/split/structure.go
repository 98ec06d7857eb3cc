package split

import (
	"cmp"
	"fmt"
	"math"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"socsearch/sources/document"
)

// unit is a run of lines that becomes one passage.
type unit struct {
	kind   document.Kind
	number string // of a numbered paragraph or a figure
	group  string // what its anchor is made from: a box's title, an organisation's slug
	own    string // its whole anchor, where that isn't made from the others
	title  string
	remark string
	place  document.Place
	first  *unit // the first paragraph of the same box or entry; nil: this is it
	under  *heading
	figure *document.Figure
	table  *document.Table // known without a rule of the manifest
	pieces []piece
}

// heading is a heading of the outline with its place in the tree.
type heading struct {
	*document.Outline
	level  int
	parent *heading
	node   *document.Heading // what a reader gets
}

// structure reads the body lines in order and cuts them into units. What is due
// next (a heading, a box, a figure, an entry, a paragraph's number) is known
// from the manifest, so that a line is never taken for what it only looks like.
type structure struct {
	*splitter
	headings []*heading // still to come, in reading order
	late     *heading   // begun before its own heading is met
	boxes    []document.Box
	figures  []document.Figure
	entries  []document.EntryHeading
	number   int // of the next numbered paragraph

	under *heading
	open  *unit // the unit that further lines go to; nil: none
	units []*unit
}

// cutUnits cuts the body into units.
func (s *splitter) cutUnits(lines []line) ([]*unit, error) {
	st := &structure{splitter: s, headings: s.outline, boxes: s.manifest.Boxes, figures: s.manifest.Figures, number: 1}
	if s.manifest.Entries != nil {
		st.entries = s.manifest.Entries.Headings
	}
	for i := 0; i < len(lines); {
		if lines[i].blank {
			i++
			continue
		}
		n, err := st.take(lines[i:])
		if err != nil {
			return nil, fmt.Errorf("line %d: %w", s.ledger.lineNumber(lines[i].from), err)
		}
		i += n
	}
	st.transcribed(math.MaxInt)
	return st.units, st.missing()
}

// take books the first of the lines, or more, and returns how many.
func (st *structure) take(lines []line) (int, error) {
	l := lines[0]
	if boundary := l.blankBefore || l.pageStart || st.open == nil; boundary {
		for _, try := range []func([]line) (int, error){
			st.takeHeading, st.takeBox, st.takeFigure, st.takeEntryHeading, st.takeParagraph, st.takeEntry,
		} {
			if n, err := try(lines); n > 0 || err != nil {
				return n, err
			}
		}
	}
	return st.takeText(lines)
}

func (st *structure) begin(u *unit) {
	if len(u.pieces) > 0 {
		st.transcribed(u.pieces[0].page)
	}
	u.under = st.under
	st.units = append(st.units, u)
	st.open = u
}

// transcribed puts in the figures of earlier pages whose words the manifest
// holds because the file has none that can be read.
func (st *structure) transcribed(page int) {
	for len(st.figures) > 0 && st.figures[0].Transcription != "" && st.figures[0].Page < page {
		f := st.figures[0]
		st.figures = st.figures[1:]
		st.begin(&unit{kind: document.KindFigure, number: strconv.Itoa(f.Number), title: f.Caption, figure: &f})
	}
}

func (st *structure) takeHeading(lines []line) (int, error) {
	if st.late != nil {
		if n := matchLines(lines, st.late.Heading); n > 0 {
			st.settleHeading(lines[:n])
			err := checkPage(st.late.Heading, st.late.Page, lines[0].page)
			st.late = nil
			return n, err
		}
	}
	if len(st.headings) == 0 {
		return 0, nil
	}
	next := st.headings[0]
	if next.Begins != "" {
		if strings.HasPrefix(lines[0].text, next.Begins) {
			st.late = next
			st.enter(next, lines[0].page)
			return st.take(lines)
		}
		return 0, nil
	}
	n := matchLines(lines, next.Heading)
	if n == 0 {
		return 0, nil
	}
	st.enter(next, lines[0].page)
	st.settleHeading(lines[:n])
	return n, checkPage(next.Heading, next.Page, lines[0].page)
}

func (st *structure) enter(h *heading, page int) {
	st.transcribed(page)
	st.headings = st.headings[1:]
	st.under = h
	st.open = nil
}

func checkPage(what string, want, got int) error {
	if want != 0 && got != 0 && want != got {
		return fmt.Errorf("%q stands on page %d, but the manifest says page %d", what, got, want)
	}
	return nil
}

func (st *structure) takeBox(lines []line) (int, error) {
	if len(st.boxes) == 0 {
		return 0, nil
	}
	box := st.boxes[0]
	n := 0
	switch {
	case box.Title == "" && strings.HasPrefix(lines[0].text, box.Begins):
		st.begin(&unit{kind: document.KindBox, group: fmt.Sprintf("page-%d", box.Page), pieces: []piece{{line: lines[0]}}})
		n = 1
	case box.Title != "":
		if n = matchLines(lines, box.Title); n == 0 {
			return 0, nil
		}
		st.settleHeading(lines[:n])
		name, _ := document.WithoutAbbreviation(box.Title)
		st.begin(&unit{kind: document.KindBox, group: document.Slug(name), title: box.Title})
	default:
		return 0, nil
	}
	st.boxes = st.boxes[1:]
	return n, checkPage("box "+box.Title, box.Page, lines[0].page)
}

func (st *structure) takeFigure(lines []line) (int, error) {
	if len(st.figures) == 0 {
		return 0, nil
	}
	f := st.figures[0]
	n := matchLines(lines, f.Caption)
	if n == 0 {
		return 0, nil
	}
	st.figures = st.figures[1:]
	u := &unit{kind: document.KindFigure, number: strconv.Itoa(f.Number), title: f.Caption, figure: &f}
	for _, l := range lines[:n] {
		u.pieces = append(u.pieces, piece{line: l})
	}
	u.pieces[n-1].endsLine = true
	st.begin(u)
	return n, checkPage(f.Caption, f.Page, lines[0].page)
}

func skipBlank(lines []line) []line {
	for len(lines) > 0 && lines[0].blank {
		lines = lines[1:]
	}
	return lines
}

// takeParagraph takes the first line of the numbered paragraph that is due.
func (st *structure) takeParagraph(lines []line) (int, error) {
	l := lines[0]
	if st.manifest.Paragraphs.Numbering == document.NumberingNone || !opensWith(l, st.number) {
		return 0, nil
	}
	digits := len(strconv.Itoa(st.number))
	rest := l.without(st.ledger.text, digits)
	if startsLower(rest.text) {
		return 0, nil
	}
	st.ledger.settle(l.from, l.from+digits, ParagraphNo)
	st.begin(&unit{kind: document.KindParagraph, number: strconv.Itoa(st.number), pieces: []piece{{line: rest}}})
	st.number++
	return 1, nil
}

// sentenceEnded reports whether the open unit could end here.
func (st *structure) sentenceEnded() bool {
	return st.open == nil || len(st.open.pieces) == 0 || endsSentence(st.open.pieces[len(st.open.pieces)-1].text)
}

// takeText adds a line to the open unit, or begins the next paragraph of an
// unnumbered kind with it.
func (st *structure) takeText(lines []line) (int, error) {
	l := lines[0]
	u := st.open
	if u == nil {
		if st.under == nil || st.under.Unnumbered == "" {
			return 0, fmt.Errorf("%q belongs to no passage: describe it in the manifest", l.text)
		}
		st.begin(&unit{kind: document.Kind(st.under.Unnumbered), pieces: []piece{{line: l}}})
		return 1, nil
	}
	p := piece{line: l}
	if len(u.pieces) > 0 {
		opens := st.opensParagraph(u, l)
		if opens && u.kind != document.KindParagraph && u.kind != document.KindFigure && u.kind != document.KindAnnex {
			st.begin(&unit{kind: u.kind, group: u.group, title: u.title, remark: u.remark, first: cmp.Or(u.first, u), pieces: []piece{p}})
			return 1, nil
		}
		p.newLine = opens || isBullet(l.text) || u.pieces[len(u.pieces)-1].endsLine
	}
	u.pieces = append(u.pieces, p)
	title := st.subPointTitle(lines)
	if title == 0 {
		return 1, nil
	}
	for _, l := range lines[1:title] {
		u.pieces = append(u.pieces, piece{line: l})
	}
	u.pieces[len(u.pieces)-1].endsLine = true
	return title, nil
}

var subPoint = regexp.MustCompile(`^(?:[a-z]\)|\([a-z]+\)|\d{1,2}[.)])\s`)

// opensParagraph reports whether a line opens a paragraph of its own within a
// unit: after a blank line or on a new page, unless it goes on with a sentence.
func (st *structure) opensParagraph(u *unit, l line) bool {
	last := u.pieces[len(u.pieces)-1]
	switch {
	case subPoint.MatchString(l.text):
		return l.blankBefore || l.pageStart
	case isBullet(l.text) || startsLower(l.text):
		return false
	case u.kind == document.KindFigure:
		return (l.blankBefore || l.pageStart) && !joins(u.figure.Joins, last.text, l.text)
	case l.pageStart:
		return u.kind == document.KindForeword && endsSentence(last.text) && isShort(last.line, u)
	}
	return l.blankBefore
}

// joins reports whether one of the phrases holds both lines, one after the other.
func joins(phrases []string, a, b string) bool {
	return slices.ContainsFunc(phrases, func(phrase string) bool { return strings.Contains(phrase, a+" "+b) })
}

// isShort reports whether a line is clearly shorter than its paragraph is wide:
// then the paragraph ends with it.
func isShort(l line, u *unit) bool {
	widest := 0
	for _, p := range u.pieces {
		widest = max(widest, p.to-p.from)
	}
	const full = 0.75 // ragged right: lines vary by less than a quarter
	return float64(l.to-l.from) < full*float64(widest)
}

// subPointTitle tells how many lines hold a sub-point's number and title: the
// words of a heading of the outline, with a full line of text after them.
func (st *structure) subPointTitle(lines []line) int {
	label := subPoint.FindString(lines[0].text)
	if label == "" {
		return 0
	}
	for _, h := range st.outline {
		_, title, found := strings.Cut(h.Heading, ": ")
		if !found {
			continue
		}
		if n := matchLines(lines, label+title); n > 0 {
			return n
		}
	}
	return 0
}

func (st *structure) settleHeading(lines []line) {
	for _, l := range lines {
		st.ledger.settle(l.from, l.to, InHeading)
	}
}

// missing names what the manifest describes and the text does not hold.
func (st *structure) missing() error {
	m := st.manifest
	switch {
	case st.late != nil:
		return fmt.Errorf("heading %q (page %d) is not in the text", st.late.Heading, st.late.Page)
	case len(st.headings) > 0:
		return fmt.Errorf("heading %q (page %d) is not in the text after the headings before it", st.headings[0].Heading, st.headings[0].Page)
	case len(st.boxes) > 0:
		return fmt.Errorf("box %q (page %d) is not in the text after the boxes before it", st.boxes[0].Title+st.boxes[0].Begins, st.boxes[0].Page)
	case len(st.figures) > 0:
		return fmt.Errorf("%q (page %d) is not in the text after the figures before it", st.figures[0].Caption, st.figures[0].Page)
	case len(st.entries) > 0:
		return fmt.Errorf("entry %q is not in the text after the entries before it", st.entries[0].Heading)
	case m.Paragraphs.Last > 0 && st.number-1 != m.Paragraphs.Last:
		return fmt.Errorf("found paragraphs 1 to %d, but the manifest has paragraphs.last %d", st.number-1, m.Paragraphs.Last)
	}
	return nil
}
