package docx

import (
	"encoding/xml"
	"strings"

	"socsearch/sources/blocks"
	"socsearch/sources/xmltree"
)

// partName is how messages call a part of a file.
func partName(name string) string { return name + " in the file" }

// Read reads a .docx file. The error is a [blocks.Error].
func Read(data []byte) (*blocks.Document, error) {
	a, err := openArchive(data, ".docx")
	if err != nil {
		return nil, err
	}
	r := &reader{b: &blocks.Builder{}, archive: a}
	body, err := a.read("word/document.xml")
	if err != nil {
		return nil, err
	}
	if body == nil {
		return nil, blocks.Errorf("the file is no .docx: it has no word/document.xml")
	}
	if err := r.readParts(); err != nil {
		return nil, err
	}
	enter := func(e xml.StartElement) bool { return e.Name.Local == "document" || e.Name.Local == "body" }
	if err := xmltree.Each(partName("word/document.xml"), body, enter, func(e *xmltree.Node) error {
		r.block(e)
		return nil
	}); err != nil {
		return nil, err
	}
	r.flush()
	r.writeNotes()
	return r.b.Document()
}

// reader turns WordprocessingML into blocks.
type reader struct {
	b         *blocks.Builder
	archive   *archive
	styles    styles
	numbering numbering
	notes     notes

	joined []piece // of paragraphs that go on with the next
	boxed  []*xmltree.Node
	box    int // the box that blocks stand in; 0 for none
	boxes  int // so far
	tables int // so far
}

// readParts reads what the body needs, and what stands beside it.
func (r *reader) readParts() error {
	for _, part := range []struct {
		name string
		read func([]byte) error
	}{
		{"word/styles.xml", r.styles.read},
		{"word/numbering.xml", r.numbering.read},
		{"word/settings.xml", r.notes.readSettings},
		{"word/footnotes.xml", r.notes.reads("footnote", "word/footnotes.xml")},
		{"word/endnotes.xml", r.notes.reads("endnote", "word/endnotes.xml")},
		{"docProps/core.xml", r.readProperties},
	} {
		data, err := r.archive.read(part.name)
		if err == nil {
			err = part.read(data)
		}
		if err != nil {
			return err
		}
	}
	return r.readBeside()
}

// blocks reads what stands in the body, a cell, a box.
func (r *reader) blocks(e *xmltree.Node) {
	for _, c := range e.Children {
		r.block(c)
	}
}

func (r *reader) block(e *xmltree.Node) {
	switch e.Name {
	case "p":
		r.writeParagraph(r.readParagraph(e))
	case "tbl":
		r.writeTable(e)
	case "sdt":
		if gallery := e.Child("sdtPr").Child("docPartObj").Child("docPartGallery"); val(gallery) == "Table of Contents" {
			r.b.Omit(contents, visibleWords(e))
			return
		}
		r.blocks(e)
	case "del", "moveFrom":
		r.b.LeaveOut(deleted)
		r.b.Omit(deleted, deletedWords(e))
	case "AlternateContent":
		r.blocks(choice(e))
	case "sdtContent", "ins", "moveTo", "customXml", "smartTag", "Choice", "Fallback":
		r.blocks(e)
	}
}

// visibleWords returns what an element shows.
func visibleWords(e *xmltree.Node) string { return deletedWords(e) }

// writeParagraph makes a block of a paragraph, and of the text boxes in it.
func (r *reader) writeParagraph(p *paragraph) {
	if p.joins {
		r.joined, r.boxed = append(r.joined, p.pieces...), append(r.boxed, p.boxes...)
		return
	}
	p.pieces, p.boxes = append(r.joined, p.pieces...), append(r.boxed, p.boxes...)
	r.joined, r.boxed = nil, nil
	if p.contents {
		r.b.Omit(contents, p.words())
	} else {
		b := blocks.Block{Kind: p.kind, Level: p.level, Style: p.style, Title: p.title, Caption: p.caption, Box: r.box, Strong: !p.plain}
		if p.list != "" && !(p.section && p.isEmpty()) {
			b.Label, b.Count = r.numbering.next(p.list, p.depth)
			b.Depth = p.depth + 1
		} else if p.number != "" {
			b.Label, b.Count, b.Depth = p.number, p.counted, p.depth+1
			if b.Kind != blocks.Heading {
				b.Kind = blocks.ListItem
			}
		}
		if !p.isEmpty() {
			r.b.BeginBlock(b)
			r.writePieces(p)
		}
	}
	for _, box := range p.boxes {
		r.writeBox(func() { r.blocks(box) })
	}
}

