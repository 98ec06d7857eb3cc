package layout

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"socsearch/sources/document"
	"socsearch/sources/pdf"
	"socsearch/sources/split"
)

// readCase splits one of the small papers of ../shared/cases, which are no part of
// the project: the test is skipped where they aren't there.
func readCase(t *testing.T, name string) *split.Result {
	t.Helper()
	path := filepath.Join("..", "..", "..", "shared", "cases", name)
	if _, err := os.Stat(path); err != nil {
		t.Skipf("no %s beside the project: %v", name, err)
	}
	d, err := pdf.Read(context.Background(), path, pdf.Limits{})
	if err != nil {
		t.Fatal(err)
	}
	r, err := Split(&document.Manifest{Slug: "p", Title: "A paper", File: filepath.Base(path)}, d)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// labelled returns how a person names the numbered passages, in order.
func labelled(r *split.Result) []string {
	var list []string
	for i := range r.Passages {
		if p := &r.Passages[i]; p.Number != "" && p.Kind == document.KindParagraph {
			list = append(list, p.Place.Label())
		}
	}
	return list
}

var opensWithNumber = regexp.MustCompile(`^\d{1,3}(?:\.\d+)*[.)]?\s`)

// TestShownCases holds the papers that were given with what is right in them
// against that.
func TestShownCases(t *testing.T) {
	criteria := numbers("para %d", 1, 9)
	for standard := 1; standard <= 4; standard++ {
		criteria = append(criteria, numbers(fmt.Sprintf("para %d.%%d", standard), 1, 5)...)
	}
	tests := []struct {
		name string
		want []string // labels of numbered passages
	}{
		{"annexes-alike", slices.Concat(numbers("para %d", 1, 6), numbers("Annex 1, para %d", 1, 5), numbers("Annex 2, para %d", 1, 5), numbers("Annex 3, para %d", 1, 5))},
		{"first-page-lost", slices.Concat(numbers("para 1.%d", 1, 4), numbers("para 2.%d", 1, 4), numbers("para 3.%d", 1, 4))},
		{"inner-list-longer", slices.Concat(numbers("para %d", 1, 7), numbers("Draft resolution on the night watch, para %d", 1, 14))},
		{"marginal-references", slices.Concat(numbers("para 1.%d", 1, 6), numbers("para 2.%d", 1, 6))},
		{"no-printed-pages", numbers("para %d", 1, 40)},
		{"restarts-under-codes", slices.Concat(numbers("W1, para %d", 1, 3), numbers("W2, para %d", 1, 2), numbers("W3, para %d", 1, 1), numbers("W4, para %d", 1, 3),
			numbers("R1, para %d", 1, 1), numbers("R2, para %d", 1, 2), numbers("C1, para %d", 1, 1), numbers("C2, para %d", 1, 3))},
		{"stamped-scan", numbers("para %d", 1, 12)},
		{"two-schemes", criteria},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			r := readCase(t, "pdf/"+test.name+".pdf")
			if got := labelled(r); !slices.Equal(got, test.want) {
				t.Errorf("labels are\n%q, want\n%q", got, test.want)
			}
			for _, p := range r.Passages {
				if opensWithNumber.MatchString(p.Text) || strings.Contains(p.Text, "Rule") || strings.Contains(p.Text, "Digitized") {
					t.Errorf("%s begins with its number, or holds what stands beside it: %q", p.ID, p.Text)
				}
				if printed := !strings.HasPrefix(test.name, "no-") && !strings.HasPrefix(test.name, "first-") && !strings.HasPrefix(test.name, "stamped-"); printed != (p.Page > 0) {
					t.Errorf("%s stands on page %d", p.ID, p.Page)
				}
			}
		})
	}
}

// TestShownText holds what is right within the text of the other papers.
func TestShownText(t *testing.T) {
	t.Run("recommendations", func(t *testing.T) {
		r := readCase(t, "pdf/long-text-tagged-heading.pdf")
		under := map[string]int{}
		for _, p := range r.Passages {
			under[p.Section[len(p.Section)-1]] += strings.Count(p.Text, "(i")
		}
		for _, h := range []string{"(a) Lamps", "(b) Gates", "(c) Ledgers"} {
			if under[h] == 0 {
				t.Errorf("no recommendation stands below %q: %v", h, under)
			}
		}
	})
	tests := []struct{ file, holds, without string }{
		{"superscript", "It held 400 m² of floor and 10⁶ crates on the 21st day.", ""},
		{"linehyphen", "checked by an independent assessor, and the counter-smuggling unit met the organisation that runs the long-standing register of goods.", ""},
		{"whitetext", "The award is 485,000 pounds in all and the end of it", "unseenphrase"},
	}
	for _, test := range tests {
		t.Run(test.file, func(t *testing.T) {
			p := readCase(t, "inputs/"+test.file+"/"+test.file+".pdf").Passages[2]
			if !strings.Contains(p.Text, test.holds) || test.without != "" && strings.Contains(p.Text, test.without) {
				t.Errorf("paragraph 3 is %q, want one with %q", p.Text, test.holds)
			}
			if test.file == "superscript" && (len(p.Footnotes) != 2 || p.Footnotes[0].Number != "1" || p.Footnotes[1].Number != "2") {
				t.Errorf("its notes are %+v, want 1 and 2", p.Footnotes)
			}
		})
	}
}
