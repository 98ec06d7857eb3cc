package index

import (
	"slices"
	"strings"
	"testing"

	"socsearch/index/engine"
	"socsearch/index/morphology"
	"socsearch/index/query"
	"socsearch/sources/document"
)

func ask(t *testing.T, x *Index, q string) *Results {
	t.Helper()
	r, err := x.Search(t.Context(), Request{Query: query.Parse(q), Page: 1, PerPage: 500})
	must(t, err)
	return r
}

// prints reports whether a passage prints a form of a word: in its text, its
// footnotes, or the headings above it.
func prints(p *document.Passage, word string) bool {
	texts := append([]string{p.Text, p.Title}, p.Section...)
	for _, n := range p.Footnotes {
		texts = append(texts, n.Text)
	}
	for _, w := range strings.FieldsFunc(strings.ToLower(strings.Join(texts, "\n")), func(r rune) bool { return r < 'a' || r > 'z' }) {
		if morphology.Inflected(w, word) {
			return true
		}
	}
	return false
}

func found(r *Results) []string {
	var ids []string
	for _, h := range r.Hits {
		ids = append(ids, strings.TrimPrefix(h.Passage.ID, "strategy/"))
	}
	slices.Sort(ids)
	return ids
}

// TestWordsOfOtherFamilies: words that only share a stem are none of the word's.
func TestWordsOfOtherFamilies(t *testing.T) {
	x := openTestIndex(t)
	for word, most := range map[string]int{"governance": 21, "nationality": 2, "integrity": 10, "successive": 1, "united": 4, "majority": 1} {
		r := ask(t, x, word)
		if word == "governance" && r.Total != most { // nine in the text, twelve more below the heading "Governance and oversight"
			t.Errorf("governance: %d passages, want %d", r.Total, most)
		}
		if r.Literal == 0 || r.Total > most {
			t.Errorf("%s: %d passages, %d of them print it; want some and %d at most", word, r.Total, r.Literal, most)
		}
		for i, h := range r.Hits {
			if got := prints(h.Passage, word); got != (h.Match == engine.MatchWords) || got != (i < r.Literal) {
				t.Errorf("%s: %s, number %d, is a match by %s; it prints the word: %v", word, h.Passage.ID, i+1, h.Match, got)
			}
		}
		for _, h := range r.Near {
			if h.Match != engine.MatchFamily || h.Because == "" || slices.Contains(found(r), strings.TrimPrefix(h.Passage.ID, "strategy/")) {
				t.Errorf("%s: near it is %s by %s because of %q", word, h.Passage.ID, h.Match, h.Because)
			}
		}
	}
	if got := found(ask(t, x, "nationality")); !slices.Equal(got, []string{"51", "95"}) {
		t.Errorf("nationality: %v", got)
	}
	r := ask(t, x, "terrorism")
	if len(r.Near) == 0 || !slices.Contains([]string{"terrorist", "terrorists"}, r.Near[0].Because) {
		t.Errorf("terrorism: near it is %v, want passages with terrorist", r.Near)
	}
}

// TestAbsentWords: of a word that no document has in any form it is said so.
func TestAbsentWords(t *testing.T) {
	x := openTestIndex(t)
	for _, word := range []string{"informal", "author", "intern", "publicity", "designated", "organism", "mayor", "metal", "stalking", "zero-day", "jail", "cybr"} {
		r := ask(t, x, word)
		want := "The strategy does not use the word “" + word + "”; nor does the roles page."
		if r.NotUsed != want || r.Literal != 0 {
			t.Errorf("%s: %d passages print it; the answer says %q", word, r.Literal, r.NotUsed)
		}
	}
	for _, q := range []string{"organized crime", "cybercrime", "children", "U.K.", "anti-corruption", "NCA", "50 per cent", "\"county lines\""} {
		if r := ask(t, x, q); r.NotUsed != "" || r.Literal == 0 {
			t.Errorf("%s: %d passages print it; the answer says %q", q, r.Literal, r.NotUsed)
		}
	}
	if r := ask(t, x, "informal governance"); r.Literal != 0 || !strings.Contains(r.NotUsed, "informal") {
		t.Errorf("informal governance: %d print both; the answer says %q", r.Literal, r.NotUsed)
	}
}

// TestSameAnswer holds pairs of queries that mean the same.
func TestSameAnswer(t *testing.T) {
	x := openTestIndex(t)
	for _, pair := range [][2]string{
		{"child", "children"}, {"build", "built"}, {"lead", "led"}, {"child abuse", "children abuse"}, {"find", "finds"}, {"crisis", "crises"},
		{"U.K.", "UK"}, {"u.k.", "uk"}, {"N.C.A.", "NCA"}, {"n.c.a", "nca"}, {"50%", "50 per cent"}, {"50%", "50 percent"}, {"20 %", "20%"},
		{"PREVENT CRIME", "prevent crime"}, {"PROTECT VICTIMS", "protect victims"}, {"PREVENT", "prevent"},
		{`"money drugs" ~8`, `"money drugs"~8`}, {"organ\u00adised", "organised"}, {"NCA`s", "NCA’s"}, {"anti-corr*", "anti-corruption"},
	} {
		a, b := found(ask(t, x, pair[0])), found(ask(t, x, pair[1]))
		if len(a) == 0 || !slices.Equal(a, b) {
			t.Errorf("%q finds %v, %q %v", pair[0], a, pair[1], b)
		}
	}
}

