package twins

import (
	"archive/zip"
	"bytes"
	"fmt"
	"strings"

	"socsearch/sources/document"
)

// DOCX writes passages as a word processor does: headings and lists by style, numbers
// counted by lists where they are whole ones, notes in a part of their own, boxes as
// text boxes and tables of one cell, in turn.
func DOCX(title string, passages []document.Passage) ([]byte, error) {
	w := &word{}
	w.para(`<w:pStyle w:val="Title"/>`, func() { w.run(title) })
	write(w, passages)
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	for _, part := range []struct{ name, text string }{
		{"[Content_Types].xml", contentTypes},
		{"_rels/.rels", `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`},
		{"word/_rels/document.xml.rels", wordRelations},
		{"word/document.xml", wrap("document", "<w:body>"+w.body.String()+"<w:sectPr/></w:body>")},
		{"word/styles.xml", wrap("styles", wordStyles())},
		{"word/numbering.xml", wrap("numbering", w.numbering())},
		{"word/footnotes.xml", wrap("footnotes", `<w:footnote w:type="separator" w:id="-1"><w:p/></w:footnote>`+w.notes.String())},
	} {
		f, err := z.Create(part.name)
		if err != nil {
			return nil, err
		}
		if _, err := f.Write([]byte(part.text)); err != nil {
			return nil, err
		}
	}
	err := z.Close()
	return out.Bytes(), err
}

const contentTypes = `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/><Override PartName="/word/numbering.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.numbering+xml"/><Override PartName="/word/footnotes.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"/></Types>`

const wordRelations = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/numbering" Target="numbering.xml"/><Relationship Id="rId3" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes" Target="footnotes.xml"/></Relationships>`

func wrap(element, inner string) string {
	return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:` + element + ` xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">` + inner + `</w:` + element + `>`
}

func wordStyles() string {
	var b strings.Builder
	b.WriteString(`<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style><w:style w:type="paragraph" w:styleId="Title"><w:name w:val="Title"/></w:style><w:style w:type="paragraph" w:styleId="Caption"><w:name w:val="caption"/></w:style>`)
	b.WriteString(`<w:style w:type="paragraph" w:styleId="NumberedParagraph"><w:name w:val="Numbered Paragraph"/><w:basedOn w:val="Normal"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>`)
	for level := 1; level <= 9; level++ {
		fmt.Fprintf(&b, `<w:style w:type="paragraph" w:styleId="Heading%d"><w:name w:val="heading %d"/><w:pPr><w:outlineLvl w:val="%d"/></w:pPr></w:style>`, level, level, level-1)
	}
	return b.String()
}

// word writes WordprocessingML.
type word struct {
	body, notes strings.Builder
	box         *strings.Builder // of the box that is open
	boxes, ids  int
	next        int   // the number after the last that was counted
	restarts    []int // where lists that begin anew begin
}

// numbering defines the list of numbered paragraphs, 1, with those that begin anew, and
// the list of bullets, 2.
func (w *word) numbering() string {
	var b strings.Builder
	b.WriteString(`<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:pStyle w:val="NumberedParagraph"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum>`)
	b.WriteString(`<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="•"/></w:lvl></w:abstractNum>`)
	b.WriteString(`<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>`)
	for i, start := range w.restarts {
		fmt.Fprintf(&b, `<w:num w:numId="%d"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="%d"/></w:lvlOverride></w:num>`, i+3, start)
	}
	return b.String()
}

func (w *word) out() *strings.Builder {
	if w.box != nil {
		return w.box
	}
	return &w.body
}

func (w *word) para(properties string, write func()) {
	w.out().WriteString(`<w:p><w:pPr>` + properties + `</w:pPr>`)
	write()
	w.out().WriteString("</w:p>\n")
}

func (w *word) run(text string) {
	if text != "" {
		w.out().WriteString(`<w:r><w:t xml:space="preserve">` + escape(text) + `</w:t></w:r>`)
	}
}

