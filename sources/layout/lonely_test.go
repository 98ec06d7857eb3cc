package layout

import (
	"slices"
	"testing"
)

// TestLonelyHeadings sets headings without text of their own: one above another of
// its level, a list of them, and the last of a part.
func TestLonelyHeadings(t *testing.T) {
	p := newPress()
	p.heading(18, "The quay")
	p.plain(prose(1, 60))
	p.heading(14, "Safety at night")
	p.y -= 20
	p.heading(14, "Lamps")
	p.plain(prose(2, 60))
	p.plain(prose(3, 60))
	p.heading(14, "Closing the gate")
	p.heading(18, "The end")
	p.plain(prose(4, 60))
	f := p.finish(t, nil)
	if got, want := f.byID["p/page-1-2"].Section, []string{"The quay", "Safety at night", "Lamps"}; !slices.Equal(got, want) {
		t.Errorf("the lamps stand below %q, want %q", got, want)
	}
	if q := f.byID["p/page-1-4"]; q == nil || q.Text != "Closing the gate" {
		t.Errorf("the lonely heading is %+v (ids %q)", q, ids(f.result))
	}
	if len(f.result.Doubts) == 0 {
		t.Error("nothing is doubtful, want the lonely heading")
	}
}
