package enginetest

import (
	"context"
	"maps"
	"math"
	"slices"
	"strings"
	"testing"

	"socsearch/index/analysis"
	"socsearch/index/engine"
	"socsearch/index/match"
	"socsearch/index/plan"
	"socsearch/index/query"
	"socsearch/index/schema"
	"socsearch/index/words"
	"socsearch/sources"
	"socsearch/sources/document"
)

// Engine is an engine over the passages of a corpus.
type Engine struct {
	Source     engine.Source
	Vocabulary *words.Vocabulary
	// Place returns where the passage with a document number stands in the corpus.
	Place func(number uint32) int
}

// tolerance is how far weights and scores may be apart, as a share: stores round
// lengths.
const tolerance = 1e-3

// Run holds an engine against the passages of a corpus.
func Run(t *testing.T, c *sources.Corpus, e Engine) {
	memory, err := NewMemory(c.Passages)
	if err != nil {
		t.Fatal(err)
	}
	if got := e.Source.Size(); got != len(c.Passages) {
		t.Fatalf("Size() = %d of %d passages", got, len(c.Passages))
	}
	t.Run("lists", func(t *testing.T) { testLists(t, memory, e) })
	t.Run("whole values", func(t *testing.T) { testWhole(t, memory, e) })
	t.Run("nothing", func(t *testing.T) { testNothing(t, e) })
	t.Run("phrases", func(t *testing.T) { testPhrases(t, c.Passages, e) })
	t.Run("queries", func(t *testing.T) { testQueries(t, c, memory, e) })
}

// testLists compares every term of every field: its passages, what it counts in each,
// and where it stands.
func testLists(t *testing.T, memory *Memory, e Engine) {
	for field, terms := range memory.texts {
		for term := range terms {
			want, _ := memory.List(t.Context(), field, term, true)
			got, err := e.Source.List(t.Context(), field, term, true)
			if err != nil {
				t.Fatalf("%s %q: %v", field, term, err)
			}
			if !slices.IsSorted(got.Documents) {
				t.Errorf("%s %q: documents aren't in ascending order", field, term)
			}
			if diff := differ(want, got, e.Place); diff != "" {
				t.Errorf("%s %q: %s", field, term, diff)
			}
			if n := e.Vocabulary.Frequency(field, term); n != len(want.Documents) {
				t.Errorf("%s %q: %d passages in the vocabulary, want %d", field, term, n, len(want.Documents))
			}
		}
	}
}

// differ says how a list differs from another whose numbers are places.
func differ(want, got *engine.Postings, place func(uint32) int) string {
	if len(got.Documents) != len(want.Documents) || len(got.Frequencies) != len(want.Documents) || len(got.Starts) != len(want.Documents)+1 {
		return "other numbers of documents, weights or places"
	}
	for i, d := range got.Documents {
		j, found := slices.BinarySearch(want.Documents, uint32(place(d)))
		switch {
		case !found:
			return "a passage that hasn't the term"
		case !near(got.Frequencies[i], want.Frequencies[j]):
			return "another weight"
		case !slices.Equal(slices.Compact(slices.Clone(got.At(i))), slices.Compact(slices.Clone(want.At(j)))):
			return "other places"
		}
	}
	return ""
}

func near(a, b float32) bool {
	return math.Abs(float64(a-b)) <= tolerance*math.Max(math.Abs(float64(a)), math.Abs(float64(b)))
}

// testWhole compares every value of every field that is looked up whole.
func testWhole(t *testing.T, memory *Memory, e Engine) {
	for field, values := range memory.whole {
		for value, want := range values {
			got, err := e.Source.Documents(t.Context(), field, value)
			if err != nil {
				t.Fatal(err)
			}
			if !slices.Equal(places(got, e.Place), places(want, identity)) {
				t.Errorf("%s %q: passages %v, want %v", field, value, places(got, e.Place), want)
			}
		}
	}
}

func identity(number uint32) int { return int(number) }

func places(numbers []uint32, place func(uint32) int) []int {
	list := make([]int, len(numbers))
	for i, n := range numbers {
		list[i] = place(n)
	}
	slices.Sort(list)
	return list
}

// testNothing asks for what isn't there, and in a context that has ended: a list that
// can't be read is an error, never a shorter list.
func testNothing(t *testing.T, e Engine) {
	l, err := e.Source.List(t.Context(), schema.Text, "xyzzy", true)
	if err != nil || len(l.Documents) > 0 {
		t.Errorf("a term that isn't there has %v, %v", l, err)
	}
	ended, end := context.WithCancel(t.Context())
	end()
	if l, err := e.Source.List(ended, schema.Text, "crime", true); err == nil {
		t.Errorf("a context that has ended: %d documents and no error", len(l.Documents))
	}
}