func (w *word) line(s span) {
	s.pieces(w.run, func(n document.Footnote) {
		w.ids++
		fmt.Fprintf(w.out(), `<w:r><w:footnoteReference w:id="%d"/></w:r>`, w.ids)
		fmt.Fprintf(&w.notes, `<w:footnote w:id="%d"><w:p><w:r><w:footnoteRef/></w:r><w:r><w:t xml:space="preserve"> %s</w:t></w:r></w:p></w:footnote>`, w.ids, escape(n.Text))
	})
}

func (w *word) heading(level int, text string) {
	w.para(fmt.Sprintf(`<w:pStyle w:val="Heading%d"/>`, min(level, 9)), func() { w.run(text) })
}

func (w *word) paragraph(number string, lines []span) {
	n, counted := 0, number != ""
	for _, c := range number {
		counted = counted && c >= '0' && c <= '9'
		n = 10*n + int(c-'0')
	}
	switch {
	case counted && n == w.next+1:
		list := ""
		if len(w.restarts) > 0 {
			list = fmt.Sprintf(`<w:numPr><w:ilvl w:val="0"/><w:numId w:val="%d"/></w:numPr>`, len(w.restarts)+2)
		}
		w.para(`<w:pStyle w:val="NumberedParagraph"/>`+list, func() { w.line(lines[0]) })
		w.next = n
	case counted:
		w.restarts = append(w.restarts, n)
		w.next = n
		w.para(fmt.Sprintf(`<w:pStyle w:val="NumberedParagraph"/><w:numPr><w:ilvl w:val="0"/><w:numId w:val="%d"/></w:numPr>`, len(w.restarts)+2), func() { w.line(lines[0]) })
	default:
		w.para("", func() {
			if number != "" {
				w.run(number + " ")
			}
			w.line(lines[0])
		})
	}
}

func (w *word) list(label string, line span) {
	switch label {
	case "•":
		w.para(`<w:numPr><w:ilvl w:val="0"/><w:numId w:val="2"/></w:numPr>`, func() { w.line(line) })
	case "":
		w.para("", func() { w.line(line) })
	default:
		w.para("", func() { w.run(label + " "); w.line(line) })
	}
}

func (w *word) openBox(title string) {
	w.box = new(strings.Builder)
	if title != "" {
		w.para("", func() { w.out().WriteString(`<w:r><w:rPr><w:b/></w:rPr><w:t>` + escape(title) + `</w:t></w:r>`) })
	}
}

func (w *word) closeBox() {
	inner := w.box.String()
	w.box = nil
	if w.boxes++; w.boxes%2 == 0 {
		w.body.WriteString(`<w:tbl>` + grid(1) + `<w:tr><w:tc>` + inner + `</w:tc></w:tr></w:tbl><w:p/>`)
		return
	}
	w.body.WriteString(`<w:p><w:r><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml"><v:textbox><w:txbxContent>` + inner + `</w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p>`)
}

func (w *word) openFigure(caption span) {
	w.box = new(strings.Builder)
	w.caption(caption)
}

func (w *word) caption(line span) {
	w.para(`<w:pStyle w:val="Caption"/>`, func() { w.line(line) })
}

func (w *word) table(caption span, t *document.Table) {
	w.caption(caption)
	row := func(properties string, cells []string) {
		w.body.WriteString("<w:tr>" + properties)
		for _, c := range cells {
			w.body.WriteString("<w:tc>")
			w.para("", func() { w.run(c) })
			w.body.WriteString("</w:tc>")
		}
		w.body.WriteString("</w:tr>")
	}
	w.body.WriteString("<w:tbl>" + grid(len(t.Columns)))
	row(`<w:trPr><w:tblHeader/></w:trPr>`, t.Columns)
	for _, r := range t.Rows {
		row("", r)
	}
	w.body.WriteString("</w:tbl><w:p/>")
}

// grid is what a table says of its columns.
func grid(columns int) string {
	return `<w:tblPr/><w:tblGrid>` + strings.Repeat(`<w:gridCol w:w="1500"/>`, columns) + `</w:tblGrid>`
}
