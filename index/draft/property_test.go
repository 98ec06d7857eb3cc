package draft_test

import (
	"context"
	"fmt"
	"math/rand/v2"
	"strings"
	"sync"
	"testing"
	"time"

	"socsearch/index/draft"
	"socsearch/index/quotation"
	"socsearch/sources"
	"socsearch/sources/blocks"
	"socsearch/sources/document"
	"socsearch/sources/resolve"
)

var newChecker = sync.OnceValues(func() (*draft.Checker, error) {
	c, err := sources.Load(sources.Embedded())
	if err != nil {
		return nil, err
	}
	var passages []*document.Passage
	for i := range c.Passages {
		passages = append(passages, &c.Passages[i])
	}
	var manifests []*document.Manifest
	for _, d := range c.Documents {
		manifests = append(manifests, d.Manifest)
	}
	r := resolve.New(manifests, c.Passages)
	return &draft.Checker{Corpus: quotation.New(passages), Manifests: manifests, Resolve: r.Resolve, Index: "test"}, nil
})

func checker(t testing.TB) *draft.Checker {
	t.Helper()
	c, err := newChecker()
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func checkText(t testing.TB, text string) *draft.Report {
	t.Helper()
	r, err := checker(t).Check(context.Background(), blocks.ReadText(text), draft.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// TestEveryPassage quotes from every passage, as it stands and with one word
// changed, and cites it by its label.
func TestEveryPassage(t *testing.T) {
	c := checker(t)
	random := rand.New(rand.NewPCG(1, 2))
	tried, missed := 0, 0
	for _, p := range c.Corpus.Passages {
		words := strings.Fields(strings.NewReplacer("“", "", "”", "", "•", "").Replace(p.Text))
		if len(words) < 12 || p.Kind == document.KindFigure {
			continue
		}
		from := random.IntN(len(words) - 11)
		piece := words[from : from+12]
		tried++
		label := p.Label
		if p.Document == "strategy" && strings.Contains(label, "para ") && p.Number != "" {
			label = "para " + p.Number
		}
		r := checkText(t, fmt.Sprintf("The text says “%s” (%s).", strings.Join(piece, " "), label))
		if len(r.Findings) == 0 || r.Findings[0].Words != quotation.Exact || r.Findings[0].Reference.Verdict != draft.Right {
			missed++
			t.Logf("%s: %q: %+v", p.ID, strings.Join(piece, " "), r.Findings)
		}
		changed := append([]string(nil), piece...)
		changed[3+random.IntN(6)] = "walruses"
		r = checkText(t, fmt.Sprintf("The text says “%s” (%s).", strings.Join(changed, " "), label))
		if len(r.Findings) > 0 && r.Findings[0].Words == quotation.Exact {
			t.Errorf("%s: %q is called exact", p.ID, strings.Join(changed, " "))
		}
		if len(r.Findings) == 0 || r.Findings[0].Words != quotation.Altered {
			missed++
			t.Logf("%s: altered %q: %+v", p.ID, strings.Join(changed, " "), r.Findings)
		}
	}
	t.Logf("%d passages, %d findings missed", tried, missed)
	if missed*100 > 2*tried {
		t.Errorf("%d of %d findings are missed", missed, 2*tried)
	}
}

// TestLongDraft checks a draft of 100 pages with 200 quotations in time.
func TestLongDraft(t *testing.T) {
	c := checker(t)
	var b strings.Builder
	filler := strings.Repeat("This sentence of the draft says nothing of interest to anyone, and the agencies’ work goes on. ", 12)
	n := 0
	for i := 0; n < 200; i++ {
		p := c.Corpus.Passages[i%len(c.Corpus.Passages)]
		words := strings.Fields(p.Text)
		if len(words) < 40 {
			continue
		}
		words = words[:30]
		if n%3 == 0 {
			words[10] = "walruses"
		}
		fmt.Fprintf(&b, "%s\n\nIt says “%s” (%s).\n\n", filler, strings.Join(words, " "), p.Label)
		n++
	}
	var r *draft.Report
	took := time.Hour
	for range 3 { // other work on the machine counts for nothing
		started := time.Now()
		r = checkText(t, b.String())
		took = min(took, time.Since(started))
	}
	t.Logf("%d bytes, %d findings: %v", b.Len(), len(r.Findings), took)
	if r.Summary.Quotations < 195 {
		t.Errorf("%d quotations, want 200", r.Summary.Quotations)
	}
	const most = 20 * time.Second // on a machine with ten times as much other work; the figure that counts is printed
	if took > most {
		t.Errorf("it took %v, want under %v", took, most)
	}
}

// TestHostile checks drafts that take long: they end with their context.
func TestHostile(t *testing.T) {
	c := checker(t)
	for _, text := range []string{"“ ", "para 79, \"abc def ghi jkl\" ", "'abc agencies' work, ", "HM Government 2018 (Smith 2019) Cm 9718 ", "ibid, (n 3) [79] ", "Annex A Box Foreword, para "} {
		ctx, cancel := context.WithTimeout(context.Background(), 200*time.Millisecond)
		started := time.Now()
		_, err := c.Check(ctx, blocks.ReadText(strings.Repeat(text, 1<<20/len(text))), draft.Options{})
		took := time.Since(started)
		cancel()
		t.Logf("%.20q: %v, %v", text, took, err)
		const most = 20 * time.Second // of a machine with much other work
		if took > most {
			t.Errorf("%.20q: it took %v after its time was up", text, took)
		}
	}
}
