package snippet

import (
	"strings"
	"testing"
	"unicode/utf8"

	"socsearch/index/analysis"
	"socsearch/index/plan"
	"socsearch/sources/document"
)

// forms is a leaf for all forms of a word.
func forms(word string) plan.Leaf {
	return plan.Leaf{Alternatives: []plan.Alternative{{Terms: []string{analysis.Prose(word)[0].Term}, Weight: 1}}}
}

// typed is a leaf for words as they are written, side by side.
func typed(words ...string) plan.Leaf {
	return plan.Literal(plan.Alternative{Terms: words, Exact: true, Weight: 1})
}

// TestHTML marks what a plan looks for, and nothing else.
func TestHTML(t *testing.T) {
	for _, test := range []struct {
		name, text, want string
		plan             plan.Node
	}{
		{"all forms of a word", "Victims, and each victim’s rights", "<mark>Victims</mark>, and each <mark>victim’s</mark> rights", forms("victim")},
		{"a form as written", "Victims, and each victim", "Victims, and each <mark>victim</mark>", typed("victim")},
		{"a phrase where it stands, not its words elsewhere", "modern slavery; slavery in modern times", "<mark>modern slavery</mark>; slavery in modern times", typed("modern", "slavery")},
		{"a beginning", "firearms and fire", "<mark>firearms</mark> and fire", plan.Literal(plan.Alternative{Terms: []string{"firea"}, Exact: true, Prefix: true, Weight: 1})},
		{"words of a group", "drugs, cash and cars", "<mark>drugs</mark>, <mark>cash</mark> and cars", plan.Group{Nodes: []plan.Node{forms("drug"), forms("cash")}}},
		{"not what mustn't stand there", "drugs and cash", "<mark>drugs</mark> and cash", plan.Group{Nodes: []plan.Node{forms("drug"), plan.Negation{Node: forms("cash")}}}},
		{"escaped, within marks and without", `<b>R&D</b> drug & "cash"`, "&lt;b&gt;R&amp;D&lt;/b&gt; <mark>drug</mark> &amp; &#34;cash&#34;", forms("drug")},
		{"nothing", "fraud", "fraud", forms("drug")},
	} {
		if got := New(test.plan).HTML(test.text); got != test.want {
			t.Errorf("%s: %s, want %s", test.name, got, test.want)
		}
	}
}

// TestSnippet cuts out the part with most of the words, from the beginning of a sentence
// where one is near, at the ends of words.
func TestSnippet(t *testing.T) {
	filler := strings.Repeat("Nothing is said in this long sentence about it. ", 12)
	drugs := forms("drug")
	both := plan.Group{Nodes: []plan.Node{drugs, forms("cash")}}
	for _, test := range []struct {
		name, text    string
		plan          plan.Node
		begins, holds string
	}{
		{"a short text is whole", "They seized drugs.", drugs, "They seized", "<mark>drugs</mark>."},
		{"from the beginning of the sentence", filler + "They seized drugs there. " + filler, drugs, "… They seized <mark>drugs</mark> there.", ""},
		{"where more of the words are", "A drug. " + filler + "They seized drugs and cash. " + filler, both, "… They seized <mark>drugs</mark> and <mark>cash</mark>.", ""},
		{"without a word, from its beginning", filler + filler, drugs, "Nothing is said", ""},
		{"from a line's beginning", filler + "\nDrugs were seized " + filler, drugs, "… <mark>Drugs</mark> were", ""},
	} {
		got := New(test.plan).Snippet(&Entry{Passage: &document.Passage{Text: test.text}})
		if !strings.HasPrefix(got.HTML, test.begins) || !strings.Contains(got.HTML, test.holds) || got.Footnote != "" {
			t.Errorf("%s: %q, want it to begin with %q and hold %q", test.name, got.HTML, test.begins, test.holds)
		}
		plain := strings.NewReplacer("<mark>", "", "</mark>", "", "… ", "", " …", "").Replace(got.HTML)
		if n := utf8.RuneCountInString(plain); n > snippetLength || !strings.Contains(test.text, plain) {
			t.Errorf("%s: %d characters that aren't all of the text: %q", test.name, n, plain)
		}
		if rest := strings.TrimPrefix(test.text[strings.Index(test.text, plain)+len(plain):], "."); rest != "" && rest[0] != ' ' && rest[0] != '\n' {
			t.Errorf("%s: the cut is within a word: %q goes on with %q", test.name, plain, rest[:min(len(rest), 20)])
		}
	}
}

// TestFootnoteSnippet quotes a footnote where the text has none of the words, and says
// which.
func TestFootnoteSnippet(t *testing.T) {
	e := &Entry{Passage: &document.Passage{Text: "The police act.", Footnotes: []document.Footnote{{Number: "7", Text: "Of fraud."}, {Number: "8", Text: "See the Drugs Act."}}}}
	if got, want := New(forms("drug")).Snippet(e), (Snippet{"See the <mark>Drugs</mark> Act.", "8"}); got != want {
		t.Errorf("the snippet is %+v, want %+v", got, want)
	}
	if got, want := New(forms("police")).Snippet(e), (Snippet{HTML: "The <mark>police</mark> act."}); got != want {
		t.Errorf("the snippet is %+v, want %+v", got, want)
	}
	if got := strings.Join(New(plan.Group{Nodes: []plan.Node{forms("drug"), forms("police")}}).Words(e), " "); got != "police drugs" {
		t.Errorf("the marked words are %q, want police and drugs", got)
	}
}
