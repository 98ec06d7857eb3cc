package thesaurus

import (
	"slices"
	"strings"
	"sync"
	"testing"

	"socsearch/index/thesaurus/vocabulary"
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

var corpus = sync.OnceValues(func() (*sources.Corpus, error) { return sources.Load(sources.Embedded()) })

func documents(t *testing.T) *vocabulary.Vocabulary {
	t.Helper()
	c, err := corpus()
	if err != nil {
		t.Fatal(err)
	}
	return vocabulary.Of(c.Passages)
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
		{"forgery", "counterfeit", Synonym},
		{"whore", "prostitution", Derivation},
		{"rapists", "rape", Derivation},
		{"laptop", "personal computers", Field},
		{"mountie", "police officer", Broader},
		{"infants", "baby", Synonym},
		{"embezzle", "steal", Broader},
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
		{"", 0},
	} {
		if got := th.Longest(strings.Fields(tt.words)); got != tt.want {
			t.Errorf("Longest(%q) = %d, want %d", tt.words, got, tt.want)
		}
	}
}

// TestTargetsOccur tells that nothing leads to words that the documents don't
// print, and that all lines can be read.
func TestTargetsOccur(t *testing.T) {
	th, docs := load(t), documents(t)
	occurs := map[string]bool{}
	for name, table := range map[string]table{"everyday": th.everyday, "spelling": th.spelling, "field": th.field} {
		for i := range table.lines {
			key, headword, rest := table.row(i)
			if Key(headword) != key || Headword(headword) != headword {
				t.Errorf("%s: headword %q stands under %q, want %q", name, headword, key, Key(headword))
			}
			for _, e := range parseExpansions(rest) {
				if e.Weight <= 0 || e.Weight > 1 || e.Relation == "" {
					t.Errorf("%s: %q has %+v", name, headword, e)
				}
				if _, known := occurs[e.To]; !known {
					occurs[e.To] = docs.Has(e.To)
				}
				if !occurs[e.To] {
					t.Errorf("%s: %q leads to %q, which the documents don't print", name, headword, e.To)
				}
			}
		}
	}
}

func TestHeadwordsAreNew(t *testing.T) {
	th, docs := load(t), documents(t)
	for i := range th.everyday.lines {
		if _, headword, _ := th.everyday.row(i); docs.Has(headword) {
			t.Errorf("everyday.tsv has %q, which the documents print", headword)
		}
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
