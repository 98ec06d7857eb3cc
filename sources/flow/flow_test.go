package flow

import (
	"fmt"
	"strings"
	"testing"

	"socsearch/sources/blocks"
	"socsearch/sources/document"
	"socsearch/sources/html"
	"socsearch/sources/split"
)

func sourceOf(t *testing.T, page string) *blocks.Document {
	t.Helper()
	source, err := html.ReadPage([]byte(`<meta charset="utf-8"><body>` + page))
	if err != nil {
		t.Fatal(err)
	}
	return source
}

// splitPage splits a page by a layout, nil for none.
func splitPage(t *testing.T, page string, layout *document.Layout) *split.Result {
	t.Helper()
	r, err := Split(&document.Manifest{Slug: "x", Title: "The title", File: "x.html", Layout: layout}, sourceOf(t, page))
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// listed writes passages, a line each.
func listed(r *split.Result) string {
	var b strings.Builder
	for _, p := range r.Passages {
		fmt.Fprintf(&b, "%s %s | %s | %s | %s", p.Anchor(), p.Kind, label(p.Place), strings.Join(p.Section, " > "), strings.ReplaceAll(p.Text, "\n", " / "))
		for _, n := range p.Footnotes {
			fmt.Fprintf(&b, " | note %s at %d: %s", n.Number, n.At, n.Text)
		}
		b.WriteByte('\n')
	}
	return b.String()
}

// read splits a page.
func read(t *testing.T, page string) (passages string, doubts []string) {
	t.Helper()
	r := splitPage(t, page, nil)
	return listed(r), r.Doubts
}

// TestSplit tells numbered paragraphs from lists, and names what has no number.
func TestSplit(t *testing.T) {
	tests := []struct{ name, in, want string }{
		{"numbers typed, a list within, a foreword with its signature",
			`<h1>The title</h1><h2>Foreword</h2><p>Words of welcome are here.</p><p>Jane Doe</p><h2>Part one</h2><p>1. The first paragraph says this:</p><ol><li>one thing;</li><li>another thing.</li></ol><p>2. The second paragraph is short.</p><p>It goes on.</p><p>3. The third ends it.</p>`,
			`foreword-1 foreword | Foreword, para 1 | Foreword | Words of welcome are here.
1 paragraph |  | Part one | The first paragraph says this: / 1. one thing; / 2. another thing.
2 paragraph |  | Part one | The second paragraph is short. / It goes on.
3 paragraph |  | Part one | The third ends it.
`},
		{"numbers of lists cut in two by a heading",
			`<h2>One</h2><ol><li><p>The first paragraph of all.</p><ul><li>a bullet</li></ul></li><li>The second paragraph of all.</li></ol><h2>Two</h2><ol start="3"><li>The third paragraph of all.</li></ol>`,
			`1 paragraph |  | One | The first paragraph of all. / • a bullet
2 paragraph |  | One | The second paragraph of all.
3 paragraph |  | Two | The third paragraph of all.
`},
		{"chapters, and an annex with numbers of its own",
			`<h2>2. Background</h2><p>2.1 The first of the chapter.</p><p>2.2 The second of the chapter.</p><h2>Annex A: Rest</h2><p>A.1 The first of the annex.</p><p>A.2 The second of the annex.</p>`,
			`2.1 paragraph |  | 2. Background | The first of the chapter.
2.2 paragraph |  | 2. Background | The second of the chapter.
a.1 paragraph |  | Annex A: Rest | The first of the annex.
a.2 paragraph |  | Annex A: Rest | The second of the annex.
`},
		{"the name of a chapter over a heading of its own",
			`<h2>1. One</h2><p>1.1 The first of the chapter.</p><p>1.2 The second of the chapter.</p><p>2. The interview</p><h3>(a) General</h3><p>2.1 The first of the next.</p><p>2.2 The second of the next.</p>`,
			`1.1 paragraph |  | 1. One | The first of the chapter.
1.2 paragraph |  | 1. One | The second of the chapter.
2.1 paragraph |  | 2. The interview > (a) General | The first of the next.
2.2 paragraph |  | 2. The interview > (a) General | The second of the next.
`},
		{"names of chapters, of which one stands over headings of the file",
			`<p>1. Purpose</p><p>1.1 The first of the chapter.</p><p>1.2 The second of the chapter.</p><p>2. Policy</p><h2>What is done</h2><p>2.1 The first of the next.</p><h2>Consolidation</h2><p>2.2 The second of the next.</p><p>3. Guidance</p><p>3.1 The only one of it.</p>`,
			`1.1 paragraph |  | 1. Purpose | The first of the chapter.
1.2 paragraph |  | 1. Purpose | The second of the chapter.
2.1 paragraph |  | 2. Policy > What is done | The first of the next.
2.2 paragraph |  | 2. Policy > Consolidation | The second of the next.
3.1 paragraph |  | 3. Guidance | The only one of it.
`},
		{"numbers that begin anew, with an unnumbered paragraph above them",
			`<h2>Report</h2><p>1. One of the report.</p><p>2. Two of the report.</p><p>3. Three of the report.</p><h2>Conclusions and recommendations</h2><p>What we found follows.</p><p>1. One of the findings.</p><p>2. Two of the findings.</p>`,
			`1 paragraph |  | Report | One of the report.
2 paragraph |  | Report | Two of the report.
3 paragraph |  | Report | Three of the report.
conclusions-opening-1 paragraph | Conclusions and recommendations, opening, para 1 | Conclusions and recommendations | What we found follows.
conclusions-1 paragraph | Conclusions and recommendations, para 1 | Conclusions and recommendations | One of the findings.
conclusions-2 paragraph | Conclusions and recommendations, para 2 | Conclusions and recommendations | Two of the findings.
`},
		{"no numbers: counted under headings, which may be alike",
			`<h2>Offences</h2><h3>Aim</h3><p>This is the aim:</p><ul><li>a bullet</li></ul><p>More of it.</p><h2>Courts</h2><h3>Aim</h3><p>Another aim.</p>`,
			`aim-1 paragraph | Aim, para 1 | Offences > Aim | This is the aim: / • a bullet
aim-2 paragraph | Aim, para 2 | Offences > Aim | More of it.
courts-aim-1 paragraph | Courts, Aim, para 1 | Courts > Aim | Another aim.
`},
		{"a box, a figure and a note among numbers",
			`<p>1. The first<sup><a href="#fn:1" id="fnref:1">1</a></sup> paragraph.</p><aside><h3>Case study (CS)</h3><p>What happened.</p><p>And then.</p></aside><p>2. The second paragraph.</p><figure><figcaption>Figure 1: A chart</figcaption><p>North 5</p></figure><p>3. The third paragraph.</p><ol><li id="fn:1"><p>A note.</p></li></ol>`,
			`1 paragraph |  |  | The first paragraph. | note 1 at 9: A note.
box-case-study box |  |  | What happened.
box-case-study-2 box |  |  | And then.
2 paragraph |  |  | The second paragraph.
figure-1 figure |  |  | Figure 1: A chart / North 5
3 paragraph |  |  | The third paragraph.
`},
		{"a list that no sentence leads to is none where its items are but words",
			`<h2>Contacts</h2><p>Write to these offices.</p><ol><li>London</li><li>Leeds</li><li>Cardiff</li><li>Belfast</li></ol>`,
			`contacts-1 paragraph | Contacts, para 1 | Contacts | Write to these offices.
contacts-2 paragraph | Contacts, para 2 | Contacts | 1. London / 2. Leeds / 3. Cardiff / 4. Belfast
`},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if got, _ := read(t, test.in); got != test.want {
				t.Errorf("got\n%swant\n%s", got, test.want)
			}
		})
	}
}

