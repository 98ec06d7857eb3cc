package layout

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

// TestOutdented sets recommendations without numbers, which begin at the place of
// the numbers, below a paragraph whose text hangs.
func TestOutdented(t *testing.T) {
	p := newPress()
	p.heading(16, "Responses")
	want := []string{"1", "2", "3", "4", "page-1-1", "page-1-2", "5", "6", "7", "8"}
	for n := 1; n <= 8; n++ {
		p.para(fmt.Sprintf("%d.", n), prose(n, 40))
		if n == 2 {
			p.lines("F1", pressSize, 28, 0, 8, "The paragraph goes on. "+prose(30, 30))
		}
		if n == 4 {
			p.plain("Recommendation 1: " + prose(31, 30))
			p.plain("The government accepts this. " + prose(32, 30))
		}
	}
	f := p.finish(t, nil)
	if got := ids(f.result); !slices.Equal(got, want) {
		t.Fatalf("ids are %q, want %q", got, want)
	}
	if q := f.byID["p/2"]; !strings.Contains(q.Text, "\nThe paragraph goes on.") {
		t.Errorf("paragraph 2 is %q", q.Text)
	}
	if q := f.byID["p/4"]; q.Text != prose(4, 40) {
		t.Errorf("paragraph 4 is %q", q.Text)
	}
}

// TestDoubleSpaced sets a judgment whose lines stand more than twice their size
// apart, and its paragraphs more.
func TestDoubleSpaced(t *testing.T) {
	p := newPress()
	p.heading(16, "Judgment")
	for n := 1; n <= 8; n++ {
		p.y -= 15
		for i, l := range wrap(prose(n, 70), pressSize, p.measure-28) {
			p.need(25)
			p.y -= 25 - pressPitch
			if i == 0 {
				l = fmt.Sprintf("%d.   %s", n, l)
			}
			p.y -= pressPitch
			p.set("F1", pressSize, p.x()+28*float64(min(i, 1)), p.y, l)
		}
	}
	f := p.finish(t, nil)
	for n := 1; n <= 8; n++ {
		if q := f.byID[fmt.Sprintf("p/%d", n)]; q == nil || q.Text != prose(n, 70) {
			t.Errorf("paragraph %d is %+v, want %q", n, q, prose(n, 70))
		}
	}
}
