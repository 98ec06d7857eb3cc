package layout

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"socsearch/sources/document"
)

// numbers returns the ids from first to last, as format has them.
func numbers(format string, first, last int) []string {
	var list []string
	for n := first; n <= last; n++ {
		list = append(list, fmt.Sprintf(format, n))
	}
	return list
}

// TestChapterNumbers sets a strategy with numbers by chapter and headings of two
// lines, on facing pages with other margins, with a running head of each kind.
func TestChapterNumbers(t *testing.T) {
	p := newPress()
	p.left, p.evenLeft = 90, 60
	p.head = func(page int) string {
		if page%2 == 0 {
			return fmt.Sprintf("%d   Serious and Organised Crime Strategy", page)
		}
		return fmt.Sprintf("Chapter heading of the day   %d", page)
	}
	p.foot = func(int) string { return "" }
	p.heading(22, "Foreword by the\nHome Secretary")
	for i := range 4 {
		p.plain(prose(i, 60))
	}
	p.plain("The Rt Hon Jane Smith MP")
	p.plain("Home Secretary")
	var want []string
	want = append(want, numbers("foreword-%d", 1, 4)...)
	for chapter := 1; chapter <= 3; chapter++ {
		p.heading(18, fmt.Sprintf("Chapter %d: The threat from serious\nand organised crime", chapter))
		p.heading(13, "What we know")
		for n := 1; n <= 14; n++ {
			p.para(fmt.Sprintf("%d.%d", chapter, n), prose(chapter*20+n, 70))
			if n == 3 {
				p.para("2.5", "million people "+prose(n, 30)) // looks like a number
				p.bullet(prose(1, 20))
				p.bullet(prose(2, 30))
			}
			want = append(want, fmt.Sprintf("%d.%d", chapter, n))
		}
	}
	f := p.finish(t, nil)
	if got := ids(f.result); !slices.Equal(got, want) {
		t.Errorf("ids are\n%q, want\n%q", got, want)
	}
	if h := headings(f.result.Contents); !slices.Contains(h, "Chapter 2: The threat from serious and organised crime") || !slices.Contains(h, "Foreword by the Home Secretary") {
		t.Errorf("headings are %q", h)
	}
	if q := f.byID["p/2.3"]; q == nil || strings.Count(q.Text, "\n") != 3 || q.Place.Label() != "para 2.3" || q.Number != "2.3" {
		t.Errorf("paragraph 2.3 is %+v, want one with three further lines", q)
	}
	if n := f.result.Account.Count[Signature]; n == 0 {
		t.Errorf("the signature is not left out: %v", f.result.Account.Count)
	}
}

// TestNotesByPage sets a report whose footnotes begin anew on each page, and
// whose plain numbers are right-aligned.
func TestNotesByPage(t *testing.T) {
	p := newPress()
	last, page := 0, 1
	p.heading(16, "Findings")
	for n := 1; n <= 40; n++ {
		if page != p.number() {
			page, last = p.number(), 0
		}
		text := prose(n, 55)
		var notes []string
		if n%3 == 0 {
			// Far enough up the page for its first line to stay there.
			if p.y < 250 {
				p.endColumn()
				last, page = 0, p.number()
			}
			last++
			text = fmt.Sprintf("Here is a claim^%d^ to be noted. %s", last, text)
			notes = []string{fmt.Sprintf("%d See report %d of the inspectorate, page 12.", last, n)}
		}
		hang := 28 - 6*float64(2-len(fmt.Sprint(n)))
		p.lines("F1", pressSize, 28, hang, 8, fmt.Sprintf("%d   %s", n, text), notes...)
	}
	f := p.finish(t, nil)
	if got, want := ids(f.result), numbers("%d", 1, 40); !slices.Equal(got, want) {
		t.Fatalf("ids are\n%q, want\n%q", got, want)
	}
	for n := 3; n <= 40; n += 3 {
		q := f.byID[fmt.Sprintf("p/%d", n)]
		if len(q.Footnotes) != 1 || q.Footnotes[0].Text != fmt.Sprintf("See report %d of the inspectorate, page 12.", n) || q.Footnotes[0].At != len("Here is a claim") {
			t.Errorf("footnotes of %d are %+v", n, q.Footnotes)
		}
	}
}

