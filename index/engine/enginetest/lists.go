package enginetest

import (
	"context"
	"math"
	"slices"
	"testing"

	"socsearch/index/analysis"
	"socsearch/index/engine"
	"socsearch/index/match"
	"socsearch/index/plan"
	"socsearch/index/schema"
	"socsearch/index/words"
	"socsearch/sources"
	"socsearch/sources/document"
)

// Lists are the lists of an engine that has its own, over the passages of a corpus,
// numbered in their order.
type Lists struct {
	Source     engine.Source
	Vocabulary *words.Vocabulary
}

// tolerance is how far weights and scores may be apart, as a share: stores round
// lengths.
const tolerance = 1e-3

// RunLists holds the lists of an engine against the passages of a corpus.
func RunLists(t *testing.T, c *sources.Corpus, e Lists) {
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
}

// testLists compares every term of every field: its passages, what it counts in each,
// and where it stands.
func testLists(t *testing.T, memory *Memory, e Lists) {
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
			if diff := differ(want, got); diff != "" {
				t.Errorf("%s %q: %s", field, term, diff)
			}
			if n := e.Vocabulary.Frequency(field, term); n != len(want.Documents) {
				t.Errorf("%s %q: %d passages in the vocabulary, want %d", field, term, n, len(want.Documents))
			}
		}
	}
}

// differ says how a list differs from another.
func differ(want, got *engine.Postings) string {
	if len(got.Documents) != len(want.Documents) || len(got.Frequencies) != len(want.Documents) || len(got.Starts) != len(want.Documents)+1 {
		return "other numbers of documents, weights or places"
	}
	for i, d := range got.Documents {
		j, found := slices.BinarySearch(want.Documents, d)
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
func testWhole(t *testing.T, memory *Memory, e Lists) {
	for field, values := range memory.whole {
		for value, want := range values {
			got, err := e.Source.Documents(t.Context(), field, value)
			if err != nil {
				t.Fatal(err)
			}
			if !slices.Equal(got, want) {
				t.Errorf("%s %q: passages %v, want %v", field, value, got, want)
			}
		}
	}
}

// testNothing asks for what isn't there, and in a context that has ended: a list that
// can't be read is an error, never a shorter list.
func testNothing(t *testing.T, e Lists) {
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
func testPhrases(t *testing.T, passages []document.Passage, e Lists) {
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
		leaf := plan.Leaf{Alternatives: []plan.Alternative{{Terms: phrase, Exact: true, Weight: 1}}}
		got, err := lists.Count(t.Context(), []plan.Occurrence{{Fields: []string{schema.Text}, Leaf: leaf}})
		if err != nil || got[0] != want {
			t.Errorf("%q stands in %v passages, %v, want %d", phrase, got, err, want)
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
