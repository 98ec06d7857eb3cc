package flow

import (
	"regexp"
	"slices"
	"strings"

	"socsearch/sources/blocks"
	"socsearch/sources/document"
	"socsearch/sources/numbering"
)

// part is items that make a heading or a passage.
type part struct {
	heading  bool
	box      bool // the heading is a box's title
	level    int
	kind     document.Kind
	number   string
	anchor   string
	place    document.Place
	title    string
	items    []*item
	reason   string // why it is left out after all
	foreword string // the name under which it is counted, of a foreword
	unit     string // the provision that it stands in
}

// provision is what of a law a part stands in; "" for none. A nil part has none.
func (p *part) provision() string {
	if p == nil {
		return ""
	}
	return p.unit
}

func (p *part) text() string {
	var words []string
	for _, i := range p.items {
		words = append(words, i.printed())
	}
	return strings.Join(words, " ")
}

// cutter cuts items into parts.
type cutter struct {
	*doc
	parts   []*part
	open    *part // the paragraph that goes on; nil: none
	figure  *part // the figure that goes on
	framed  bool  // it stands in a box with its words
	box     *part // the title of the box that goes on
	boxID   int   // the box of the file that it is; 0: it goes by its heading alone
	inBox   int   // the box of the file that items stand in
	numbers bool  // a numbered paragraph was met
	names   names
}

func (d *doc) cut() []*part {
	c := &cutter{doc: d, names: newNames()}
	for at := range d.items {
		c.take(at)
	}
	c.signatures()
	c.keepLonely(0)
	return c.parts
}

func (c *cutter) add(p *part) *part {
	c.parts = append(c.parts, p)
	return p
}

func (c *cutter) take(at int) {
	i := c.items[at]
	if i.Box != c.inBox {
		c.inBox = i.Box
		if c.boxID > 0 {
			c.box, c.boxID = nil, 0
		}
		c.framed = i.Box > 0 && c.opensFigure(at)
		if i.Box > 0 && !c.framed && c.opensFileBox(at) {
			return
		}
	}
	switch {
	case c.framed:
		if i != c.figure.items[0] {
			c.figure.items = append(c.figure.items, i)
		}
	case i.Box > 0 && c.boxID == i.Box:
		c.takeBox(i)
	case i.isHeading():
		c.takeHeading(at)
	case i.run != nil:
		c.takeNumber(i)
	case i.Of != "":
		c.takeProvision(i)
	case isFigure(i):
		c.takeCaption(i)
	default:
		c.takeText(at)
	}
}

func (c *cutter) takeHeading(at int) {
	i := c.items[at]
	c.signatures()
	c.keepLonely(i.Level)
	p := c.add(&part{heading: true, level: max(i.Level, 1), items: []*item{i}})
	c.figure, c.box, c.boxID = nil, nil, 0
	if i.Of == "" && boxTitle.MatchString(i.text) && c.opensHeadedBox(at) {
		p.box, c.box = true, p
		return
	}
	c.open = nil
}

var boxTitle = regexp.MustCompile(`^(?i)(?:case stud(?:y|ies)|box|example|vignette)\b`)

// opensHeadedBox reports whether a heading among numbered paragraphs that is called a
// box, or a case, is the title of one: text without a number stands below it.
func (c *cutter) opensHeadedBox(at int) bool {
	if c.open == nil || c.open.number == "" || at+1 >= len(c.items) {
		return false
	}
	next := c.items[at+1]
	return next.run == nil && !next.isHeading()
}

// opensFigure begins a figure whose caption stands in a box with its words.
func (c *cutter) opensFigure(at int) bool {
	for _, i := range c.items[at:] {
		if i.Box != c.items[at].Box {
			return false
		}
		if isFigure(i) {
			c.takeCaption(i)
			return true
		}
	}
	return false
}

// opensFileBox begins a box that the file sets apart, if it has a title. Others belong
// to the text around them.
func (c *cutter) opensFileBox(at int) bool {
	i := c.items[at]
	several := at+1 < len(c.items) && c.items[at+1].Box == i.Box
	titled := i.Kind == blocks.Heading || (i.Strong || boxTitle.MatchString(i.text)) && len(strings.Fields(i.text)) <= shortWords && !endsSentence(i.text)
	if !several || !titled || i.Kind == blocks.TableRow {
		return false
	}
	c.box = c.add(&part{heading: true, box: true, level: i.Level, items: []*item{i}})
	c.boxID, c.figure = i.Box, nil
	return true
}

// takeBox adds an item to the box under way, whose paragraphs are passages of their
// own; lists go on with what leads to them.
func (c *cutter) takeBox(i *item) {
	last := c.parts[len(c.parts)-1]
	if last.kind == document.KindBox && !last.heading && c.goesOn(last, i) {
		last.items = append(last.items, i)
		return
	}
	title := c.box.items[0].text
	name, _ := document.WithoutAbbreviation(title)
	c.add(&part{kind: document.KindBox, title: title, anchor: "box-" + document.Slug(name), items: []*item{i}})
}

