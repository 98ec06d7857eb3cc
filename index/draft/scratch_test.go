package draft_test

import (
	"context"
	"encoding/json"
	"fmt"
	"os"
	"testing"

	"socsearch/index/draft"
	"socsearch/index/quotation"
	"socsearch/sources"
	"socsearch/sources/blocks"
	"socsearch/sources/document"
	"socsearch/sources/resolve"
)

func checker(t testing.TB) *draft.Checker {
	c, err := sources.Load(sources.Embedded())
	if err != nil {
		t.Fatal(err)
	}
	var ps []*document.Passage
	for i := range c.Passages {
		ps = append(ps, &c.Passages[i])
	}
	var ms []*document.Manifest
	for _, d := range c.Documents {
		ms = append(ms, d.Manifest)
	}
	r := resolve.New(ms, c.Passages)
	return &draft.Checker{Corpus: quotation.New(ps), Manifests: ms, Resolve: r.Resolve, Index: "x"}
}

func TestScratch(t *testing.T) {
	data, _ := os.ReadFile("/tmp/drafts/a.txt")
	rep, err := checker(t).Check(context.Background(), blocks.ReadText(string(data)), draft.Options{})
	if err != nil {
		t.Fatal(err)
	}
	rep.Input.Text = ""
	b, _ := json.MarshalIndent(rep.Summary, "", " ")
	fmt.Println(string(b))
	for _, f := range rep.Findings {
		ref := ""
		if f.Reference != nil {
			ref = f.Reference.Text + " => " + string(f.Reference.Verdict)
		}
		fmt.Printf("%s note=%s %q\n   words=%s passages=%v v=%s ref=%s\n   msg=%s\n   diff=%v\n", f.Type, f.Note, f.Text, f.Words, f.Passages, f.Verdict, ref, f.Message, f.Difference)
		if f.Correction != nil {
			fmt.Printf("   cite=%s\n   corr=%q at=%v\n", f.Correction.Citation, f.Correction.Quotation, f.At)
		}
	}
}
