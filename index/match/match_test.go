package match_test

import (
	"context"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"socsearch/index/analysis"
	"socsearch/index/engine/enginetest"
	"socsearch/index/match"
	"socsearch/index/plan"
	"socsearch/index/schema"
	"socsearch/index/words"
	"socsearch/sources"
	"socsearch/sources/document"
)

// matcher goes over passages with these texts, numbered from 0. A text may have a
// heading before it: "Drugs | The police".
func matcher(t testing.TB, texts ...string) *match.Matcher {
	t.Helper()
	var passages []document.Passage
	for i, text := range texts {
		heading, rest, found := strings.Cut(text, " | ")
		if !found {
			heading, rest = "", text
		}
		n := fmt.Sprint(i + 1)
		passages = append(passages, document.Passage{ID: "paper/" + n, Document: "paper", Kind: document.KindParagraph, Number: n, Section: []string{heading}, Text: rest})
	}
	return over(t, passages)
}

func over(t testing.TB, passages []document.Passage) *match.Matcher {
	t.Helper()
	memory, err := enginetest.NewMemory(passages)
	if err != nil {
		t.Fatal(err)
	}
	vocabulary, err := memory.Vocabulary()
	if err != nil {
		t.Fatal(err)
	}
	return &match.Matcher{Lists: match.NewLists(memory, func() *words.Vocabulary { return vocabulary }), Fields: schema.Searched}
}

// term is what a word is indexed as.
func term(word string) string { return analysis.Prose(word)[0].Term }

// word is a leaf for a word in any of its forms.
func word(w string) plan.Leaf {
	return plan.Leaf{Alternatives: []plan.Alternative{{Terms: []string{term(w)}, Weight: 1}}}
}

func phrase(terms ...string) plan.Alternative {
	return plan.Alternative{Terms: terms, Exact: true, Weight: 1}
}

func group(n plan.MinimumShouldMatch, nodes ...plan.Node) plan.Group {
	return plan.Group{Nodes: nodes, MinimumShouldMatch: n}
}

// ranked lists the passages of hits, best first; equals in reading order.
func ranked(h match.Hits) []int {
	list := make([]int, len(h.Documents))
	for i := range list {
		list[i] = i
	}
	slices.SortStableFunc(list, func(a, b int) int {
		switch {
		case h.Scores[a] > h.Scores[b]:
			return -1
		case h.Scores[a] < h.Scores[b]:
			return 1
		}
		return 0
	})
	for i, place := range list {
		list[i] = int(h.Documents[place])
	}
	return list
}

// TestMatch finds what plans ask for, the best first.
func TestMatch(t *testing.T) {
	m := matcher(t,
		"The police seized drugs and cash",                          // 0
		"The police and the police of other towns met",              // 1
		"Cash was seized at the border by officers of Border Force", // 2
		"Drugs | Nothing was said of them",                          // 3
		"Cash was seized, and drugs that were seized later, and then cash again in a long list of what was found there", // 4
		"Fraud is different", // 5
	)
	near := phrase("drugs", "seized")
	near.Near, near.Slop = true, 2
	tests := []struct {
		name string
		plan plan.Node
		want []int
	}{
		{"twice, in a short text, first", word("police"), []int{1, 0}},
		{"in a text or a heading, short ones first", word("drug"), []int{0, 3, 4}},
		{"all of two words", group(plan.MatchAll, word("police"), word("drug")), []int{0}},
		{"any of two words", group(plan.MatchAny, word("fraud"), word("border")), []int{2, 5}},
		{"words side by side, in their order; more of them first", plan.Literal(phrase("cash", "was", "seized")), []int{4, 2}},
		{"not in another order", plan.Literal(phrase("seized", "cash")), nil},
		{"words near each other in any order", plan.Literal(near), []int{0, 4}},
		{"a word and not another", group(plan.MatchAll, word("cash"), plan.Negation{Node: word("drug")}), []int{2}},
		{"not one alone is all others", group(plan.MatchAll, plan.Negation{Node: word("drug")}), []int{1, 2, 5}},
		{"in a field alone", plan.Restriction{Fields: []string{schema.Heading}, Node: word("drug")}, []int{3}},
		{"the beginning of a word", plan.Literal(plan.Alternative{Terms: []string{"bord"}, Exact: true, Prefix: true, Weight: 1}), []int{2}},
		{"by number", plan.Numbered{Field: schema.Number, Numbers: []string{"3", "6", "9"}}, []int{2, 5}},
		{"a word that stands nowhere", word("zebra"), nil},
		{"all of two words of which one stands nowhere", group(plan.MatchAll, word("police"), word("zebra")), nil},
	}
	for _, test := range tests {
		h, _, err := m.Match(context.Background(), test.plan)
		if err != nil {
			t.Errorf("%s: %v", test.name, err)
		}
		if got := ranked(h); !slices.Equal(got, test.want) {
			t.Errorf("%s: %d, want %d", test.name, got, test.want)
		}
	}
}

// TestMost: a passage must have most of the weight of a query's words, shorter ones
// first. Rare words weigh more, and one that stands nowhere is meant all the same.
func TestMost(t *testing.T) {
	texts := []string{"fraud and cash and police", "fraud and cash", "cash and police", "police"}
	for range 20 {
		texts = append(texts, "police again")
	}
	m := matcher(t, texts...)
	for _, test := range []struct {
		name  string
		words []string
		want  []int
	}{
		{"two of two", []string{"fraud", "cash"}, []int{1, 0}},
		{"of a rare word and one that nearly all have, the rare one", []string{"fraud", "police"}, []int{1, 0}},
		{"the rare two of three", []string{"fraud", "cash", "police"}, []int{1, 0}},
		{"one alone", []string{"fraud"}, []int{1, 0}},
		{"the only one that stands somewhere isn't most", []string{"fraud", "zebra"}, nil},
	} {
		var nodes []plan.Node
		for _, w := range test.words {
			nodes = append(nodes, word(w))
		}
		h, _, err := m.Match(context.Background(), group(plan.MatchMost, nodes...))
		if err != nil {
			t.Fatal(err)
		}
		if got := ranked(h); !slices.Equal(got, test.want) {
			t.Errorf("%s: %d, want %d", test.name, got, test.want)
		}
	}
}