// flush writes what goes on with a paragraph that never comes.
func (r *reader) flush() {
	if len(r.joined) > 0 || len(r.boxed) > 0 {
		r.writeParagraph(&paragraph{look: look{kind: blocks.Paragraph}})
	}
}

func (p *paragraph) words() string {
	var b strings.Builder
	for _, s := range p.pieces {
		b.WriteString(s.text)
	}
	return b.String()
}

func (r *reader) writePieces(p *paragraph) {
	for _, s := range p.pieces {
		if s.note != "" {
			r.b.Mark(r.notes.number(s.note))
		} else {
			r.b.Write(s.text)
		}
	}
}

// writeBox writes what stands in a box. One within another is a part of it.
func (r *reader) writeBox(write func()) {
	joined, boxed, outer := r.joined, r.boxed, r.box
	r.joined, r.boxed = nil, nil
	if r.box == 0 {
		r.boxes++
		r.box = r.boxes
	}
	write()
	r.flush()
	r.joined, r.boxed, r.box = joined, boxed, outer
}

// rows lists the rows of a table that aren't deleted.
func (r *reader) rows(e *xmltree.Node) []*xmltree.Node {
	var list []*xmltree.Node
	for _, c := range e.Children {
		switch c.Name {
		case "tr":
			if c.Child("trPr").Child("del") != nil {
				r.b.LeaveOut(deleted)
				r.b.Omit(deleted, deletedWords(c))
				continue
			}
			list = append(list, c)
		case "sdt", "sdtContent", "customXml", "ins", "moveTo":
			list = append(list, r.rows(c)...)
		}
	}
	return list
}

func cells(e *xmltree.Node) []*xmltree.Node {
	var list []*xmltree.Node
	for _, c := range e.Children {
		switch c.Name {
		case "tc":
			list = append(list, c)
		case "sdt", "sdtContent", "customXml":
			list = append(list, cells(c)...)
		}
	}
	return list
}

// writeTable writes the rows of a table. A table of one cell is a box.
func (r *reader) writeTable(e *xmltree.Node) {
	r.flush()
	rows := r.rows(e)
	if len(rows) == 1 && len(cells(rows[0])) == 1 {
		r.writeBox(func() { r.blocks(cells(rows[0])[0]) })
		return
	}
	r.tables++
	table := r.tables
	for _, row := range rows {
		r.b.BeginBlock(blocks.Block{Kind: blocks.TableRow, Table: table, Box: r.box, Head: isOn(row.Child("trPr").Child("tblHeader"))})
		for _, c := range cells(row) {
			r.writeCell(c)
			r.b.EndCell()
		}
	}
	r.b.Begin(blocks.Paragraph, 0)
}

// goesOn reports whether a cell is one with that above it.
func goesOn(cell *xmltree.Node) bool {
	merge := cell.Child("tcPr").Child("vMerge")
	return merge != nil && val(merge) != "restart"
}

// writeCell writes the paragraphs of a cell, and of tables in it, one after the
// other.
func (r *reader) writeCell(e *xmltree.Node) {
	for _, c := range e.Children {
		switch c.Name {
		case "p":
			p := r.readParagraph(c)
			if goesOn(e) && p.isEmpty() { // of a cell that the one above takes in: Word doesn't number it
				continue
			}
			if label, _ := r.numbering.next(p.list, p.depth); label != "" && !p.isEmpty() {
				r.b.Write(label + " ")
			}
			r.writePieces(p)
			for _, box := range p.boxes {
				r.writeCell(box)
			}
			if !p.joins {
				r.b.Break()
			}
		case "tcPr", "trPr", "tblPr", "tblGrid":
		case "del", "moveFrom":
			r.b.Omit(deleted, deletedWords(c))
		default:
			r.writeCell(c)
		}
	}
}
