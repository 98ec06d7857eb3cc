package resolve

import (
	"slices"
	"strconv"
	"strings"
	"testing"

	"socsearch/sources/document"
)

// TestSeveral resolves references among papers of different kinds: two that count
// their paragraphs, a law, a committee's report with conclusions, a review with
// annexes. What one alone has leads there, and nothing leads from one to another.
func TestSeveral(t *testing.T) {
	_, c := load(t)
	all := append(manifests(c),
		&document.Manifest{Slug: "act", Title: "Data Protection Regulation", Author: "European Union", Published: "2016"},
		&document.Manifest{Slug: "report", Title: "Policing the Disorder", Author: "Home Affairs Committee", Series: "HC 381", Published: "2025"},
		&document.Manifest{Slug: "review", Title: "A Review of Ports", Author: "Department for Transport", Series: "HC 12", Published: "2019"})
	passages := slices.Clone(c.Passages)
	add := func(id, number string, place document.Place) {
		slug, _, _ := strings.Cut(id, "/")
		place.Number, _ = document.ParseNumber(number)
		passages = append(passages, document.Passage{ID: id, Document: slug, Kind: document.KindParagraph, Number: number, Place: place, URL: "/" + id})
	}
	recital := document.Place{Scheme: document.SchemeRecital, Group: "recital"}
	article := document.Place{Scheme: document.SchemeHeading, Group: "article-5-principles", Under: "Article 5"}
	paragraph := document.Place{Scheme: document.SchemeParagraph}
	conclusion := document.Place{Scheme: document.SchemeHeading, Group: "conclusions", Under: "Conclusions and recommendations"}
	for n := 1; n <= 30; n++ {
		number := strconv.Itoa(n)
		add("act/recital-"+number, number, recital)
	}
	for n := 1; n <= 3; n++ {
		number := strconv.Itoa(n)
		add("act/article-5-principles-"+number, number, article)
	}
	for n := 1; n <= 20; n++ {
		number := strconv.Itoa(n)
		add("report/"+number, number, paragraph)
	}
	for n := 1; n <= 5; n++ {
		number := strconv.Itoa(n)
		add("report/conclusions-"+number, number, conclusion)
	}
	for _, n := range strings.Fields("2.11 2.12.1 2.12.2 A1.1 A1.2 A1.3") {
		add("review/"+strings.ToLower(n), n, paragraph)
	}
	r := New(all, passages)
	tests := []struct{ ref, want string }{
		{"recital 26", "act/recital-26"},
		{"recital (26)", "act/recital-26"},
		{"recitals 3–5", "act/recital-3 act/recital-4 act/recital-5"},
		{"Data Protection Regulation, recital 26", "act/recital-26"},
		{"European Union, Data Protection Regulation (2016), recital 26", "act/recital-26"},
		{"recital 31", "-"},
		{"Article 5(2)", "act/article-5-principles-2"},
		{"art. 5(1)(a)", "act/article-5-principles-1"},
		{"Article 8 ECHR", "-"},
		{"Article 99", "-"},
		{"Directive (EU) 2015/849, recital 4", "-"},
		{"conclusion 3", "report/conclusions-3"},
		{"conclusions 2 and 3", "report/conclusions-2 report/conclusions-3"},
		{"recommendation 4", "report/conclusions-4"},
		{"HC 381, conclusion 3", "report/conclusions-3"},
		{"HC 381, recommendation 9", "-"},
		{"HC 381 para 3", "report/3"},
		{"HC 381, paras 3–5", "report/3 report/4 report/5"},
		{"Home Affairs Committee, Policing the Disorder (HC 381, 2025) para 3", "report/3"},
		{"(Home Affairs Committee, 2025, para. 3)", "report/3"},
		{"(Home Affairs Committee, 2025, conclusion 3)", "report/conclusions-3"},
		{"(Home Affairs Committee, 2018, para. 3)", "-"},
		{"HC 381, para 79", "-"},
		{"HC 381, Figure 7", "-"},
		{"HC 381, Annex A, NCA", "-"},
		{"HC 381, fn 39", "-"},
		{"para A1.2", "review/a1.2"},
		{"HC 12, A1.2", "review/a1.2"},
		{"HC 12, paras A1.1–A1.3", "review/a1.1 review/a1.2 review/a1.3"},
		{"para 2.12.2", "review/2.12.2"},
		{"HC 12 para 79", "-"},
		{"para 79", "strategy/79"},
		{"para 3", "strategy/3"},
		{"Cm 9718, conclusion 3", "-"},
		{"Cm 9718, recital 3", "-"},
		{"the strategy, Article 5(1)", "-"},
		{"the strategy, para A1.2", "-"},
		{"Annex A, NCA", "strategy/annex-nca"},
		{"Figure 4", "strategy/figure-4"},
		{"Serious Crime Act 2015, recital 3", "-"},
		{"HC 999, conclusion 3", "-"},
		{"Human Rights Act 1998, Article 5(1)", "-"},
		{"Treaty on European Union, Article 5(1)", "-"},
		{"Justice Committee, recommendation 4", "-"},
	}
	for _, test := range tests {
		got := "-"
		if ref, err := r.Resolve(test.ref); err == nil {
			got = strings.Join(ref.Passages, " ")
		}
		if got != test.want {
			t.Errorf("Resolve(%q) = %s, want %s", test.ref, got, test.want)
		}
	}
}
