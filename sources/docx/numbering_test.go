package docx

import (
	"strings"
	"testing"

	"socsearch/sources/blocks"
	"socsearch/sources/docx/docxtest"
)

// labels reads a document and returns each block's label and text.
func labels(t *testing.T, numbering, body string) string {
	t.Helper()
	styles := `<w:styles ` + wordNamespace + `><w:style w:type="paragraph" w:default="1" w:styleId="N"><w:name w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="Para"><w:name w:val="Numbered"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="Sub"><w:name w:val="Sub"/><w:basedOn w:val="Para"/></w:style></w:styles>`
	d, err := Read(docxtest.Pack(t, map[string]string{"word/document.xml": wordDocument(body), "word/styles.xml": styles, "word/numbering.xml": `<w:numbering ` + wordNamespace + `>` + numbering + `</w:numbering>`}))
	if err != nil {
		t.Fatal(err)
	}
	var lines []string
	for _, b := range d.Blocks {
		lines = append(lines, strings.TrimSpace(b.Label+" "+d.Text[b.Start:b.End]))
	}
	return strings.Join(lines, "|")
}

func para(list, level, text string) string {
	return `<w:p><w:pPr><w:numPr><w:ilvl w:val="` + level + `"/><w:numId w:val="` + list + `"/></w:numPr></w:pPr><w:r><w:t>` + text + `</w:t></w:r></w:p>`
}

// TestNumbering counts lists as Word does (ECMA-376 part 1, 17.9).
func TestNumbering(t *testing.T) {
	const levels = `<w:abstractNum w:abstractNumId="0">
<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="upperRoman"/><w:lvlText w:val="%1."/></w:lvl>
<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:pStyle w:val="Sub"/><w:isLgl/><w:lvlText w:val="%1.%2"/></w:lvl>
<w:lvl w:ilvl="2"><w:start w:val="3"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="(%3)"/></w:lvl>
<w:lvl w:ilvl="3"><w:start w:val="1"/><w:numFmt w:val="lowerRoman"/><w:lvlRestart w:val="0"/><w:lvlText w:val="%4)"/></w:lvl>
</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>
<w:num w:numId="2"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="7"/></w:lvlOverride></w:num>
<w:num w:numId="3"><w:abstractNumId w:val="0"/></w:num>
<w:num w:numId="4"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride><w:lvlOverride w:ilvl="1"><w:startOverride w:val="1"/></w:lvlOverride></w:num>
<w:num w:numId="5"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="1"><w:startOverride w:val="4"/></w:lvlOverride></w:num>
<w:num w:numId="6"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="1"><w:startOverride w:val="9"/><w:lvl w:ilvl="1"><w:start w:val="9"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1.%2"/><w:isLgl/></w:lvl></w:lvlOverride></w:num>`
	tests := []struct{ name, body, want string }{
		{"levels restart after those above", para("1", "0", "a") + para("1", "1", "b") + para("1", "1", "c") + para("1", "2", "d") + para("1", "0", "e") + para("1", "1", "f"),
			"I. a|1.1 b|1.2 c|(c) d|II. e|2.1 f"},
		{"a level may never restart", para("1", "3", "a") + para("1", "0", "b") + para("1", "3", "c"), "i) a|II. b|ii) c"},
		{"levels above an item have begun", para("1", "1", "a") + para("1", "0", "b") + para("1", "1", "c"), "1.1 a|II. b|2.1 c"},
		{"a level begins anew at its own first item", para("1", "0", "a") + para("1", "1", "b") + para("4", "1", "c") + para("4", "1", "d") + para("1", "0", "e"), "I. a|1.1 b|1.1 c|1.2 d|II. e"},
		{"those above it have begun by then", para("1", "0", "a") + para("4", "1", "b") + para("4", "0", "c"), "I. a|1.1 b|II. c"},
		{"those below it begin anew at theirs", para("1", "0", "a") + para("1", "1", "b") + para("5", "0", "c") + para("5", "1", "d"), "I. a|1.1 b|II. c|2.4 d"},
		{"a level of a list’s own begins as all others, once it has begun anew", para("6", "1", "a") + para("6", "0", "b") + para("6", "1", "c"), "1.9 a|II. b|2.1 c"},
		{"another number of the same list goes on", para("1", "0", "a") + para("3", "0", "b"), "I. a|II. b"},
		{"one that begins anew does so once", para("1", "0", "a") + para("2", "0", "b") + para("2", "0", "c") + para("1", "0", "d"), "I. a|VII. b|VIII. c|IX. d"},
		{"a level that has no item yet shows its start", para("1", "1", "a"), "1.1 a"},
		{"a style counts", `<w:p><w:pPr><w:pStyle w:val="Para"/></w:pPr><w:r><w:t>a</w:t></w:r></w:p><w:p><w:pPr><w:pStyle w:val="Sub"/></w:pPr><w:r><w:t>b</w:t></w:r></w:p>`, "I. a|1.1 b"},
		{"a paragraph may turn its style’s number off", `<w:p><w:pPr><w:pStyle w:val="Para"/><w:numPr><w:numId w:val="0"/></w:numPr></w:pPr><w:r><w:t>a</w:t></w:r></w:p>`, "a"},
		{"old properties of a tracked change don’t count", `<w:p><w:pPr><w:pPrChange><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:pPrChange></w:pPr><w:r><w:t>a</w:t></w:r></w:p>` + para("1", "0", "b"), "a|I. b"},
		{"a paragraph whose mark is deleted goes on with the next", `<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>a </w:t></w:r></w:p>` + para("1", "0", "b"), "I. a b"},
		{"an empty paragraph that ends a section has none", `<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr><w:sectPr/></w:pPr></w:p>` + para("1", "0", "b"), "I. b"},
		{"an empty cell that the one above takes in has none", `<w:tbl><w:tr><w:tc>` + para("1", "0", "a") + `</w:tc><w:tc><w:p/></w:tc></w:tr><w:tr><w:tc><w:tcPr><w:vMerge/></w:tcPr>` + para("1", "0", "") + `</w:tc><w:tc>` + para("1", "0", "b") + `</w:tc></w:tr></w:tbl>`, "I. a|II. b"},
		{"an empty paragraph has a number", para("1", "0", "") + para("1", "0", "b"), "II. b"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if got := labels(t, levels, test.body); got != test.want {
				t.Errorf("got %s, want %s", got, test.want)
			}
		})
	}
}

