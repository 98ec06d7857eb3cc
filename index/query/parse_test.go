package query

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestParse(t *testing.T) {
	tests := []struct {
		text  string
		want  string // the tree, in Go's own notation
		notes int
	}{
		{"", "<nil>", 0},
		{"   ", "<nil>", 0},
		{"?! ... --", "<nil>", 1},
		{"county lines", "Words{county lines}", 0},
		{"“county lines” drugs", `Words{"county lines" drugs}`, 0},
		{`"lines drugs"~5`, `"lines drugs"~5`, 0},
		{"scam OR fraud", "Or{scam fraud}", 0},
		{"scam or fraud", "Words{scam or fraud}", 0},
		{"drugs AND firearms OR guns", "Or{And{drugs firearms} guns}", 0},
		{"(scam OR fraud) -victims", "Words{Or{scam fraud} Not{victims}}", 0},
		{"NOT NOT a", "a", 0},
		{"traffick*", "traffick*", 0},
		{"a* b**", "Words{a* b*}", 0},
		{"tr*ing", "tring", 1},
		{"organi?ed", "organi?ed", 1},
		{"why?then", "why?then", 1},
		{"is it so?", "Words{is it so}", 0},
		{"fraud –cyber", "Words{fraud Not{cyber}}", 0},
		{"fraud −cyber", "Words{fraud Not{cyber}}", 0},
		{"fraud —“dark web”", `Words{fraud Not{"dark web"}}`, 0},
		{"fraud – cyber", "Words{fraud cyber}", 0},
		{"fraud - cyber", "Words{fraud cyber}", 0},
		{"2016–20", "2016–20", 0},
		{"footnote:Europol", "footnote:Europol", 0},
		{"Heading:(cyber crime)", "heading:Words{cyber crime}", 0},
		{"heading:-fraud", "Not{heading:fraud}", 0},
		{"para:79-82", "para:79-82", 0},
		{"https://www.gov.uk/x", "https://www.gov.uk/x", 0},
		{"anti-corruption", "anti-corruption", 0},
		{"£3.6 million?", "Words{£3.6 million}", 0},
		{"34%", "34%", 0},
		{"who runs Action Fraud?", "Words{who runs Action Fraud}", 0},
		{"NCA’s", "NCA’s", 0},
		{`"open`, "open", 1},
		{"(open", "open", 1},
		{"close)", "close", 1},
		{"footnote:", "footnote", 1},
		{"OR a OR", "a", 1},
		{"a AND", "a", 1},
		{"a AND OR b", "Or{a b}", 1},
		{"cyber OR NOT borders", "Or{cyber Not{borders}}", 0},
		{"NOT a OR NOT b", "Or{Not{a} Not{b}}", 0},
		{`"money drugs" ~8`, `"money drugs"~8`, 0},
		{`"money drugs" ~ 8 x`, `Words{"money drugs"~8 x}`, 0},
		{"“money drugs” ~8", `"money drugs"~8`, 0},
		{`"money drugs"~`, `"money drugs"`, 1},
		{"fraud~2", "fraud~2", 1},
		{`"a b"~500`, `"a b"~100`, 1},
		{`"county lin*"`, `"county lin*"`, 1},
		{"*fraud", "fraud", 1},
		{"anti-corr*", "anti-corr*", 0},
		{"20 %", "20%", 0},
		{"20\u00a0% of", "Words{20% of}", 0},
		{"50 per cent", "50%", 0},
		{"over 3.5 Percent of", "Words{over 3.5% of}", 0},
		{"per cent", "Words{per cent}", 0},
		{"organ\u00adised", "organised", 1},
		{"fra\u200bud\ufeff", "fraud", 1},
		{"U.K.", "U.K", 0},
		{"O'Brien", "O'Brien", 0},
		{"£", "<nil>", 1},
		{`""`, "<nil>", 1},
		{"-", "<nil>", 1},
		{"NOT", "not", 0},
		{"AND OR", "Words{and or}", 0},
		{"drugs,firearms", "Words{drugs firearms}", 0},
		{"nca:fraud", "Words{nca fraud}", 0},
		{"fraud/corruption", "Words{fraud corruption}", 0},
		{"2018/19", "2018/19", 0},
		{"para:(79 OR 80)", "Or{para:79 para:80}", 0},
		{"para:abc", "abc", 1},
		{"$para:79", "para:79", 0},
		{"pa*ra:79", "para:79", 1},
		{"para:(79 para:(80 81))", "Or{para:79 para:80 para:81}", 0},
		{"para:4.12", "para:4.12", 0},
		{"para:A1.1", "para:A1.1", 0},
	}
	for _, test := range tests {
		q := Parse(test.text)
		if got := notation(q.Root); got != test.want {
			t.Errorf("Parse(%q) = %s, want %s", test.text, got, test.want)
		}
		if len(q.Notes) != test.notes {
			t.Errorf("Parse(%q) notes %q, want %d of them", test.text, q.Notes, test.notes)
		}
	}
}

// notation writes a tree so that its kinds of node can be told apart.
func notation(n Node) string {
	list := func(name string, nodes []Node) string {
		var parts []string
		for _, n := range nodes {
			parts = append(parts, notation(n))
		}
		return name + "{" + strings.Join(parts, " ") + "}"
	}
	switch n := n.(type) {
	case nil:
		return "<nil>"
	case Words:
		return list("Words", n.Nodes)
	case And:
		return list("And", n.Nodes)
	case Or:
		return list("Or", n.Nodes)
	case Not:
		return list("Not", []Node{n.Node})
	case Field:
		return n.Name + ":" + notation(n.Node)
	}
	return n.String()
}

func TestLimits(t *testing.T) {
	tests := []struct{ name, text, note string }{
		{"length", strings.Repeat("a", MaxLength+1), "characters"},
		{"terms", strings.Repeat("a ", MaxTerms+1), "words"},
		{"depth", strings.Repeat("(", MaxDepth+5) + "a" + strings.Repeat(")", MaxDepth+5), "nested"},
		{"not depth", strings.Repeat("-", MaxDepth*2) + "a", "nested"},
	}
	for _, test := range tests {
		q := Parse(test.text)
		if len(q.Notes) == 0 || !strings.Contains(fmt.Sprint(q.Notes), test.note) {
			t.Errorf("%s: notes %q don't speak of %s", test.name, q.Notes, test.note)
		}
	}
}

// FuzzParse checks that every text parses, and that what is printed parses to
// the same tree again.
func FuzzParse(f *testing.F) {
	for _, s := range []string{
		`county lines`, `"whole-system approach"`, `(a OR b) -c AND d*`, `heading:"x y"~3 para:79-82`, `-(a b)`, `footnote:(a OR -b)`, `"`, `((`, `- -`,
		"pAr*A:0", "pArA:(0 pArA:(0 0", "$pArA:0",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		q := Parse(text)
		again := Parse(q.String())
		if len([]rune(q.String())) > MaxLength || strings.Contains(fmt.Sprint(q.Notes), "nested") {
			return // the brackets that make it plain took it over a limit
		}
		if diff := cmp.Diff(notation(q.Root), notation(again.Root)); diff != "" {
			t.Errorf("%q prints as %q, which parses to another tree (-first +again):\n%s", text, q.String(), diff)
		}
	})
}
