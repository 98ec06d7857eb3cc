package layout

import (
	"fmt"
	"slices"
	"strings"

	"socsearch/sources/document"
	"socsearch/sources/numbering"
)

// part is lines that make a heading or a passage.
type part struct {
	heading bool
	box     bool // the heading is a box's title
	lonely  bool // it was a heading without text
	level   int
	kind    document.Kind
	number  string
	anchor  string
	place   document.Place
	title   string // of a box
	name    string // of the foreword that a paragraph is of
	lines   []*line
	grid    *grid  // of a table
	reason  string // why it is left out after all
}

// cutter cuts a document's text into parts, line by line.
type cutter struct {
	*reader
	parts   []*part
	open    *part             // the paragraph that goes on; nil: none
	figure  *part             // the figure that goes on
	box     *part             // the title of the box that goes on
	numbers bool              // a numbered paragraph was met
	counts  map[int]int       // paragraphs without a number, by page
	first   int               // forewords so far
	byCodes bool              // numbers begin anew under each of many headings
	named   map[string]int    // and under each name
	since   int               // the first part after the last numbered paragraph
	plates  map[*page]float64 // share of each page that is set as ordinary text
}

func (r *reader) cut() []*part {
	c := &cutter{reader: r, counts: map[int]int{}, named: map[string]int{}, byCodes: r.restartsByHeading()}
	for i, l := range r.lines {
		switch l.role {
		case roleHeading:
			c.takeHeading(i)
		case roleNumber:
			c.takeNumber(l)
		case roleCaption:
			c.takeCaption(l)
		case roleCell:
			c.figure.lines = append(c.figure.lines, l)
		case roleText:
			c.takeText(i)
		}
	}
	c.signatures()
	c.keepLonely(0)
	return c.parts
}

// mostLonely is how many headings of one level stand directly above another of it, at
// most, before they are taken for a list.
const mostLonely = 3

// lonelyRun counts the headings of a level that stand last, one above the other.
func (c *cutter) lonelyRun(level int) int {
	n := 0
	for _, p := range slices.Backward(c.parts) {
		if !p.heading || p.box || p.level != level {
			break
		}
		n++
	}
	return n
}

// endsWithNotes reports whether a heading stands over the notes of the document.
func endsWithNotes(p *part) bool { return endnotesHeading.MatchString(p.text()) }

// keepLonely makes a paragraph of the last heading if no text stands below it, and a
// heading of a higher level follows, or nothing: its words would be in no passage. (One
// of the same level is put below it by package split.) In the place of a foreword,
// where paragraphs are counted, it stays.
func (c *cutter) keepLonely(next int) {
	last := len(c.parts) - 1
	if n := c.lonelyRun(next); n >= mostLonely {
		rest := slices.Clone(c.parts[len(c.parts)-n+1:])
		c.parts = c.parts[:len(c.parts)-n+1]
		c.keepLonely(0)
		c.parts = append(c.parts, rest...)
		return
	}
	if last < 0 || !c.parts[last].heading || c.parts[last].box || next >= c.parts[last].level || endsWithNotes(c.parts[last]) || len(c.runs) > 0 && !c.numbers {
		return
	}
	h := c.parts[last]
	c.doubt("no paragraph stands below the heading %q on page %d of the file: it is a passage", h.text(), h.lines[0].page.Number)
	c.parts = c.parts[:last]
	open := c.open
	p := c.begin(h.lines[0])
	p.lines, p.lonely, c.open = h.lines, true, open
}

func (c *cutter) add(p *part) *part {
	c.parts = append(c.parts, p)
	return p
}

func (c *cutter) takeHeading(at int) {
	l := c.lines[at]
	if last := len(c.parts) - 1; l.joins && last >= 0 && c.parts[last].heading {
		c.parts[last].lines = append(c.parts[last].lines, l)
		return
	}
	c.signatures()
	c.keepLonely(l.level)
	p := c.add(&part{heading: true, level: l.level, lines: []*line{l}})
	c.figure, c.box = nil, nil
	if p.box = c.opensBox(at); p.box {
		c.box = p
		return
	}
	c.open = nil
}

// takeNumber begins a numbered paragraph.
func (c *cutter) takeNumber(l *line) {
	c.signatures()
	run := l.number.run
	if run.anchor == "" && !c.isPlain(run) && !c.isRecitals(run) {
		c.nameRun(run)
	}
	n := l.number.Number
	p := &part{kind: document.KindParagraph, number: n.String(), anchor: strings.ToLower(n.String()), lines: []*line{l}}
	p.place = document.Place{Scheme: document.SchemeParagraph, Number: n}
	if c.isRecitals(run) {
		p.anchor, p.place.Scheme, p.place.Group = "recital-"+p.number, document.SchemeRecital, "recital"
	} else if run.anchor != "" {
		p.anchor = run.anchor + "-" + strings.ReplaceAll(p.anchor, ".", "-")
		p.place = document.Place{Scheme: document.SchemeHeading, Group: run.anchor, In: run.in, Under: run.heading, Number: n}
		if numbering.IsArticle(run.heading) {
			p.place.Scheme = document.SchemeProvision
		}
	}
	c.open, c.figure, c.box, c.numbers = c.add(p), nil, nil, true
	c.since = len(c.parts)
}

