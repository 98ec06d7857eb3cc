package layout

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

// TestMarginsByChapter sets a report of which each chapter has a margin of its
// own, the longest in the middle.
func TestMarginsByChapter(t *testing.T) {
	p := newPress()
	var want []string
	for chapter := 1; chapter <= 5; chapter++ {
		p.endColumn()
		p.left = 72 + 14*float64(chapter%3)
		p.evenLeft = p.left
		p.heading(20, fmt.Sprintf("Subject %d", chapter))
		for n := 1; n <= 5+6*(chapter%2); n++ {
			p.para(fmt.Sprintf("%d.%d", chapter, n), prose(chapter*20+n, 60))
			want = append(want, fmt.Sprintf("%d.%d", chapter, n))
		}
	}
	if got := ids(p.finish(t, nil).result); !slices.Equal(got, want) {
		t.Errorf("ids are\n%q, want\n%q", got, want)
	}
}

// TestAllTaggedHeading sets a judgment whose every paragraph is tagged as a
// heading.
func TestAllTaggedHeading(t *testing.T) {
	p := newPress()
	p.foot = func(int) string { return "" }
	for n := 1; n <= 12; n++ {
		if n%4 == 1 {
			p.tagged("H1", func() { p.heading(pressSize, fmt.Sprintf("Ground %d", n/4+1)) })
		}
		p.tagged("H1", func() { p.para(fmt.Sprintf("%d.", n), prose(n, 90)) })
		if n%3 == 0 {
			p.endColumn()
		}
	}
	f := p.finish(t, nil)
	if got, want := ids(f.result), numbers("%d", 1, 12); !slices.Equal(got, want) {
		t.Fatalf("ids are\n%q, want\n%q", got, want)
	}
	if got, want := headings(f.result.Contents), []string{"Ground 1", "Ground 2", "Ground 3"}; !slices.Equal(got, want) {
		t.Errorf("headings are %q, want %q", got, want)
	}
}

// TestNotesAfterGap sets notes whose numbers aren't raised and of which one is
// missing, and a paragraph's number with a space before its stop.
func TestNotesAfterGap(t *testing.T) {
	p := newPress()
	for n := 1; n <= 10; n++ {
		note := n
		if n > 4 {
			note = n + 1
		}
		p.para(fmt.Sprintf("3.%d .", n), fmt.Sprintf("Here is a claim^%d^ to be noted. %s", note, prose(n, 60)))
		p.set("F1", noteSize, p.x(), pressBottom, fmt.Sprintf("%d %s", note, prose(n, 8)))
		p.endColumn()
	}
	f := p.finish(t, nil)
	for n := 1; n <= 10; n++ {
		q := f.byID[fmt.Sprintf("p/3.%d", n)]
		if q == nil || len(q.Footnotes) != 1 || q.Footnotes[0].Text != prose(n, 8) || !strings.HasPrefix(q.Text, "Here is a claim to be noted.") {
			t.Errorf("paragraph 3.%d is %+v", n, q)
		}
	}
}

// TestBracketedNotes sets notes as the Official Journal of the EU does: (1), with
// only the digits raised.
func TestBracketedNotes(t *testing.T) {
	p := newPress()
	for n := 1; n <= 8; n++ {
		p.para(fmt.Sprintf("%d.", n), fmt.Sprintf("Here is a claim (^%d^), which (2) is noted. %s", n, prose(n, 60)))
		p.set("F1", noteSize, p.x(), pressBottom, fmt.Sprintf("(^%d^) %s", n, prose(n, 8)))
		p.endColumn()
	}
	f := p.finish(t, nil)
	for n := 1; n <= 8; n++ {
		q := f.byID[fmt.Sprintf("p/%d", n)]
		if q == nil || len(q.Footnotes) != 1 || q.Footnotes[0].Text != prose(n, 8) || !strings.HasPrefix(q.Text, "Here is a claim, which (2) is noted.") {
			t.Errorf("paragraph %d is %+v", n, q)
		}
	}
}