// TestListNumbers counts what LISTNUM fields print: before a paragraph's words its
// number, among them a part of them; a list of the file's own or one that every file has.
func TestListNumbers(t *testing.T) {
	const named = `<w:abstractNum w:abstractNumId="0"><w:name w:val="Paras"/><w:lvl w:ilvl="0"><w:start w:val="4"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum>`
	field := func(code string) string {
		return `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> ` + code + ` </w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>`
	}
	words := func(before, code, after string) string {
		return `<w:p><w:r><w:t xml:space="preserve">` + before + `</w:t></w:r>` + field(code) + `<w:r><w:t xml:space="preserve">` + after + `</w:t></w:r></w:p>`
	}
	body := words("", `LISTNUM Paras \l 1`, " one") + words("", `LISTNUM "Paras" \l 1`, " two") + words("of these ", `LISTNUM`, " this, ") +
		words("and ", `LISTNUM`, " that") + words("", `LISTNUM LegalDefault \l 2 \s 3`, " three") + words("", `PAGE`, "four") + `<w:p><w:fldSimple w:instr="LISTNUM Paras \l 1"/><w:r><w:t>five</w:t></w:r></w:p>`
	if got, want := labels(t, named, body), "4. one|5. two|of these 1) this,|and 2) that|1.3. three|four|6. five"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

// TestBeside keeps apart what stands beside the text, under its reason.
func TestBeside(t *testing.T) {
	body := `<w:p><w:pPr><w:pStyle w:val="TOC1"/></w:pPr><w:r><w:t>Chapter 1</w:t></w:r></w:p>
<w:p><w:r><w:t>Seen</w:t></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>unseen</w:t></w:r><w:del><w:r><w:delText>gone</w:delText></w:r></w:del></w:p>
<w:tbl><w:tr><w:tc><w:p><w:r><w:t>Boxed</w:t></w:r></w:p></w:tc></w:tr></w:tbl>`
	d, err := Read(docxtest.Pack(t, map[string]string{
		"word/document.xml":   wordDocument(body),
		"word/styles.xml":     `<w:styles ` + wordNamespace + `><w:style w:styleId="TOC1"><w:name w:val="toc 1"/></w:style></w:styles>`,
		"word/header1.xml":    `<w:hdr ` + wordNamespace + `><w:p><w:r><w:t>Draft</w:t></w:r></w:p></w:hdr>`,
		"word/comments.xml":   `<w:comments ` + wordNamespace + `><w:comment><w:p><w:r><w:t>Really?</w:t></w:r></w:p></w:comment></w:comments>`,
		"word/vbaProject.bin": "macro",
	}))
	if err != nil {
		t.Fatal(err)
	}
	if d.Text != "Seen\nBoxed" || d.Blocks[1].Box != 1 {
		t.Errorf("Text = %q, blocks %+v", d.Text, d.Blocks)
	}
	for reason, want := range map[string]string{contents: "Chapter 1\n", hiddenText: "unseen\n", deleted: "gone\n", runningHead: "Draft\n", comment: "Really?\n"} {
		if got := d.Omitted[reason]; got != want {
			t.Errorf("omitted as %s: %q, want %q", reason, got, want)
		}
	}
	if d.LeftOut["macros"] != 1 {
		t.Error("macros aren’t told of")
	}
}

// TestTextBox reads a text box after the paragraph that holds it, once.
func TestTextBox(t *testing.T) {
	box := `<w:txbxContent><w:p><w:r><w:t>In the box</w:t></w:r></w:p></w:txbxContent>`
	d, err := Read(docxtest.Pack(t, map[string]string{"word/document.xml": wordDocument(`<w:p><w:r><w:t>Before</w:t></w:r><w:r><mc:AlternateContent xmlns:mc="m"><mc:Choice><w:drawing>` + box + `</w:drawing></mc:Choice><mc:Fallback><w:pict>` + box + `</w:pict></mc:Fallback></mc:AlternateContent></w:r><w:r><w:t> and after</w:t></w:r></w:p>`)}))
	if err != nil {
		t.Fatal(err)
	}
	if d.Text != "Before and after\nIn the box" || d.Blocks[1].Box != 1 || d.Blocks[1].Kind != blocks.Paragraph {
		t.Errorf("Text = %q, blocks %+v", d.Text, d.Blocks)
	}
}
