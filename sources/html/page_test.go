package html

import (
	"strings"
	"testing"
)

// TestReadPage reads a page as GOV.UK publishes it: what surrounds the text is kept
// apart, lists have their numbers, boxes and tables are told.
func TestReadPage(t *testing.T) {
	d, err := ReadPage([]byte(`<!doctype html><meta charset="utf-8"><title>A paper - GOV.UK</title><link rel="canonical" href="https://www.gov.uk/paper">
<body><div class="cookie-banner"><p>Cookies on this site</p></div><header role="banner">Menu</header>
<main id="content"><h1>A paper</h1><p class="metadata">Updated 1 May</p><nav class="contents-list"><h2>Contents</h2><ol><li><a href="#a">First</a></ol></nav>
<div class="govspeak"><h2 id="a"><span class="number">1. </span>First</h2>
<ol start="3"><li><p>Third paragraph of the paper.</p><p>It goes on.</p></li><li>Fourth paragraph of the paper.</li></ol>
<div class="call-to-action"><h3>A box</h3><p>Its words.</p></div>
<table><thead><tr><th>A</th><th>B</th></tr></thead><tr><td>1</td><td>2</td></tr></table>
<ul class="legislative-list"><li>(a) printed</li></ul><p><strong>All bold</strong></p></div>
<div class="related"><p>Related pages</p></div></main><footer>Crown copyright</footer>`))
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, b := range d.Blocks {
		line := string(b.Kind) + ": "
		if b.Label != "" {
			line += "[" + b.Label + "] "
		}
		line += d.Text[b.Start:b.End]
		if b.Box > 0 {
			line += " (box)"
		}
		if b.Head {
			line += " (head)"
		}
		if b.Strong {
			line += " (strong)"
		}
		got = append(got, line)
	}
	want := []string{
		"heading: A paper", "heading: [1.] First", "list item: [3.] Third paragraph of the paper.", "list item: It goes on.", "list item: [4.] Fourth paragraph of the paper.",
		"heading: A box (box)", "paragraph: Its words. (box)", "table row: A B (head)", "table row: 1 2", "list item: (a) printed", "paragraph: All bold (strong)",
	}
	if strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("blocks:\n%s\nwant:\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
	if p := d.Properties; p.Title != "A paper" || p.LandingPage != "https://www.gov.uk/paper" {
		t.Errorf("Properties = %+v", p)
	}
	for reason, words := range map[string]string{furniture: "Cookies on this site", "navigation": "First"} {
		if !strings.Contains(d.Omitted[reason], words) {
			t.Errorf("%q isn’t omitted as %s: %v", words, reason, d.Omitted)
		}
	}
	for _, words := range []string{"Menu", "Updated 1 May", "Related pages", "Crown copyright"} {
		all := ""
		for _, o := range d.Omitted {
			all += o
		}
		if !strings.Contains(all, words) {
			t.Errorf("%q is in no account: %v", words, d.Omitted)
		}
	}
}

// TestHeadingsCalledLikeFurniture keeps headings whose ids are made of their words.
func TestHeadingsCalledLikeFurniture(t *testing.T) {
	for _, page := range []string{
		`<main><div class="govspeak"><h2 id="earnings-related-payments">Earnings related payments</h2><p>Words about them.</p><p id="social-care">Social care, too.</p></div></main>`,
		`<h1>Paper</h1><h2 id="survey">Survey</h2><p>Words about it.</p>`,
	} {
		d, err := ReadPage([]byte(`<meta charset="utf-8">` + page))
		if err != nil {
			t.Fatal(err)
		}
		if len(d.Omitted) > 0 {
			t.Errorf("%s: omitted %v", page, d.Omitted)
		}
	}
}

// TestPageWithoutMain keeps the text of a page that marks no main part, and a list of
// notes that links to the text.
func TestPageWithoutMain(t *testing.T) {
	d, err := ReadPage([]byte(`<meta charset="utf-8"><div class="menu"><a href="/">Home</a></div><div class="related"><h1>Report</h1><p>1. The first paragraph has a note<a href="#fn1">1</a> and a good many words that make the page.</p>
<p>2. The second paragraph of this report has many words, too, so that the menu is the least of it.</p></div><ol class="notes"><li id="fn1">A note.</li></ol>`))
	if err != nil {
		t.Fatal(err)
	}
	if !strings.HasPrefix(d.Text, "Report\n1. The first paragraph has a note and") || !strings.HasSuffix(d.Text, "\nA note.") || strings.Contains(d.Text, "Home") {
		t.Errorf("Text = %q", d.Text)
	}
	if len(d.Marks) != 1 {
		t.Errorf("Marks = %v", d.Marks)
	}
}

// TestLandingPage passes on the address that a page gives, of whatever kind: package
// flow takes none but one of the web, and tells.
func TestLandingPage(t *testing.T) {
	for href, want := range map[string]string{"javascript:alert(1)": "javascript:alert(1)", "https://example.org/a": "https://example.org/a", "//example.org": "", "/a": ""} {
		d, err := ReadPage([]byte(`<meta charset="utf-8"><head><link rel="canonical" href="` + href + `"></head><p>Words`))
		if err != nil {
			t.Fatal(err)
		}
		if d.Properties.LandingPage != want {
			t.Errorf("%s: LandingPage = %q, want %q", href, d.Properties.LandingPage, want)
		}
	}
}
