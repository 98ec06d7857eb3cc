package docx

import (
	"fmt"
	"strings"
	"testing"

	"socsearch/sources/blocks"
	"socsearch/sources/docx/docxtest"
)

const wordNamespace = `xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"`

func wordDocument(body string) string {
	return `<?xml version="1.0" encoding="UTF-8"?><w:document ` + wordNamespace + `><w:body>` + body + `</w:body></w:document>`
}

// TestRead reads what Word writes: styles, lists, notes, changes, tables, boxes.
func TestRead(t *testing.T) {
	body := `<w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr><w:r><w:t>Title</w:t></w:r></w:p>
<w:p><w:r><w:t xml:space="preserve">One </w:t></w:r><w:ins><w:r><w:t>two</w:t></w:r></w:ins><w:del><w:r><w:delText>three</w:delText></w:r></w:del><w:r><w:footnoteReference w:id="7"/></w:r><w:r><w:t>.</w:t></w:r></w:p>
<w:p><w:pPr><w:pStyle w:val="Quote"/></w:pPr><w:r><w:t>Quoted</w:t><w:br/><w:t>words</w:t></w:r><w:r><w:endnoteReference w:id="2"/></w:r></w:p>
<w:p><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:t>Item</w:t></w:r></w:p>
<w:p><w:pPr><w:ind w:left="720"/></w:pPr><w:r><w:t>Indented</w:t></w:r></w:p>
<w:tbl><w:tr><w:tc><w:p><w:r><w:t>a</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>b</w:t></w:r></w:p></w:tc></w:tr></w:tbl>`
	d, err := Read(docxtest.Pack(t, map[string]string{
		"word/document.xml":  wordDocument(body),
		"word/styles.xml":    `<w:styles ` + wordNamespace + `><w:style w:styleId="Heading1"><w:name w:val="heading 1"/></w:style><w:style w:styleId="Quote"><w:name w:val="Quote"/></w:style></w:styles>`,
		"word/footnotes.xml": `<w:footnotes ` + wordNamespace + `><w:footnote w:id="0"><w:p><w:r><w:t>separator</w:t></w:r></w:p></w:footnote><w:footnote w:id="7"><w:p><w:r><w:t>A note.</w:t></w:r></w:p></w:footnote></w:footnotes>`,
		"word/endnotes.xml":  `<w:endnotes ` + wordNamespace + `><w:endnote w:id="2"><w:p><w:r><w:t>An endnote.</w:t></w:r></w:p></w:endnote></w:endnotes>`,
	}))
	if err != nil {
		t.Fatal(err)
	}
	const want = "Title\nOne two.\nQuoted words\nItem\nIndented\na b\nA note.\nAn endnote."
	if d.Text != want {
		t.Errorf("Text = %q, want %q", d.Text, want)
	}
	kinds := []blocks.Kind{blocks.Heading, blocks.Paragraph, blocks.Quotation, blocks.ListItem, blocks.Indented, blocks.TableRow, blocks.Note, blocks.Note}
	for i, b := range d.Blocks {
		if i >= len(kinds) || b.Kind != kinds[i] {
			t.Errorf("block %d is %q %s", i, d.Text[b.Start:b.End], b.Kind)
		}
	}
	if len(d.Marks) != 2 || d.Marks[0].Note != "1" || d.Marks[1].Note != "i" || d.Text[:d.Marks[0].At] != "Title\nOne two" {
		t.Errorf("Marks = %v", d.Marks)
	}
	if d.LeftOut["deleted by a tracked change"] != 1 {
		t.Errorf("LeftOut = %v", d.LeftOut)
	}
}

// TestHostile refuses files that would cost memory or time, in one clear line.
func TestHostile(t *testing.T) {
	tests := []struct {
		name string
		data []byte
		want string
	}{
		{"no archive", []byte("words"), "isn’t a whole zip archive"},
		{"cut off", docxtest.Pack(t, map[string]string{"word/document.xml": wordDocument("")})[:60], "isn’t a whole zip archive"},
		{"old or encrypted", []byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"), "password"},
		{"no document", docxtest.Pack(t, map[string]string{"a.txt": "x"}), "no word/document.xml"},
		{"bomb", docxtest.Pack(t, map[string]string{"word/document.xml": wordDocument(strings.Repeat(" ", 70<<20))}), "archive bomb"},
		{"deep", docxtest.Pack(t, map[string]string{"word/document.xml": strings.Repeat("<a>", 100_000)}), "inside one another"},
		{"deep in what is left out", docxtest.Pack(t, map[string]string{"word/document.xml": "<a><del>" + strings.Repeat("<a>", 100_000)}), "inside one another"},
		{"entities", docxtest.Pack(t, map[string]string{"word/document.xml": `<!DOCTYPE a [<!ENTITY b "bb"><!ENTITY c "&b;&b;">]><a>&c;</a>`}), "document type"},
		{"broken", docxtest.Pack(t, map[string]string{"word/document.xml": "<a><b></a>"}), "well-formed"},
		{"latin", docxtest.Pack(t, map[string]string{"word/document.xml": `<?xml version="1.0" encoding="EBCDIC"?><a/>`}), "well-formed"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			_, err := Read(test.data)
			if detail, ok := blocks.Detail(err); !ok || !strings.Contains(detail, test.want) || strings.Contains(detail, "\n") {
				t.Errorf("Read = %v, want an error with %q", err, test.want)
			}
		})
	}
}

