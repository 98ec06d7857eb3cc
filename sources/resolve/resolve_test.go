package resolve

import (
	"errors"
	"fmt"
	"strings"
	"testing"
)

// TestResolve holds what people write to what they mean. Passages are written
// without their document, long lists as "first … last (how many)".
func TestResolve(t *testing.T) {
	tests := []struct{ ref, kind, passages, url string }{
		{"para 79", "paragraph", "79", "/strategy/79"},
		{"paragraph 79", "paragraph", "79", "/strategy/79"},
		{"Paragraph 79.", "paragraph", "79", "/strategy/79"},
		{"para. 79", "paragraph", "79", "/strategy/79"},
		{"para79", "paragraph", "79", "/strategy/79"},
		{"79", "paragraph", "79", "/strategy/79"},
		{" [79] ", "paragraph", "79", "/strategy/79"},
		{"¶79", "paragraph", "79", "/strategy/79"},
		{"¶ 79", "paragraph", "79", "/strategy/79"},
		{"§79", "paragraph", "79", "/strategy/79"},
		{"see para 79 of the strategy", "paragraph", "79", "/strategy/79"},
		{"79-82", "paragraph", "79 80 81 82", "/strategy/79-82"},
		{"79–82", "paragraph", "79 80 81 82", "/strategy/79-82"},
		{"[79]–[82]", "paragraph", "79 80 81 82", "/strategy/79-82"},
		{"paras 79-82", "paragraph", "79 80 81 82", "/strategy/79-82"},
		{"paras 79 – 82", "paragraph", "79 80 81 82", "/strategy/79-82"},
		{"paragraphs 79 to 82", "paragraph", "79 80 81 82", "/strategy/79-82"},
		{"para 79 to para 82", "paragraph", "79 80 81 82", "/strategy/79-82"},
		{"paras 134–37", "paragraph", "134 135 136 137", "/strategy/134-137"},
		{"paras 101–3", "paragraph", "101 102 103", "/strategy/101-103"},
		{"paras 3, 79–82", "paragraph", "3 79 80 81 82", "/strategy/3,79-82"},
		{"paras 82, 3 and 79", "paragraph", "3 79 82", "/strategy/3,79,82"},
		{"paras 3 & 4", "paragraph", "3 4", "/strategy/3-4"},
		{"paras 1-207", "paragraph", "1 … 207 (207)", "/strategy/1"},

		{"p 31", "page", "77 78 79 80", "/strategy/page/31"},
		{"page 31", "page", "77 78 79 80", "/strategy/page/31"},
		{"p.31", "page", "77 78 79 80", "/strategy/page/31"},
		{"pp 31-32", "page", "77 … 83 (10)", "/strategy/page/31"},
		{"page 31 of the strategy", "page", "77 78 79 80", "/strategy/page/31"},
		{"para 79, p 31", "paragraph", "79", "/strategy/79"},
		{"p 31, para 79", "paragraph", "79", "/strategy/79"},
		{"Part Three, para 79", "paragraph", "79", "/strategy/79"},

		{"fn 39", "footnote", "70", "/strategy/70#fn-39"},
		{"footnote 39", "footnote", "70", "/strategy/70#fn-39"},
		{"n 39", "footnote", "70", "/strategy/70#fn-39"},
		{"note 39", "footnote", "70", "/strategy/70#fn-39"},
		{"para 70, fn 39", "footnote", "70", "/strategy/70#fn-39"},
		{"fns 39, 42", "footnote", "70 73", "/strategy/70,73#fn-39"},
		{"strategy/70#fn-39", "footnote", "70", "/strategy/70#fn-39"},

		{"Figure 7", "figure", "figure-7", "/strategy/figure-7"},
		{"fig 7", "figure", "figure-7", "/strategy/figure-7"},
		{"Figs. 5–7", "figure", "figure-5 figure-6 figure-7", "/strategy/figure-5,figure-6,figure-7"},

		{"box Firearms and Drugs", "box", "box-firearms-and-drugs box-firearms-and-drugs-2 box-firearms-and-drugs-3 box-firearms-and-drugs-4", "/strategy/box-firearms-and-drugs"},
		{"Box “Firearms & Drugs”, para 2", "box", "box-firearms-and-drugs-2", "/strategy/box-firearms-and-drugs-2"},
		{"box Joint Money Laundering Intelligence Taskforce para 1", "box", "box-joint-money-laundering-intelligence-taskforce", "/strategy/box-joint-money-laundering-intelligence-taskforce"},
		{"box on page 29", "box", "box-page-29 box-page-29-2", "/strategy/box-page-29"},
		{"box on page 49", "box", "box-operation-guardian", "/strategy/box-operation-guardian"},

		{"Annex A NCA", "annex", "annex-nca", "/strategy/annex-nca"},
		{"Annex A, National Crime Agency", "annex", "annex-nca", "/strategy/annex-nca"},
		{"Annexe A: the NCA", "annex", "annex-nca", "/strategy/annex-nca"},
		{"Annex A, Department for Business, Energy & Industrial Strategy", "annex", "annex-beis", "/strategy/annex-beis"},
		{"Annex A, MI5 and NCA", "annex", "annex-nca annex-mi5", "/strategy/annex-nca,annex-mi5"},
		{"Annex A", "part", "annex-action-fraud … annex-ukpps (38)", "/?document=strategy&part=annex-a"},

		{"foreword para 3", "foreword", "foreword-3", "/strategy/foreword-3"},
		{"Foreword, paras 2–3", "foreword", "foreword-2 foreword-3", "/strategy/foreword-2,foreword-3"},
		{"foreword", "foreword", "foreword-1 … foreword-7 (7)", "/strategy/foreword-1"},

		{"Obj 2", "objective", "97 … 135 (44)", "/?document=strategy&objective=2"},
		{"Objective two", "objective", "97 … 135 (44)", "/?document=strategy&objective=2"},
		{"Part Four", "part", "190 … 207 (18)", "/?document=strategy&part=part-four"},
		{"pt 4", "part", "190 … 207 (18)", "/?document=strategy&part=part-four"},
		{"Part IV", "part", "190 … 207 (18)", "/?document=strategy&part=part-four"},
		{"Part Three, Objective 2", "objective", "97 … 135 (44)", "/?document=strategy&objective=2&part=part-three"},
		{"Executive Summary", "part", "1 … 7 (7)", "/?document=strategy&part=executive-summary"},

		{"roles Home Office", "role", "roles: home-office home-office-2 home-office-3", "/roles/home-office"},
		{"Roles and responsibilities, Home Office, para 2", "role", "roles: home-office-2", "/roles/home-office-2"},
		{"Home Office, para 2", "role", "roles: home-office-2", "/roles/home-office-2"},
		{"roles page, HMPPS", "role", "roles: hmpps", "/roles/hmpps"},

		{"strategy para 79", "paragraph", "79", "/strategy/79"},
		{"Cm 9718 para 79", "paragraph", "79", "/strategy/79"},
		{"Cm9718, [79]", "paragraph", "79", "/strategy/79"},
		{"strategy 79", "paragraph", "79", "/strategy/79"},
		{"strategy/79", "paragraph", "79", "/strategy/79"},
		{"/strategy/79-82", "paragraph", "79 80 81 82", "/strategy/79-82"},
		{"/strategy/page/31", "page", "77 78 79 80", "/strategy/page/31"},
		{"https://soc.example.org/strategy/box-page-29-2", "box", "box-page-29-2", "/strategy/box-page-29-2"},
		{"Home Office, Serious & Organised Crime Strategy (Cm 9718, November 2018), paragraph 79", "paragraph", "79", "/strategy/79"},
		{"paras 3, 79-82; Figure 7; Annex A, NCA", "paragraph", "3 … annex-nca (7)", "/strategy/3,79-82,figure-7,annex-nca"},
		{"p 9 fn 10", "footnote", "11", "/strategy/11#fn-10"},
		{"p 44, fn 64", "footnote", "123", "/strategy/123#fn-64"},
		{"paras 79,82", "paragraph", "79 82", "/strategy/79,82"},
		{"para 7(b)", "paragraph", "7", "/strategy/7"},
		{"para 36(a)", "paragraph", "36", "/strategy/36"},
		{"para 7(b)(ii)", "paragraph", "7", "/strategy/7"},
		{"Cm 9718", "document", "foreword-1 … annex-ukpps (287)", "/strategy"},
		{"https://www.gov.uk/government/publications/serious-and-organised-crime-strategy-2018", "document", "foreword-1 … annex-ukpps (287)", "/strategy"},
	}
	r, _ := load(t)
	for _, test := range tests {
		got, err := r.Resolve(test.ref)
		if err != nil {
			t.Errorf("Resolve(%q): %v", test.ref, err)
			continue
		}
		if s := short(got); s != test.passages || string(got.Kind) != test.kind || got.URL != test.url {
			t.Errorf("Resolve(%q) = %s %q %s, want %s %q %s", test.ref, got.Kind, s, got.URL, test.kind, test.passages, test.url)
		}
	}
}

