package words

import (
	"slices"
	"strconv"
	"strings"
	"testing"

	"socsearch/index/analysis"
	"socsearch/index/schema"
)

// vocabularyOf returns the vocabulary of passages that are these texts and nothing
// else.
func vocabularyOf(t testing.TB, texts ...string) *Vocabulary {
	t.Helper()
	var tables []string
	for _, analyse := range []func(string) []analysis.Token{analysis.Prose, analysis.Exact} {
		passages := map[string]int{}
		for _, text := range texts {
			seen := map[string]bool{}
			for _, token := range analyse(text) {
				if !seen[token.Term] {
					seen[token.Term] = true
					passages[token.Term]++
				}
			}
		}
		var lines []string
		for term, n := range passages {
			row := slices.Repeat([]string{"0"}, len(schema.Searched))
			row[fieldNumbers[schema.Text]] = strconv.Itoa(n)
			lines = append(lines, term+"\t"+strings.Join(row, "\t"))
		}
		slices.Sort(lines)
		tables = append(tables, strings.Join(lines, "\n"))
	}
	v, err := ParseTerms(tables[0] + "\n\n" + tables[1])
	if err != nil {
		t.Fatal(err)
	}
	return v
}

// texts are as the strategy puts them; traffiking is a slip of the second.
var texts = []string{
	"The National Crime Agency leads the response to fraud and money laundering.",
	"People traffiking and drug trafficking harm communities.",
	"Drug trafficking finances corruption, and corruption erodes trust.",
	"Cyber crime and fraud are the most common crimes.",
}

func TestCorrect(t *testing.T) {
	s := newSpelling(vocabularyOf(t, texts...), []string{"traffiking"}, []string{"extortion"})
	for typed, want := range map[string]string{
		"coruption":     "corruption", // a letter left out
		"corrruption":   "corruption", // a letter doubled
		"corupption":    "corruption", // two slips in a long word
		"fruad":         "fraud",      // two that changed places
		"laundring":     "laundering",
		"Laundring":     "laundering",  // in any case
		"trafficing":    "trafficking", // never to the documents' own slip
		"extorsion":     "extortion",   // a word that leads to the documents' own
		"fraud":         "",            // printed
		"trout":         "",            // an English word, if not the documents'
		"frd":           "",            // too short to know
		"fxaxd":         "",            // two slips in a short word
		"qqqqqqqqqqqqq": "",
		"fr4ud":         "", // no word of letters
		"":              "",
	} {
		if got := s.Correct(typed); got != want {
			t.Errorf("Correct(%q) = %q, want %q", typed, got, want)
		}
	}
	if !s.IsSlip("traffiking") || s.IsSlip("trafficking") {
		t.Error("the documents' slip isn't known as one, or the right word is")
	}
}

// TestNearestOrder checks that the fewest slips come first, then what stands in more
// passages; another first letter counts for half a slip more.
func TestNearestOrder(t *testing.T) {
	v := vocabularyOf(t, "national", "rational", "rational", "nationals", "nationals", "ration")
	s := newSpelling(v, nil, nil)
	if got, want := s.Nearest("nationel", 9), []string{"national", "nationals"}; !slices.Equal(got[:2], want) {
		t.Errorf("Nearest(nationel) = %q, want %q first", got, want)
	}
	if got, want := s.Nearest("nationall", 1), []string{"nationals"}; !slices.Equal(got, want) {
		t.Errorf("Nearest(nationall) = %q, want %q: one slip as national, in more passages", got, want)
	}
}

func TestSplit(t *testing.T) {
	s := newSpelling(vocabularyOf(t, texts...), nil, nil)
	for typed, want := range map[string]string{
		"moneylaundering": "money laundering",
		"CyberCrime":      "cyber crime",
		"fraudxx":         "", // a part that isn't printed
		"fraud":           "",
		"":                "",
	} {
		head, tail, ok := s.Split(typed)
		if got := strings.TrimSpace(head + " " + tail); got != want || ok != (want != "") {
			t.Errorf("Split(%q) = %q, %v, want %q", typed, got, ok, want)
		}
	}
}

func BenchmarkNearest(b *testing.B) {
	var words []string
	for _, first := range "bcdfghlmnprstw" {
		for _, middle := range []string{"ation", "ender", "ailing", "uster", "ollect", "ifting", "ount", "etter"} {
			for _, last := range []string{"", "s", "ed", "ing", "ment", "er"} {
				words = append(words, string(first)+middle+last)
			}
		}
	}
	s := newSpelling(vocabularyOf(b, words...), nil, nil)
	for b.Loop() {
		s.Nearest("colectting", 1)
	}
}