// TestDoubts tells of gaps, and of headings without text.
func TestDoubts(t *testing.T) {
	_, doubts := read(t, `<h2>One</h2><p>1. The first.</p><p>2. The second.</p><p>4. The fourth.</p><p>5. The fifth.</p>`)
	if all := strings.Join(doubts, "; "); !strings.Contains(all, "gap in the numbering: 2 is followed by 4") {
		t.Errorf("doubts: %s", all)
	}
}

// TestDescribe cleans what a stranger's file says of itself.
func TestDescribe(t *testing.T) {
	long := strings.Repeat("word ", 2000)
	for in, want := range map[string]string{"A\u202etitle\x00 \u200bof\nlines": "Atitle of lines", "": "a-file", long: strings.TrimSpace(strings.Repeat("word ", 100))[:499] + "…"} {
		m := Describe("a file.html", &blocks.Document{Properties: blocks.Properties{Title: in}})
		if m.Title != want {
			t.Errorf("Describe(%.20q).Title = %q, want %q", in, m.Title, want)
		}
	}
}

// TestFacts takes no day, address or title that can't be, and tells.
func TestFacts(t *testing.T) {
	for name, test := range map[string]struct {
		in     blocks.Properties
		want   document.Manifest
		doubts []string
	}{
		"all well":     {blocks.Properties{Title: "A paper", Published: "2024-02-29", LandingPage: "https://example.org/a", Series: "CP 1"}, document.Manifest{Title: "A paper", Published: "2024-02-29", LandingPage: "https://example.org/a", Series: "CP 1"}, nil},
		"no such day":  {blocks.Properties{Title: "A paper", Published: "2023-02-29"}, document.Manifest{Title: "A paper"}, []string{`"2023-02-29" as its date`}},
		"no such year": {blocks.Properties{Title: "A paper", Published: "9999-01-01"}, document.Manifest{Title: "A paper"}, []string{`"9999-01-01" as its date`}},
		"a script":     {blocks.Properties{Title: "A paper", LandingPage: "javascript:alert(1)"}, document.Manifest{Title: "A paper"}, []string{"none of the web"}},
		"turned":       {blocks.Properties{Title: "A \u202epaper", Series: "CP\x07 1"}, document.Manifest{Title: "A paper", Series: "CP 1"}, []string{"control characters"}},
		"too long":     {blocks.Properties{Title: "A " + strings.Repeat("a", 499), Series: strings.Repeat("b", 81)}, document.Manifest{Title: "A " + strings.Repeat("a", 497) + "…", Series: strings.Repeat("b", 79) + "…"}, []string{"501 characters"}},
	} {
		m := Describe("a.xml", &blocks.Document{Properties: test.in})
		if m.Title != test.want.Title || m.Published != test.want.Published || m.LandingPage != test.want.LandingPage || m.Series != test.want.Series {
			t.Errorf("%s: %+v", name, m)
		}
		text := &blocks.Document{Properties: test.in, Text: "Words.", Blocks: []blocks.Block{{Kind: blocks.Paragraph, End: 6}}}
		r, err := Split(m, text)
		if err != nil {
			t.Fatal(err)
		}
		checkDoubts(t, r.Doubts, test.doubts)
	}
}

