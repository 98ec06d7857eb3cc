package document

import "testing"

func TestTableLines(t *testing.T) {
	rows := [][]string{{"2013", "SOC Strategy 2013", ""}, {"2015", "", "Modern Slavery Act 2015; Serious Crime Act 2015"}}
	tests := []struct {
		name, text string
		rows       [][]string
		want       int
	}{
		{"no table", "Caption\nText", nil, 0},
		{"rows as lines, and a line below", "Caption\n2015 2016\nAvon Good Good\nKent Good Good\nSource", [][]string{{"Avon", "Good", "Good"}, {"Kent", "Good", "Good"}}, 3},
		{"a drawing, and its list below", "Caption\n2013 2015\nSOC Strategy 2013\nModern Slavery Act 2015\nSerious Crime Act 2015\n• Higher penalties", rows, 4},
		{"nothing but a caption", "Caption", rows, 0},
	}
	for _, test := range tests {
		p := &Passage{Text: test.text}
		if test.rows != nil {
			p.Table = &Table{Rows: test.rows}
		}
		if got := p.TableLines(); got != test.want {
			t.Errorf("%s: TableLines() = %d, want %d", test.name, got, test.want)
		}
	}
}