func (p *part) text() string {
	var words []string
	for _, l := range p.lines {
		words = append(words, l.text)
	}
	return strings.Join(words, " ")
}

func (c *cutter) takeCaption(l *line) {
	if l.joins && c.figure != nil {
		c.figure.lines = append(c.figure.lines, l)
		return
	}
	if l.grid != nil {
		c.takeTable(l)
		return
	}
	number := strings.ReplaceAll(captionStart.FindStringSubmatch(l.text)[1], "-", ".")
	n, _ := document.ParseNumber(strings.TrimLeft(number, "0")) // Figure 01
	c.figure = c.add(&part{
		kind: document.KindFigure, number: n.String(), lines: []*line{l},
		anchor: "figure-" + strings.ReplaceAll(n.String(), ".", "-"),
		place:  document.Place{Scheme: document.SchemeFigure, Group: "figure", Number: n},
	})
}

// takeTable begins a table with the first line of its caption.
func (c *cutter) takeTable(l *line) {
	n, _ := document.ParseNumber(strings.ReplaceAll(tableStart.FindStringSubmatch(l.text)[1], "-", "."))
	c.figure = c.add(&part{
		kind: document.KindFigure, number: n.String(), lines: []*line{l}, grid: l.grid,
		anchor: "table-" + strings.ReplaceAll(n.String(), ".", "-"),
		place:  document.Place{Scheme: document.SchemeTable, Group: "table", Number: n},
	})
}

// takeText adds a line to the figure or paragraph that it goes on with, or
// begins a paragraph without a number.
func (c *cutter) takeText(at int) {
	l := c.lines[at]
	if c.figure != nil {
		if last := c.figure.lines[len(c.figure.lines)-1]; last.page == l.page && c.body.isSmall(l) {
			c.figure.lines = append(c.figure.lines, l)
			return
		}
		c.figure = nil
	}
	if c.box != nil && c.takeBox(at) {
		return
	}
	if c.onPlate(l) {
		if last := len(c.parts) - 1; last >= 0 && c.parts[last].lines[0].page == l.page && !c.parts[last].heading && !c.opensParagraph(at, c.parts[last]) {
			c.parts[last].lines = append(c.parts[last].lines, l)
			return
		}
		c.begin(l)
		return
	}
	if c.open == nil || c.open.number == "" && c.opensParagraph(at, c.open) || c.outdented(at) {
		c.open = c.begin(l)
		return
	}
	c.open.lines = append(c.open.lines, l)
}

// begin begins a paragraph without a number: before the first numbered one it
// is of the foreword, or of what stands in its place, else it is counted on its
// page.
func (c *cutter) begin(l *line) *part {
	if name := c.forewordName(); name != "" && !c.numbers && len(c.runs) > 0 {
		c.first++
		c.named[name]++
		return c.add(&part{
			kind: document.KindForeword, lines: []*line{l}, name: name,
			anchor: fmt.Sprintf("foreword-%d", c.first),
			place:  document.Place{Scheme: document.SchemeFront, Group: "foreword", Under: name, Ordinal: c.named[name]},
		})
	}
	if h := c.lastHeading(); h != nil && numbering.Recommendation(h.text()) != "" && !c.numberSince(h) {
		name := numbering.Recommendation(h.text())
		c.named[name]++
		group := document.Slug(name)
		return c.add(&part{
			kind: document.KindParagraph, lines: []*line{l},
			anchor: fmt.Sprintf("%s-%d", group, c.named[name]),
			place:  document.Place{Scheme: document.SchemeHeading, Group: group, Under: name, Ordinal: c.named[name]},
		})
	}
	n := c.anchorPage(l.page)
	c.counts[n]++
	place := pagePlace(l.page)
	place.Group, place.Ordinal = fmt.Sprintf("page-%d", n), c.counts[n]
	return c.add(&part{
		kind: document.KindParagraph, lines: []*line{l},
		anchor: fmt.Sprintf("%s-%d", place.Group, place.Ordinal), place: place,
	})
}

// numberSince reports whether a numbered paragraph stands below a heading: what follows
// it goes on with the paper.
func (c *cutter) numberSince(h *part) bool {
	for _, p := range slices.Backward(c.parts) {
		if p == h {
			return false
		}
		if p.number != "" && p.kind == document.KindParagraph {
			return true
		}
	}
	return false
}

// pagePlace is a page as people cite it: by the number printed on it.
func pagePlace(p *page) document.Place {
	if p.printed > 0 {
		return document.Place{Scheme: document.SchemePage, Page: p.printed}
	}
	return document.Place{Scheme: document.SchemeFilePage, Page: p.Number}
}
