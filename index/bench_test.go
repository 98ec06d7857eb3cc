package index

import (
	"context"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"socsearch/index/engine"
	"socsearch/index/local"
	"socsearch/index/meaning"
	"socsearch/index/plan"
	"socsearch/index/query"
)

// BenchmarkBuild builds the index of the documents.
func BenchmarkBuild(b *testing.B) {
	c, err := corpus()
	must(b, err)
	dir := filepath.Join(b.TempDir(), "index")
	for b.Loop() {
		must(b, local.Build(context.Background(), dir, c, local.OriginEmbedded))
	}
	b.ReportMetric(float64(len(c.Passages)*b.N)/b.Elapsed().Seconds(), "passages/s")
}

// BenchmarkOpen opens the index and answers a first query.
func BenchmarkOpen(b *testing.B) {
	dir, hash := buildTestIndex(b)
	for b.Loop() {
		x, err := Open(dir, hash)
		must(b, err)
		searchOnce(b, x, Request{Query: query.Parse("county lines"), Page: 1, PerPage: 10})
		must(b, x.Close())
	}
}

// BenchmarkSearch runs searches of each kind: the ten best with snippets, and
// all facets.
func BenchmarkSearch(b *testing.B) {
	x := openTestIndex(b)
	filters := engine.Filters{"organisation": {Any: []string{"nca", "hmrc"}}, "objective": {Any: []string{"1"}}}
	for _, kind := range []struct {
		name    string
		request Request
	}{
		{"word", Request{Query: query.Parse("firearms")}},
		{"words", Request{Query: query.Parse("modern slavery victims")}},
		{"words plain", Request{Query: query.Parse("modern slavery victims"), Plain: true}},
		{"phrase", Request{Query: query.Parse(`"county lines"`)}},
		{"acronym", Request{Query: query.Parse("NCA")}},
		{"question", Request{Query: query.Parse("what does the NCA do about fraud")}},
		{"beginning", Request{Query: query.Parse("traffick*")}},
		{"logic", Request{Query: query.Parse("(drugs OR firearms) AND police -prison")}},
		{"misspelt", Request{Query: query.Parse("human traficking")}},
		{"filtered", Request{Query: query.Parse("crime"), Filters: filters}},
		{"everything", Request{}},
	} {
		kind.request.Page, kind.request.PerPage = 1, 10
		b.Run(kind.name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				searchOnce(b, x, kind.request)
			}
		})
	}
}

// BenchmarkMeaning answers questions by words and meaning, each read anew, one
// after the other, and tells how long half of them and the slowest hundredth took.
func BenchmarkMeaning(b *testing.B) {
	x := openMeaning(b)
	x.Encoder.Warm()
	questions := append(readLines(b, "testdata/related.txt"), readLines(b, "testdata/unrelated.txt")...)
	questions = slices.DeleteFunc(questions, func(q string) bool { return len(plan.PlainWords(query.Parse(q))) < plan.SentenceWords })
	var times []time.Duration
	for n := 0; b.Loop(); n++ {
		if n%len(questions) == 0 {
			x.Encoder = meaning.NewEncoder() // it has kept nothing
		}
		started := time.Now()
		searchOnce(b, x, Request{Query: query.Parse(questions[n%len(questions)]), PerPage: 10, NearAlone: mostByMeaning})
		times = append(times, time.Since(started))
	}
	slices.Sort(times)
	b.ReportMetric(float64(times[len(times)/2].Microseconds())/1000, "p50-ms")
	b.ReportMetric(float64(times[len(times)*99/100].Microseconds())/1000, "p99-ms")
}

// BenchmarkFacets counts facets and cuts no snippets.
func BenchmarkFacets(b *testing.B) {
	x := openTestIndex(b)
	for b.Loop() {
		searchOnce(b, x, Request{Query: query.Parse("crime"), Plain: true})
	}
}

// BenchmarkSnippets cuts the snippets of the documents' first passages.
func BenchmarkSnippets(b *testing.B) {
	x := openTestIndex(b)
	marks := x.Highlighter(query.Parse("organised crime"))
	const several = 100
	places := make([]int, several)
	for i := range places {
		places[i] = i
	}
	for b.Loop() {
		entries, err := x.entriesAt(context.Background(), places)
		must(b, err)
		for _, e := range entries {
			marks.Snippet(e)
		}
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N*several), "ns/snippet")
}

func searchOnce(b *testing.B, x *Index, r Request) {
	if r.Page == 0 {
		r.Page = 1
	}
	if _, err := x.Search(context.Background(), r); err != nil {
		b.Fatal(err)
	}
}