// takeNumber begins a numbered paragraph.
func (c *cutter) takeNumber(i *item) {
	c.signatures()
	if i == i.run.items[0] {
		c.nameRun(i.run)
	}
	number := i.number.String()
	n, parsed := document.ParseNumber(number)
	p := &part{kind: document.KindParagraph, number: number, items: []*item{i}}
	p.anchor = strings.ToLower(p.number)
	p.place = document.Place{Scheme: document.SchemeParagraph, Number: n}
	switch {
	case i.run.anchor == "":
	case i.run.heading == recitals:
		p.anchor = "recital-" + p.number
		p.place.Scheme, p.place.Group = document.SchemeRecital, "recital"
	default:
		p.anchor = i.run.anchor + "-" + strings.ReplaceAll(p.anchor, ".", "-")
		p.place = document.Place{Scheme: document.SchemeHeading, Group: i.run.anchor, Under: i.run.heading, Number: n}
		if numbering.IsArticle(i.run.heading) {
			p.place.Scheme = document.SchemeProvision
		}
	}
	if !parsed {
		p.place = document.Place{Scheme: document.SchemeHeading, Group: p.anchor, Under: strings.TrimPrefix(i.run.heading+", para "+number, ", ")}
	}
	c.open, c.figure, c.box, c.boxID, c.numbers = c.add(p), nil, nil, 0, true
}

var captionStart = regexp.MustCompile(`^(?i:Figure|Chart|Fig\.) (\d{1,2}(?:[.-]\d{1,2})?)(?:[:.\s–-]|$)`)

func isFigure(i *item) bool {
	return captionStart.MatchString(i.text) && i.isText() && (i.Caption || len(strings.Fields(i.text)) <= longestHeading && !endsSentence(i.text) || strings.Contains(i.text, ":"))
}

func (c *cutter) takeCaption(i *item) {
	number := strings.ReplaceAll(captionStart.FindStringSubmatch(i.text)[1], "-", ".")
	c.figure = c.add(&part{
		kind: document.KindFigure, number: number, title: i.text, items: []*item{i},
		anchor: "figure-" + strings.ReplaceAll(number, ".", "-"),
	})
}

// sourceLine is what stands below a figure and belongs to it.
var sourceLine = regexp.MustCompile(`^(?:Sources?|Notes?):`)

// takeText adds an item to the figure or paragraph that it goes on with, or begins a
// paragraph without a number.
func (c *cutter) takeText(at int) {
	i := c.items[at]
	if c.figure != nil {
		if last := c.figure.items[len(c.figure.items)-1]; i.Kind == blocks.TableRow && (last.Kind != blocks.TableRow || last.Table == i.Table) {
			c.figure.items = append(c.figure.items, i)
			return
		}
		if sourceLine.MatchString(i.text) {
			c.figure.items = append(c.figure.items, i)
			c.figure = nil
			return
		}
		c.figure = nil
	}
	if c.box != nil {
		c.takeBox(i)
		return
	}
	ends := strings.HasPrefix(c.open.provision(), "recital ") // what follows the last is none
	if c.open == nil || ends || c.open.number == "" && c.open.unit == "" && !c.goesOn(c.open, i) {
		c.open = c.begin(i)
		return
	}
	c.open.items = append(c.open.items, i)
}

// goesOn reports whether an item belongs to a paragraph without a number: a list, a
// table or a quotation to what leads to it, what stands in a box to what it is beside.
func (c *cutter) goesOn(p *part, i *item) bool {
	last := p.items[len(p.items)-1]
	switch i.Kind {
	case blocks.ListItem:
		return i.Label != "" && (last.Kind == blocks.ListItem || leads(last.text) || i.Label == "•") || i.Depth > 0 && last.Depth > 0 || opensItem(i.text)
	case blocks.TableRow:
		return last.Table == i.Table || last.Kind != blocks.TableRow && (leads(last.text) || last.Caption)
	case blocks.Quotation, blocks.Indented:
		return leads(last.text) || last.Kind == i.Kind && !endsSentence(last.text)
	}
	return opensItem(i.text) || strings.HasSuffix(last.text, ";") || strings.HasSuffix(last.text, ",")
}

var itemStart = regexp.MustCompile(`^(?:[•▪◦●○■–-]|\(?(?:[a-z]|[ivx]{1,5})\))\s`)

func opensItem(s string) bool { return itemStart.MatchString(s) }

// leads reports whether a text ends as what leads to a list or a quotation does.
func leads(s string) bool {
	return strings.HasSuffix(s, ":") || strings.HasSuffix(s, "–") || strings.HasSuffix(s, "—")
}

// keepLonely makes a paragraph of the last heading if no text stands below it and one
// of a higher level follows, or nothing: its words would be in no passage.
func (c *cutter) keepLonely(next int) {
	last := len(c.parts) - 1
	if last < 0 || !c.parts[last].heading || next >= c.parts[last].level {
		return
	}
	h := c.parts[last]
	if h.box {
		c.parts = c.parts[:last]
		c.begin(h.items[0])
		return
	}
	c.doubt("no paragraph stands below the heading %q: it is a passage", h.text())
	c.parts = c.parts[:last]
	open := c.open
	c.begin(h.items[0])
	c.open = open
}

// signatures leaves out what stands below a foreword's last paragraph: a name and an
// office, in short paragraphs that end no sentence.
func (c *cutter) signatures() {
	last := c.lastHeading()
	if last == nil || !isForeword(last.text()) {
		return
	}
	for n := len(c.parts) - 1; n > 0; n-- {
		p := c.parts[n]
		if p.heading || c.parts[n-1].heading || p.foreword == "" || len(p.items) > 1 || len(strings.Fields(p.text())) > shortWords || endsSentence(p.text()) {
			return
		}
		if p.reason == "" {
			p.reason = Signature
			c.names.forget(p.foreword)
		}
		if c.open == p {
			c.open = nil
		}
	}
}

// lastHeading returns the last heading that is no box's title; nil for none.
func (c *cutter) lastHeading() *part {
	for _, p := range slices.Backward(c.parts) {
		if p.heading && !p.box {
			return p
		}
	}
	return nil
}
