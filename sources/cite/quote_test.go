package cite

import (
	"strings"
	"testing"

	"socsearch/sources/document"
)

// flagItUp is paragraph 73, which has quotation marks of its own and footnote 42.
const flagItUp = "The Home Office will expand the ‘Flag It Up’ campaign to increase awareness within the accountancy and legal sectors of money laundering. The 2016/17 campaign demonstrated that accountants and lawyers who recognised ‘Flag It Up’ were twice as likely to submit a SAR, compared to those professionals who did not have knowledge of the campaign. We will also expand the campaign to encourage increased compliance amongst professionals in the property sector."

func TestQuote(t *testing.T) {
	double := strings.NewReplacer("‘", "“", "’", "”").Replace(flagItUp)
	open := strings.TrimSuffix(flagItUp, ".")
	w := work(t, "strategy/73")
	tests := []struct {
		name    string
		options QuoteOptions
		want    string
	}{
		{"OSCOLA: single outside, double inside; the note after the full stop", QuoteOptions{},
			"‘" + double + "’ HM Government, Serious and Organised Crime Strategy (Cm 9718, 2018) para 73 (footnote omitted)."},
		{"a bibliography's style gives way to the footnote's", QuoteOptions{Style: StyleOSCOLABibliography},
			"‘" + double + "’ HM Government, Serious and Organised Crime Strategy (Cm 9718, 2018) para 73 (footnote omitted)."},
		{"Harvard: the full stop after the brackets", QuoteOptions{Style: StyleHarvard},
			"‘" + strings.TrimSuffix(double, ".") + "’ (HM Government, 2018, para. 73)."},
		{"APA: double outside", QuoteOptions{Style: StyleAPA}, "“" + open + "” (HM Government, 2018, para. 73)."},
		{"Chicago", QuoteOptions{Style: StyleChicago},
			"“" + flagItUp + "” HM Government, Serious and Organised Crime Strategy, Cm 9718 (Home Office, 2018), para. 73, " + strategyURL + "."},
		{"plain", QuoteOptions{Style: StylePlain}, "“" + open + "” (Serious and Organised Crime Strategy 2018, para 73, p 30)."},
	}
	for _, test := range tests {
		if got := Quote(w, test.options).Text; got != test.want {
			t.Errorf("%s:\n got %s\nwant %s", test.name, got, test.want)
		}
	}
}

func TestQuoteFootnotes(t *testing.T) {
	note := footnoteText(work(t, "strategy/73").Pins[0].Passage, "42")
	got := Quote(work(t, "strategy/73"), QuoteOptions{Footnotes: true})
	if want := "the “Flag It Up”⁴² campaign"; !strings.Contains(got.Text, want) {
		t.Errorf("Quote = %q, want it to have %q", got.Text, want)
	}
	if want := "para 73.\n\n42 " + note; !strings.HasSuffix(got.Text, want) {
		t.Errorf("Quote = %q, want it to end in %q", got.Text, want)
	}
	if want := "“Flag It Up”<sup>42</sup> campaign"; !strings.Contains(got.HTML, want) {
		t.Errorf("Quote HTML = %q, want it to have %q", got.HTML, want)
	}
	footnote := Quote(work(t, "strategy/73#42"), QuoteOptions{})
	if want := "’ HM Government, Serious and Organised Crime Strategy (Cm 9718, 2018) para 73, fn 42."; !strings.HasSuffix(footnote.Text, want) {
		t.Errorf("Quote of footnote 42 = %q, want it to end in %q", footnote.Text, want)
	}
}

// TestVerbatim checks of every passage that its block quotation is its text to the
// letter, and its quotation but for quotation marks and the full stop.
func TestVerbatim(t *testing.T) {
	c, err := corpus()
	if err != nil {
		t.Fatal(err)
	}
	marks := strings.NewReplacer("‘", "", "’", "", "“", "", "”", "")
	for i := range c.Passages {
		p := &c.Passages[i]
		w := work(t, p.ID)
		for _, s := range Styles {
			if got := BlockQuote(w, QuoteOptions{Style: s}).Text; !strings.HasPrefix(got, p.Text+"\n\n") {
				t.Errorf("BlockQuote(%s, %s) = %q, want it to begin with the text", p.ID, s, got)
			}
			got, want := marks.Replace(Quote(w, QuoteOptions{Style: s}).Text), marks.Replace(strings.TrimSuffix(p.Text, "."))
			if !strings.HasPrefix(got, want) {
				t.Errorf("Quote(%s, %s) = %q, want it to begin with the text", p.ID, s, got)
			}
		}
	}
}

