package index

import (
	"context"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"socsearch/index/engine"
	"socsearch/index/meaning"
	"socsearch/index/plan"
	"socsearch/index/query"
	"socsearch/index/words"
	"socsearch/sources/document"
)

// openMeaning opens the test index with search by meaning.
func openMeaning(t testing.TB) *Index {
	t.Helper()
	x := openTestIndex(t)
	x.Encoder = meaning.NewEncoder()
	return x
}

func searchFor(t testing.TB, x *Index, text string, change func(*Request)) *Results {
	t.Helper()
	r := Request{Query: query.Parse(text), Page: 1, PerPage: 20, NearAlone: mostByMeaning}
	if change != nil {
		change(&r)
	}
	results, err := x.Search(context.Background(), r)
	if err != nil {
		t.Fatal(err)
	}
	return results
}

func readLines(t testing.TB, path string) []string {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return strings.Split(strings.TrimSpace(string(data)), "\n")
}

// TestUnrelated holds that meaning offers nothing for questions that have
// nothing to do with the documents, and ranks the answers of sentences.
func TestUnrelated(t *testing.T) {
	x := openMeaning(t)
	for _, text := range readLines(t, "testdata/unrelated.txt") {
		for _, h := range searchFor(t, x, text, nil).Hits {
			if h.Match == engine.MatchMeaning {
				t.Errorf("%q is answered by %s: %s", text, h.Passage.ID, h.Because)
			}
		}
	}
	related, counts := 0, 0
	for _, text := range readLines(t, "testdata/related.txt") {
		if len(plan.PlainWords(query.Parse(text))) < plan.SentenceWords {
			continue
		}
		related++
		with, without := searchFor(t, x, text, nil), searchFor(t, x, text, func(r *Request) { r.WordsOnly = true })
		if with.ByMeaning > 0 || !slices.EqualFunc(with.Hits, without.Hits, func(a, b Hit) bool { return a.Score == b.Score }) {
			counts++
		}
	}
	const least = 0.9 // of them
	t.Logf("meaning counts for %d of %d related sentences", counts, related)
	if float64(counts) < least*float64(related) {
		t.Errorf("meaning counts for %d of %d related sentences", counts, related)
	}
}

// exactly are queries that mean exactly what they say.
var exactly = []string{
	"county lines", "UWOs", "fraud", `"no safe space"`, "£37 billion", "April 2019", "money laundering taskforce", "fraud AND police", "launder*",
	`what is "Cyber Aware" for us all?`, "how many people died of drugs in 2017", "heading:fraud what can victims do about it", "",
}

// TestWordsAlone holds that meaning changes nothing where the words are meant:
// short queries that passages have, signs, numbers, word forms as typed.
func TestWordsAlone(t *testing.T) {
	x := openMeaning(t)
	for _, text := range exactly {
		with := searchFor(t, x, text, nil)
		without := searchFor(t, x, text, func(r *Request) { r.WordsOnly = true })
		if diff := cmp.Diff(without, with, cmpopts.EquateComparable(document.Number{})); diff != "" {
			t.Errorf("%q differs by meaning (-without +with):\n%s", text, diff)
		}
	}
	const question = "how does war help organised crime?"
	for name, change := range map[string]func(*Request){
		"exact": func(r *Request) { r.Exact = true },
		"plain": func(r *Request) { r.Plain = true },
	} {
		with := searchFor(t, x, question, change)
		without := searchFor(t, x, question, func(r *Request) { change(r); r.WordsOnly = true })
		if diff := cmp.Diff(without, with, cmpopts.EquateComparable(document.Number{})); diff != "" {
			t.Errorf("%s: differs by meaning (-without +with):\n%s", name, diff)
		}
	}
}

// TestMeaningPages holds what pages show of questions with passages by meaning
// alone: the total and the facets count words only, each passage with the words
// stands on one page, those by meaning on the first, ten at most, under every
// filter, with the sentence that is nearest.
func TestMeaningPages(t *testing.T) {
	x := openMeaning(t)
	alone := 0
	texts := []string{"help for people who were tricked out of their savings"}
	for i, text := range readLines(t, "testdata/related.txt") {
		if i%5 == 0 { // all of them take long under the race detector
			texts = append(texts, text)
		}
	}
	for _, text := range texts {
		for _, filters := range []engine.Filters{nil, {"document": {Any: []string{"roles"}}}, {"objective": {Reject: []string{"1"}}}} {
			without := searchFor(t, x, text, func(r *Request) { r.WordsOnly, r.Filters, r.PerPage = true, filters, 500 })
			seen := map[string]bool{}
			words := 0
			for page := 1; page == 1 || (page-1)*7 < without.Total; page++ {
				got := searchFor(t, x, text, func(r *Request) { r.Filters, r.Page, r.PerPage = filters, page, 7 })
				if got.Total != without.Total || !cmp.Equal(got.Facets, without.Facets) {
					t.Fatalf("%q: total %d, by words %d, or other facets", text, got.Total, without.Total)
				}
				if got.ByMeaning > mostByMeaning || page > 1 && got.ByMeaning > 0 {
					t.Errorf("%q: %d by meaning on page %d", text, got.ByMeaning, page)
				}
				alone += got.ByMeaning
				words += len(got.Hits) - got.ByMeaning
				for _, h := range got.Hits {
					checkHit(t, x, text, filters, h)
					if seen[h.Passage.ID] {
						t.Errorf("%q: %s stands twice", text, h.Passage.ID)
					}
					seen[h.Passage.ID] = true
				}
			}
			if words != without.Total {
				t.Errorf("%q: %d on all pages, total %d", text, words, without.Total)
			}
		}
	}
	if alone == 0 {
		t.Error("no passage was found by meaning alone")
	}
}

func checkHit(t *testing.T, x *Index, text string, filters engine.Filters, h Hit) {
	t.Helper()
	if d := filters["document"].Any; d != nil && h.Passage.Document != d[0] || filters["objective"].Reject != nil && h.Passage.Objective == 1 {
		t.Errorf("%q: %s is outside the filter", text, h.Passage.ID)
	}
	if (h.Match == engine.MatchMeaning) != (h.Because != "") || h.Because != "" && !strings.Contains(h.Passage.Text, h.Because) {
		t.Errorf("%q: %s was found by %s because of %q", text, h.Passage.ID, h.Match, h.Because)
	}
	if h.Match != engine.MatchMeaning {
		return
	}
	for _, w := range plan.PlainWords(query.Parse(text)) {
		if words.FillerWords[strings.ToLower(w)] || words.IsFunctionWord(w) {
			continue
		}
		if strings.Contains(strings.ToLower(" "+h.Passage.Text+" "), " "+strings.ToLower(w)+" ") {
			t.Errorf("%q: %s has %q and is said to have none of the words", text, h.Passage.ID, w)
		}
	}
}
