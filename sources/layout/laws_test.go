package layout

import (
	"fmt"
	"slices"
	"testing"
)

// TestPartNumbers sets articles whose numbers stand centred above their titles,
// below paragraphs and below text without a number.
func TestPartNumbers(t *testing.T) {
	p := newPress()
	p.heading(16, "Regulation")
	for article, title := range []string{"Scope", "Definitions", "Penalties"} {
		p.lines("F1", pressSize, 200, 0, 20, fmt.Sprintf("Article %d", article+1))
		p.lines("F2", pressSize, 200, 0, 10, title)
		if title == "Definitions" {
			p.plain("For the purposes of this Regulation, the following definitions apply.")
		}
		for n := 1; n <= 5; n++ {
			p.para(fmt.Sprintf("%d.", n), prose(10*article+n, 60))
		}
	}
	f := p.finish(t, nil)
	if got, want := headings(f.result.Contents), []string{"Regulation", "Article 1 Scope", "Article 2 Definitions", "Article 3 Penalties"}; !slices.Equal(got, want) {
		t.Errorf("headings are %q, want %q", got, want)
	}
	if q := f.byID["p/article-1-scope-5"]; q == nil || q.Place.Label() != "Article 1(5)" || q.Text != prose(5, 60) {
		t.Errorf("paragraph 5 is %+v among %q", q, ids(f.result))
	}
	if q := f.byID["p/article-3-penalties-1"]; q == nil || q.Place.Label() != "Article 3(1)" {
		t.Errorf("there is no article-3-penalties-1 among %q", ids(f.result))
	}
}

// TestLaw sets chapters in smaller letters than their articles, of which the last
// has no number, and an annex: each run of numbers is named by what it stands in.
func TestLaw(t *testing.T) {
	p := newPress()
	number := func(size float64, text, title string) {
		p.lines("F1", size, 200, 0, 20, text)
		p.lines("F2", size, 200, 0, 10, title)
	}
	article := 0
	for chapter, title := range []string{"GENERAL RULES", "PRACTICES"} {
		number(10.5, fmt.Sprintf("CHAPTER %s", []string{"I", "II"}[chapter]), title)
		for range 2 {
			article++
			number(pressSize, fmt.Sprintf("Article %d", article), "Scope")
			for n := 1; n <= 5; n++ {
				p.para(fmt.Sprintf("%d.", n), prose(10*article+n, 60))
			}
		}
	}
	number(pressSize, "Article 5", "Entry into force")
	p.plain("This Regulation shall enter into force on the twentieth day.")
	number(pressSize, "ANNEX I", "List")
	for n := 1; n <= 5; n++ {
		p.para(fmt.Sprintf("%d.", n), prose(70+n, 60))
	}
	f := p.finish(t, nil)
	for id, want := range map[string][]string{
		"p/article-1-scope-2": {"CHAPTER I GENERAL RULES", "Article 1 Scope"},
		"p/article-2-scope-3": {"CHAPTER I GENERAL RULES", "Article 2 Scope"},
		"p/article-3-scope-1": {"CHAPTER II PRACTICES", "Article 3 Scope"},
		"p/annex-i-list-1":    {"ANNEX I List"},
	} {
		if q := f.byID[id]; q == nil || lastOf(q.Section) != lastOf(want) || len(want) > 1 && !slices.Equal(q.Section, want) {
			t.Errorf("%s is %+v, want it below %q (ids are %q)", id, q, want, ids(f.result))
		}
	}
}