// TestUnnumbered sets a strategy without numbers in two columns.
func TestUnnumbered(t *testing.T) {
	p := newPress()
	p.columns, p.measure = 2, 210
	p.heading(20, "Early intervention")
	var want []string
	for i := range 30 {
		p.plain(prose(i, 46))
		if i == 12 {
			p.heading(13, "Working together")
		}
		want = append(want, prose(i, 46))
	}
	f := p.finish(t, nil)
	var got []string
	for _, q := range f.result.Passages {
		got = append(got, q.Text)
		if !strings.HasPrefix(q.ID, fmt.Sprintf("p/page-%d-", q.Page)) || q.Kind != document.KindParagraph || q.Number != "" {
			t.Errorf("a paragraph of page %d has id %s, kind %s and number %q", q.Page, q.ID, q.Kind, q.Number)
		}
	}
	for i := range max(len(got), len(want)) {
		if i >= len(got) || i >= len(want) || got[i] != want[i] {
			t.Fatalf("paragraph %d of %d is\n%q, want\n%q", i+1, len(got), got[min(i, len(got)-1)], want[min(i, len(want)-1)])
		}
	}
}

// TestRestarts sets a report with lists within paragraphs, chapters that go on
// with the numbers, and an annex that begins anew.
func TestRestarts(t *testing.T) {
	p := newPress()
	var want []string
	for n := 1; n <= 30; n++ {
		if n%10 == 1 {
			p.heading(16, fmt.Sprintf("Part %d", n/10+1))
		}
		p.para(fmt.Sprintf("%d.", n), prose(n, 60))
		if n == 12 {
			for i := 1; i <= 3; i++ {
				p.para(fmt.Sprintf("%d.", i), prose(i, 20)) // a list at the numbers' own place
			}
		}
		want = append(want, fmt.Sprint(n))
	}
	p.heading(16, "Annex A: Recommendations and conclusions")
	for n := 1; n <= 9; n++ {
		p.para(fmt.Sprintf("%d.", n), prose(n, 30))
		want = append(want, fmt.Sprintf("annex-a-%d", n))
	}
	f := p.finish(t, nil)
	if got := ids(f.result); !slices.Equal(got, want) {
		t.Errorf("ids are\n%q, want\n%q", got, want)
	}
	if q := f.byID["p/12"]; q == nil || strings.Count(q.Text, "\n") != 3 {
		t.Errorf("paragraph 12 is %+v, want its list on three lines", q)
	}
}

// TestOverrides checks that a manifest has the last word.
func TestOverrides(t *testing.T) {
	set := func() *press {
		p := newPress()
		p.heading(16, "The only part")
		for n := 1; n <= 12; n++ {
			p.para(fmt.Sprintf("%d.", n), prose(n, 60))
		}
		p.heading(16, "Summary of recommendations")
		for n := 1; n <= 5; n++ {
			p.para(fmt.Sprintf("%d.", n), prose(n, 30))
		}
		return p
	}
	offset := -10
	m := &document.Manifest{Slug: "p", Title: "Paper", File: "paper.pdf", Layout: &document.Layout{
		PageOffset: &offset,
		Restarts:   []document.Restart{{Heading: "Summary of recommendations", Anchor: "recommendations"}},
		Headings:   []document.HeadingRule{{Text: "The only part"}},
	}}
	f := set().finish(t, m)
	if q := f.byID["p/recommendations-1"]; q == nil {
		t.Errorf("there is no recommendations-1 among %q", ids(f.result))
	}
	if q := f.byID["p/1"]; q == nil || q.Page != 11 || len(q.Section) != 0 {
		t.Errorf("paragraph 1 is %+v, want it on page 11, below no heading", q)
	}
	m = &document.Manifest{Slug: "p", Title: "Paper", File: "paper.pdf", Paragraphs: document.Paragraphs{Numbering: document.NumberingPages}}
	if got := ids(set().finish(t, m).result); got[0] != "page-1-1" {
		t.Errorf("without numbering the ids are %q", got)
	}
}
