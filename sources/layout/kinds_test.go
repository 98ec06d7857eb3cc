package layout

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

// labelsOf returns how the numbered passages of what was set are named.
func labelsOf(f *fixture) []string { return labelled(f.result) }

// TestCodes sets policies under codes, of which each counts anew and some have one
// paragraph alone.
func TestCodes(t *testing.T) {
	p := newPress()
	var want []string
	for code, n := range []int{3, 2, 1, 3, 1, 2, 4} {
		p.heading(14, fmt.Sprintf("DM%d: A policy on matter %d", code+1, code))
		for i := 1; i <= n; i++ {
			p.para(fmt.Sprintf("%d.", i), prose(10*code+i, 40))
			want = append(want, fmt.Sprintf("DM%d, para %d", code+1, i))
		}
	}
	if got := labelsOf(p.finish(t, nil)); !slices.Equal(got, want) {
		t.Errorf("labels are\n%q, want\n%q", got, want)
	}
}

// TestTwoSchemes sets an introduction with numbers of its own before criteria with
// numbers by chapter.
func TestTwoSchemes(t *testing.T) {
	p := newPress()
	p.heading(16, "Introduction")
	for n := 1; n <= 6; n++ {
		p.para(fmt.Sprintf("%d.", n), prose(n, 60))
	}
	p.heading(16, "Criteria")
	want := numbers("para %d", 1, 6)
	for chapter := 1; chapter <= 3; chapter++ {
		p.heading(13, fmt.Sprintf("Standard on matter %d", chapter))
		for n := 1; n <= 5; n++ {
			p.para(fmt.Sprintf("%d.%d", chapter, n), prose(20*chapter+n, 40))
			want = append(want, fmt.Sprintf("para %d.%d", chapter, n))
		}
	}
	if got := labelsOf(p.finish(t, nil)); !slices.Equal(got, want) {
		t.Errorf("labels are\n%q, want\n%q", got, want)
	}
}

// TestInnerList sets a report whose draft resolution has more numbers than itself,
// farther right.
func TestInnerList(t *testing.T) {
	p := newPress()
	p.heading(16, "Introduction")
	for n := 1; n <= 6; n++ {
		p.para(fmt.Sprintf("%d.", n), prose(n, 50))
	}
	p.heading(14, "Draft decision")
	for n := 1; n <= 11; n++ {
		p.lines("F1", pressSize, 70, 28, 8, fmt.Sprintf("%d.   %s", n, prose(30+n, 50)))
	}
	want := append(numbers("para %d", 1, 6), numbers("Draft decision, para %d", 1, 11)...)
	if got := labelsOf(p.finish(t, nil)); !slices.Equal(got, want) {
		t.Errorf("labels are\n%q, want\n%q", got, want)
	}
}

// TestSideNotes sets references left of the numbers of some paragraphs.
func TestSideNotes(t *testing.T) {
	p := newPress()
	p.left, p.evenLeft, p.measure = 150, 150, 380
	for n := 1; n <= 12; n++ {
		p.need(60)
		y := p.y - 8 - pressPitch
		if n%2 == 1 {
			p.set("F1", pressSize, 72, y, fmt.Sprintf("Rule %d(2)", n))
			p.set("F1", pressSize, 72, y-pressPitch, "and (3)")
		}
		p.para(fmt.Sprintf("2.%d", n), prose(n, 30))
	}
	f := p.finish(t, nil)
	if got, want := ids(f.result), numbers("2.%d", 1, 12); !slices.Equal(got, want) {
		t.Errorf("ids are\n%q, want\n%q", got, want)
	}
	for n := 1; n <= 12; n++ {
		if q := f.byID[fmt.Sprintf("p/2.%d", n)]; q != nil && q.Text != prose(n, 30) {
			t.Errorf("paragraph 2.%d is %q", n, q.Text)
		}
	}
	if f.result.Account.Words[SideNote] == 0 {
		t.Errorf("no side note is left out: %v", f.result.Account.Words)
	}
}

// TestPowers sets raised digits that are no marks: of a unit and of a power.
func TestPowers(t *testing.T) {
	p := newPress()
	for n := 1; n <= 8; n++ {
		text := prose(n, 40)
		var notes []string
		if n == 2 {
			text = "Here is a claim^1^ and another one.^2^ It held 400 m^2^ of floor and 10^6^ crates. " + text
			notes = []string{"1 First note.", "2 Second note."}
		}
		p.para(fmt.Sprintf("%d.", n), text, notes...)
	}
	q := p.finish(t, nil).byID["p/2"]
	if q == nil || !strings.HasPrefix(q.Text, "Here is a claim and another one. It held 400 m² of floor and 10⁶ crates.") || len(q.Footnotes) != 2 {
		t.Errorf("paragraph 2 is %+v", q)
	}
}

// TestSentencesAreNoHeadings sets recommendations that are tagged as headings.
func TestSentencesAreNoHeadings(t *testing.T) {
	p := newPress()
	for n := 1; n <= 4; n++ {
		p.tagged("H1", func() { p.heading(15, fmt.Sprintf("Matter %d", n)) })
		p.plain(prose(n, 80))
		p.plain(prose(40+n, 120))
		p.tagged("H3", func() { p.plain(fmt.Sprintf("That the board should light the lamps of quay %d before the spring.", n)) })
		p.endColumn()
	}
	f := p.finish(t, nil)
	for _, h := range headings(f.result.Contents) {
		if strings.Contains(h, "lamps") {
			t.Errorf("%q is a heading", h)
		}
	}
	all := 0
	for _, q := range f.result.Passages {
		all += strings.Count(q.Text, "That the board should light the lamps")
	}
	if all != 4 {
		t.Errorf("%d recommendations are in passages, want 4", all)
	}
}

// TestNoPrintedPages sets a paper that prints no page numbers, with paragraphs whose
// numbers stand at the edges of pages.
func TestNoPrintedPages(t *testing.T) {
	p := newPress()
	p.foot = func(int) string { return "" }
	for n := 1; n <= 12; n++ {
		p.para(fmt.Sprintf("%d.", n), prose(n, 40))
		if n%3 == 0 {
			p.endColumn()
		}
	}
	f := p.finish(t, nil)
	for _, q := range f.result.Passages {
		if q.Page != 0 {
			t.Errorf("%s stands on printed page %d, and none is printed", q.ID, q.Page)
		}
	}
}

// TestGluedNumbers sets numbers that no space parts from the first word.
func TestGluedNumbers(t *testing.T) {
	p := newPress()
	for n := 1; n <= 10; n++ {
		text := prose(n, 50)
		if n == 4 {
			text = "A clerk saw it. " + text
		}
		p.lines("F1", pressSize, 28, 28, 8, fmt.Sprintf("%d.%s", n, text))
	}
	f := p.finish(t, nil)
	if got, want := ids(f.result), numbers("%d", 1, 10); !slices.Equal(got, want) {
		t.Errorf("ids are %q, want %q", got, want)
	}
	if q := f.byID["p/7"]; q == nil || q.Text != prose(7, 50) {
		t.Errorf("paragraph 7 is %+v among %q", q, ids(f.result))
	}
}
