package layout

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

// TestLeadIns sets headings as ordinary text, between numbered paragraphs, and
// what looks like them: a list's last item, a source, the row of a table, and
// words that go on.
func TestLeadIns(t *testing.T) {
	lead := map[int]string{3: "Grounds of appeal", 5: "Conclusion on issue 1", 7: "Source: Home Office", 8: "London, Leeds", 9: "Total 2014 2015 2016"}
	p := newPress()
	p.heading(16, "Decision")
	for n := 1; n <= 12; n++ {
		text := prose(n, 60)
		if n == 10 {
			text = strings.TrimSuffix(text, ".") + " as follows:"
		}
		p.para(fmt.Sprintf("%d.", n), text)
		switch {
		case n == 10:
			p.lines("F1", pressSize, 28, 0, 8, "NHS England, Redditch")
		case n == 11:
			p.bullet("the courts")
		case lead[n] != "":
			p.y -= 6
			p.lines("F1", pressSize, 28, 0, 8, lead[n])
		}
	}
	f := p.finish(t, nil)
	if got, want := headings(f.result.Contents), []string{"Decision", "Grounds of appeal", "Conclusion on issue 1"}; !slices.Equal(got, want) {
		t.Errorf("headings are %q, want %q", got, want)
	}
	for n, end := range map[int]string{3: ".", 5: ".", 7: "Home Office", 8: "Leeds", 9: "2016", 10: "Redditch", 11: "• the courts"} {
		if q := f.byID[fmt.Sprintf("p/%d", n)]; q == nil || !strings.HasSuffix(q.Text, end) {
			t.Errorf("paragraph %d is %+v, want it to end with %q", n, q, end)
		}
	}
}

// TestLeadInAtHead sets a heading as ordinary text at the head of a page.
func TestLeadInAtHead(t *testing.T) {
	p := newPress()
	p.heading(16, "Decision")
	for n := 1; n <= 6; n++ {
		if n == 4 {
			p.endColumn()
			p.lines("F1", pressSize, 28, 0, 0, "Feedback")
		}
		p.para(fmt.Sprintf("%d.", n), prose(n, 60))
	}
	f := p.finish(t, nil)
	if got, want := headings(f.result.Contents), []string{"Decision", "Feedback"}; !slices.Equal(got, want) {
		t.Errorf("headings are %q, want %q", got, want)
	}
	if q := f.byID["p/3"]; q == nil || q.Text != prose(3, 60) {
		t.Errorf("paragraph 3 is %+v", q)
	}
}

// TestItalicQuotation sets statutes quoted in italics, with so much space between
// their lines that each looks set apart.
func TestItalicQuotation(t *testing.T) {
	p := newPress()
	p.heading(16, "The law")
	for n := 1; n <= 9; n++ {
		p.para(fmt.Sprintf("%d.", n), prose(n, 60)+" Section 7 provides:")
		p.y -= 8
		for _, l := range []string{"“In discharging the duty under this section a local authority must have regard to any", "guidance given from time to time by the Secretary of", "State.”"} {
			p.y -= 10
			p.lines("F3", pressSize, 60, 0, 0, l)
		}
	}
	f := p.finish(t, nil)
	if got := headings(f.result.Contents); !slices.Equal(got, []string{"The law"}) {
		t.Errorf("headings are %q", got)
	}
	if got, want := ids(f.result), numbers("%d", 1, 9); !slices.Equal(got, want) {
		t.Errorf("ids are %q, want %q", got, want)
	}
	if q := f.byID["p/4"]; q == nil || !strings.HasSuffix(q.Text, "State.”") {
		t.Errorf("paragraph 4 is %+v", q)
	}
}
