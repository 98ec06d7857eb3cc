package layout

import (
	"fmt"
	"strings"
	"testing"
)

// TestCloseFoot sets a paper whose notes reach down to the page number and the
// running foot, without white space between.
func TestCloseFoot(t *testing.T) {
	p := newPress()
	p.foot = func(page int) string { return "" }
	bottom := func() {
		p.set("F1", noteSize, p.x(), pressBottom-10, fmt.Sprintf("^%d^ %s", p.number(), prose(p.number(), 10)))
		p.set("F1", noteSize, 270, pressBottom-20, fmt.Sprint(p.number()))
		p.set("F1", pressSize, p.x(), pressBottom-31, "Adopted")
	}
	for n := 1; n <= 8; n++ {
		p.para(fmt.Sprintf("%d.", n), fmt.Sprintf("Here is a claim^%d^ to be noted. %s", n, prose(n, 200)))
		bottom()
		p.endColumn()
	}
	f := p.finish(t, nil)
	for n := 1; n <= 8; n++ {
		q := f.byID[fmt.Sprintf("p/%d", n)]
		if q == nil || fmt.Sprint(q.Page) != fmt.Sprint(n) || strings.Contains(q.Text, "Adopted") || len(q.Footnotes) != 1 || q.Footnotes[0].Text != prose(n, 10) {
			t.Errorf("paragraph %d is %+v", n, q)
		}
	}
}

// tagged draws what follows as marked content of a role.
func (p *press) tagged(role string, draw func()) {
	fmt.Fprintf(&p.page, "/%s BMC\n", role)
	draw()
	p.page.WriteString("EMC\n")
}

// TestHalfTagged sets a paper that tags its running heads as no part of the text
// on most pages, but not on one, and a chapter's title so by mistake.
func TestHalfTagged(t *testing.T) {
	p := newPress()
	p.foot = func(int) string { return "" }
	for n := 1; n <= 8; n++ {
		role := "Artifact"
		if n == 5 {
			role = "P"
		}
		p.tagged(role, func() { p.set("F1", 9, p.x(), 765, fmt.Sprintf("Handbook Notice %d", n)) })
		if n == 7 {
			p.tagged("Artifact", func() { p.heading(19, "4 Additional information") })
		}
		p.tagged("P", func() { p.para(fmt.Sprintf("%d.", n), prose(n, 300)) })
		p.endColumn()
	}
	f := p.finish(t, nil)
	for _, q := range f.result.Passages {
		if strings.Contains(q.Text, "Handbook Notice") {
			t.Errorf("%s holds a running head: %q", q.ID, q.Text)
		}
	}
	if q := f.byID["p/7"]; q == nil || lastOf(q.Section) != "4 Additional information" {
		t.Errorf("paragraph 7 is %+v, want it below the title", q)
	}
}
