package enginetest

import (
	"context"
	"fmt"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"socsearch/index/engine"
	"socsearch/index/plan"
	"socsearch/index/query"
	"socsearch/index/snippet"
	"socsearch/index/words"
	"socsearch/sources"
)

// Engine is an engine over the passages of a corpus, with the terms that it knows.
type Engine struct {
	engine.Engine
	Vocabulary *words.Vocabulary
	// Approximate says that the best of many hits may be others than by [Fake]: only
	// totals and facets are compared.
	Approximate bool
}

// Run holds an engine against a [Fake] of the same corpus.
func Run(t *testing.T, c *sources.Corpus, e Engine) {
	fake, err := NewFake(c)
	if err != nil {
		t.Fatal(err)
	}
	t.Run("passages", func(t *testing.T) { testPassages(t, c, e) })
	t.Run("order", func(t *testing.T) { testOrder(t, fake, e) })
	t.Run("ended", func(t *testing.T) { testEnded(t, e) })
	t.Run("queries", func(t *testing.T) {
		theirs, ours := newSearcher(c, Engine{Engine: fake, Vocabulary: fake.Vocabulary}), newSearcher(c, e)
		for i, q := range Cases(c) {
			want, got := theirs.search(t, q), ours.search(t, q)
			if e.Approximate {
				want, got = want.counted(), got.counted()
			}
			if diff := cmp.Diff(want, got, sameScores, cmpopts.EquateEmpty()); diff != "" {
				t.Errorf("case %d, %s (-want +got):\n%s", i, q, diff)
			}
		}
	})
}

// sameScores compares scores as far as stores keep what they are made of.
var sameScores = cmp.Comparer(near)

// testPassages reads every passage by its id and place.
func testPassages(t *testing.T, c *sources.Corpus, e Engine) {
	ids := map[string][]string{}
	for i := range c.Passages {
		p := &c.Passages[i]
		ids[p.Document] = append(ids[p.Document], p.ID)
		place, ok, err := e.Place(t.Context(), p.ID)
		if err != nil || !ok || place != i {
			t.Fatalf("Place(%s) = %d, %v, %v, want %d", p.ID, place, ok, err, i)
		}
		got, err := e.Passages(t.Context(), []int{i})
		if err != nil || got[0].ID != p.ID || got[0].Text != p.Text {
			t.Fatalf("passage %d isn't %s, %v", i, p.ID, err)
		}
	}
	if _, ok, err := e.Place(t.Context(), "no/such"); ok || err != nil {
		t.Errorf("Place(no/such) = %v, %v", ok, err)
	}
	for document, want := range ids {
		var got []string
		for id, err := range e.IDs(t.Context(), document) {
			if err != nil {
				t.Fatal(err)
			}
			got = append(got, id)
		}
		slices.Sort(got)
		if slices.Sort(want); !slices.Equal(got, want) {
			t.Errorf("%d ids of %s, want %d, or others", len(got), document, len(want))
		}
	}
}

// testOrder lists passages under filters.
func testOrder(t *testing.T, fake *Fake, e Engine) {
	for _, f := range filters() {
		for _, from := range []int{0, 3} {
			want, _ := fake.InOrder(t.Context(), f.filters, from, 50)
			got, err := e.InOrder(t.Context(), f.filters, from, 50)
			if err != nil || !slices.Equal(got, want) {
				t.Errorf("InOrder(%v, %d) = %v, %v, want %v", f.filters, from, got, err, want)
			}
		}
	}
}

// testEnded asks in a context that has ended: nothing is answered then.
func testEnded(t *testing.T, e Engine) {
	ended, end := context.WithCancel(t.Context())
	end()
	s := engine.Search{Ask: plan.Ask{Everything: true}, Size: 10}
	if found, err := e.Find(ended, s); err == nil {
		t.Errorf("a search in a context that has ended finds %d and no error", found.Total)
	}
	if list, err := e.Passages(ended, []int{0}); err == nil {
		t.Errorf("a context that has ended: %d passages and no error", len(list))
	}
}

// searcher plans and searches over an engine.
type searcher struct {
	engine     Engine
	collection *plan.Collection
}

func newSearcher(c *sources.Corpus, e Engine) *searcher {
	lexicon := words.NewLexicon(c.Definitions, c.Gazetteer.Organisations, e.Vocabulary, nil)
	return &searcher{e, plan.NewCollection(func() *words.Vocabulary { return e.Vocabulary }, func() *words.Lexicon { return lexicon }, e.Count)}
}

// Outcome is what a case finds.
type Outcome struct {
	Found    *engine.Found
	Expanded []plan.Expanded
	Notes    []string
	Snippets []string
}

// counted keeps what doesn't hang on the order of hits.
func (o Outcome) counted() Outcome {
	f := *o.Found
	f.Hits, f.Kin = nil, nil
	return Outcome{Found: &f, Expanded: o.Expanded, Notes: o.Notes}
}

// search plans a case, searches for it, and cuts the snippets of what it finds.
func (s *searcher) search(t *testing.T, c Case) Outcome {
	t.Helper()
	q := query.Parse(c.Query)
	read, err := s.collection.Read(t.Context(), q, c.Options)
	if err != nil {
		t.Fatalf("%s: %v", c, err)
	}
	wanted := c.Search
	wanted.Ask = read.Ask
	if q.Root != nil && !c.Options.Exact && !c.Options.Plain && len(c.Options.Places) == 0 {
		if wanted.Kin, err = s.collection.Kin(t.Context(), q); err != nil {
			t.Fatalf("%s: %v", c, err)
		}
		wanted.KinSize = 10
	}
	found, err := s.engine.Find(t.Context(), wanted)
	if err != nil {
		t.Fatalf("%s: %v", c, err)
	}
	o := Outcome{Found: found, Expanded: read.Expanded, Notes: read.Notes}
	marks := snippet.New(read.Marked)
	for _, h := range found.Hits {
		list, err := s.engine.Passages(t.Context(), []int{h.Place})
		if err != nil {
			t.Fatalf("%s: %v", c, err)
		}
		o.Snippets = append(o.Snippets, marks.Snippet(&snippet.Entry{Passage: list[0]}).HTML)
	}
	return o
}

// String tells a case apart.
func (c Case) String() string {
	return fmt.Sprintf("%q %+v filters %v implied %v in order %v from %d size %d", c.Query, c.Options, c.Search.Filters, c.Search.Implied, c.Search.InOrder, c.Search.From, c.Search.Size)
}