func TestSeveralPassages(t *testing.T) {
	follow := BlockQuote(work(t, "strategy/79", "strategy/80"), QuoteOptions{}).Text
	if strings.Contains(follow, omission) {
		t.Error("BlockQuote(79, 80) marks an omission where there is none")
	}
	apart := BlockQuote(work(t, "strategy/79", "strategy/81"), QuoteOptions{}).Text
	if !strings.Contains(apart, "\n\n[…]\n\n") {
		t.Error("BlockQuote(79, 81) doesn't mark the omission of 80")
	}
	quote := Quote(work(t, "strategy/79", "strategy/80"), QuoteOptions{}).Text
	if n := strings.Count(quote, "‘"); n != 2 {
		t.Errorf("Quote(79, 80) has %d opening marks, want one for each paragraph", n)
	}
}

var one, _ = document.ParseNumber("1")

func TestBlockQuoteHTML(t *testing.T) {
	w := Work{&document.Manifest{Title: "T & U", Series: "Cm 1", Published: "2018"}, Passages(
		&document.Passage{Kind: document.KindParagraph, Number: "1", Place: document.Place{Scheme: document.SchemeParagraph, Number: one}, Text: "We will:\n• do <a>\n• do b\nThen c.",
			Footnotes: []document.Footnote{{Number: "11", Text: "N & M.", At: 7}, {Number: "12", Text: "O.", At: 7}}})}
	want := "<blockquote><p>We will<sup>11</sup> <sup>12</sup>:</p><ul><li>do &lt;a&gt;</li><li>do b</li></ul><p>Then c.</p></blockquote>" +
		"<p><i>T &amp; U</i> (Cm 1, 2018) para 1.</p><p><sup>11</sup> N &amp; M.</p><p><sup>12</sup> O.</p>"
	if got := BlockQuote(w, QuoteOptions{Footnotes: true}).HTML; got != want {
		t.Errorf("BlockQuote HTML =\n%s\nwant\n%s", got, want)
	}
}

func TestMarkdown(t *testing.T) {
	w := Work{&document.Manifest{Title: "T*U", Series: "Cm 1", Published: "2018"}, Passages(
		&document.Passage{Kind: document.KindParagraph, Number: "1", Place: document.Place{Scheme: document.SchemeParagraph, Number: one}, Text: "We will [soon]:\n• do <a>\n• do b\n1. Then c.",
			Footnotes: []document.Footnote{{Number: "11", Text: "N_M.", At: 7}}})}
	want := `> We will[^11] \[soon\]:
>
> - do \<a\>
> - do b
>
> 1\. Then c.
>
> — [*T\*U* (Cm 1, 2018) para 1.](<https://example.org/x/1>)

[^11]: N\_M.
`
	if got := Markdown(w, QuoteOptions{Footnotes: true, Link: "https://example.org/x/1"}); got != want {
		t.Errorf("Markdown =\n%s\nwant\n%s", got, want)
	}
}

func TestExchangeMarks(t *testing.T) {
	tests := []struct{ text, want string }{
		{"the ‘4Ps’, the government’s", "the “4Ps”, the government’s"},
		{"a ‘child’s house’ model", "a “child’s house” model"},
		{"victims’ and no ‘end", "victims’ and no ‘end"},
		{"‘a’ ‘b’", "“a” “b”"},
	}
	for _, test := range tests {
		if got := exchangeMarks(test.text, '‘', '’', '“', '”'); got != test.want {
			t.Errorf("exchangeMarks(%q) = %q, want %q", test.text, got, test.want)
		}
	}
}
