package layout

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"socsearch/sources/document"
)

// TestEndnotes sets a paper whose notes stand at its end.
func TestEndnotes(t *testing.T) {
	p := newPress()
	p.heading(16, "Findings")
	for n := 1; n <= 12; n++ {
		p.para(fmt.Sprintf("%d.", n), fmt.Sprintf("Here is a claim^%d^ to be noted. %s", n, prose(n, 60)))
	}
	p.heading(16, "Endnotes")
	for n := 1; n <= 12; n++ {
		p.para(fmt.Sprint(n), fmt.Sprintf("See report %d. %s", n, prose(n, 20)))
	}
	f := p.finish(t, nil)
	if got, want := ids(f.result), numbers("%d", 1, 12); !slices.Equal(got, want) {
		t.Fatalf("ids are\n%q, want\n%q", got, want)
	}
	for n := 1; n <= 12; n++ {
		q := f.byID[fmt.Sprintf("p/%d", n)]
		if len(q.Footnotes) != 1 || !strings.HasPrefix(q.Footnotes[0].Text, fmt.Sprintf("See report %d.", n)) || !strings.HasPrefix(q.Text, "Here is a claim to be noted.") {
			t.Errorf("paragraph %d is %q with footnotes %+v", n, q.Text, q.Footnotes)
		}
	}
}

// TestNumberedHeadings sets a paper in which headings have numbers, and
// paragraphs none.
func TestNumberedHeadings(t *testing.T) {
	p := newPress()
	for n := 1; n <= 12; n++ {
		p.y -= 8
		p.lines("F2", pressSize, 0, 0, 8, fmt.Sprintf("%d. A subject of its own", n))
		p.plain(prose(n, 60))
		p.plain(prose(n+20, 60))
	}
	f := p.finish(t, nil)
	if got := headings(f.result.Contents); len(got) != 12 || got[3] != "4. A subject of its own" {
		t.Errorf("headings are %q", got)
	}
	for _, q := range f.result.Passages {
		if q.Number != "" || !strings.HasPrefix(q.Anchor(), "page-") {
			t.Errorf("a paragraph without a number has the id %s", q.ID)
		}
	}
}

// TestOddPapers checks that papers with next to nothing in them are split, or
// refused with an error that names the file.
func TestOddPapers(t *testing.T) {
	tests := []struct {
		name string
		set  func(p *press)
		want []string // ids; nil: an error
	}{
		{"one word", func(p *press) { p.plain("Word") }, nil},
		{"one paragraph", func(p *press) { p.plain(prose(1, 60)) }, []string{"page-1-1"}},
		{"one heading and a paragraph", func(p *press) { p.heading(20, "Title"); p.plain(prose(1, 60)) }, []string{"page-1-1"}},
		{"one numbered paragraph", func(p *press) { p.para("1.", prose(1, 60)) }, []string{"page-1-1"}},
		{"numbers only", func(p *press) {
			for n := range 20 {
				p.para(fmt.Sprintf("%d.", n+1), "")
			}
		}, nil},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			p := newPress()
			test.set(p)
			d := p.document(t)
			r, err := Split(&document.Manifest{Slug: "p", Title: "Paper", File: "paper.pdf"}, d)
			switch {
			case test.want == nil && err == nil:
				t.Logf("passages %q", ids(r))
			case test.want == nil:
				if !strings.HasPrefix(err.Error(), "paper.pdf: ") {
					t.Errorf("error %q doesn't name the file", err)
				}
			case err != nil:
				t.Error(err)
			case !slices.Equal(ids(r), test.want):
				t.Errorf("ids are %q, want %q", ids(r), test.want)
			}
			if _, err := Inspect("paper.pdf", d); err != nil {
				t.Error(err)
			}
		})
	}
}

// TestBoxes sets a paper with a box between two paragraphs, and ordinary text
// below it.
func TestBoxes(t *testing.T) {
	p := newPress()
	p.heading(16, "The threat")
	for n := 1; n <= 8; n++ {
		p.para(fmt.Sprintf("%d.", n), prose(n, 60))
		if n == 4 {
			p.heading(12, "Case study: Operation Example")
			p.lines("F1", 9.5, 0, 0, 8, prose(31, 50))
			p.lines("F1", 9.5, 0, 0, 8, prose(32, 50))
		}
		if n == 6 {
			p.heading(13, "Firearms and Drugs (FAD)")
			p.lines("F1", 9.5, 0, 0, 8, prose(33, 50))
			p.plain("After the box. " + prose(34, 50))
		}
	}
	f := p.finish(t, nil)
	want := []string{"1", "2", "3", "4", "box-case-study-operation-example", "box-case-study-operation-example-2", "5", "6", "box-firearms-and-drugs", "7", "8"}
	if got := ids(f.result); !slices.Equal(got, want) {
		t.Fatalf("ids are\n%q, want\n%q", got, want)
	}
	if q := f.byID["p/box-firearms-and-drugs"]; q.Kind != document.KindBox || q.Title != "Firearms and Drugs (FAD)" || q.Text != prose(33, 50) || lastOf(q.Section) != "The threat" {
		t.Errorf("the second box is %+v", q)
	}
	if q := f.byID["p/6"]; !strings.Contains(q.Text, "\nAfter the box.") {
		t.Errorf("paragraph 6 is %q, want it to go on after the box", q.Text)
	}
	if q := f.byID["p/7"]; lastOf(q.Section) != "The threat" {
		t.Errorf("paragraph 7 stands under %q", q.Section)
	}
}

