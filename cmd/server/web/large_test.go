package web

import (
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"testing"

	"socsearch/index/generate"
	"socsearch/sources"
	"socsearch/sources/document"
)

// TestLargeCollection: pages over many passages hold a bounded number of them.
func TestLargeCollection(t *testing.T) {
	corpus, err := sources.Load(sources.Embedded())
	if err != nil {
		t.Fatal(err)
	}
	own := slices.DeleteFunc(slices.Clone(corpus.Passages), func(p document.Passage) bool { return p.Document != "strategy" })
	const passages = 3 * maxPassages / 2
	corpus.Documents[0].Passages = passages
	h, err := siteOf(corpus, func(yield func(document.Passage) bool) {
		for p := range generate.Passages(own, passages) {
			if !yield(*p) {
				return
			}
		}
	})
	if err != nil {
		t.Fatal(err)
	}
	tests := []struct {
		path         string
		bytes        int // at most
		holds, lacks string
	}{
		{"/", 200_000, "By threat", `class="hitmap"`},
		{"/?q=fraud", 200_000, `<ol class="hits"`, `class="hitmap"`},
		{"/?q=fraud&page=3", 200_000, `<ol class="hits" start="41"`, `class="hitmap"`},
		{"/strategy", 10_000_000, "/strategy?from=2001", `id="2000"`},
		{"/strategy?from=2001", 10_000_000, `id="2000"`, "from=4001"},
	}
	for _, test := range tests {
		w := httptest.NewRecorder()
		h.ServeHTTP(w, httptest.NewRequest(http.MethodGet, test.path, nil))
		body := w.Body.String()
		if w.Code != http.StatusOK || len(body) > test.bytes || !strings.Contains(body, test.holds) || strings.Contains(body, test.lacks) {
			t.Errorf("GET %s: status %d, %d bytes; want 200, at most %d, with %s, without %s", test.path, w.Code, len(body), test.bytes, test.holds, test.lacks)
		}
	}
}
