package web

import (
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"testing"
	"time"

	"socsearch/index"
	"socsearch/sources"
	"socsearch/sources/document"
)

// TestOneIndexInAnAnswer puts another index into service in the middle of a
// request: the answer is from the one that it began with, from its title to its
// foot, and the next from the other.
func TestOneIndexInAnAnswer(t *testing.T) {
	open := func(slug, title string) *index.Index {
		corpus, err := sources.Load(sources.Embedded())
		if err != nil {
			t.Fatal(err)
		}
		corpus.Documents = slices.DeleteFunc(corpus.Documents, func(d *sources.Document) bool { return d.Slug != slug })
		corpus.Documents[0].Title = title
		own := slices.DeleteFunc(corpus.Passages, func(p document.Passage) bool { return p.Document != slug })
		x, err := indexOf(corpus, slices.Values(own))
		if err != nil {
			t.Fatal(err)
		}
		return x
	}
	first, second := open("strategy", "The first paper"), open("roles", "The second paper")
	live := new(index.Live)
	live.Swap(first)
	first.OnSearch = func(time.Duration) { live.Swap(second) }
	h, err := New(live, Options{})
	if err != nil {
		t.Fatal(err)
	}
	for i, want := range []struct{ has, lacks string }{
		{"The first paper", "The second paper"},
		{"The second paper", "The first paper"},
	} {
		w := httptest.NewRecorder()
		h.ServeHTTP(w, httptest.NewRequest(http.MethodGet, "/?q=fraud", nil))
		if body := w.Body.String(); w.Code != http.StatusOK || !strings.Contains(body, want.has) || strings.Contains(body, want.lacks) {
			t.Errorf("answer %d: status %d; want %q and not %q in it:\n%.900s", i+1, w.Code, want.has, want.lacks, body)
		}
	}
}
