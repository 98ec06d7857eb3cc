package layout

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

// TestShortParagraphs sets a first page of paragraphs of a line or two, which is
// no title page.
func TestShortParagraphs(t *testing.T) {
	p := newPress()
	for n := 1; n <= 6; n++ {
		p.heading(13, fmt.Sprintf("Right number %d", n))
		p.plain(fmt.Sprintf("Individuals have the right to be informed of matter %d.", n))
	}
	p.endColumn()
	for n := range 6 {
		p.plain(prose(n, 60))
	}
	if got := ids(p.finish(t, nil).result); len(got) != 12 || got[0] != "page-1-1" {
		t.Errorf("ids are %q, want six of the first page and six of the second", got)
	}
}

// TestImprintBelowText sets a last page that has the copyright below text, and one
// that has nothing else.
func TestImprintBelowText(t *testing.T) {
	for _, sentences := range []int{0, 6} {
		p := newPress()
		for n := range 8 {
			p.plain(prose(n, 60))
		}
		p.endColumn()
		for n := range sentences {
			p.plain(fmt.Sprintf("Tell workers about hazard %d, and how to recognise its early signs.", n))
		}
		p.plain("© Crown copyright 2011")
		p.plain("This publication is licensed under the Open Government Licence.")
		f := p.finish(t, nil)
		text := ""
		for _, q := range f.result.Passages {
			text += q.Text
		}
		if strings.Contains(text, "hazard 3") != (sentences > 0) || strings.Contains(text, "licensed") != (sentences > 0) {
			t.Errorf("with %d sentences the passages are %q", sentences, text)
		}
	}
}

// TestContentsRunOver sets a table of contents whose last entries stand above the
// text.
func TestContentsRunOver(t *testing.T) {
	p := newPress()
	p.heading(16, "Contents")
	for n := 1; n <= 43; n++ {
		p.lines("F1", pressSize, 0, 0, 4, fmt.Sprintf("A subject of its own %d", n))
	}
	p.heading(16, "Introduction")
	for n := 1; n <= 12; n++ {
		p.para(fmt.Sprintf("%d.", n), prose(n, 60))
	}
	if got, want := ids(p.finish(t, nil).result), numbers("%d", 1, 12); !slices.Equal(got, want) {
		t.Errorf("ids are\n%q, want\n%q", got, want)
	}
}
