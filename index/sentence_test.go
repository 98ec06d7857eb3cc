package index

import (
	"context"
	"slices"
	"testing"

	"socsearch/index/plan"
	"socsearch/index/query"
)

func TestPlainWords(t *testing.T) {
	for _, c := range []struct {
		query string
		want  []string
	}{
		{"how does war help organised crime?", []string{"how", "does", "war", "help", "organised", "crime"}},
		{"recidivism", []string{"recidivism"}},
		{`what is "Cyber Aware"`, nil},
		{"cyber AND aware", nil},
		{"fraud -banks", nil},
		{"launder* of money in banks", nil},
		{"heading:fraud in the banks", nil},
		{"what happened in April 2019", nil},
		{"", nil},
	} {
		if got := plan.PlainWords(query.Parse(c.query)); !slices.Equal(got, c.want) {
			t.Errorf("plainWords(%q) = %q, want %q", c.query, got, c.want)
		}
	}
}

// TestSentence holds what a row of plain words finds: passages with a word that
// tells, in whatever order; nothing for fillers; and which have all the words.
func TestSentence(t *testing.T) {
	x := openTestIndex(t)
	search := func(text string) *Results {
		t.Helper()
		r, err := x.Search(context.Background(), Request{Query: query.Parse(text), Page: 1, PerPage: 500})
		if err != nil {
			t.Fatal(err)
		}
		return r
	}
	for _, text := range []string{"best pizza near me", "what is the best kebab near here now"} {
		if r := search(text); r.Total != 0 {
			t.Errorf("%q finds %s, which has no word that tells", text, r.Hits[0].Passage.ID)
		}
	}
	if r := search("near"); r.Total == 0 {
		t.Error("a filler alone finds nothing")
	}
	if r := search("where are the best ways to go next"); r.Total == 0 {
		t.Error("fillers alone find nothing")
	}
	crossed := 0
	for _, set := range judgedSets {
		for _, q := range readJudged(t, set) {
			if len(plan.PlainWords(query.Parse(q.Query))) < plan.SentenceWords {
				continue
			}
			partial := false
			for _, h := range search(q.Query).Hits {
				if partial = partial || h.Partial; partial && !h.Partial {
					crossed++
					break
				}
			}
		}
	}
	if crossed == 0 {
		t.Error("in no sentence a passage with some of the words stands before one with all")
	}
}
