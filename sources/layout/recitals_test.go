package layout

import (
	"fmt"
	"slices"
	"testing"
)

// TestRecitals sets a law with recitals, of which one has a list, and articles
// that begin anew.
func TestRecitals(t *testing.T) {
	p := newPress()
	p.heading(16, "Regulation of the Parliament and of the Council on harmonised rules")
	p.plain("Having regard to the Treaty on the Functioning of the Union,")
	want := []string{"page-1-1"}
	for n := 1; n <= 20; n++ {
		p.para(fmt.Sprintf("(%d)", n), prose(n, 50))
		want = append(want, fmt.Sprintf("recital-%d", n))
		if n == 5 {
			p.lines("F1", pressSize, 42, 14, 0, "(1)  the courts")
			p.lines("F1", pressSize, 42, 14, 0, "(2)  the police")
		}
	}
	for article := 1; article <= 3; article++ {
		p.heading(16, fmt.Sprintf("Article %d", article))
		for n := 1; n <= 6; n++ {
			p.para(fmt.Sprintf("%d.", n), prose(30*article+n, 50))
			want = append(want, fmt.Sprintf("article-%d-%d", article, n))
		}
	}
	f := p.finish(t, nil)
	if got := ids(f.result); !slices.Equal(got, want) {
		t.Errorf("ids are\n%q, want\n%q", got, want)
	}
	if q := f.byID["p/recital-8"]; q == nil || q.Number != "8" || q.Place.Label() != "recital 8" || q.Text != prose(8, 50) {
		t.Errorf("recital 8 is %+v", q)
	}
	if q := f.byID["p/page-1-1"]; q == nil || q.Place.Label() != "p 1, para 1" {
		t.Errorf("what stands before the recitals is %+v", q)
	}
}

// TestForewordNames sets text before the first numbered paragraph under several
// headings: each counts its own, and none is a foreword but the foreword.
func TestForewordNames(t *testing.T) {
	p := newPress()
	var want []string
	part := func(heading, sub, name string) {
		p.heading(20, heading)
		for n := 1; n <= 4; n++ {
			if n == 3 {
				p.heading(14, sub)
			}
			p.plain(prose(len(want)+n, 60))
			want = append(want, fmt.Sprintf("%s, para %d", name, n))
		}
	}
	part("Foreword by the Minister", "Why now", "Foreword")
	part("Summary", "Next steps", "Summary")
	p.heading(20, "Introduction")
	for n := 1; n <= 12; n++ {
		p.para(fmt.Sprintf("%d.", n), prose(40+n, 60))
	}
	f := p.finish(t, nil)
	var got []string
	for _, q := range f.result.Passages[:len(want)] {
		got = append(got, q.Place.Label())
	}
	if !slices.Equal(got, want) {
		t.Errorf("labels are\n%q, want\n%q", got, want)
	}
	if q := f.byID["p/foreword-8"]; q == nil {
		t.Errorf("ids are %q, want one foreword-8", ids(f.result))
	}
}
