package split

import (
	"strings"
	"testing"

	"socsearch/sources/document"
)

// What a manifest says of a drawing holds its lines, all of them and no others.
func TestCheckCells(t *testing.T) {
	const text = "Caption\n2013 2015\nSOC Strategy 2013\nSerious Crime Act 2015\n• Higher penalties"
	tests := []struct {
		name  string
		rows  [][]string
		wrong string // in the error; "" for none
	}{
		{"all lines", [][]string{{"2013", "SOC Strategy 2013"}, {"2015", "Serious Crime Act 2015"}}, ""},
		{"one is lacking", [][]string{{"2013", "SOC Strategy 2013"}, {"2015", ""}}, "lack the line"},
		{"one is invented", [][]string{{"2013", "SOC Strategy 2013"}, {"2015", "Serious Crime Act 2015; Theft Act 1968"}}, "no line of the figure"},
		{"a cell too many", [][]string{{"2013", "SOC Strategy 2013", ""}, {"2015", "Serious Crime Act 2015"}}, "columns"},
	}
	for _, test := range tests {
		p := &document.Passage{Text: text, Table: &document.Table{Columns: []string{"Year", "Named"}, Rows: test.rows}}
		got := ""
		if err := checkCells(p); err != nil {
			got = err.Error()
		}
		if test.wrong == "" && got != "" || !strings.Contains(got, test.wrong) {
			t.Errorf("%s: checkCells says %q, want %q", test.name, got, test.wrong)
		}
	}
}
