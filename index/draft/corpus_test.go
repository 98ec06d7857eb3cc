package draft_test

import (
	_ "embed"
	"slices"
	"strings"
	"testing"

	"socsearch/index/draft"
	"socsearch/index/quotation"
)

//go:embed testdata/drafts.txt
var drafts string

// TestDrafts checks drafts that were made by reading the documents, and counts: no
// altered quotation may pass as exact, one in a hundred exact ones be called
// otherwise.
func TestDrafts(t *testing.T) {
	var tried, exact, notExact, altered, passed, places, wrongPlaces, hidden, untold int
	for line := range strings.Lines(drafts) {
		if strings.HasPrefix(line, "#") {
			continue
		}
		want, text, _ := strings.Cut(strings.TrimSpace(line), " | ")
		text = strings.ReplaceAll(text, `\n`, "\n")
		r := checkText(t, text)
		wanted := strings.Fields(want)
		tried++
		var f *draft.Finding
		for i := range r.Findings {
			isQuote := r.Findings[i].Type != draft.TypeReference && (f == nil || f.Type == draft.TypeTerm && wanted[0] != "term")
			if isQuote {
				f = &r.Findings[i]
			}
		}
		if f == nil {
			t.Errorf("%s: no quotation is found", text)
			continue
		}
		if wanted[0] == "term" {
			if f.Type != draft.TypeTerm {
				t.Errorf("%s: %s %s, want a term", text, f.Type, f.Words)
			}
			continue
		}
		if f.Type == draft.TypeTerm {
			t.Errorf("%s: a term", text)
			continue
		}
		switch quotation.Verdict(wanted[0]) {
		case quotation.Exact:
			if exact++; f.Words != quotation.Exact {
				notExact++
			}
		case quotation.Altered:
			if altered++; f.Words == quotation.Exact {
				passed++
			}
		}
		if places++; string(f.Reference.Verdict) != wanted[1] {
			wrongPlaces++
		}
		ids, warn := wanted[2:], false
		if n := len(ids); n > 0 && ids[n-1] == "warn" {
			ids, warn = ids[:n-1], true
		}
		if warn {
			if hidden++; len(f.Warnings) == 0 {
				untold++
				t.Errorf("%s: no warning", text)
			}
		}
		good := string(f.Words) == wanted[0] && string(f.Reference.Verdict) == wanted[1]
		for _, id := range ids {
			good = good && slices.Contains(f.Passages, id)
		}
		if !good {
			t.Errorf("%s: %s %s %v, want %s: %s", text, f.Words, f.Reference.Verdict, f.Passages, want, f.Message)
		}
	}
	t.Logf("%d drafts; exact ones called otherwise: %d of %d; altered ones called exact: %d of %d; verdicts of references otherwise: %d of %d; changes of weight not told: %d of %d",
		tried, notExact, exact, passed, altered, wrongPlaces, places, untold, hidden)
	if passed > 0 || notExact*100 > exact {
		t.Errorf("%d altered quotations pass as exact, %d of %d exact ones don’t", passed, notExact, exact)
	}
}
