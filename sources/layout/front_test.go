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

// TestTextAboveImprint sets a last page on which the text goes on, with few lines
// that end a sentence, above the publication's number; and one without that text.
func TestTextAboveImprint(t *testing.T) {
	for _, text := range []bool{false, true} {
		p := newPress()
		want := 60
		for n := range want {
			p.plain(prose(n, 80))
		}
		p.endColumn()
		if text {
			want += 3
			for n := range 3 {
				p.plain(strings.TrimSuffix(prose(70+n, 60), ".") + " so.")
			}
		}
		p.plain("Published by the institute")
		p.plain("ISBN: 978-1-4731-1477-7")
		f := p.finish(t, nil)
		if got := len(f.result.Passages); got < want || !text && got != want {
			t.Errorf("there are %d passages with text %t, want %d: %q", got, text, want, ids(f.result))
		}
	}
}
