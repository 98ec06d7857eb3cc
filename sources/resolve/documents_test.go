package resolve

import (
	"strings"
	"testing"

	"socsearch/sources/document"
)

// TestOtherDocuments resolves by numbers by chapter, among documents of one
// author, where the second has what the first has not.
func TestOtherDocuments(t *testing.T) {
	manifests := []*document.Manifest{
		{Slug: "review", Title: "A Review", Author: "Home Office", Series: "HC 12", Published: "2019"},
		{Slug: "plan", Title: "A Plan", Author: "Home Office", Series: "CP 34", Published: "2021-06", KnownAs: "the plan"},
	}
	var passages []document.Passage
	add := func(slug, number string) {
		passages = append(passages, document.Passage{ID: slug + "/" + number, Document: slug, Kind: document.KindParagraph,
			Number: number, Label: "para " + number, URL: "/" + slug + "/" + number})
	}
	for _, n := range strings.Fields("1.1 1.2 1.3 2.1 2.9 2.10 2.11") {
		add("review", n)
	}
	for _, n := range strings.Fields("1 2 3") {
		add("plan", n)
	}
	tests := []struct{ ref, want string }{
		{"para 2.9", "review/2.9"},
		{"paras 2.9–2.11", "review/2.9 review/2.10 review/2.11"},
		{"paras 2.9-11", "review/2.9 review/2.10 review/2.11"},
		{"paras 1.3 to 2.1", "review/1.3 review/2.1"},
		{"para 2", "plan/2"},
		{"HC 12, para 1.1", "review/1.1"},
		{"CP 34 para 3", "plan/3"},
		{"(Home Office, 2021, para. 3)", "plan/3"},
		{"Home Office. (2021, June). A plan (CP 34).", "plan/1 plan/2 plan/3"},
		{"the plan, para 9", "there is no paragraph 9: the plan has paragraphs 1 to 3"},
		{"CP 34 para 9", "there is no paragraph 9: the plan has paragraphs 1 to 3"},
		{"HC 12 para 9", "there is no paragraph 9: “A Review” has paragraphs 1.1 to 2.11"},
		{"CP 99 para 9", "there is no CP 99: the documents here are “A Review” (HC 12) and the plan (CP 34)"},
	}
	r := New(manifests, passages)
	for _, test := range tests {
		got := ""
		ref, err := r.Resolve(test.ref)
		if err != nil {
			got = err.Error()
		} else {
			got = strings.Join(ref.Passages, " ")
		}
		if got != test.want {
			t.Errorf("Resolve(%q) = %s, want %s", test.ref, got, test.want)
		}
	}
}
