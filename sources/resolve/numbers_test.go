package resolve

import (
	"strings"
	"testing"

	"socsearch/sources/document"
)

// own is the place of a numbered paragraph of a document's own count.
func own(number string) document.Place {
	n, _ := document.ParseNumber(number)
	return document.Place{Scheme: document.SchemeParagraph, Number: n}
}

// TestNumbersOfAnnexes resolves numbers by section, and those with an annex's
// letter, however they are spelt.
func TestNumbersOfAnnexes(t *testing.T) {
	m := &document.Manifest{Slug: "review", Title: "A Review", Series: "HC 12", Published: "2019"}
	var passages []document.Passage
	for _, n := range strings.Fields("2.11 2.12.1 2.12.2 A1.1 A1.2 A1.3 B.1 B.2") {
		id := "review/" + strings.ToLower(n)
		passages = append(passages, document.Passage{ID: id, Document: "review", Kind: document.KindParagraph, Number: n, Place: own(n), Label: "para " + n, URL: "/" + id})
	}
	notReference := ErrNotReference.Error()
	tests := []struct{ ref, want string }{
		{"para 2.12.2", "review/2.12.2"},
		{"HC 12, paras 2.12.1–2.12.2", "review/2.12.1 review/2.12.2"},
		{"para A1.1", "review/a1.1"},
		{"para a1.1", "review/a1.1"},
		{"A1.2", "review/a1.2"},
		{"paras A1.1–A1.3", "review/a1.1 review/a1.2 review/a1.3"},
		{"paras A1.1-3", "review/a1.1 review/a1.2 review/a1.3"},
		{"paras 2.11, A1.2 and B.1", "review/2.11 review/a1.2 review/b.1"},
		{"paras 2.12.2 to A1.1", "review/2.12.2 review/a1.1"},
		{"review/A1.1", "review/a1.1"},
		{"/review/a1.3", "review/a1.3"},
		{"a 1.1 million", notReference},
		{"A4", notReference},
		{"para 3.1", "there is no paragraph 3.1: “A Review” has paragraphs 2.11 to B.2"},
	}
	r := New([]*document.Manifest{m}, passages)
	for _, test := range tests {
		got := ""
		if ref, err := r.Resolve(test.ref); err != nil {
			got = err.Error()
		} else {
			got = strings.Join(ref.Passages, " ")
		}
		if got != test.want {
			t.Errorf("Resolve(%q) = %s, want %s", test.ref, got, test.want)
		}
	}
}

// TestInsertedNumbers resolves the numbers of paragraphs that were put between others.
func TestInsertedNumbers(t *testing.T) {
	m := &document.Manifest{Slug: "review", Title: "A Review", Series: "HC 12", Published: "2019"}
	var passages []document.Passage
	for _, n := range strings.Fields("25 26 26a 26b 27 4.12 4.12a") {
		id := "review/" + n
		passages = append(passages, document.Passage{ID: id, Document: "review", Kind: document.KindParagraph, Number: n, Place: own(n), Label: "para " + n, URL: "/" + id})
	}
	r := New([]*document.Manifest{m}, passages)
	for ref, want := range map[string]string{
		"para 26a":             "review/26a",
		"para 26A":             "review/26a",
		"26a":                  "review/26a",
		"HC 12, para 4.12a":    "review/4.12a",
		"paras 26a-26b":        "review/26a review/26b",
		"paras 26–27":          "review/26 review/26a review/26b review/27",
		"paras 26, 26a and 27": "review/26 review/26a review/27",
		"para 26(a)":           "review/26", // a point within it
		"para 26":              "review/26",
	} {
		got, err := r.Resolve(ref)
		if err != nil || strings.Join(got.Passages, " ") != want {
			t.Errorf("Resolve(%q) = %+v, %v; want %s", ref, got, err, want)
		}
	}
	if got, err := r.Resolve("para 25a"); err == nil {
		t.Errorf("Resolve(para 25a) = %v, and there is none", got.Passages)
	}
}