// TestOrNot: OR is a union, whatever stands on its sides.
func TestOrNot(t *testing.T) {
	x := openTestIndex(t)
	all := x.Manifest.Passages
	for _, pair := range [][2]string{{"cyber", "borders"}, {"drugs", "firearms"}, {"fraud", "hedgehog"}} {
		count := func(q string) int {
			r, err := x.Search(t.Context(), Request{Query: query.Parse(q), Plain: true})
			must(t, err)
			return r.Total
		}
		a, b := pair[0], pair[1]
		want := all - count(b) + count(a+" AND "+b)
		for _, q := range []string{a + " OR NOT " + b, "NOT " + b + " OR " + a, "(" + a + " OR -" + b + ")"} {
			if got := count(q); got != want {
				t.Errorf("%s finds %d, want %d", q, got, want)
			}
		}
	}
}

// TestPhraseHints: a phrase is taken as it is written, and what it misses is said.
func TestPhraseHints(t *testing.T) {
	x := openTestIndex(t)
	for _, test := range []struct{ query, note, suggestion string }{
		{`"organized crime"`, "“organised crime” stands in", `"organised crime"`},
		{`"county line"`, "in another form", "county line"},
		{`"law enforcement agency"`, "more passage", ""},
		{`"county lines"`, "", ""},
	} {
		r := ask(t, x, test.query)
		if got := strings.Join(r.Notes, " "); !strings.Contains(got, test.note) || (test.note == "") != (got == "") || r.Suggestion != test.suggestion {
			t.Errorf("%s: notes %q, suggestion %q", test.query, got, r.Suggestion)
		}
	}
}

// TestFootnoteNumbers: words that were copied with the number of a footnote find
// their passage, or a hint at it.
func TestFootnoteNumbers(t *testing.T) {
	x := openTestIndex(t)
	passages, err := x.Passages("strategy", 0, 1000)
	must(t, err)
	notes, hinted := 0, 0
	for _, p := range passages {
		text := []rune(p.Text)
		for _, n := range p.Footnotes {
			before, after := strings.Fields(string(text[:n.At])), strings.Fields(string(text[n.At:]))
			if len(before) < 4 {
				continue
			}
			notes++
			copied := strings.Join(before[len(before)-4:], " ") + n.Number + " " + strings.Join(after[:min(3, len(after))], " ")
			if strings.ContainsAny(copied, "“”\"") {
				notes--
				continue
			}
			r := ask(t, x, `"`+copied+`"`)
			if r.Total > 0 || r.Suggestion != "" && ask(t, x, r.Suggestion).Total > 0 {
				hinted++
			} else {
				t.Logf("%s, note %s: %q", p.ID, n.Number, copied)
			}
		}
	}
	t.Logf("words with the number of a footnote: %d; found or hinted at: %d", notes, hinted)
	if hinted < notes*9/10 {
		t.Errorf("%d of %d", hinted, notes)
	}
}

// TestQueryLanguage holds single cases of the language.
func TestQueryLanguage(t *testing.T) {
	x := openTestIndex(t)
	for _, test := range []struct {
		query string
		total int
		note  string // a part of one
	}{
		{"£", 0, ""},
		{"50%", 2, ""},
		{"20 %", 1, ""},
		{"xyz*", 0, "begins with “xyz”"},
		{`"money drugs" ~8`, 1, ""},
	} {
		r := ask(t, x, test.query)
		if r.Total != test.total || !strings.Contains(strings.Join(r.Notes, " "), test.note) {
			t.Errorf("%s: %d passages, notes %q; want %d and %q", test.query, r.Total, r.Notes, test.total, test.note)
		}
	}
	if got := found(ask(t, x, "50%")); !slices.Equal(got, []string{"21", "75"}) {
		t.Errorf("50%%: %v", got)
	}
	if r, err := x.Search(t.Context(), Request{Query: query.Parse("43"), Places: []string{"strategy/43"}, PlacesFirst: true, Page: 1, PerPage: 20}); err != nil || r.Total != 5 || r.Hits[0].Passage.ID != "strategy/43" {
		t.Errorf("43: %v, %v", r, err)
	}
}

// TestCompletions: phrases, names by their initials, and nothing that finds nothing.
func TestCompletions(t *testing.T) {
	x := openTestIndex(t)
	for text, want := range map[string]string{
		"county": "county lines", "home sec": "Home Secretary", "uw": "Unexplained Wealth Orders", "money l": "money laundering",
	} {
		list, err := x.Suggest(t.Context(), text)
		must(t, err)
		if len(list) == 0 || !strings.EqualFold(list[0].Text, want) {
			t.Errorf("Suggest(%q) = %v, want %s first", text, list, want)
		}
	}
	for _, text := range []string{"co", "cri", "home s", "law en", "un", "attorney general's", "serious and", "zz", "fraud xx"} {
		list, err := x.Suggest(t.Context(), text)
		must(t, err)
		for _, s := range list {
			if r := askFirst(t, x, s.Text); s.Kind == SuggestWord && r.Literal == 0 {
				t.Errorf("Suggest(%q) has %q, which finds nothing", text, s.Text)
			}
		}
	}
}