// TestCaptionHeadings takes captions that a page sets as headings for captions: what
// follows a chart doesn't stand under it.
func TestCaptionHeadings(t *testing.T) {
	got, _ := read(t, `<h2>Receipts</h2><p>Chart 1 shows receipts.</p><h4>Chart 1: Receipts</h4><p>They rose, as spending did.</p><p><strong>Figure 3. Spending by year</strong></p><p>It rose, too, in all years.</p><h4>Table 2: Spending</h4><table><tr><th>Year</th><th>£</th></tr><tr><td>2016</td><td>5</td></tr></table><p>That is all of it.</p><h2>Table of fees</h2><p>No caption.</p>`)
	want := `receipts-1 paragraph | Receipts, para 1 | Receipts | Chart 1 shows receipts.
figure-1 figure |  | Receipts | Chart 1: Receipts
receipts-2 paragraph | Receipts, para 2 | Receipts | They rose, as spending did.
figure-3 figure |  | Receipts | Figure 3. Spending by year
receipts-3 paragraph | Receipts, para 3 | Receipts | It rose, too, in all years.
receipts-4 paragraph | Receipts, para 4 | Receipts | Table 2: Spending / Year £ / 2016 5
receipts-5 paragraph | Receipts, para 5 | Receipts | That is all of it.
table-of-fees-1 paragraph | Table of fees, para 1 | Table of fees | No caption.
`
	if got != want {
		t.Errorf("got\n%swant\n%s", got, want)
	}
}