// TestProximity puts first, of passages with the same words as often, those where they
// stand side by side as in the query.
func TestProximity(t *testing.T) {
	m := matcher(t, "crime that is done and is never organised", "crime organised is done and that is never", "organised crime is done and that is never")
	g := group(plan.MatchAll, word("organised"), word("crime"))
	g.Pairs = []plan.Alternative{{Terms: []string{term("organised"), term("crime")}, Weight: 0.5}}
	h, _, err := m.Match(context.Background(), g)
	if err != nil {
		t.Fatal(err)
	}
	if got := ranked(h); len(got) != 3 || got[0] != 2 {
		t.Errorf("organised crime: %d, want 2 first of three", got)
	}
}

// TestStandIns: what stands for a word weighs less than the word, but where no passage
// has the word it is all there is; it is no literal match.
func TestStandIns(t *testing.T) {
	m := matcher(t, "the agency said so", "the NCA said so", "nobody said so")
	nca := plan.Leaf{Alternatives: []plan.Alternative{
		{Terms: []string{"nca"}, Weight: 1},
		{Terms: []string{term("agency")}, Weight: 0.5, Stands: true, Added: true},
	}}
	h, _, err := m.Match(context.Background(), nca)
	if err != nil {
		t.Fatal(err)
	}
	if got := ranked(h); !slices.Equal(got, []int{1, 0}) {
		t.Errorf("the word and what stands for it: %d, want the word first", got)
	}
	hits := m.Set(h)
	for how, want := range map[match.Breadth][]uint32{match.Strictly: {0, 1}, match.Literally: {1}} {
		set, err := m.Wholly(context.Background(), how, nca, hits)
		if err != nil {
			t.Fatal(err)
		}
		for d := range uint32(3) {
			if set.Has(d) != slices.Contains(want, d) {
				t.Errorf("passage %d matches (%d): %v", d, how, set.Has(d))
			}
		}
	}
}

// TestCancelled: a request that is over gets an error, never fewer hits.
func TestCancelled(t *testing.T) {
	m := matcher(t, "one", "two")
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if h, _, err := m.Match(ctx, word("one")); err == nil {
		t.Errorf("a cancelled search finds %d", h.Documents)
	}
	if set, err := m.Having(ctx, word("one")); err == nil {
		t.Errorf("a cancelled search finds %v", set)
	}
	if h, _, err := m.Match(context.Background(), word("one")); err != nil || len(h.Documents) != 1 {
		t.Errorf("the search after it finds %d, %v; want one passage", h.Documents, err)
	}
}

// TestHaving holds the documents that a plan matches, found without scores, against
// those that have one, for plans of every kind over the documents.
func TestHaving(t *testing.T) {
	c, err := sources.Load(sources.Embedded())
	if err != nil {
		t.Fatal(err)
	}
	m := over(t, c.Passages)
	r := rand.New(rand.NewPCG(1, 2))
	found := 0
	for range 2_000 {
		p := randomPlan(r, 3)
		for _, how := range []match.Breadth{match.Strictly, match.Literally, match.Loosely} {
			other := *m
			other.Breadth = how
			h, _, err := other.Match(context.Background(), p)
			if err != nil {
				t.Fatal(err)
			}
			set, err := other.Having(context.Background(), p)
			if err != nil {
				t.Fatal(err)
			}
			if want := other.Set(h); !slices.Equal(set, want) {
				t.Fatalf("%+v (%d) is in %d documents, and has a score in %d", p, how, set.Count(), want.Count())
			}
			found += set.Count()
		}
	}
	if found == 0 {
		t.Error("no plan finds anything")
	}
}

var someWords = strings.Fields("crime organised police fraud drugs the of zebra cash border intelligence NCA")

func randomPlan(r *rand.Rand, depth int) plan.Node {
	one := func() string { return someWords[r.IntN(len(someWords))] }
	if depth == 0 || r.IntN(3) == 0 {
		var l plan.Leaf
		for range 1 + r.IntN(2) {
			a := plan.Alternative{Terms: []string{term(one())}, Weight: 1, Stands: r.IntN(4) == 0, Added: r.IntN(4) == 0, Apart: r.IntN(4) == 0}
			switch r.IntN(4) {
			case 0:
				a.Terms, a.Near, a.Slop = append(a.Terms, term(one())), r.IntN(2) == 0, r.IntN(5)
			case 1:
				a.Exact, a.Prefix, a.Terms = true, true, []string{strings.ToLower(one()[:2])}
			}
			l.Alternatives = append(l.Alternatives, a)
		}
		return l
	}
	switch r.IntN(6) {
	case 0:
		return plan.Negation{Node: randomPlan(r, depth-1)}
	case 1:
		return plan.Restriction{Fields: []string{schema.Heading, schema.Note}, Node: randomPlan(r, depth-1)}
	case 2:
		return plan.Numbered{Field: schema.Number, Numbers: []string{fmt.Sprint(1 + r.IntN(207))}}
	}
	g := plan.Group{MinimumShouldMatch: plan.MinimumShouldMatch(r.IntN(4))}
	for range 1 + r.IntN(3) {
		g.Nodes = append(g.Nodes, randomPlan(r, depth-1))
	}
	return g
}
