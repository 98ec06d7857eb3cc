package layout

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

// TestSections sets numbers of three levels, of which most are tagged as headings
// because they have a number, beside headings with numbers of their own.
func TestSections(t *testing.T) {
	p := newPress()
	var want []string
	for section := 1; section <= 3; section++ {
		p.tagged("H2", func() { p.heading(16, fmt.Sprintf("1.%d Care", section)) })
		for n := 1; n <= 9; n++ {
			id := fmt.Sprintf("1.%d.%d", section, n)
			first, rest, _ := strings.Cut(prose(10*section+n, 30), " the ")
			first, rest = wrapped(first + " the " + rest)
			p.tagged("H3", func() { p.para(id, first) })
			p.tagged("P", func() { p.lines("F1", pressSize, 28, 0, 0, rest) })
			want = append(want, id)
		}
	}
	f := p.finish(t, nil)
	if got := ids(f.result); !slices.Equal(got, want) {
		t.Errorf("ids are\n%q, want\n%q", got, want)
	}
	if got, want := headings(f.result.Contents), []string{"1.1 Care", "1.2 Care", "1.3 Care"}; !slices.Equal(got, want) {
		t.Errorf("headings are %q, want %q", got, want)
	}
	if q := f.byID["p/1.2.3"]; q == nil || q.Number != "1.2.3" || q.Text != prose(23, 30) {
		t.Errorf("paragraph 1.2.3 is %+v", q)
	}
}

// wrapped cuts a text after the words that fill the first line of a paragraph.
func wrapped(text string) (first, rest string) {
	first = wrap("1.1.1   "+text, pressSize, 412)[0]
	first = strings.TrimPrefix(first, "1.1.1 ")
	return first, strings.TrimSpace(strings.TrimPrefix(text, first))
}

// TestNestedSections sets chapters of which some have sections: the number of a
// section whose first paragraph has its own is a heading's.
func TestNestedSections(t *testing.T) {
	p := newPress()
	var want []string
	for chapter := 1; chapter <= 3; chapter++ {
		p.heading(16, fmt.Sprintf("Chapter %d", chapter))
		p.para(fmt.Sprintf("%d.1", chapter), prose(chapter, 50))
		p.para(fmt.Sprintf("%d.2", chapter), "Keresley (see Map 4)")
		want = append(want, fmt.Sprintf("%d.1", chapter))
		for n := 1; n <= 4; n++ {
			p.para(fmt.Sprintf("%d.2.%d", chapter, n), prose(10*chapter+n, 50))
			want = append(want, fmt.Sprintf("%d.2.%d", chapter, n))
		}
		p.para(fmt.Sprintf("%d.3", chapter), prose(chapter+7, 50))
		want = append(want, fmt.Sprintf("%d.3", chapter))
	}
	f := p.finish(t, nil)
	if got := ids(f.result); !slices.Equal(got, want) {
		t.Errorf("ids are\n%q, want\n%q", got, want)
	}
	if q := f.byID["p/2.2.1"]; q == nil || lastOf(q.Section) != "2.2 Keresley (see Map 4)" {
		t.Errorf("paragraph 2.2.1 is %+v, want it below 2.2", q)
	}
}

// TestAnnexNumbers sets annexes whose numbers go on from the chapters' with a
// letter, of both forms, and a road's name at the numbers' place.
func TestAnnexNumbers(t *testing.T) {
	for _, form := range []string{"A%d.%d", "%[3]c.%[2]d"} {
		p := newPress()
		var want []string
		for part := 1; part <= 5; part++ {
			format, chapter := "%d.%d", part
			p.heading(16, fmt.Sprintf("Part %d", part))
			if part > 2 {
				format, chapter = form, part-2
			}
			for n := 1; n <= 8; n++ {
				number := fmt.Sprintf("%d.%d", chapter, n)
				if format == form {
					number = strings.Split(fmt.Sprintf(form, chapter, n, 'A'+chapter-1), "%!")[0]
				}
				p.para(number, prose(10*part+n, 42+n))
				if part == 2 && n == 4 {
					p.lines("F1", pressSize, 28, 28, 0, "A1.1   motorways "+prose(n, 20)) // looks like a number
				}
				want = append(want, strings.ToLower(number))
			}
		}
		f := p.finish(t, nil)
		if got := ids(f.result); !slices.Equal(got, want) {
			t.Errorf("ids are\n%q, want\n%q", got, want)
		}
		last := want[len(want)-1]
		if q := f.byID["p/"+last]; q == nil || q.Number != strings.ToUpper(last) || q.Text != prose(58, 50) {
			t.Errorf("the last paragraph is %+v", q)
		}
	}
}
