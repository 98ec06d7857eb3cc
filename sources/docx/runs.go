package docx

import (
	"strings"

	"socsearch/sources/xmltree"
)

// The reasons under which words of a file are kept apart.
const (
	deleted     = "deleted by a tracked change"
	inserted    = "inserted by a tracked change"
	hiddenText  = "hidden text"
	contents    = "contents"
	runningHead = "running head"
	comment     = "comment"
	uncitedNote = "note without a mark"
)

// piece is a stretch of a paragraph: text, or the mark of a note.
type piece struct {
	text string
	note string // element and id of a note; "" for text
}

// paragraph is what stands in a w:p.
type paragraph struct {
	look
	pieces  []piece
	boxes   []*xmltree.Node // text boxes that are anchored in it
	plain   bool            // some of its text isn't bold
	joins   bool            // its mark is deleted: it goes on with the next
	section bool            // a section ends with it: Word doesn’t number one that is empty

	field           field
	number, counted string // of a field that stands before its words, and what counts it
}

func (p *paragraph) write(s string) { p.pieces = append(p.pieces, piece{text: s}) }

func (p *paragraph) isEmpty() bool {
	for _, s := range p.pieces {
		if s.note != "" || strings.TrimSpace(s.text) != "" {
			return false
		}
	}
	return true
}

// readParagraph reads a w:p.
func (r *reader) readParagraph(e *xmltree.Node) *paragraph {
	p := &paragraph{look: r.look(e)}
	p.section = e.Child("pPr").Child("sectPr") != nil
	mark := e.Child("pPr").Child("rPr")
	p.joins = mark.Child("del") != nil || mark.Child("moveFrom") != nil
	// An initial that hangs beside the text stands in a paragraph of its own.
	if frame := e.Child("pPr").Child("framePr"); frame != nil && frame.Get("dropCap") != "" {
		p.joins = p.joins || frame.Get("dropCap") != "none"
	}
	r.readRuns(p, e)
	return p
}

// readRuns reads what stands in an element of a paragraph.
func (r *reader) readRuns(p *paragraph, e *xmltree.Node) {
	for _, c := range e.Children {
		switch c.Name {
		case "r":
			r.readRun(p, c)
		case "del", "moveFrom":
			r.b.LeaveOut(deleted)
			r.b.Omit(deleted, deletedWords(c))
		case "ins", "moveTo":
			r.b.LeaveOut(inserted)
			r.readRuns(p, c)
		case "AlternateContent":
			r.readRuns(p, choice(c))
		case "oMath", "oMathPara":
			p.write(formula(c))
		case "fldSimple":
			r.listNumber(p, c.Get("instr"))
			r.readRuns(p, c)
		case "hyperlink", "smartTag", "sdt", "sdtContent", "customXml", "dir", "bdo", "Choice", "Fallback", "p":
			r.readRuns(p, c)
		}
	}
}

// choice returns what is to be read where a file says a thing twice.
func choice(e *xmltree.Node) *xmltree.Node {
	if c := e.Child("Choice"); c != nil {
		return c
	}
	if c := e.Child("Fallback"); c != nil {
		return c
	}
	return &xmltree.Node{}
}

func formula(e *xmltree.Node) string {
	var b strings.Builder
	var walk func(*xmltree.Node)
	walk = func(n *xmltree.Node) {
		for _, c := range n.Children {
			if n.Name == "t" {
				b.WriteString(c.Text)
			}
			walk(c)
		}
	}
	walk(e)
	return b.String()
}

func deletedWords(e *xmltree.Node) string {
	var b strings.Builder
	var walk func(*xmltree.Node)
	walk = func(n *xmltree.Node) {
		for _, c := range n.Children {
			if n.Name == "delText" || n.Name == "t" {
				b.WriteString(c.Text)
			}
			walk(c)
		}
		switch n.Name {
		case "p", "tab", "br", "cr", "ptab":
			b.WriteByte(' ')
		}
	}
	walk(e)
	return b.String()
}

func (r *reader) readRun(p *paragraph, e *xmltree.Node) {
	l := p.look
	properties := e.Child("rPr")
	for _, s := range r.styles.chain(val(properties.Child("rStyle"))) {
		l.applyRun(s.run)
	}
	l.applyRun(properties)
	if properties.Child("del") != nil {
		r.b.Omit(deleted, deletedWords(e))
		return
	}
	if l.hidden {
		r.b.LeaveOut(hiddenText)
		r.b.Omit(hiddenText, deletedWords(e))
		return
	}
	before := len(p.pieces)
	for _, c := range e.Children {
		r.readInRun(p, c)
	}
	for _, s := range p.pieces[before:] {
		p.plain = p.plain || !l.bold && strings.TrimSpace(s.text) != ""
	}
}

func (r *reader) readInRun(p *paragraph, e *xmltree.Node) {
	if r.readField(p, e) {
		return
	}
	switch e.Name {
	case "t":
		for _, c := range e.Children {
			p.write(c.Text)
		}
	case "tab", "br", "cr", "ptab":
		p.write(" ")
	case "noBreakHyphen":
		p.write("-")
	case "sym":
		r.b.LeaveOut("symbol of a font")
	case "footnoteReference", "endnoteReference":
		id := strings.TrimSuffix(e.Name, "Reference") + " " + e.Get("id")
		p.pieces = append(p.pieces, piece{note: id})
	case "AlternateContent":
		for _, c := range choice(e).Children {
			r.readInRun(p, c)
		}
	case "drawing", "pict", "object":
		p.boxes = append(p.boxes, textBoxes(e)...)
	case "ruby":
		if base := e.Child("rubyBase"); base != nil {
			r.readRuns(p, base)
		}
	}
}

// textBoxes lists the contents of the text boxes in a drawing.
func textBoxes(e *xmltree.Node) []*xmltree.Node {
	var list []*xmltree.Node
	for _, c := range e.Children {
		switch c.Name {
		case "txbxContent":
			list = append(list, c)
		case "AlternateContent":
			list = append(list, textBoxes(choice(c))...)
		default:
			list = append(list, textBoxes(c)...)
		}
	}
	return list
}
