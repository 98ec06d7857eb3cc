package layout

import (
	"slices"
	"strings"
	"testing"

	"socsearch/sources/document"

	"github.com/google/go-cmp/cmp"
)

// row sets the lines of a row's cells side by side, each at its column's place.
func (p *press) row(font string, gap float64, places []float64, cells ...string) {
	p.y -= gap
	lines := 0
	for i, cell := range cells {
		for n, text := range strings.Split(cell, "\n") {
			if text != "" {
				p.set(font, pressSize, p.x()+places[i], p.y-pressPitch*float64(n+1), text)
			}
			lines = max(lines, n+1)
		}
	}
	p.y -= pressPitch * float64(lines)
	p.any = true
}

// TestTables sets a table with cells of several lines below a caption, between numbered
// paragraphs, and one whose lines stand equally far apart.
func TestTables(t *testing.T) {
	p := newPress()
	for n := 1; n <= 3; n++ {
		p.para(string(rune('0'+n))+".", prose(n, 40))
	}
	p.heading(12, "Table 2: Tolls by quay")
	places := []float64{0, 120, 260}
	p.row("F2", 14, places, "Quay", "Toll", "Who collects it")
	p.row("F1", 14, places, "The north\nquay", "£4", "The harbour-\nmaster and two\nof the clerks^1^")
	p.row("F1", 14, places, "South quay", "", "Nobody")
	p.row("F1", 14, places, "1. Old quay", "£7 in\nsummer", "The 3 wardens")
	p.notes = append(p.notes, "1 Since the spring.")
	p.y -= 20
	for n := 4; n <= 8; n++ {
		p.para(string(rune('0'+n))+".", prose(n, 40))
	}
	p.heading(12, "Table 3: Boats")
	for i, cells := range [][]string{{"Quay", "Boats", "Crew"}, {"North", "14", "31"}, {"South", "7", "12"}, {"Old", "1", "2"}} {
		p.row([]string{"F2", "F1", "F1", "F1"}[i], 2, places, cells...)
	}
	f := p.finish(t, nil)
	if got, want := labelsOf(f), numbers("para %d", 1, 8); !slices.Equal(got, want) {
		t.Errorf("labels are %q, want %q", got, want)
	}
	q := f.byID["p/table-2"]
	if q == nil {
		t.Fatalf("there is no table-2 among %q", ids(f.result))
	}
	want := &document.Table{
		Columns: []string{"Quay", "Toll", "Who collects it"},
		Rows:    [][]string{{"The north quay", "£4", "The harbour-master and two of the clerks"}, {"South quay", "", "Nobody"}, {"1. Old quay", "£7 in summer", "The 3 wardens"}},
	}
	if diff := cmp.Diff(want, q.Table); diff != "" {
		t.Errorf("its cells (-want +got):\n%s", diff)
	}
	if q.Place.Label() != "Table 2" || q.Title != "Table 2: Tolls by quay" || len(q.Footnotes) != 1 {
		t.Errorf("it is %q with the title %q and %d notes", q.Place.Label(), q.Title, len(q.Footnotes))
	}
	if want := "Table 2: Tolls by quay\nQuay Toll Who collects it\nThe north quay £4 The harbour"; !strings.HasPrefix(q.Text, want) || !strings.Contains(q.Text, "\nSouth quay Nobody\n") {
		t.Errorf("its text is %q, want a row a line, as %q", q.Text, want)
	}
	if n := q.TableLines(); n != 4 {
		t.Errorf("its cells fill %d lines of the text, want 4", n)
	}
	p = newPress()
	for range 2 {
		p.plain(prose(1, 60))
		p.heading(12, "Table 1: Boats")
		for _, cells := range [][]string{{"Quay", "Boats"}, {"North", "14"}, {"South", "7"}, {"Old", "1"}} {
			p.row("F1", 2, places, cells...)
		}
		p.y -= 20
	}
	if got := ids(p.finish(t, nil).result); !slices.Contains(got, "table-1") || !slices.Contains(got, "table-1-2") {
		t.Errorf("two tables 1 have the ids %q", got)
	}
	if q := f.byID["p/table-3"]; q == nil || len(q.Table.Rows) != 3 || q.Table.Rows[1][2] != "12" {
		t.Errorf("table 3 is %+v", q)
	}
}

// TestDoubtfulTables sets what is no table, or one whose rows nothing tells: their text
// stays as it is.
func TestDoubtfulTables(t *testing.T) {
	places := []float64{0, 120, 260}
	for name, set := range map[string]func(*press){
		"prose": func(p *press) { p.plain(prose(30, 60)) },
		"few":   func(p *press) { p.row("F1", 2, places, "Quay", "Toll"); p.row("F1", 2, places, "North", "£4") },
		"spanned": func(p *press) {
			p.row("F2", 14, places, "Quay", "What is collected in the whole of the year")
			p.row("F1", 14, places, "", "Summer", "Winter")
			p.row("F1", 14, places, "North", "4", "5")
			p.row("F1", 14, places, "South", "6", "7")
		},
		"unequal": func(p *press) {
			p.row("F2", 2, places, "Quay", "Toll")
			p.row("F1", 0, places, "The north\nquay", "£4")
			p.row("F1", 0, places, "South", "£7")
			p.row("F1", 0, places, "Old", "£9")
		},
	} {
		p := newPress()
		p.plain(prose(1, 60))
		p.heading(12, "Table 2: Tolls by quay")
		set(p)
		p.y -= 20
		p.plain(prose(2, 60))
		for _, q := range p.finish(t, nil).result.Passages {
			if q.Table != nil || q.Kind == document.KindFigure {
				t.Errorf("%s: %s is a table: %+v", name, q.ID, q.Table)
			}
		}
	}
}
