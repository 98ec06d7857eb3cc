package web

import (
	"net/http"
	"net/http/httptest"
	"os"
	"regexp"
	"testing"
)

var curl = regexp.MustCompile(`curl '(http://127\.0\.0\.1:8080[^']*)'`)

// TestReadmeExamples asks everything that the README tells people to ask.
func TestReadmeExamples(t *testing.T) {
	readme, err := os.ReadFile("../../../README.md")
	if err != nil {
		t.Fatal(err)
	}
	examples := curl.FindAllStringSubmatch(string(readme), -1)
	if len(examples) < 5 {
		t.Fatalf("found %d examples", len(examples))
	}
	for _, e := range examples {
		w := httptest.NewRecorder()
		site(t).ServeHTTP(w, httptest.NewRequest(http.MethodGet, e[1], nil))
		if w.Code != http.StatusOK || w.Body.Len() < 50 {
			t.Errorf("GET %s: status %d, %.200s", e[1], w.Code, w.Body)
		}
	}
}
