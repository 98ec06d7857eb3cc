package plan_test

import (
	"context"
	"flag"
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"socsearch/index/engine/enginetest"
	"socsearch/index/library"
	"socsearch/index/plan"
	"socsearch/index/query"
	"socsearch/index/words"
	"socsearch/sources"
)

var update = flag.Bool("update", false, "write the plans as they are")

// collection is the documents, as planning sees them.
func collection(t *testing.T) *plan.Collection {
	t.Helper()
	c, err := sources.Load(sources.Embedded())
	if err != nil {
		t.Fatal(err)
	}
	fake, err := enginetest.NewFake(c)
	if err != nil {
		t.Fatal(err)
	}
	lexicon := words.NewLexicon(library.New(c).Definitions, library.New(c).Organisations, fake.Vocabulary, nil)
	return plan.NewCollection(func() *words.Vocabulary { return fake.Vocabulary }, func() *words.Lexicon { return lexicon }, fake.Count)
}

// TestPlans plans the queries of testdata/plans.txt over the documents. A query stands
// on a line of its own; what it is planned as follows, indented:
//
//	all(…), any(…), most(…), some(…)   how much of a group a passage must have
//	term, "form", form*                a term, a word form as written, a beginning
//	"a b", "a b"~3                     side by side, near each other
//	x / y^0.5                          ways to find one word, and what each counts
//	+x, ~x                             no form of what was typed; it stands for the word
//	not(x), text name:(x), number 79   exclusions, fields, numbers
func TestPlans(t *testing.T) {
	const file = "testdata/plans.txt"
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	c := collection(t)
	var got strings.Builder
	for line := range strings.Lines(string(data)) {
		if strings.HasPrefix(line, "\t") {
			continue
		}
		got.WriteString(line)
		if text := strings.TrimSuffix(line, "\n"); text != "" && text[0] != '#' {
			r, err := c.Read(context.Background(), query.Parse(text), plan.Options{})
			if err != nil {
				t.Fatal(err)
			}
			fmt.Fprintf(&got, "\t%s\n", print(r.Ask.Plan))
		}
	}
	if *update {
		if err := os.WriteFile(file, []byte(got.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if diff := cmp.Diff(string(data), got.String()); diff != "" {
		t.Errorf("%s (-is +would be):\n%s", file, diff)
	}
}

// print writes a plan as testdata/plans.txt has it.
func print(n plan.Node) string {
	list := func(nodes []plan.Node) string {
		var all []string
		for _, n := range nodes {
			all = append(all, print(n))
		}
		return "(" + strings.Join(all, ", ") + ")"
	}
	switch n := n.(type) {
	case plan.Leaf:
		var ways []string
		for _, a := range n.Alternatives {
			ways = append(ways, printWay(a))
		}
		return strings.Join(ways, " / ")
	case plan.Group:
		return []string{"any", "all", "most", "some"}[n.MinimumShouldMatch] + list(n.Nodes)
	case plan.Negation:
		return "not" + list([]plan.Node{n.Node})
	case plan.Restriction:
		return strings.Join(n.Fields, " ") + ":" + list([]plan.Node{n.Node})
	case plan.Numbered:
		return n.Field + " " + strings.Join(n.Numbers, " ")
	}
	return "nothing"
}

func printWay(a plan.Alternative) string {
	way := strings.Join(a.Terms, " ")
	switch {
	case a.Node != nil:
		way = print(a.Node)
	case a.Prefix:
		way += "*"
	case a.Near:
		way = fmt.Sprintf("%q~%d", way, a.Slop)
	case a.Exact || len(a.Terms) > 1:
		way = fmt.Sprintf("%q", way)
	}
	switch {
	case a.Stands:
		way = "~" + way
	case a.Added:
		way = "+" + way
	}
	if a.Weight != 1 {
		way += fmt.Sprintf("^%.2g", a.Weight)
	}
	return way
}

// TestProbes: a question to the index that can't be answered is the plan's error, and
// the next request is planned as if nothing had been.
func TestProbes(t *testing.T) {
	c := collection(t)
	counted := c.Count
	fails := true
	c.Count = func(ctx context.Context, wanted []plan.Occurrence) ([]int, error) {
		if fails {
			return nil, context.DeadlineExceeded
		}
		return counted(ctx, wanted)
	}
	const text = "local-community"
	if r, err := c.Read(context.Background(), query.Parse(text), plan.Options{}); err == nil {
		t.Errorf("%q is planned as %s without an answer", text, print(r.Ask.Plan))
	}
	fails = false
	r, err := c.Read(context.Background(), query.Parse(text), plan.Options{})
	if err != nil {
		t.Fatal(err)
	}
	fresh, err := collection(t).Read(context.Background(), query.Parse(text), plan.Options{})
	if err != nil {
		t.Fatal(err)
	}
	if got, want := print(r.Ask.Plan), print(fresh.Ask.Plan); got != want {
		t.Errorf("%q is planned as %s after a failure, want %s", text, got, want)
	}
}
