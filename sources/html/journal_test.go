package html

import (
	"strings"
	"testing"

	"socsearch/sources/blocks"
)

// written is a page's blocks, a line each.
func written(t *testing.T, page string) string {
	t.Helper()
	d, err := ReadPage([]byte(`<meta charset="utf-8">` + page))
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	for _, block := range d.Blocks {
		if block.Kind == blocks.Heading {
			b.WriteString("# ")
		}
		if block.Of != "" {
			b.WriteString(block.Of + " " + block.Unit + " ")
		}
		if block.Label != "" {
			b.WriteString("[" + block.Label + "] ")
		}
		if block.Note != "" {
			b.WriteString("note " + block.Note + " ")
		}
		b.WriteString(d.Text[block.Start:block.End] + "\n")
	}
	return b.String()
}

// TestJournal reads a regulation as the Official Journal publishes it: recitals and
// points are tables of two columns, headings have two lines, notes stand at the end.
func TestJournal(t *testing.T) {
	point := func(label, text string) string {
		return `<table><col width="4%"/><col width="96%"/><tbody><tr><td><p class="oj-normal">` + label + `</p></td><td><p class="oj-normal">` + text + `</p></td></tr></tbody></table>`
	}
	got := written(t, `<table><tr><td><p class="oj-hd-date">4.5.2016</p></td><td><p class="oj-hd-oj">L 119/1</p></td></tr></table>
<div class="eli-container"><div class="eli-main-title" id="tit_1"><p class="oj-doc-ti">REGULATION (EU) 2016/1</p><p class="oj-doc-ti">on things</p></div>
<div class="eli-subdivision" id="pbl_1"><p class="oj-normal">Having regard to the opinion <a id="ntc1-L_1" href="#ntr1-L_1">(<span class="oj-super">1</span>)</a>,</p><p class="oj-normal">Whereas:</p>
<div class="eli-subdivision" id="rct_1">`+point("(1)", "Things matter.")+`</div></div>
<div id="cpt_I"><p class="oj-ti-section-1"><span>CHAPTER I</span></p><div class="eli-title"><p class="oj-ti-section-2">General</p></div>
<div class="eli-subdivision" id="art_1"><p class="oj-ti-art">Article 1</p><div class="eli-title"><p class="oj-sti-art">Scope</p></div>
<div id="001.001"><p class="oj-normal">1.&#160;&#160;&#160;This applies to:</p>`+point("(a)", "old things;")+point("(b)", "new ones.")+`</div><div id="001.002"><p class="oj-normal">2.   It binds.</p><p class="oj-normal">In its entirety.</p></div></div></div>
<div class="oj-final"><p class="oj-normal">Done at Brussels.</p><div class="oj-signatory"><p class="oj-signatory">The President</p></div></div></div>
<hr class="oj-note"/><p class="oj-note"><a id="ntr1-L_1" href="#ntc1-L_1">(<span class="oj-super">1</span>)</a> OJ C 229.</p>`)
	want := `# REGULATION (EU) 2016/1 on things
Having regard to the opinion ,
Whereas:
recital 1 [(1)] Things matter.
# CHAPTER I General
# article 1 Article 1 Scope
article 1 [1.] This applies to:
article 1 [(a)] old things;
article 1 [(b)] new ones.
article 1 [2.] It binds.
article 1 In its entirety.
article 1 Done at Brussels.
note 1 OJ C 229.
`
	if got != want {
		t.Errorf("got\n%swant\n%s", got, want)
	}
}

// TestListTable reads a list whose labels have a column of their own; a table of
// figures stays one.
func TestListTable(t *testing.T) {
	got := written(t, `<p>These are:</p><table><tr><td>(a)</td><td>one;</td></tr><tr><td>(b)</td><td><p>two.</p></td></tr></table><table><tr><td>2016</td><td>5</td></tr><tr><td>2017</td><td>6</td></tr></table>`)
	if want := "These are:\n[(a)] one;\n[(b)] two.\n2016 5\n2017 6\n"; got != want {
		t.Errorf("got\n%swant\n%s", got, want)
	}
}

// TestFootnoteStyles reads notes as GOV.UK, pandoc, Word and LibreOffice write them.
func TestFootnoteStyles(t *testing.T) {
	for name, page := range map[string]string{
		"GOV.UK":      `<p>Text<sup id="fnref:1" role="doc-noteref"><a href="#fn:1" class="footnote" rel="footnote">[footnote 1]</a></sup>.</p><div class="footnotes" role="doc-endnotes"><ol><li id="fn:1" role="doc-endnote"><p>A note. <a href="#fnref:1" class="reversefootnote" role="doc-backlink" aria-label="go to where this is referenced">↩</a></p></li></ol></div>`,
		"pandoc":      `<p>Text<a href="#fn1" class="footnote-ref" id="fnref1" role="doc-noteref"><sup>1</sup></a>.</p><section id="footnotes" class="footnotes footnotes-end-of-document" role="doc-endnotes"><hr/><ol><li id="fn1"><p>A note.<a href="#fnref1" class="footnote-back" role="doc-backlink">↩︎</a></p></li></ol></section>`,
		"Word":        `<p class=MsoNormal>Text<a style='mso-footnote-id:ftn1' href="#_ftn1" name="_ftnref1" title=""><span class=MsoFootnoteReference><span>[1]</span></span></a>.</p><div><hr align=left size=1 width="33%"><div style='mso-element:footnote' id=ftn1><p class=MsoFootnoteText><a style='mso-footnote-id:ftn1' href="#_ftnref1" name="_ftn1" title=""><span class=MsoFootnoteReference>[1]</span></a> A note.</p></div></div>`,
		"LibreOffice": `<p>Text<a class="sdfootnoteanc" name="sdfootnote1anc" href="#sdfootnote1sym"><sup>1</sup></a>.</p><div id="sdfootnote1"><p class="sdfootnote"><a class="sdfootnotesym" name="sdfootnote1sym" href="#sdfootnote1anc">1</a> A note.</p></div>`,
		"committees":  `<p>Text<a href="#footnote-001" id="footnote-001-backlink"><span class="sup">1</span></a>.</p><div class="footnotes"><p id="footnote-001"><a href="#footnote-001-backlink">1</a> A note.</p></div>`,
		"Wikipedia":   `<p>Text<sup id="cite_ref-1" class="reference"><a href="#cite_note-1">[1]</a></sup>.</p><ol class="references"><li id="cite_note-1"><span class="mw-cite-backlink"><b><a href="#cite_ref-1">^</a></b></span> <span class="reference-text">A note.</span></li></ol>`,
	} {
		if got, want := written(t, page), "Text.\nnote 1 A note.\n"; got != want {
			t.Errorf("%s: got\n%swant\n%s", name, got, want)
		}
	}
}
