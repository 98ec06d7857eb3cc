package layout

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"socsearch/sources/split"
)

// TestBracketedNumbers sets a judgment whose only numbers are in brackets, and a
// paper whose brackets are those of lists.
func TestBracketedNumbers(t *testing.T) {
	for _, brackets := range []string{"[%d]", "(%d)"} {
		p := newPress()
		p.heading(16, "Judgment")
		for n := 1; n <= 14; n++ {
			p.para(fmt.Sprintf(brackets, n), prose(n, 60))
		}
		if got, want := labelsOf(p.finish(t, nil)), numbers("para %d", 1, 14); !slices.Equal(got, want) {
			t.Errorf("with %s labels are\n%q, want\n%q", brackets, got, want)
		}
	}
	p := newPress()
	for list := range 4 {
		p.plain(prose(list, 80))
		for n := 1; n <= 4; n++ {
			p.para(fmt.Sprintf("(%d)", n), prose(10*list+n, 30))
		}
	}
	if got := labelsOf(p.finish(t, nil)); len(got) > 0 {
		t.Errorf("numbers of lists are paragraphs': %q", got)
	}
}

// TestAmendingAct sets an article whose points insert articles elsewhere, and one with
// two paragraphs.
func TestAmendingAct(t *testing.T) {
	p := newPress()
	centred := func(text string) { p.lines("F2", pressSize, 180, 0, 16, text) }
	p.heading(16, "Directive on quays")
	p.plain("The council has adopted this directive:")
	centred("Article 1")
	p.plain("Directive 7 is amended as follows:")
	for n := 1; n <= 9; n++ {
		p.para(fmt.Sprintf("(%d)", n), fmt.Sprintf("the following Article is inserted in place %d:", n))
		centred(fmt.Sprintf("‘Article %da", 20+n))
		if n == 5 {
			centred("Article 31b")
		}
		for k := 1; k <= 2; k++ {
			p.lines("F1", pressSize, 56, 28, 8, fmt.Sprintf("%d.  %s", k, prose(10*n+k, 40)))
		}
	}
	centred("Article 2")
	for n := 1; n <= 2; n++ {
		p.para(fmt.Sprintf("%d.", n), prose(200+n, 40))
	}
	centred("Article 3")
	p.plain("This directive is addressed to all who keep quays.")
	f := p.finish(t, nil)
	want := append(numbers("Article 1(%d)", 1, 9), numbers("Article 2(%d)", 1, 2)...)
	if got := labelsOf(f); !slices.Equal(got, want) {
		t.Errorf("labels are\n%q, want\n%q", got, want)
	}
	for _, h := range headings(f.result.Contents) {
		if strings.Contains(h, "‘") || strings.Contains(h, "31b") {
			t.Errorf("the quoted %q is a heading", h)
		}
	}
}

// TestQuotedList sets a list that is longer than the document's own run, quoted in
// one of its paragraphs without a heading.
func TestQuotedList(t *testing.T) {
	p := newPress()
	p.heading(16, "Judgment")
	for n := 1; n <= 9; n++ {
		p.para(fmt.Sprintf("%d.", n), prose(n, 50))
		if n != 5 {
			continue
		}
		for k := 1; k <= 14; k++ {
			p.lines("F1", pressSize, 70, 28, 8, fmt.Sprintf("%d.   %s", k, prose(30+k, 40)))
		}
	}
	f := p.finish(t, nil)
	if got, want := labelsOf(f), numbers("para %d", 1, 9); !slices.Equal(got, want) {
		t.Errorf("labels are\n%q, want\n%q", got, want)
	}
	if q := f.byID["p/5"]; q == nil || !strings.Contains(q.Text, prose(44, 40)) {
		t.Errorf("paragraph 5 lacks its list: %+v", q)
	}
}

// TestCodesWithTwoEach sets policies of which each has two paragraphs at least, so that
// a sequence that begins anew finds as many.
func TestCodesWithTwoEach(t *testing.T) {
	p := newPress()
	p.heading(18, "Plan")
	var want []string
	for code, n := range []int{3, 2, 4, 2, 3} {
		p.heading(14, fmt.Sprintf("Policy H%d – A matter", code+1))
		for i := 1; i <= n; i++ {
			p.para(fmt.Sprintf("%d.", i), prose(10*code+i, 40))
			want = append(want, fmt.Sprintf("Policy H%d, para %d", code+1, i))
		}
	}
	if got := labelsOf(p.finish(t, nil)); !slices.Equal(got, want) {
		t.Errorf("labels are\n%q, want\n%q", got, want)
	}
}

