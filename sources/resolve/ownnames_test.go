package resolve

import (
	"fmt"
	"strings"
	"testing"

	"socsearch/sources/document"
)

// TestOwnNames finds paragraphs as what their papers call them, and says which there
// isn't.
func TestOwnNames(t *testing.T) {
	review := &document.Manifest{Slug: "review", Title: "The Quay Review"}
	method := &document.Manifest{Slug: "method", Title: "Method for Harbours"}
	var passages []document.Passage
	add := func(slug, anchor, number, heading, text string, place document.Place) {
		if n, ok := document.ParseNumber(number); ok {
			place.Number = n
		}
		id := slug + "/" + anchor
		passages = append(passages, document.Passage{ID: id, Document: slug, Kind: document.KindParagraph, Number: number, Section: []string{heading}, Text: text, Place: place, URL: "/" + id})
	}
	own := document.Place{Scheme: document.SchemeParagraph}
	for n := 1; n <= 5; n++ {
		add("review", fmt.Sprint(n), fmt.Sprint(n), "Recommendations", "Light the lamps.", own)
	}
	for n := 1; n <= 3; n++ {
		add("review", fmt.Sprintf("1.%d", n), fmt.Sprintf("1.%d", n), "Origins", "It was dark.", own)
		add("method", fmt.Sprintf("4.%d", n), fmt.Sprintf("4.%d", n), "Standard 4", "Lamps are lit, but see criterion 4.2.", own)
	}
	for n := 1; n <= 2; n++ {
		add("method", fmt.Sprintf("recommendation-7-%d", n), "", "Recommendation 7", "Do so.", document.Place{Scheme: document.SchemeHeading, Group: "recommendation-7", Under: "Recommendation 7", Ordinal: n})
	}
	document.PrintLabels(passages)
	r := New([]*document.Manifest{review, method}, passages)
	for ref, want := range map[string]string{
		"The Quay Review, recommendation 4":             "review/4",
		"The Quay Review, recommendations 2–3":          "review/2 review/3",
		"The Quay Review, para 4":                       "review/4",
		"The Quay Review, recommendation 9":             "there is no",
		"Method for Harbours, criterion 4.2":            "method/4.2",
		"Method for Harbours, criteria 4.1 and 4.3":     "method/4.1 method/4.3",
		"Method for Harbours, criterion 5.1":            "there is no",
		"Method for Harbours, Recommendation 7":         "method/recommendation-7-1 method/recommendation-7-2",
		"Method for Harbours, Recommendation 7, para 2": "method/recommendation-7-2",
		"The Quay Review, criterion 1.1":                "not a reference",
	} {
		got, err := r.Resolve(ref)
		if err != nil {
			if !strings.Contains(err.Error(), want) {
				t.Errorf("Resolve(%q): %v, want %s", ref, err, want)
			}
			continue
		}
		if ids := strings.Join(got.Passages, " "); ids != want {
			t.Errorf("Resolve(%q) = %s, want %s", ref, ids, want)
		}
	}
}
