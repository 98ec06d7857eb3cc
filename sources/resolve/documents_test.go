package resolve

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"socsearch/sources/cite"
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
			Number: number, Place: own(number), Label: "para " + number, URL: "/" + slug + "/" + number})
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

// TestOtherCounts cites what has no number in its document's own count, in every
// style, and resolves what is printed: paragraphs that are numbered anew,
// paragraphs that only their page names, and what stands in a foreword's place.
func TestOtherCounts(t *testing.T) {
	manifests := []*document.Manifest{
		{Slug: "report", Title: "A Report", Author: "Home Affairs Committee", Series: "HC 38", Published: "2025"},
		{Slug: "rule", Title: "A Rule", Author: "Office of Rules", Published: "2020"},
		{Slug: "note", Title: "A Note", Author: "Office of Notes", Published: "2021"},
	}
	var passages []document.Passage
	add := func(id string, kind document.Kind, place document.Place, page document.OptionalInt) {
		slug, _, _ := strings.Cut(id, "/")
		passages = append(passages, document.Passage{ID: id, Document: slug, Kind: kind, Number: place.Number.String(), Place: place, Label: place.Label(), Page: page, PageEnd: page, URL: "/" + id})
	}
	add("report/foreword-1", document.KindForeword, document.Place{Scheme: document.SchemeFront, Group: "foreword", Under: "Summary", Ordinal: 1}, 1)
	add("report/foreword-2", document.KindForeword, document.Place{Scheme: document.SchemeFront, Group: "foreword", Under: "Summary", Ordinal: 2}, 1)
	add("report/1", document.KindParagraph, own("1"), 3)
	add("report/2", document.KindParagraph, own("2"), 3)
	add("report/3", document.KindParagraph, own("3"), 4)
	add("report/conclusions-1", document.KindParagraph, document.Place{Scheme: document.SchemeHeading, Group: "conclusions", Under: "Conclusions and recommendations", Number: own("1").Number}, 5)
	add("report/conclusions-2", document.KindParagraph, document.Place{Scheme: document.SchemeHeading, Group: "conclusions", Under: "Conclusions and recommendations", Number: own("2").Number}, 5)
	add("report/page-6-1", document.KindParagraph, document.Place{Scheme: document.SchemePage, Group: "page-6", Page: 6, Ordinal: 1}, 6)
	add("report/page-6-2", document.KindParagraph, document.Place{Scheme: document.SchemePage, Group: "page-6", Page: 6, Ordinal: 2}, 6)
	add("rule/page-3-1", document.KindParagraph, document.Place{Scheme: document.SchemePage, Group: "page-3", Page: 47700, Ordinal: 1}, 47700)
	add("rule/page-3-2", document.KindParagraph, document.Place{Scheme: document.SchemePage, Group: "page-3", Page: 47700, Ordinal: 2}, 47700)
	add("note/page-1-1", document.KindParagraph, document.Place{Scheme: document.SchemeFilePage, Group: "page-1", Page: 1, Ordinal: 1}, 0)
	add("note/page-1-2", document.KindParagraph, document.Place{Scheme: document.SchemeFilePage, Group: "page-1", Page: 1, Ordinal: 2}, 0)
	r := New(manifests, passages)
	for i := range passages {
		p := &passages[i]
		for _, m := range manifests {
			if m.Slug != p.Document {
				continue
			}
			for style, citation := range cite.All(cite.Work{Manifest: m, Pins: cite.Passages(p)}, accessed) {
				got, err := r.Resolve(citation.Text)
				if style.HasPinpoint() && (err != nil || !slices.Equal(got.Passages, []string{p.ID})) {
					t.Errorf("%s: Resolve(%q) = %v, %v, want %s", style, citation.Text, got, err, p.ID)
				}
			}
			if got, err := r.Resolve(m.Title + ", " + p.Label); err != nil || !slices.Equal(got.Passages, []string{p.ID}) {
				t.Errorf("Resolve(%q) = %v, %v, want %s", m.Title+", "+p.Label, got, err, p.ID)
			}
		}
	}
	tests := []struct{ ref, want, others string }{
		{"para 1", "report/1", ""},
		{"conclusion 2", "report/conclusions-2", ""},
		{"conclusions paras 1-2", "report/conclusions-1 report/conclusions-2", ""},
		{"p 6", "report/page-6-1 report/page-6-2", ""},
		{"summary para 2", "report/foreword-2", ""},
		{"page 1 para 2", "note/page-1-2", ""},
	}
	for _, test := range tests {
		got, err := r.Resolve(test.ref)
		if err != nil {
			t.Errorf("Resolve(%q): %v", test.ref, err)
		} else if strings.Join(got.Passages, " ") != test.want || strings.Join(got.Others, " ") != test.others {
			t.Errorf("Resolve(%q) = %v and %v, want %s and %s", test.ref, got.Passages, got.Others, test.want, test.others)
		}
	}
}

// TestWhichDocument: a reference that names no document is to any of them.
func TestWhichDocument(t *testing.T) {
	manifests := []*document.Manifest{{Slug: "a", Title: "Ay"}, {Slug: "b", Title: "Bee"}}
	passages := []document.Passage{
		{ID: "a/7", Document: "a", Kind: document.KindParagraph, Number: "7", Place: own("7"), Label: "para 7", URL: "/a/7"},
		{ID: "b/7", Document: "b", Kind: document.KindParagraph, Number: "7", Place: own("7"), Label: "para 7", URL: "/b/7"},
	}
	r := New(manifests, passages)
	for ref, want := range map[string]string{"para 7": "[a/7] [b/7]", "Bee para 7": "[b/7] []", "a/7": "[a/7] []"} {
		got, err := r.Resolve(ref)
		if err != nil || fmt.Sprint(got.Passages, " ", got.Others) != want {
			t.Errorf("Resolve(%q) = %+v, %v, want %s", ref, got, err, want)
		}
	}
}