// TestStampOnFewPages sets two typed pages before two of a scan, with a stamp that
// differs on each.
func TestStampOnFewPages(t *testing.T) {
	p := newPress()
	p.foot = func(int) string { return "" }
	for n := 1; n <= 24; n++ {
		if n%6 == 1 && n > 6 {
			p.endColumn()
		}
		if n%6 == 1 && n > 12 {
			p.page.WriteString("q 600 0 0 800 0 0 cm BI /W 1 /H 1 /CS /G /BPC 8 ID \x80 EI Q\n")
			p.set("F2", 8, 300, 24, fmt.Sprintf("RELEASED under reference 77/%d", n))
			p.page.WriteString("3 Tr\n")
		}
		p.para(fmt.Sprintf("%d.", n), prose(n, 60))
	}
	f := p.finish(t, nil)
	if got, want := ids(f.result), numbers("%d", 1, 24); !slices.Equal(got, want) {
		t.Errorf("ids are\n%q, want\n%q", got, want)
	}
	for _, q := range f.result.Passages {
		if strings.Contains(q.Text, "RELEASED") {
			t.Errorf("%s has the stamp: %q", q.ID, q.Text)
		}
	}
	if n := f.result.Account.Words[split.RunningHead]; n != 8 {
		t.Errorf("%d words of stamps are left out, want 8", n)
	}
}

// TestNegativePower sets a raised minus, beside a note with that number.
func TestNegativePower(t *testing.T) {
	p := newPress()
	for n := 1; n <= 8; n++ {
		text := prose(n, 40)
		var notes []string
		if n == 2 {
			text = "Here is a claim.^1^ It sheds 10^-1^ of a gram a day. " + text
			notes = []string{"1 First note."}
		}
		p.para(fmt.Sprintf("%d.", n), text, notes...)
	}
	q := p.finish(t, nil).byID["p/2"]
	if q == nil || !strings.HasPrefix(q.Text, "Here is a claim. It sheds 10⁻¹ of a gram a day.") || len(q.Footnotes) != 1 {
		t.Errorf("paragraph 2 is %+v", q)
	}
}

// TestRecommendationHeadings sets recommendations under headings of their own between
// numbered paragraphs, on a first page whose first heading is set like the title.
func TestRecommendationHeadings(t *testing.T) {
	p := newPress()
	p.heading(18, "Report on quays at night")
	p.heading(18, "Introduction")
	for n := 1; n <= 9; n++ {
		p.para(fmt.Sprintf("%d.", n), prose(n, 50))
		if n%3 == 0 {
			p.heading(13, fmt.Sprintf("Recommendation %d: Lamps", n/3))
			p.plain(prose(30+n, 30))
			p.plain(prose(60+n, 30))
		}
	}
	f := p.finish(t, nil)
	if got, want := labelsOf(f), numbers("para %d", 1, 9); !slices.Equal(got, want) {
		t.Errorf("labels are %q, want %q", got, want)
	}
	for n := 1; n <= 3; n++ {
		q := f.byID[fmt.Sprintf("p/recommendation-%d-2", n)]
		if want := fmt.Sprintf("Recommendation %d, para 2", n); q == nil || q.Place.Label() != want || q.Text != prose(60+3*n, 30) {
			t.Errorf("%s is %+v among %q", want, q, ids(f.result))
		}
	}
	if got := Describe("paper.pdf", f.document).Title; got != "Report on quays at night" {
		t.Errorf("the title is %q", got)
	}
}

// TestTaggedEntries sets the entries of a chronology as the text is set, with the tag of
// real headings; one of these is short.
func TestTaggedEntries(t *testing.T) {
	p := newPress()
	for n := 1; n <= 4; n++ {
		p.tagged("H2", func() { p.heading(15, []string{"Quays", "Boats", "Tolls", "Ropes"}[n-1]) })
		p.plain(prose(n, 150))
		p.plain(prose(40+n, 180))
		p.tagged("H2", func() { p.plain("Lamps at night") })
		for k := 1; k <= 2; k++ {
			p.tagged("H2", func() { p.plain(fmt.Sprintf("May 198%d ", k) + strings.TrimSuffix(prose(70+10*n+k, 18), ".")) })
		}
		p.endColumn()
	}
	f := p.finish(t, nil)
	list := headings(f.result.Contents)
	for _, h := range list {
		if strings.Contains(h, "May") {
			t.Errorf("the entry %q is a heading", h)
		}
	}
	if !slices.Contains(list, "Lamps at night") || !slices.Contains(list, "Tolls") {
		t.Errorf("headings are %q, want Tolls and the short one, too", list)
	}
}
