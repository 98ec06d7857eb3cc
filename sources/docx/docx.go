package docx

import (
	"encoding/xml"
	"regexp"
	"strconv"
	"strings"

	"socsearch/sources/blocks"
)

// Read reads a .docx file. The error is a [blocks.Error].
func Read(data []byte) (*blocks.Document, error) {
	a, err := openArchive(data, ".docx")
	if err != nil {
		return nil, err
	}
	r := &reader{b: &blocks.Builder{}, notes: map[string]string{}}
	if err := r.readStyles(a); err != nil {
		return nil, err
	}
	body, err := a.read("word/document.xml")
	if err != nil {
		return nil, err
	}
	if body == nil {
		return nil, blocks.Errorf("the file is no .docx: it has no word/document.xml")
	}
	if err := walk("word/document.xml", body, r.start, r.end, r.text); err != nil {
		return nil, err
	}
	for _, part := range []struct{ name, element string }{{"word/footnotes.xml", "footnote"}, {"word/endnotes.xml", "endnote"}} {
		data, err := a.read(part.name)
		if err != nil {
			return nil, err
		}
		if err := r.readNotes(part.name, part.element, data); err != nil {
			return nil, err
		}
	}
	if a.parts["word/vbaProject.bin"] != nil {
		r.b.LeaveOut("macros")
	}
	return r.b.Document()
}

// style is a style of paragraphs.
type style struct {
	name, basedOn string
	level         int // of a heading
	indent        int // twentieths of a point
}

// reader turns WordprocessingML into blocks.
type reader struct {
	b      *blocks.Builder
	styles map[string]*style

	inText    bool // inside w:t
	kind      blocks.Kind
	level     int
	indent    int
	pending   bool // a paragraph began whose properties aren't all read
	rows      int  // tables' rows that we are in
	boxes     []state
	notes     map[string]string // numbers of notes by element and id
	order     []string
	footnotes int
	endnotes  int
}

// state is what a text box interrupts.
type state struct {
	kind    blocks.Kind
	level   int
	indent  int
	pending bool
}

func (r *reader) readStyles(a *archive) error {
	r.styles = map[string]*style{}
	data, err := a.read("word/styles.xml")
	if err != nil || data == nil {
		return err
	}
	var s *style
	return walk("word/styles.xml", data, func(e xml.StartElement) bool {
		switch e.Name.Local {
		case "style":
			s = &style{}
			r.styles[attribute(e, "styleId")] = s
		case "name":
			if s != nil {
				s.name = strings.ToLower(attribute(e, "val"))
			}
		case "basedOn":
			if s != nil {
				s.basedOn = attribute(e, "val")
			}
		case "outlineLvl":
			if n, err := strconv.Atoi(attribute(e, "val")); s != nil && err == nil && n < 9 {
				s.level = n + 1
			}
		case "ind":
			if s != nil {
				s.indent = indentOf(e)
			}
		}
		return true
	}, func(n xml.Name) {
		if n.Local == "style" {
			s = nil
		}
	}, func(string) {})
}

func indentOf(e xml.StartElement) int {
	n, err := strconv.Atoi(attribute(e, "left"))
	if err != nil {
		n, _ = strconv.Atoi(attribute(e, "start"))
	}
	return n
}

var headingStyle = regexp.MustCompile(`^(?:heading|überschrift|titre)\s*(\d)`)

// apply takes what a style says of a paragraph.
func (r *reader) apply(id string) {
	const deepest = 10
	for range deepest {
		s := r.styles[id]
		if s == nil {
			return
		}
		switch m := headingStyle.FindStringSubmatch(s.name); {
		case strings.Contains(s.name, "quot") || strings.Contains(s.name, "block text") || strings.Contains(s.name, "zitat"):
			r.kind = blocks.Quotation
		case m != nil:
			r.kind = blocks.Heading
			r.level, _ = strconv.Atoi(m[1])
		case s.level > 0:
			r.kind, r.level = blocks.Heading, s.level
		case s.name == "title":
			r.kind, r.level = blocks.Heading, 1
		case strings.HasPrefix(s.name, "list") && r.kind == blocks.Paragraph:
			r.kind = blocks.ListItem
		}
		if r.indent < 0 && s.indent > 0 {
			r.indent = s.indent
		}
		if r.kind != blocks.Paragraph {
			return
		}
		id = s.basedOn
	}
}

// leastIndent is an indent that sets a paragraph apart: 0.25 inch.
const leastIndent = 360

