package thesaurus

import (
	"slices"
	"strings"
	"testing"

	"socsearch/index/analysis"
	"socsearch/sources"
)

func load(t testing.TB) *Thesaurus {
	t.Helper()
	th, err := Load()
	if err != nil {
		t.Fatal(err)
	}
	return th
}

// documents is the embedded documents' runs of words: of each text, table cell,
// footnote and heading, as the index compares words.
type documents []string

func readDocuments(t *testing.T) documents {
	t.Helper()
	c, err := sources.Load(sources.Embedded())
	if err != nil {
		t.Fatal(err)
	}
	var d documents
	for i := range c.Passages {
		p := &c.Passages[i]
		texts := append([]string{p.Text, p.Title}, p.Section...)
		for _, n := range p.Footnotes {
			texts = append(texts, n.Text)
		}
		if p.Table != nil {
			texts = append(texts, slices.Concat(p.Table.Columns, slices.Concat(p.Table.Rows...))...)
		}
		for _, text := range texts {
			d = append(d, run(text))
		}
	}
	return d
}

// run returns the main terms of words, a space on either side of each.
func run(words string) string {
	terms := " "
	for _, t := range analysis.Prose(words) {
		if t.Main {
			terms += t.Term + " "
		}
	}
	return terms
}

// print reports whether the documents print words one after the other, in any
// inflection.
func (d documents) print(words string) bool {
	want := run(words)
	return want != " " && slices.ContainsFunc(d, func(text string) bool { return strings.Contains(text, want) })
}

// TestExpand holds one wanted expansion of each word, chosen by judgment.
func TestExpand(t *testing.T) {
	th := load(t)
	for _, tt := range []struct {
		typed    string
		want     string
		relation Relation
	}{
		{"smuggler", "smuggle", Field},
		{"LSD", "drugs", Field},
		{"cellphones", "mobile phones", Field},
		{"Bribes", "bribery", Field},
		{"UWOs", "Unexplained Wealth Orders", Field},
		{"uwo", "Unexplained Wealth Orders", Field},
		{"people-smuggling", "organised immigration crime", Field},
		{"Brexit", "UK’s exit from the EU", Field},
		{"dark net", "Dark Web", Field},
		{"dirty money", "illicit finance", Field},
		{"illicit finance", "dirty money", Field},
		{"organized crime", "organised crime", Spelling},
		{"center’s", "centre", Spelling},
		{"programs", "programmes", Spelling},
		{"neighborhood police", "community policing", Field},
		{"web site", "website", Spelling},
		{"web-sites", "websites", Spelling},
		{"cybercrime", "cyber crime", Spelling},
		{"laptop", "personal computers", Field},
	} {
		got := th.Expand(tt.typed)
		i := slices.IndexFunc(got, func(e Expansion) bool { return Key(e.To) == Key(tt.want) })
		if i < 0 || got[i].Relation != tt.relation {
			t.Errorf("Expand(%q) = %v, want %q (%s) among them", tt.typed, got, tt.want, tt.relation)
		}
	}
}

// TestExpandNot holds words that share a stem or a spelling with an entry and
// have nothing to do with it.
func TestExpandNot(t *testing.T) {
	th := load(t)
	for typed, not := range map[string]string{
		"information": "intelligence",         // informers
		"organ":       "organisation",         // organization
		"detect":      "police officers",      // detectives
		"may":         "Prime Minister",       // Theresa May
		"post":        "freight",              // post-conflict
		"prisons":     "offenders in prisons", // prisoners
		"":            "",
	} {
		for _, e := range th.Expand(typed) {
			if Key(e.To) == Key(not) {
				t.Errorf("Expand(%q) leads to %q", typed, e.To)
			}
		}
	}
}

func TestExpandOrder(t *testing.T) {
	for _, typed := range []string{"scam", "jail", "illicit finance", "organized crime", "gangsters"} {
		got := load(t).Expand(typed)
		if !slices.IsSortedFunc(got, func(a, b Expansion) int { return int(100 * (b.Weight - a.Weight)) }) {
			t.Errorf("Expand(%q) = %v, want the best first", typed, got)
		}
		for i, e := range got {
			if e.Weight <= 0 || e.Weight > 1 || slices.ContainsFunc(got[:i], func(f Expansion) bool { return Key(f.To) == Key(e.To) }) {
				t.Errorf("Expand(%q) has %v: a weight out of bounds, or twice the same", typed, e)
			}
		}
	}
}

func TestLongest(t *testing.T) {
	th := load(t)
	for _, tt := range []struct {
		words string
		want  int
	}{
		{"dirty money in London", 2},
		{"people smuggling gangs", 2},
		{"people-smuggling gangs", 1}, // typed as one word
		{"gang mapping", 2},
		{"British FBI agents", 2},
		{"the British FBI", 0},
		{"scam", 1},
		{"web site", 2},
		{"center parcs", 1}, // a word spelled another way makes no phrase
		{"", 0},
	} {
		if got := th.Longest(strings.Fields(tt.words)); got != tt.want {
			t.Errorf("Longest(%q) = %d, want %d", tt.words, got, tt.want)
		}
	}
}

// TestTargetsOccur checks that nothing leads to words that the documents don't
// print, and that all lines can be read.
func TestTargetsOccur(t *testing.T) {
	th, docs := load(t), readDocuments(t)
	printed := map[string]bool{}
	check := func(headword, to string) {
		if _, known := printed[to]; !known {
			printed[to] = docs.print(to)
		}
		if !printed[to] {
			t.Errorf("%q leads to %q, which the documents don't print", headword, to)
		}
	}
	for i := range th.field.lines {
		key, headword, rest := th.field.row(i)
		if Key(headword) != key || Headword(headword) != headword {
			t.Errorf("headword %q stands under %q, want %q", headword, key, Key(headword))
		}
		for _, e := range parseExpansions(rest) {
			if e.Weight <= 0 || e.Weight > 1 {
				t.Errorf("%q has %+v", headword, e)
			}
			check(headword, e.To)
		}
	}
	for other, usual := range th.spelling {
		if Headword(other) != other || th.spelling[usual] != "" {
			t.Errorf("spelling %q is not as it is looked up, or leads on from %q", other, usual)
		}
		check(other, usual)
	}
}

func BenchmarkLoad(b *testing.B) {
	for b.Loop() {
		load(b)
	}
}

func BenchmarkExpand(b *testing.B) {
	th := load(b)
	for b.Loop() {
		th.Expand("organized", "crime")
	}
}

// TestLongestOfAll finds for every headword of several words that it is a phrase, with
// others behind it, and none where there is none.
func TestLongestOfAll(t *testing.T) {
	th, err := Load()
	if err != nil {
		t.Fatal(err)
	}
	phrases := 0
	for i := range th.field.lines {
		_, headword, _ := th.field.row(i)
		words := strings.Fields(headword)
		if len(words) < 2 || !th.hasEntry(words) {
			continue
		}
		phrases++
		if got := th.Longest(append(words, "zebra")); got < len(words) {
			t.Errorf("Longest(%q zebra) = %d, want %d", headword, got, len(words))
		}
	}
	if phrases < 100 {
		t.Errorf("%d phrases are looked up", phrases)
	}
	if got := th.Longest([]string{"zebra", "crossing"}); got != 0 {
		t.Errorf("Longest(zebra crossing) = %d", got)
	}
}