// TestManyNotes reads a document with 40 footnotes.
func TestManyNotes(t *testing.T) {
	var body, notes strings.Builder
	for i := 1; i <= 40; i++ {
		fmt.Fprintf(&body, `<w:p><w:r><w:t>Paragraph %d</w:t></w:r><w:r><w:footnoteReference w:id="%d"/></w:r></w:p>`, i, i+1)
		fmt.Fprintf(&notes, `<w:footnote w:id="%d"><w:p><w:r><w:t>Note %d</w:t></w:r></w:p></w:footnote>`, i+1, i)
	}
	d, err := Read(docxtest.Pack(t, map[string]string{"word/document.xml": wordDocument(body.String()), "word/footnotes.xml": `<w:footnotes ` + wordNamespace + `>` + notes.String() + `</w:footnotes>`}))
	if err != nil {
		t.Fatal(err)
	}
	for i, m := range d.Marks {
		note := d.Blocks[40+i]
		if m.Note != fmt.Sprint(i+1) || note.Note != m.Note || d.Text[note.Start:note.End] != fmt.Sprintf("Note %d", i+1) {
			t.Errorf("mark %d = %v, note %v", i+1, m, note)
		}
	}
	if len(d.Marks) != 40 {
		t.Errorf("%d marks, want 40", len(d.Marks))
	}
}

// TestReadODT reads what LibreOffice writes.
func TestReadODT(t *testing.T) {
	content := `<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0">
<office:automatic-styles><style:style style:name="P1" style:parent-style-name="Quotations"/></office:automatic-styles><office:body><office:text>
<text:tracked-changes><text:p>gone</text:p></text:tracked-changes><text:h text:outline-level="2">Title</text:h>
<text:p>One<text:s/>two<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>A note.</text:p></text:note-body></text:note>.</text:p>
<text:p text:style-name="P1">Quoted</text:p></office:text></office:body></office:document-content>`
	d, err := ReadODT(docxtest.Pack(t, map[string]string{"content.xml": content}))
	if err != nil {
		t.Fatal(err)
	}
	if want := "Title\nOne two.\nQuoted\nA note."; d.Text != want {
		t.Errorf("Text = %q, want %q", d.Text, want)
	}
	if len(d.Blocks) != 4 || d.Blocks[2].Kind != blocks.Quotation || len(d.Marks) != 1 || d.Text[:d.Marks[0].At] != "Title\nOne two" {
		t.Errorf("Blocks = %v, Marks = %v", d.Blocks, d.Marks)
	}
}

// TestBoldODT tells paragraphs that are set in bold, by their style, by one that it is
// based on, or by that of their words.
func TestBoldODT(t *testing.T) {
	d, err := ReadODT(docxtest.Pack(t, map[string]string{"content.xml": `<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:fo="f">
<office:automatic-styles><style:style style:name="P1"><style:text-properties fo:font-weight="bold"/></style:style><style:style style:name="P2" style:parent-style-name="P1"/><style:style style:name="T1"><style:text-properties fo:font-weight="700"/></style:style><style:style style:name="T2"><style:text-properties fo:font-weight="normal"/></style:style></office:automatic-styles><office:body><office:text>
<text:p text:style-name="P1">bold</text:p><text:p text:style-name="P2">bold<text:note><text:note-body><text:p>A note.</text:p></text:note-body></text:note></text:p><text:p><text:span text:style-name="T1">bold</text:span> </text:p>
<text:p>plain <text:span text:style-name="T1">bold</text:span></text:p><text:p text:style-name="P1">bold <text:span text:style-name="T2">plain</text:span></text:p><text:p>plain</text:p></office:text></office:body></office:document-content>`}))
	if err != nil {
		t.Fatal(err)
	}
	for _, b := range d.Blocks {
		if text := d.Text[b.Start:b.End]; b.Kind == blocks.Paragraph && b.Strong != (text == "bold") {
			t.Errorf("%q: Strong is %v", text, b.Strong)
		}
	}
}

// FuzzRead reads any bytes: what is read has its blocks and marks in its text.
func FuzzRead(f *testing.F) {
	f.Add(docxtest.Pack(f, map[string]string{"word/document.xml": wordDocument("<w:p><w:r><w:t>x</w:t></w:r></w:p>")}))
	f.Fuzz(func(t *testing.T, data []byte) {
		for _, read := range []func([]byte) (*blocks.Document, error){Read, ReadODT} {
			d, err := read(data)
			if err != nil {
				continue
			}
			for _, b := range d.Blocks {
				_ = d.Text[b.Start:b.End]
			}
			for _, m := range d.Marks {
				_ = d.Text[:m.At]
			}
		}
	})
}