func (r *reader) start(e xml.StartElement) bool {
	switch e.Name.Local {
	case "del", "moveFrom":
		r.b.LeaveOut("deleted by a tracked change")
		return false
	case "Fallback", "instrText", "delText", "annotation", "comment", "rPr", "sectPr", "tblPr", "trPr", "tcPr":
		return false
	case "p":
		r.kind, r.level, r.indent, r.pending = blocks.Paragraph, 0, -1, true
	case "pStyle":
		r.apply(attribute(e, "val"))
	case "numPr":
		if r.kind == blocks.Paragraph {
			r.kind = blocks.ListItem
		}
	case "outlineLvl":
		if n, err := strconv.Atoi(attribute(e, "val")); err == nil && n < 9 {
			r.kind, r.level = blocks.Heading, n+1
		}
	case "ind":
		r.indent = indentOf(e)
	case "pPr":
	case "tr":
		r.begin()
		r.rows++
		if r.rows == 1 {
			r.b.Begin(blocks.TableRow, 0)
		}
	case "txbxContent":
		r.boxes = append(r.boxes, state{r.kind, r.level, r.indent, r.pending})
	case "t":
		r.begin()
		r.inText = true
	case "tab", "br", "cr", "ptab":
		r.b.Break()
	case "noBreakHyphen":
		r.b.Write("-")
	case "footnoteReference", "endnoteReference":
		r.begin()
		r.mark(strings.TrimSuffix(e.Name.Local, "Reference"), attribute(e, "id"))
	}
	return true
}

// begin begins the paragraph's block once its properties are known.
func (r *reader) begin() {
	if !r.pending {
		return
	}
	r.pending = false
	if r.rows > 0 {
		r.b.Break()
		return
	}
	if r.kind == blocks.Paragraph && r.indent >= leastIndent {
		r.kind = blocks.Indented
	}
	r.b.Begin(r.kind, r.level)
}

func (r *reader) mark(element, id string) {
	key := element + " " + id
	number, known := r.notes[key]
	if !known {
		if element == "footnote" {
			r.footnotes++
			number = strconv.Itoa(r.footnotes)
		} else {
			r.endnotes++
			number = roman(r.endnotes)
		}
		r.notes[key] = number
		r.order = append(r.order, key)
	}
	r.b.Mark(number)
}

// roman writes a number as Word numbers endnotes.
func roman(n int) string {
	var b strings.Builder
	for _, d := range []struct {
		value  int
		letter string
	}{{100, "c"}, {90, "xc"}, {50, "l"}, {40, "xl"}, {10, "x"}, {9, "ix"}, {5, "v"}, {4, "iv"}, {1, "i"}} {
		for ; n >= d.value; n -= d.value {
			b.WriteString(d.letter)
		}
	}
	return b.String()
}

func (r *reader) end(n xml.Name) {
	switch n.Local {
	case "t":
		r.inText = false
	case "tc":
		r.b.Break()
	case "tr":
		r.rows = max(r.rows-1, 0)
	case "p":
		r.begin()
		r.b.Break()
	case "txbxContent":
		if last := len(r.boxes) - 1; last >= 0 {
			s := r.boxes[last]
			r.boxes = r.boxes[:last]
			r.kind, r.level, r.indent, r.pending = s.kind, s.level, s.indent, true
		}
	}
}

func (r *reader) text(s string) {
	if r.inText {
		r.b.Write(s)
	}
}

// readNotes reads the notes of a part; those without a mark in the text are left
// out.
func (r *reader) readNotes(part, element string, data []byte) error {
	if data == nil {
		return nil
	}
	texts := map[string]string{}
	var b strings.Builder
	inText := false
	id := ""
	err := walk(part, data, func(e xml.StartElement) bool {
		switch e.Name.Local {
		case element:
			id = attribute(e, "id")
			b.Reset()
		case "del", "moveFrom", "Fallback", "instrText", "delText", "rPr":
			return false
		case "t":
			inText = true
		case "tab", "br", "cr", "p":
			b.WriteByte(' ')
		case "noBreakHyphen":
			b.WriteByte('-')
		}
		return true
	}, func(n xml.Name) {
		switch n.Local {
		case "t":
			inText = false
		case element:
			texts[element+" "+id] = strings.TrimSpace(b.String())
		}
	}, func(s string) {
		if inText {
			b.WriteString(s)
		}
	})
	if err != nil {
		return err
	}
	for _, key := range r.order {
		if text, ok := texts[key]; ok {
			r.b.BeginNote(r.notes[key])
			r.b.Write(text)
			r.b.EndNote()
		}
	}
	return nil
}
