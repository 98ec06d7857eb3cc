package resolve

import (
	"strings"
	"testing"

	"socsearch/sources/document"
)

// TestAlike lists every passage that a reference fits: of boxes and figures of one
// name, and of numbers that a paper prints twice. A page, as labels give it, tells which
// is meant.
func TestAlike(t *testing.T) {
	m := &document.Manifest{Slug: "paper", Title: "A Paper", Series: "CP 5", Published: "2024"}
	one, _ := document.ParseNumber("1")
	var passages []document.Passage
	add := func(anchor string, kind document.Kind, title string, page int, place document.Place) {
		id := "paper/" + anchor
		passages = append(passages, document.Passage{ID: id, Document: "paper", Kind: kind, Number: place.Number.String(), Title: title,
			Page: document.OptionalInt(page), PageEnd: document.OptionalInt(page), Place: place, URL: "/" + id})
	}
	box := func(group string, ordinal int) document.Place {
		return document.Place{Scheme: document.SchemeBox, Group: group, Under: "Example", Ordinal: ordinal}
	}
	figure := document.Place{Scheme: document.SchemeFigure, Group: "figure", Number: one}
	add("1", document.KindParagraph, "", 3, own("1"))
	add("2", document.KindParagraph, "", 3, own("2"))
	add("box-example", document.KindBox, "Example", 4, box("box-example", 1))
	add("box-example-2", document.KindBox, "Example", 5, box("box-example", 2))
	add("figure-1", document.KindFigure, "Figure 1: Crimes", 5, figure)
	add("box-example-3", document.KindBox, "Example", 9, box("box-example-3", 0))
	add("figure-1-2", document.KindFigure, "Figure 1: Police", 12, figure)
	add("table-1", document.KindFigure, "Table 1: Quays by toll", 12, document.Place{Scheme: document.SchemeTable, Group: "table", Number: one})
	add("1-2", document.KindParagraph, "", 14, own("1"))
	document.PrintLabels(passages)
	r := New([]*document.Manifest{m}, passages)
	for ref, want := range map[string]string{
		"para 1":                          "1 1-2",
		"paras 1–2":                       "1 2 1-2",
		"CP 5, para 1, p 14":              "1-2",
		"Figure 1":                        "figure-1 figure-1-2",
		"Figure 1, p 12":                  "figure-1-2",
		"Table 1":                         "table-1",
		"CP 5, table 1":                   "table-1",
		"Table 1: Quays by toll":          "table-1",
		"Table 2":                         "there is no table 2",
		"box “Example”":                   "box-example box-example-2 box-example-3",
		"box “Example”, para 2":           "box-example-2",
		"box “Example”, p 9":              "box-example-3",
		"CP 5, 4 (box “Example”, para 1)": "box-example",
		"Figure 1, p 14":                  "there is no Figure 1",
		"box “Example”, p 14":             "there is no",
	} {
		got, err := r.Resolve(ref)
		if err != nil {
			if !strings.HasPrefix(want, "there is no") || !strings.Contains(err.Error(), "there is no") {
				t.Errorf("Resolve(%q): %v, want %s", ref, err, want)
			}
			continue
		}
		if ids := strings.ReplaceAll(strings.Join(got.Passages, " "), "paper/", ""); ids != want {
			t.Errorf("Resolve(%q) = %s, want %s", ref, ids, want)
		}
	}
	for i := range passages {
		got, err := r.Resolve(passages[i].Label)
		if err != nil || len(got.Passages) != 1 || got.Passages[0] != passages[i].ID {
			t.Errorf("Resolve(%q) = %+v, %v, want %s", passages[i].Label, got, err, passages[i].ID)
		}
	}
}
