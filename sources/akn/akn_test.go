package akn

import (
	"strings"
	"testing"

	"socsearch/sources/blocks"
)

const open = `<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0">`

// lines reads a document and writes its blocks, a line each.
func lines(t *testing.T, xml string) string {
	t.Helper()
	d, err := Read([]byte(open + xml + `</akomaNtoso>`))
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	for _, block := range d.Blocks {
		if block.Kind == blocks.Heading {
			b.WriteString(strings.Repeat("#", block.Level) + " ")
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

// TestRegulation reads recitals, articles with numbered paragraphs and points, and a
// note, as the European Union publishes them.
func TestRegulation(t *testing.T) {
	got := lines(t, `<act name="regulation"><preface><p><docTitle>Regulation on things</docTitle></p></preface>
<preamble><recitals><intro><p>Whereas:</p></intro><recital eId="rec_1"><num>(1)</num><p>Things matter.</p></recital><recital eId="rec_2"><num>(2)</num><p>So do others<authorialNote marker="1"><p>OJ L 1.</p></authorialNote>.</p></recital></recitals></preamble>
<body><chapter><num>CHAPTER I</num><heading>General</heading>
<article eId="art_1"><num>Article 1</num><heading>Scope</heading><paragraph eId="art_1__para_1"><num>1.</num><content><p>This applies.</p></content></paragraph>
<paragraph><num>2.</num><list><intro><p>It doesn’t to:</p></intro><point><num>(a)</num><content><p>old things;</p></content></point><point><num>(b)</num><content><p>new ones.</p></content></point></list></paragraph></article>
<article eId="art_2"><num>Article 2</num><heading>Force</heading><alinea><content><p>It enters into force.</p></content></alinea></article></chapter></body></act>`)
	want := `# Regulation on things
Whereas:
recital 1 [(1)] Things matter.
recital 2 [(2)] So do others.
# CHAPTER I General
## article 1 Article 1 Scope
article 1 [1.] This applies.
article 1 [2.] It doesn’t to:
article 1 [(a)] old things;
article 1 [(b)] new ones.
## article 2 Article 2 Force
article 2 It enters into force.
note 1 OJ L 1.
`
	if got != want {
		t.Errorf("got\n%swant\n%s", got, want)
	}
}

// TestAct reads sections and subsections, a schedule, and an amendment whose quoted
// sections stay the text of the section that quotes them.
func TestAct(t *testing.T) {
	got := lines(t, `<act name="ukpga"><meta><identification source="#"><FRBRWork><FRBRdate date="2018-05-23"/><FRBRnumber value="12"/><FRBRname value="Things Act 2018"/></FRBRWork></identification></meta>
<body><part><num>PART 1</num><heading>Preliminary</heading><section eId="section-1"><num>1</num><heading>Overview</heading><subsection><num>(1)</num><content><p>This Act makes provision.</p></content></subsection>
<subsection><num>(2)</num><intro><p>In section 5—</p></intro><level><num>(a)</num><content><p>insert <mod><quotedStructure startQuote="“" endQuote="”"><section><num>5A</num><heading>More</heading><subsection><num>(1)</num><content><p>More is more.</p></content></subsection></section></quotedStructure></mod></p></content></level></subsection></section></part>
<hcontainer name="schedule" eId="schedule-1"><num>SCHEDULE 1</num><heading>Rest</heading><paragraph eId="schedule-1-paragraph-1"><num>1</num><content><p>The rest.</p></content></paragraph></hcontainer></body></act>`)
	for _, want := range []string{"# PART 1 Preliminary\n## section 1 1 Overview\nsection 1 [(1)] This Act makes provision.\nsection 1 [(2)] In section 5—\n", "5A", "More is more.”", "# schedule 1 SCHEDULE 1 Rest\nschedule 1 [1] The rest.\n"} {
		if !strings.Contains(got, want) {
			t.Errorf("got\n%swithout\n%s", got, want)
		}
	}
	if strings.Contains(got, "section 5A") {
		t.Errorf("a quoted section became one of this law:\n%s", got)
	}
}

// TestJudgment reads the numbered paragraphs of a judgment.
func TestJudgment(t *testing.T) {
	got := lines(t, `<judgment><header><p><court>The Court</court></p></header><judgmentBody><decision><level><heading>Introduction</heading><paragraph eId="para_1"><num>1.</num><content><p>It began.</p></content></paragraph></level>
<paragraph eId="para_2"><num>2.</num><intro><p>It went on:</p></intro><subparagraph><num>(a)</num><content><p>well.</p></content></subparagraph></paragraph></decision></judgmentBody></judgment>`)
	if want := "# Introduction\n[1.] It began.\n[2.] It went on:\n[(a)] well.\n"; got != want {
		t.Errorf("got\n%swant\n%s", got, want)
	}
}

// TestHostile refuses what could grow or fetch, in one line.
func TestHostile(t *testing.T) {
	for name, test := range map[string]struct{ in, want string }{
		"entities": {`<!DOCTYPE a [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><akomaNtoso>&b;</akomaNtoso>`, "document type"},
		"external": {`<!DOCTYPE a SYSTEM "http://127.0.0.1/x.dtd"><akomaNtoso/>`, "document type"},
		"unknown":  {`<akomaNtoso>&x;</akomaNtoso>`, "well-formed"},
		"deep":     {`<akomaNtoso>` + strings.Repeat("<a>", 10_000), "inside one another"},
		"other":    {`<html/>`, "no Akoma Ntoso"},
		"cut":      {`<akomaNtoso><act>`, "well-formed"},
		"empty":    {``, "no element"},
	} {
		_, err := Read([]byte(test.in))
		if detail, ok := blocks.Detail(err); !ok || !strings.Contains(detail, test.want) || strings.Contains(detail, "\n") {
			t.Errorf("%s: Read = %v, want an error with %q", name, err, test.want)
		}
	}
}

// TestCollection reads the documents of a proposal one after the other: each has its
// title for a heading, its own ids of notes and its own recitals.
func TestCollection(t *testing.T) {
	document := func(kind, title, body string) string {
		return `<component><` + kind + `><meta/><preface><longTitle><p>` + title + `</p></longTitle></preface>` + body + `</` + kind + `></component>`
	}
	note := func(text string) string {
		return `<authorialNote eId="n1" marker="1"><p>` + text + `</p></authorialNote>`
	}
	got := lines(t, `<documentCollection><meta/><preface><longTitle><p><docTitle>Proposal on things</docTitle></p></longTitle></preface>
<collectionBody><component><documentRef href="#c1"/></component></collectionBody></documentCollection><components>`+
		document("doc", "EXPLANATORY MEMORANDUM", `<mainBody><tblock><num>1.</num><heading>CONTEXT</heading><p>Why`+note("Because.")+`.</p></tblock></mainBody>`)+
		document("bill", `<docStage>Proposal for a</docStage> <docType>REGULATION</docType> <docPurpose>on things</docPurpose>`, `<preamble><recitals><recital><num>(1)</num><p>Things matter`+note("OJ L 1.")+`.</p></recital></recitals><formula><p>HAVE ADOPTED THIS:</p></formula></preamble><body><article><num>Article 1</num><paragraph><num>1.</num><content><p>It applies.</p></content></paragraph></article></body>`)+`</components>`)
	want := `# Proposal on things
## EXPLANATORY MEMORANDUM
## 1. CONTEXT
Why.
## Proposal for a REGULATION on things
recital 1 [(1)] Things matter.
HAVE ADOPTED THIS:
## article 1 Article 1
article 1 [1.] It applies.
note 1 Because.
note 1 OJ L 1.
`
	if got != want {
		t.Errorf("got\n%swant\n%s", got, want)
	}
}

// TestTitles takes the short title of an act for its title, and the long one for text;
// the name of a kind of work is none.
func TestTitles(t *testing.T) {
	work := func(name, preface string) string {
		return open + `<act><meta><identification><FRBRWork><FRBRname value="` + name + `"/></FRBRWork></identification></meta><preface>` + preface + `</preface><body><section><num>1</num><content><p>Text.</p></content></section></body></act></akomaNtoso>`
	}
	for _, test := range []struct{ name, in, title, text string }{
		{"short and long", work("2014 c. 27", `<p><shortTitle>Things Act 2014</shortTitle></p><p><docTitle>An Act to make provision about things.</docTitle></p>`), "Things Act 2014", "Things Act 2014\nAn Act to make provision about things."},
		{"one that names the kind", work("act", `<longTitle><p>Proposal for a <docType>REGULATION</docType> on things</p></longTitle>`), "Proposal for a REGULATION on things", "Proposal for a REGULATION on things\n"},
		{"none but a name", work("Things Act 2014", ``), "Things Act 2014", "1\nText."},
		{"a kind of work is no name", work("proyecto", ``), "", "1\nText."},
		{"a bill’s long title is text", work("bill", `<longTitle><p>A</p><p>bill</p><p>to</p><p>Make provision to do things.</p></longTitle>`), "", "A\nbill\nto\nMake provision to do things."},
	} {
		d, err := Read([]byte(test.in))
		if err != nil {
			t.Fatal(err)
		}
		if d.Properties.Title != test.title || !strings.HasPrefix(d.Text, test.text) {
			t.Errorf("%s: title %q and text %q, want %q and %q", test.name, d.Properties.Title, d.Text, test.title, test.text)
		}
	}
}

// TestPortion reads a chapter that was cut out of a code.
func TestPortion(t *testing.T) {
	got := lines(t, `<portion includedIn="/akn/x"><meta/><portionBody><chapter><num>CHAPTER 3—</num><heading>ARBITRATION</heading><section><num>§ 301.</num><heading>Force</heading><content><p>It has force.</p></content></section></chapter></portionBody></portion>`)
	if want := "# CHAPTER 3— ARBITRATION\n## section 301 § 301. Force\nsection 301 It has force.\n"; got != want {
		t.Errorf("got\n%swant\n%s", got, want)
	}
}