// testPhrases looks for words that stand side by side in the passages, and finds them
// where reading the texts one by one does.
func testPhrases(t *testing.T, passages []document.Passage, e Engine) {
	forms := make([][]string, len(passages))
	for i := range passages {
		for _, token := range analysis.Exact(passages[i].Text) {
			forms[i] = append(forms[i], token.Term)
		}
	}
	lists := match.NewLists(e.Source, func() *words.Vocabulary { return e.Vocabulary })
	const step = 7 // passages between those that phrases are taken from
	for i := 0; i < len(passages); i += step {
		if len(forms[i]) < 3 {
			continue
		}
		at := len(forms[i]) / 2
		phrase := forms[i][at-1 : at+2]
		want := 0
		for _, f := range forms {
			if has(f, phrase) {
				want++
			}
		}
		got, err := lists.Count(t.Context(), []string{schema.Text}, plan.Leaf{Alternatives: []plan.Alternative{{Terms: phrase, Exact: true, Weight: 1}}})
		if err != nil || got != want {
			t.Errorf("%q stands in %d passages, %v, want %d", phrase, got, err, want)
		}
	}
}

func has(forms, phrase []string) bool {
	for i := 0; i+len(phrase) <= len(forms); i++ {
		if slices.Equal(forms[i:i+len(phrase)], phrase) {
			return true
		}
	}
	return false
}

// testQueries plans queries over an engine and over memory: the same passages, with
// the same scores.
func testQueries(t *testing.T, c *sources.Corpus, memory *Memory, e Engine) {
	vocabulary, err := memory.Vocabulary()
	if err != nil {
		t.Fatal(err)
	}
	over := Engine{memory, vocabulary, identity}
	theirs, ours := newSearcher(c, over), newSearcher(c, e)
	for _, q := range queries(c) {
		want, got := theirs.search(t, q), ours.search(t, q)
		if !slices.Equal(slices.Sorted(maps.Keys(got)), slices.Sorted(maps.Keys(want))) {
			t.Errorf("%q finds %d passages, want %d, or others", q, len(got), len(want))
			continue
		}
		for place, score := range want {
			if !near(got[place], score) {
				t.Errorf("%q: passage %d has the score %g, want %g", q, place, got[place], score)
				break
			}
		}
	}
}

// searcher plans and matches over an engine.
type searcher struct {
	engine     Engine
	lists      *match.Lists
	collection *plan.Collection
}

func newSearcher(c *sources.Corpus, e Engine) *searcher {
	vocabulary := func() *words.Vocabulary { return e.Vocabulary }
	lexicon := words.NewLexicon(c.Definitions, c.Gazetteer.Organisations, e.Vocabulary, nil)
	lists := match.NewLists(e.Source, vocabulary)
	return &searcher{e, lists, plan.NewCollection(vocabulary, func() *words.Lexicon { return lexicon }, lists.Count)}
}

// search returns what a query finds: scores by the passages' places.
func (s *searcher) search(t *testing.T, text string) map[int]float32 {
	t.Helper()
	p := s.collection.Planner(t.Context(), false, false)
	node := p.Plan(query.Parse(text).Root)
	if err := p.Err(); err != nil {
		t.Fatalf("%q: %v", text, err)
	}
	m := &match.Matcher{Ctx: t.Context(), Lists: s.lists, Fields: schema.Searched}
	hits, err := m.Ranked(node, node)
	if err != nil {
		t.Fatalf("%q: %v", text, err)
	}
	found := map[int]float32{}
	for i, d := range hits.Documents {
		found[s.engine.Place(d)] = hits.Scores[i]
	}
	return found
}

// queries are of every kind that can be asked: at least 400, from the texts.
func queries(c *sources.Corpus) []string {
	list := []string{"it", "the", "£3.6 million", "2018-19", "crim*", "non-exist*", "human traficking", "organized crime"}
	for _, d := range c.Definitions {
		list = append(list, d.Abbreviation, d.Name)
	}
	const step = 5 // passages between those that queries are taken from
	for i := 0; i < len(c.Passages); i += step {
		w := strings.FieldsFunc(c.Passages[i].Text, func(r rune) bool { return strings.ContainsRune(" \n•“”\"()[]:*", r) })
		if len(w) < 8 {
			continue
		}
		a, b, d := w[len(w)/3], w[len(w)/2], w[len(w)-2]
		list = append(list, a, a+" "+b, `"`+strings.Join(w[2:5], " ")+`"`, a+" OR "+d, b+" AND "+d, a+" -"+d,
			`"`+a+" "+b+`"~8`, "heading:"+a, "footnote:"+b, "what is said of "+strings.Join(w[1:6], " ")+"?")
	}
	return list
}
