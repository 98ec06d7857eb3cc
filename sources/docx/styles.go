package docx

import (
	"encoding/xml"
	"regexp"
	"strconv"
	"strings"

	"socsearch/sources/blocks"
	"socsearch/sources/xmltree"
)

// style is a style of paragraphs or of characters.
type style struct {
	name, basedOn string
	properties    *xmltree.Node // of its paragraphs; nil for none
	run           *xmltree.Node // of their characters; nil for none
}

// deepestStyle is how many styles may be based on one another.
const deepestStyle = 12

type styles struct {
	byID map[string]*style
	base string // the id of the style of paragraphs that name none
}

func (s *styles) read(data []byte) error {
	s.byID = map[string]*style{}
	if data == nil {
		return nil
	}
	enter := func(e xml.StartElement) bool { return e.Name.Local == "styles" }
	return xmltree.Each(partName("word/styles.xml"), data, enter, func(e *xmltree.Node) error {
		if e.Name != "style" {
			return nil
		}
		id := e.Get("styleId")
		s.byID[id] = &style{
			name: strings.ToLower(val(e.Child("name"))), basedOn: val(e.Child("basedOn")),
			properties: e.Child("pPr"), run: e.Child("rPr"),
		}
		if e.Get("type") == "paragraph" && e.Get("default") == "1" {
			s.base = id
		}
		return nil
	})
}

// chain lists a style and those that it is based on.
func (s *styles) chain(id string) []*style {
	var list []*style
	for len(list) < deepestStyle {
		of := s.byID[id]
		if of == nil {
			break
		}
		list = append(list, of)
		id = of.basedOn
	}
	return list
}

// look is what the properties and the style of a paragraph say of it.
type look struct {
	style    string
	kind     blocks.Kind
	level    int // of a heading
	indent   int // twentieths of a point
	list     string
	depth    int // in the list, from 0
	hasDepth bool
	contents bool // a line of a table of contents
	title    bool // of the document
	caption  bool
	bold     bool
	hidden   bool
}

// apply takes what the styles of a paragraph say, the nearest first, and then its own
// properties, which may be nil.
func (r *reader) look(p *xmltree.Node) look {
	own := p.Child("pPr")
	id := val(own.Child("pStyle"))
	if id == "" || r.styles.byID[id] == nil {
		id = r.styles.base
	}
	l := look{kind: blocks.Paragraph, style: id}
	chain := r.styles.chain(id)
	for i := len(chain) - 1; i >= 0; i-- {
		s := chain[i]
		l.applyName(s.name)
		l.applyProperties(s.properties)
		l.applyRun(s.run)
	}
	if at, ok := r.numbering.levelOf(l.list, id); ok && !l.hasDepth {
		l.depth = at
	}
	l.applyProperties(own)
	if l.list == "0" {
		l.list = ""
	}
	if l.kind == blocks.Paragraph && l.list != "" {
		l.kind = blocks.ListItem
	}
	if l.kind == blocks.Paragraph && l.indent >= leastIndent {
		l.kind = blocks.Indented
	}
	return l
}

// leastIndent is an indent that sets a paragraph apart: 0.25 inch.
const leastIndent = 360

var (
	headingStyle  = regexp.MustCompile(`^(?:heading|überschrift|titre)\s*(\d)`)
	contentsStyle = regexp.MustCompile(`^(?:toc|contents)(?: heading| ?\d|$)|^table of figures|^index \d`)
)

func (l *look) applyName(name string) {
	switch m := headingStyle.FindStringSubmatch(name); {
	case contentsStyle.MatchString(name):
		l.contents = true
	case strings.Contains(name, "quot") || strings.Contains(name, "block text") || strings.Contains(name, "zitat"):
		l.kind = blocks.Quotation
	case m != nil:
		l.kind = blocks.Heading
		l.level, _ = strconv.Atoi(m[1])
	case name == "title":
		l.kind, l.level, l.title = blocks.Heading, 1, true
	case name == "caption" || strings.HasSuffix(name, " caption"):
		l.caption = true
	case strings.HasPrefix(name, "list") && l.kind == blocks.Paragraph:
		l.kind = blocks.ListItem
	}
}

func (l *look) applyProperties(p *xmltree.Node) {
	if p == nil {
		return
	}
	if e := p.Child("outlineLvl"); e != nil {
		// 9 is body text: it makes an ordinary paragraph of a heading's style.
		switch n := number(val(e)); {
		case n >= 0 && n < maxLevels:
			l.kind, l.level = blocks.Heading, n+1
		case l.kind == blocks.Heading:
			l.kind, l.level = blocks.Paragraph, 0
		}
	}
	if e := p.Child("numPr"); e != nil {
		if id := e.Child("numId"); id != nil {
			l.list, l.depth, l.hasDepth = val(id), 0, false
		}
		if at := e.Child("ilvl"); at != nil {
			l.depth, l.hasDepth = number(val(at)), true
		}
	}
	if e := p.Child("ind"); e != nil {
		if left := e.Get("left") + e.Get("start"); left != "" {
			l.indent = number(left)
		}
	}
}

func (l *look) applyRun(p *xmltree.Node) {
	if e := p.Child("b"); e != nil {
		l.bold = isOn(e)
	}
	if e := p.Child("vanish"); e != nil {
		l.hidden = isOn(e)
	}
}