// short writes the passages of a reference as the table has them.
func short(ref *Reference) string {
	var names []string
	for _, id := range ref.Passages {
		names = append(names, strings.TrimPrefix(id, ref.Document+"/"))
	}
	s := strings.Join(names, " ")
	if n := len(names); n > 5 {
		s = fmt.Sprintf("%s … %s (%d)", names[0], names[n-1], n)
	}
	if ref.Document != "strategy" {
		s = ref.Document + ": " + s
	}
	return s
}

func TestMissing(t *testing.T) {
	tests := []struct{ ref, want string }{
		{"para 300", "there is no paragraph 300: the strategy has paragraphs 1 to 207"},
		{"300", "there is no paragraph 300: the strategy has paragraphs 1 to 207"},
		{"paras 200-300", "there is no paragraph 300: the strategy has paragraphs 1 to 207"},
		{"paras 82-79", "there is no range from paragraph 82 back to 79: the strategy has paragraphs 1 to 207"},
		{"para 0", "there is no paragraph 0: the strategy has paragraphs 1 to 207"},
		{"p 71", "there is no page 71: the strategy has printed pages 3 to 70"},
		{"p 8", "there is no passage on page 8: the strategy has printed pages 3 to 70, some of them blank"},
		{"fn 83", "there is no footnote 83: the strategy has footnotes 1 to 82"},
		{"Figure 8", "there is no figure 8: the strategy has figures 1 to 7"},
		{"Annex B", "there is no Annex B: the strategy has Annex A"},
		{"Annex A, Bank of England", "there is no “bank of england” in Annex A: Annex A has 38 entries, Action Fraud to UK Protected Person Service"},
		{"foreword para 8", "there is no paragraph 8 in the foreword: it has paragraphs 1 to 7"},
		{"box Firearms and Drugs, para 5", "there is no paragraph 5 in the box “Firearms and Drugs”: it has paragraphs 1 to 4"},
		{"strategy, box Guns", "there is no box “guns”: the strategy has the boxes “Case Study”, “Harnessing Science and Technology”, “Firearms and Drugs”, “Organised Immigration Crime”, “Testing and Exercising”, “WePROTECT Global Alliance”, “Action Fraud”, “Operation Guardian” and “Joint Money Laundering Intelligence Taskforce (JMLIT)”"},
		{"Objective 5", "there is no Objective 5: the strategy has objectives 1 to 4"},
		{"Part Five", "there is no Part Five: the strategy has Part One, Part Two, Part Three and Part Four"},
		{"Cm 8715 para 79", "there is no Cm 8715: the documents here are the strategy (Cm 9718) and the roles page"},
		{"para 79, p 5", "there is no para 79 on page 5: the strategy has it on page 31"},
		{"Part Two, para 79", "there is no para 79 in Part Two: the strategy has it in Part Three"},
		{"Part Two, Objective 1", "there is no passage in Part Two and under Objective 1: the strategy has none there"},
		{"p 10 fn 10", "there is no footnote 10 on page 10: the strategy has it in para 11, on page 9"},
		{"p 31 fn 10", "there is no footnote 10 on page 31: the strategy has it in para 11, on page 9"},
		{"para 71, fn 39", "there is no footnote 39 there: the strategy has it in para 70"},
		{"roles para 3", "there is no paragraph 3: the roles page has no numbered paragraphs"},
		{"roles p 3", "there is no page 3: the roles page has no printed pages"},
		{"roles Home Office para 4", "there is no paragraph 4 in Home Office: it has paragraphs 1 to 3"},
	}
	r, _ := load(t)
	for _, test := range tests {
		got, err := r.Resolve(test.ref)
		var missing *MissingError
		if !errors.As(err, &missing) {
			t.Errorf("Resolve(%q) = %+v, %v, want a MissingError", test.ref, got, err)
		} else if err.Error() != test.want {
			t.Errorf("Resolve(%q): %v, want %s", test.ref, err, test.want)
		}
		if missing != nil && missing.Bare != (test.ref == "300") {
			t.Errorf("Resolve(%q): Bare = %v", test.ref, missing.Bare)
		}
	}
}

func TestNotReference(t *testing.T) {
	r, _ := load(t)
	for _, ref := range []string{
		"", ";", "para", "paragraph", "page", "79 arrests", "para 79 drugs", "cyber crime", "Home Office", "NCA", "Lockcode Limited",
		"HM Government", "box", "box cutter", "note", "annex", "objective", "part", "part of the problem", "2018/19", "£50 million", "3.5 million",
		"45%", "45 %", "the 45%", `"45%"`, "£40", "$50", "5,145", "para 5,145", "100%", "-79", "−79", "–79", `"79"`,
		"007", "the", "firearms and drugs", "Home Office 2018", "https://www.gov.uk/", strings.Repeat("79 ", 1000),
	} {
		if got, err := r.Resolve(ref); err != ErrNotReference {
			t.Errorf("Resolve(%q) = %+v, %v, want ErrNotReference", ref, got, err)
		}
	}
}
