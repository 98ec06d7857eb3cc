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
		&document.Manifest{Slug: "act", Title: "Regulation (EU) 2016/679 on the free movement of data (General Data Protection Regulation)", TitleAlso: []string{"Data Protection Regulation"},
			Author: "European Union", Series: "Regulation (EU) 2016/679", Published: "2016"},
		&document.Manifest{Slug: "guidelines", Title: "Guidelines 07/2020 on the concept of controller", Published: "2021"},
		&document.Manifest{Slug: "framework", Title: "National Planning Policy Framework", Author: "Ministry of Housing", Published: "2025-12"},
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
	for n := 1; n <= 2; n++ {
		number := strconv.Itoa(n)
		add("act/article-6-lawfulness-"+number, number, document.Place{Scheme: document.SchemeHeading, Group: "article-6-lawfulness", Under: "Article 6 (Lawfulness)", In: ""})
		add("framework/gb6-"+number, number, document.Place{Scheme: document.SchemeHeading, Group: "gb6", Under: "GB6"})
		add("guidelines/5"+number, "5"+number, paragraph)
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
		{"Regulation (EU) 2016/679 on the free movement of data (General Data Protection Regulation) [2016] OJ L119/1, art 5(2)", "act/article-5-principles-2"},
		{"GDPR, art 5(1)(b)", "act/article-5-principles-1"},
		{"Art. 5 para. 2 GDPR", "act/article-5-principles-2"},
		{"Article 5 of the GDPR", "act/article-5-principles-1 act/article-5-principles-2 act/article-5-principles-3"},
		{"arts 5–6 GDPR", "act/article-5-principles-1 act/article-5-principles-2 act/article-5-principles-3 act/article-6-lawfulness-1 act/article-6-lawfulness-2"},
		{"[2016] OJ L119/1, art 5(2)", "-"},
		{"GDPR, arts 5(1) and 6(2)", "act/article-5-principles-1 act/article-6-lawfulness-2"},
		{"GDPR, arts 5(1) and 7(2)", "! there is no article 7 with numbered paragraphs: “Regulation (EU) 2016/679 on the free movement of data (General Data Protection Regulation)” has articles 5 to 6"},
		{"GDPR, Article 5, paras 1 and 3", "act/article-5-principles-1 act/article-5-principles-3"},
		{"GDPR, Article 5(1)(c) and (e)", "act/article-5-principles-1"},
		{"Article 5(1) and (3)", "act/article-5-principles-1 act/article-5-principles-3"},
		{"GDPR", "-"},
		{"GDPR 5", "-"},
		{"GDPR, art 100", "! there is no article 100 with numbered paragraphs: “Regulation (EU) 2016/679 on the free movement of data (General Data Protection Regulation)” has articles 5 to 6"},
		{"GDPR, art 5(4)", "! there is no paragraph 4 in Article 5: it has paragraphs 1 to 3"},
		{"Article 100", "-"},
		{"Guidelines 07/2020, para 51", "guidelines/51"},
		{"EDPB, Guidelines 07/2020 on the concept of controller, para 51", "guidelines/51"},
		{"Smith, Guidelines 08/2020, para 51", "-"},
		{"policy GB6, para 1", "framework/gb6-1"},
		{"NPPF policy GB6(2)", "framework/gb6-2"},
		{"National Planning Policy Framework, policy GB6", "framework/gb6-1 framework/gb6-2"},
		{"policy", "-"},
		{"Home Affairs Committee, Fourth Report of Session 2024–25, Policing the Disorder, HC 381, para 3", "report/3"},
		{"Fourth Report of Session 2024–25, para 3", "-"},
		{"Policing the Disorder: White Paper, para 3", "report/3"},
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
		} else if strings.HasPrefix(test.want, "!") {
			got = "! " + err.Error()
		}
		if got != test.want {
			t.Errorf("Resolve(%q) = %s, want %s", test.ref, got, test.want)
		}
	}
}
