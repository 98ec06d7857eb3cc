package wordfile

import (
	"archive/zip"
	"encoding/xml"
	"fmt"
	"io"
	"strings"
	"time"
)

// Write writes a document as .docx.
func Write(w io.Writer, d *Document) error {
	b := &builder{}
	body := b.body(d.Blocks)
	parts := []struct {
		name string
		root any
	}{
		{"[Content_Types].xml", contentTypes()},
		{"_rels/.rels", packageLinks()},
		{"docProps/core.xml", newProperties(d)},
		{"word/document.xml", documentPart{Space: wordSpace, Links: linkSpace, Body: body}},
		{"word/_rels/document.xml.rels", b.relations()},
		{"word/styles.xml", newStyles(d.Language)},
		{"word/numbering.xml", newNumbering()},
		{"word/settings.xml", newSettings()},
		{"word/footnotes.xml", footnotesPart{Space: wordSpace, Links: linkSpace, Notes: append(separators(), b.notes...)}},
		{"word/_rels/footnotes.xml.rels", relationships{Space: relationSpace}},
	}
	z := zip.NewWriter(w)
	for _, part := range parts {
		if err := writePart(z, part.name, part.root); err != nil {
			return fmt.Errorf("writing %s: %w", part.name, err)
		}
	}
	return z.Close()
}

// firstDay is the time of all parts: zip files begin in 1980, and the same document
// is to give the same bytes.
var firstDay = time.Date(1980, 1, 1, 0, 0, 0, 0, time.UTC)

func writePart(z *zip.Writer, name string, root any) error {
	w, err := z.CreateHeader(&zip.FileHeader{Name: name, Method: zip.Deflate, Modified: firstDay})
	if err != nil {
		return err
	}
	if _, err := io.WriteString(w, `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>`+"\n"); err != nil {
		return err
	}
	return xml.NewEncoder(w).Encode(root)
}

// builder turns blocks into the elements of WordprocessingML, and gathers what
// stands in parts of its own: footnotes and the targets of links.
type builder struct {
	notes []note
	links []string
}

func (b *builder) body(blocks []Block) body {
	out := body{Section: a4()}
	for _, block := range blocks {
		if block.Rows != nil {
			out.Content = append(out.Content, b.table(block.Rows), paragraph{}) // tables that touch would be one
			continue
		}
		out.Content = append(out.Content, b.paragraph(block))
	}
	return out
}

func (b *builder) paragraph(block Block) paragraph {
	p := paragraph{Properties: &paragraphProperties{Style: &value{string(block.Style)}}}
	for _, s := range block.Spans {
		p.Content = append(p.Content, b.span(s)...)
	}
	return p
}

// span makes the run of a span, within its link, and that of its footnote's mark.
func (b *builder) span(s Span) []any {
	var out []any
	r := textRun(s)
	switch {
	case s.Text == "":
	case s.Link != "":
		r.Properties.Style = &value{"Hyperlink"}
		out = append(out, hyperlink{ID: b.link(s.Link), Runs: []run{r}})
	default:
		out = append(out, r)
	}
	if s.Note != nil {
		out = append(out, run{
			Properties: &runProperties{Style: &value{"FootnoteReference"}},
			Content:    []any{footnoteReference{ID: b.note(s.Note)}},
		})
	}
	return out
}

// textRun sets a span's words; line breaks within it stay such.
func textRun(s Span) run {
	r := run{Properties: &runProperties{}}
	if s.Italic {
		r.Properties.Italic = &empty{}
	}
	if s.Raised {
		r.Properties.Vertical = &value{"superscript"}
	}
	for i, line := range strings.Split(s.Text, "\n") {
		if i > 0 {
			r.Content = append(r.Content, lineBreak{})
		}
		r.Content = append(r.Content, text{Space: "preserve", Words: line})
	}
	return r
}

// firstNote is the id of the first footnote: the separators have those before it.
const firstNote = 1

// note adds a footnote and returns its id. Links in it are written out as text.
func (b *builder) note(spans []Span) int {
	id := firstNote + len(b.notes)
	p := paragraph{Properties: &paragraphProperties{Style: &value{"FootnoteText"}}}
	p.Content = append(p.Content,
		run{Properties: &runProperties{Style: &value{"FootnoteReference"}}, Content: []any{footnoteMark{}}},
		run{Content: []any{text{Space: "preserve", Words: " "}}})
	for _, s := range spans {
		p.Content = append(p.Content, textRun(s))
	}
	b.notes = append(b.notes, note{ID: id, Paragraphs: []paragraph{p}})
	return id
}

// link adds an address and returns the id of its relationship.
func (b *builder) link(address string) string {
	for i, known := range b.links {
		if known == address {
			return linkID(i)
		}
	}
	b.links = append(b.links, address)
	return linkID(len(b.links) - 1)
}

func linkID(i int) string { return fmt.Sprintf("link%d", i+1) }

// table sets rows as a table; its first row is repeated on every page.
func (b *builder) table(rows [][]string) table {
	t := table{Properties: tableProperties{Style: value{"TableGrid"}, Width: width{Type: "auto"}}}
	if len(rows) > 0 {
		t.Grid.Columns = make([]empty, len(rows[0]))
	}
	for i, cells := range rows {
		r := row{}
		if i == 0 {
			r.Properties = &rowProperties{Head: &empty{}}
		}
		for _, words := range cells {
			p := paragraph{Properties: &paragraphProperties{Style: &value{string(Small)}}, Content: []any{textRun(Span{Text: words})}}
			r.Cells = append(r.Cells, cell{Properties: cellProperties{Width: width{Type: "auto"}}, Paragraphs: []paragraph{p}})
		}
		t.Rows = append(t.Rows, r)
	}
	return t
}
