package cite

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"socsearch/sources/document"
)

// superseded is what every record of the strategy says, in the words that a reader
// needs: by what, since when, where.
const superseded = "Serious and Organised Crime Strategy (Cm 9718) has been superseded by No place to hide: serious and organised crime strategy 2023 to 2028 (CP 992, December 2023): " +
	"https://www.gov.uk/government/publications/serious-and-organised-crime-strategy-2023-to-2028"

func TestBibTeX(t *testing.T) {
	got := BibTeX(works(t, "strategy/3", "strategy/79", "strategy/80", "strategy/figure-7", "roles/home-office-2"), accessed)
	want := `% \cite[{paras 3, 79–80, pp 5–6, 31; Figure 7, pp 55–56}]{hm-government-2018-strategy}
@techreport{hm-government-2018-strategy,
  author       = {{HM Government}},
  title        = {Serious and Organised Crime Strategy},
  type         = {Command Paper},
  number       = {Cm~9718},
  institution  = {Home Office},
  year         = {2018},
  month        = nov,
  isbn         = {978-1-5286-0784-1},
  url          = {` + strategyURL + `},
  urldate      = {2026-11-21},
  comment      = {paras 3, 79–80, pp 5–6, 31; Figure 7, pp 55–56. ` + superseded + `},
}

% \cite[{Home Office, para 2}]{lockcode-limited-2020-roles}
@online{lockcode-limited-2020-roles,
  author       = {{Lockcode Limited}},
  title        = {The {UK’s} Serious and Organised Crime Strategy: Roles \& Responsibilities},
  year         = {2020},
  comment      = {Home Office, para 2},
}
`
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("BibTeX (-want +got)\n%s", diff)
	}
}

func TestRIS(t *testing.T) {
	got := RIS(works(t, "strategy/79", "roles/home-office-2"), accessed)
	want := `TY  - RPRT
ID  - hm-government-2018-strategy
AU  - HM Government
TI  - Serious and Organised Crime Strategy
PY  - 2018
DA  - 2018/11/01/
PB  - Home Office
SN  - Cm 9718
M3  - Command Paper
UR  - ` + strategyURL + `
Y2  - 2026/11/21/
LA  - en-GB
N1  - para 79, p 31
N1  - ISBN 978-1-5286-0784-1
N1  - ` + superseded + `
ER  - 

TY  - ELEC
ID  - lockcode-limited-2020-roles
AU  - Lockcode Limited
TI  - The UK’s Serious and Organised Crime Strategy: Roles & Responsibilities
PY  - 2020
PB  - Lockcode Limited
LA  - en-GB
N1  - Home Office, para 2
ER  - 

`
	if diff := cmp.Diff(strings.ReplaceAll(want, "\n", "\r\n"), got); diff != "" {
		t.Errorf("RIS (-want +got)\n%s", diff)
	}
}

func TestCSLJSON(t *testing.T) {
	got := CSLJSON(works(t, "strategy/79", "roles/home-office-2"), accessed)
	got = strings.Join(strings.Fields(got), " ")
	want := `[ { "id": "hm-government-2018-strategy", "type": "report", "title": "Serious and Organised Crime Strategy", ` +
		`"author": [ { "literal": "HM Government" } ], "issued": { "date-parts": [ [ 2018, 11, 1 ] ] }, "number": "Cm 9718", ` +
		`"publisher": "Home Office", "ISBN": "978-1-5286-0784-1", "URL": "` + strategyURL + `", ` +
		`"accessed": { "date-parts": [ [ 2026, 11, 21 ] ] }, "language": "en-GB", "note": "para 79, p 31. ` + superseded + `" }, ` +
		`{ "id": "lockcode-limited-2020-roles", "type": "webpage", "title": "The UK’s Serious and Organised Crime Strategy: Roles & Responsibilities", ` +
		`"author": [ { "literal": "Lockcode Limited" } ], "issued": { "date-parts": [ [ 2020 ] ] }, ` +
		`"publisher": "Lockcode Limited", "language": "en-GB", "note": "Home Office, para 2" } ]`
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("CSLJSON (-want +got)\n%s", diff)
	}
	if got := CSLJSON(nil, accessed); got != "[]\n" {
		t.Errorf("CSLJSON of nothing = %q, want []", got)
	}
}

// awkward is a document whose every field holds what some format would trip over.
var awkward = Work{Manifest: &document.Manifest{
	Slug: "costs", Title: `R&D_100%: “costs” – $5 ~ # é`, TitleSentence: `R&D_100%: “costs” – $5 ~ # é`,
	Author: "Department for Energy & Industrial Strategy", Publisher: "Home Office",
	Series: "Cm 1", Published: "2019-05", LandingPage: "https://example.org/a_b?c=%20&d#e",
}}

func TestBibTeXEscapes(t *testing.T) {
	got := BibTeX([]Work{awkward}, accessed)
	for _, want := range []string{
		`{{Department for Energy \& Industrial Strategy}}`,
		`= {R\&D\_100\%: “costs” – \$5 \textasciitilde{} \# é},`,
		`{https://example.org/a_b?c=%20&d#e}`,
	} {
		if !strings.Contains(got, want) {
			t.Errorf("BibTeX = %s\nwant %s in it", got, want)
		}
	}
	if got := escapeLaTeX(`{\}`); got != `\textbraceleft{}\textbackslash{}\textbraceright{}` {
		t.Errorf("escapeLaTeX of braces = %q", got)
	}
}