// TestLists sets papers without numbered paragraphs in which some lists have
// numbers: of links on many pages, and of what a law says on a few.
func TestLists(t *testing.T) {
	links, laws := newPress(), newPress()
	for page := 1; page <= 8; page++ {
		for _, p := range []*press{links, laws} {
			p.heading(16, fmt.Sprintf("Subject %d", page))
			p.plain(prose(page, 80))
			p.plain(prose(page+20, 80))
		}
		for n := 1; n <= 4; n++ {
			links.para(fmt.Sprintf("%d.", n), "Guide to sourcing")
			if page < 4 {
				laws.para(fmt.Sprintf("%d.", n), prose(n, 30))
			}
		}
		links.endColumn()
		laws.endColumn()
	}
	for name, p := range map[string]*press{"links": links, "laws": laws} {
		for _, q := range p.finish(t, nil).result.Passages {
			if q.Number != "" || !strings.HasPrefix(q.Anchor(), "page-") {
				t.Errorf("%s: an item has the id %s", name, q.ID)
			}
		}
	}
}

// TestAnnexIsNoBox sets an annex in small type below the last numbered paragraph,
// and a numbered heading above such type.
func TestAnnexIsNoBox(t *testing.T) {
	p := newPress()
	p.heading(16, "2 Analysis")
	for n := 1; n <= 8; n++ {
		p.para(fmt.Sprintf("%d.", n), prose(n, 60))
		if n == 4 {
			p.heading(13, "2.1 Data protection by design")
			p.lines("F1", 9.5, 0, 0, 8, prose(30, 40))
		}
	}
	p.heading(16, "Annex – table for illustration")
	p.lines("F1", 9.5, 0, 0, 8, prose(31, 40))
	p.plain(prose(32, 40))
	f := p.finish(t, nil)
	want := []string{"1", "2", "3", "4", "page-1-1", "5", "6", "7", "8", "page-2-1", "page-2-2"}
	if got := ids(f.result); !slices.Equal(got, want) {
		t.Fatalf("ids are\n%q, want\n%q", got, want)
	}
	if q := f.byID["p/8"]; q.Text != prose(8, 60) {
		t.Errorf("paragraph 8 is %q", q.Text)
	}
}

// TestInspectDoubts checks that a manifest to start from tells what looks wrong.
func TestInspectDoubts(t *testing.T) {
	p := newPress()
	p.heading(16, "The threat")
	for n := 1; n <= 12; n++ {
		if n == 7 {
			continue // a gap
		}
		text := prose(n, 60)
		if n == 9 {
			text = "Here is a claim^44^ without its note. " + text
		}
		p.para(fmt.Sprintf("%d.", n), text)
	}
	p.heading(16, "Nothing below")
	p.heading(16, "Conclusions and recommendations")
	for n := 1; n <= 5; n++ {
		p.para(fmt.Sprintf("%d.", n), prose(n, 30))
	}
	p.heading(16, "Nothing at the end")
	text, err := Inspect("A paper (final).pdf", p.document(t))
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{
		"slug: a-paper-final\n", "numbering: stop", "last: 12\n",
		"# - gap in the numbering: 6 is followed by 8 (page 1 of the file)\n",
		"the raised \"44\" has no footnote and stays in the text\n",
		"# - no paragraph stands below the heading \"Nothing at the end\"",
		"{heading: \"Conclusions and recommendations\", anchor: conclusions}\n",
		"below \"Conclusions and recommendations\": their ids begin with conclusions-, 1 to 5\n",
		"#   paragraph number: ",
	} {
		if !strings.Contains(text, want) {
			t.Errorf("the manifest lacks %q:\n%s", want, text)
		}
	}
	if _, err := document.ParseManifest("a.yaml", []byte(text)); err != nil {
		t.Error(err)
	}
}

// TestColumnsOfNumbers sets numbered paragraphs in two columns, with notes at the
// foot of each, whose further lines begin at the numbers' own left edge.
func TestColumnsOfNumbers(t *testing.T) {
	p := newPress()
	p.columns, p.measure = 2, 210
	p.heading(14, "Findings of the review")
	for n := 1; n <= 40; n++ {
		text := fmt.Sprintf("%d. %s", n, prose(n, 40))
		var notes []string
		if n%8 == 0 {
			text = fmt.Sprintf("%d. A claim^%d^ is made. %s", n, n/8, prose(n, 40))
			notes = []string{fmt.Sprintf("%d Report %d of the review of organised crime, page 12.", n/8, n)}
		}
		p.lines("F1", pressSize, 0, 0, 8, text, notes...)
	}
	f := p.finish(t, nil)
	if got, want := ids(f.result), numbers("%d", 1, 40); !slices.Equal(got, want) {
		t.Errorf("ids are\n%q, want\n%q", got, want)
	}
	for n := 8; n <= 40; n += 8 {
		q := f.byID[fmt.Sprintf("p/%d", n)]
		if want := fmt.Sprintf("Report %d of the review of organised crime, page 12.", n); len(q.Footnotes) != 1 || q.Footnotes[0].Text != want {
			t.Errorf("footnotes of %d are %+v, want %q", n, q.Footnotes, want)
		}
	}
}

// TestRestartsByChapter sets a report that numbers the paragraphs of each chapter
// from 1.
func TestRestartsByChapter(t *testing.T) {
	p := newPress()
	var want []string
	for chapter, title := range []string{"Chapter 1: Threat", "Chapter 2: Response", "Chapter 3: Costs"} {
		p.heading(16, title)
		for n := 1; n <= 12+4*chapter; n++ {
			p.para(fmt.Sprint(n), prose(chapter*30+n, 50))
			if id := fmt.Sprint(n); chapter == 0 {
				want = append(want, id)
			} else {
				want = append(want, fmt.Sprintf("chapter-%d-%s", chapter+1, id))
			}
		}
	}
	if got := ids(p.finish(t, nil).result); !slices.Equal(got, want) {
		t.Errorf("ids are\n%q, want\n%q", got, want)
	}
}
