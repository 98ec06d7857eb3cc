package web

import (
	"fmt"
	"net/http/httptest"
	"net/url"
	"testing"
)

// BenchmarkSearch answers searches as JSON: some that were never asked before, and the
// same ones from what is kept.
func BenchmarkSearch(b *testing.B) {
	h := site(b)
	ask := func(b *testing.B, path, accept string) {
		w, r := httptest.NewRecorder(), httptest.NewRequest("GET", path, nil)
		r.Header.Set("Accept", accept)
		if h.ServeHTTP(w, r); w.Code != 200 {
			b.Fatal(w.Code, w.Body)
		}
	}
	for _, q := range []string{"county lines", "fraud", "what does the NCA do about fraud"} {
		path := "/api/v1/search?q=" + url.QueryEscape(q)
		b.Run("new/"+q, func(b *testing.B) {
			for n := 0; b.Loop(); n++ {
				ask(b, path, fmt.Sprintf("application/json, application/x-%d", n)) // answers are kept by what is accepted
			}
		})
		b.Run("kept/"+q, func(b *testing.B) {
			for b.Loop() {
				ask(b, path, "")
			}
		})
	}
}
