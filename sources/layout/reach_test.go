package layout

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

// TestRunInTitles sets an introduction with numbers of its own, some of whose
// paragraphs open with a title that is set larger than the text.
func TestRunInTitles(t *testing.T) {
	p := newPress()
	p.heading(16, "Introduction")
	for n := 1; n <= 9; n++ {
		if n%4 == 2 {
			p.lines("F1", 12, 0, 0, 8, wrap(fmt.Sprintf("%d.   Financial institutions %s", n, prose(n, 60)), 12, p.measure)[0])
			p.lines("F1", pressSize, 0, 0, 0, prose(n+40, 50))
			continue
		}
		p.lines("F1", pressSize, 0, 0, 8, fmt.Sprintf("%d.   %s", n, prose(n, 60)))
	}
	p.heading(16, "Criteria")
	want := numbers("para %d", 1, 9)
	for chapter := 1; chapter <= 4; chapter++ {
		p.heading(13, fmt.Sprintf("Standard on matter %d", chapter))
		for n := 1; n <= 6; n++ {
			p.lines("F1", pressSize, 0, 0, 8, fmt.Sprintf("%d.%d   %s", chapter, n, prose(20*chapter+n, 40)))
			want = append(want, fmt.Sprintf("para %d.%d", chapter, n))
		}
	}
	if got := labelsOf(p.finish(t, nil)); !slices.Equal(got, want) {
		t.Errorf("labels are\n%q, want\n%q", got, want)
	}
}

// TestSchemesOnFacingPages sets an introduction with numbers of its own over facing
// pages with other margins.
func TestSchemesOnFacingPages(t *testing.T) {
	p := newPress()
	p.left, p.evenLeft = 96, 60
	p.heading(16, "Introduction")
	for n := 1; n <= 20; n++ {
		p.para(fmt.Sprintf("%d.", n), prose(n, 110))
	}
	p.heading(16, "Criteria")
	want := numbers("para %d", 1, 20)
	for chapter := 1; chapter <= 5; chapter++ {
		p.heading(13, fmt.Sprintf("Standard on matter %d", chapter))
		for n := 1; n <= 8; n++ {
			p.para(fmt.Sprintf("%d.%d", chapter, n), prose(20*chapter+n, 40))
			want = append(want, fmt.Sprintf("para %d.%d", chapter, n))
		}
	}
	if got := labelsOf(p.finish(t, nil)); !slices.Equal(got, want) {
		t.Errorf("labels are\n%q, want\n%q", got, want)
	}
}

// TestLongCodeHeadings sets policies whose bold headings fill their line, as large as
// the text.
func TestLongCodeHeadings(t *testing.T) {
	p := newPress()
	var want []string
	for code, n := range []int{3, 1, 2, 1, 4, 1} {
		title := fmt.Sprintf("CO%d: Policy %d", code+1, code+1)
		if code%2 == 1 {
			title = fmt.Sprintf("CO%d: Supporting information for telecommunications proposals in general", code+1)
		}
		p.heading(pressSize+0.5, title)
		for i := 1; i <= n; i++ {
			p.para(fmt.Sprintf("%d.", i), prose(10*code+i, 40))
			want = append(want, fmt.Sprintf("CO%d, para %d", code+1, i))
		}
	}
	if got := labelsOf(p.finish(t, nil)); !slices.Equal(got, want) {
		t.Errorf("labels are\n%q, want\n%q", got, want)
	}
}

// TestArticlePoints sets definitions with numbers in brackets, right-aligned, in an
// article that has no other numbers; those within a numbered paragraph are its own.
func TestArticlePoints(t *testing.T) {
	p := newPress()
	article := func(n int, title string) {
		p.lines("F1", pressSize, 200, 0, 20, fmt.Sprintf("Article %d", n))
		p.lines("F2", pressSize, 200, 0, 10, title)
	}
	for n := 1; n <= 3; n++ {
		article(n, "Scope")
		for i := 1; i <= 4; i++ {
			p.para(fmt.Sprintf("%d.", i), prose(10*n+i, 50))
			if n == 2 && i == 2 {
				p.lines("F1", pressSize, 42, 14, 4, "(1) "+prose(77, 20))
				p.lines("F1", pressSize, 42, 14, 4, "(2) "+prose(78, 20))
			}
		}
	}
	article(4, "Definitions")
	p.plain("For the purposes of this Regulation:")
	for i := 1; i <= 12; i++ {
		hang := 28.0
		if i < 10 {
			hang -= 0.5 * pressSize
		}
		p.lines("F1", pressSize, 28, hang, 8, fmt.Sprintf("(%d)  %s", i, prose(60+i, 30)))
	}
	f := p.finish(t, nil)
	for i := 1; i <= 12; i++ {
		q := f.byID[fmt.Sprintf("p/article-4-definitions-%d", i)]
		if q == nil || q.Number != fmt.Sprint(i) || q.Text != prose(60+i, 30) {
			t.Errorf("point %d is %+v, want one with its text among %q", i, q, ids(f.result))
		}
	}
	if q := f.byID["p/article-2-scope-2"]; q == nil || strings.Count(q.Text, "\n") != 2 {
		t.Errorf("paragraph 2 of article 2 is %+v, want one with two points", q)
	}
}

// TestLooseNumbers sets numbers a little lower than the first line of their
// paragraph, as the cells of tables have them, some beside a note, at places that
// differ from page to page.
func TestLooseNumbers(t *testing.T) {
	p := newPress()
	p.heading(16, "Guidance")
	var want []string
	for chapter := 1; chapter <= 3; chapter++ {
		p.heading(13, fmt.Sprintf("Chapter on matter %d", chapter))
		for n := 1; n <= 9; n++ {
			number := fmt.Sprintf("%d.%d", chapter, n)
			want = append(want, "para "+number)
			p.need(60)
			p.y -= 8
			drop, shift := 0.0, float64(chapter*4)
			if n%3 == 0 {
				drop = 3
			}
			y := p.y - pressPitch
			if n%2 == 1 {
				p.set("F1", 9, p.x(), y, fmt.Sprintf("Regulation %d(1)", n))
			}
			p.set("F1", pressSize, p.x()+100+shift, y-drop, number)
			p.lines("F1", pressSize, 160, 0, 0, prose(20*chapter+n, 40))
		}
	}
	f := p.finish(t, nil)
	if got := labelsOf(f); !slices.Equal(got, want) {
		t.Errorf("labels are\n%q, want\n%q", got, want)
	}
	for chapter := 1; chapter <= 3; chapter++ {
		for n := 1; n <= 9; n++ {
			if q := f.byID[fmt.Sprintf("p/%d.%d", chapter, n)]; q != nil && q.Text != prose(20*chapter+n, 40) {
				t.Errorf("%s is %q, want %q", q.ID, q.Text, prose(20*chapter+n, 40))
			}
		}
	}
}