// TestTemplatesTitle takes the only heading of the highest level for the title where the
// file's properties have a template's, or no more than a word.
func TestTemplatesTitle(t *testing.T) {
	text := &blocks.Document{Text: "A Report on Things", Blocks: []blocks.Block{{Kind: blocks.Heading, Level: 1, End: 18}}}
	for title, want := range map[string]string{"High Court Judgment Template": "A Report on Things", "Bill": "A Report on Things", "draft 3.docx": "A Report on Things", "Microsoft Word - x": "A Report on Things", "Another name": "Another name", "": "A Report on Things"} {
		text.Properties.Title = title
		if m := Describe("a.docx", text); m.Title != want {
			t.Errorf("a file called %q has the title %q, want %q", title, m.Title, want)
		}
	}
}

// TestPartIsNoTitle keeps the heading of a part, though it is the only one of its level.
func TestPartIsNoTitle(t *testing.T) {
	for _, heading := range []string{"Part 1 Preliminary", "CHAPTER IV General", "1. Citation", "Schedule 2: Fees"} {
		got, _ := read(t, `<h1>`+heading+`</h1><p>Words of it are here.</p><p>And more of them.</p>`)
		if !strings.Contains(got, "| "+heading+" |") {
			t.Errorf("%s is no heading:\n%s", heading, got)
		}
	}
}

// TestLegislationPage reads sections with numbered subsections, as a page of
// legislation has them: the numbers of each section are its own.
func TestLegislationPage(t *testing.T) {
	section := func(n, title string) string {
		return `<h5 class="LegP1Container"><span class="LegDS LegP1No" id="section-` + n + `">` + n + `</span><span class="LegDS LegP1GroupTitleFirst">` + title + `</span></h5>` +
			`<p class="LegClearFix LegP2Container"><span class="LegDS LegLHS LegP2No" id="section-` + n + `-1">(1)</span><span class="LegDS LegRHS LegP2Text">The first subsection of ` + title + ` says this—</span></p>` +
			`<p class="LegClearFix LegP3Container"><span class="LegDS LegLHS LegP3No">(a)</span><span class="LegDS LegRHS LegP3Text">one thing;</span></p>` +
			`<p class="LegClearFix LegP2Container"><span class="LegDS LegLHS LegP2No" id="section-` + n + `-2">(2)</span><span class="LegDS LegRHS LegP2Text">The second subsection of ` + title + ` is short.</span></p>`
	}
	got, _ := read(t, `<h1>The title</h1><div class="LegSnippet">`+section("1", "Overview")+section("2", "Meaning")+section("3", "Extent")+`</div>`)
	for _, want := range []string{
		"section-1-1 paragraph | section 1(1) | 1 Overview | The first subsection of Overview says this— / (a) one thing;\n",
		"section-2-2 paragraph | section 2(2) | 2 Meaning | The second subsection of Meaning is short.\n",
	} {
		if !strings.Contains(got, want) {
			t.Errorf("got\n%swithout\n%s", got, want)
		}
	}
}

// label is how a place is called that doesn't follow from the passage's kind.
func label(p document.Place) string {
	switch p.Scheme {
	case document.SchemeFront, document.SchemeHeading, document.SchemeRecital, document.SchemeProvision:
		return p.Label()
	}
	return ""
}

// TestJournalPage splits a regulation of the Official Journal: the numbers of recitals
// and of articles' paragraphs are no part of their texts.
func TestJournalPage(t *testing.T) {
	got, _ := read(t, `<div class="eli-main-title"><p class="oj-doc-ti">REGULATION on things</p></div><div id="rct_1"><table><tr><td>(1)</td><td><p class="oj-normal">Things matter.</p></td></tr></table></div><p class="oj-normal">HAVE ADOPTED THIS:</p>
<p class="oj-ti-art">Article 1</p><p class="oj-sti-art">Scope</p><p class="oj-normal">1.   It applies to:</p><table><tr><td>(a)</td><td><p class="oj-normal">things.</p></td></tr></table><p class="oj-ti-art">Article 2</p><p class="oj-normal">It enters into force.</p>`)
	want := `recital-1 paragraph | recital 1 |  | Things matter.
opening-1 paragraph | Opening, para 1 |  | HAVE ADOPTED THIS:
article-1-1 paragraph | Article 1(1) | Article 1 Scope | It applies to: / (a) things.
article-2 paragraph | Article 2 | Article 2 | It enters into force.
`
	if got != want {
		t.Errorf("got\n%swant\n%s", got, want)
	}
}
