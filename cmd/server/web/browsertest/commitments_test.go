package browsertest

import (
	"strings"
	"testing"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// TestRegisterWithoutJavaScript narrows and sorts the register of commitments, and a
// search by them, with scripts off. What the Home Office undertakes for 2018 stands in
// seven sentences: of paragraphs 56, 59, 80, 108, 125, 132, and the fourth of the box on
// firearms and drugs.
func TestRegisterWithoutJavaScript(t *testing.T) {
	b := open(t)
	b.run(emulation.SetScriptExecutionDisabled(true))
	b.visit("/commitments")
	b.run(chromedp.Click(`#narrow input[name=actor][value=home-office]`), chromedp.Click(`#narrow input[name=by][value="2018"]`),
		chromedp.Click("#narrow .apply"), chromedp.WaitVisible(".chips"))
	if got := b.text(".count"); got != "7 commitments" {
		t.Errorf("the register says %q, want 7 commitments", got)
	}
	b.run(chromedp.Click(`//p[@class="sorts"]/a[text()="Sum"]`), chromedp.WaitVisible(`//p[@class="sorts"]/span[text()="Sum"]`))
	var address string
	b.run(chromedp.Location(&address))
	if !strings.Contains(address, "actor=home-office") || !strings.Contains(address, "by=2018") {
		t.Errorf("sorted at %s, want the filters kept", address)
	}
	if got := b.text(".lines tbody tr:first-child [data-of=Money]"); got != "£37.7 million" {
		t.Errorf("the largest sum is %q, want £37.7 million", got)
	}
	b.run(chromedp.Click(".lines tbody tr:first-child .basis summary"), chromedp.WaitVisible(".lines tbody tr:first-child .citation"))
	if b.shown(".copy") {
		t.Error("“Copy as list” shows, which needs scripts")
	}
	b.run(chromedp.Click(`//ul[@class="chips"]//a[text()="Clear all"]`), chromedp.WaitNotPresent(".chips"))
	b.run(chromedp.Click(".tabs a"), chromedp.WaitVisible(`[data-of="Of whom"]`))
	b.quiet()
}

// TestRegisterFilters ticks filters of the register, on a desktop and a phone.
func TestRegisterFilters(t *testing.T) {
	b := open(t)
	for _, width := range []int64{1280, 390} {
		b.size(width, 844)
		b.visit("/commitments")
		if width < 600 {
			b.run(chromedp.Click(".filters > summary"))
		}
		b.run(chromedp.Click(`input[name=commitment_kind][value=fund]`), chromedp.Click(".apply"), chromedp.WaitVisible(".chips"))
		if got := b.text(".count"); !strings.HasPrefix(got, "25 commitments") {
			t.Errorf("the register says %q", got)
		}
	}
	b.quiet()
}

// TestSearchByCommitmentWithoutJavaScript filters a search: paragraph 163 would explore
// a new funding model, which is soft; 152, which says so too, is firm.
func TestSearchByCommitmentWithoutJavaScript(t *testing.T) {
	b := open(t)
	b.run(emulation.SetScriptExecutionDisabled(true))
	b.visit("/")
	b.run(chromedp.SendKeys("#q", "funding model"+kb.Enter), chromedp.WaitVisible(".hits"))
	b.run(chromedp.Click(`[data-facet=commitment] summary`), chromedp.Click(`input[name=commitment][value=soft]`), chromedp.Click(".apply"), chromedp.WaitVisible(".chips"))
	if got := b.text(".count"); got != "3 passages for funding model that undertake something soft" {
		t.Errorf("the results say %q", got)
	}
	b.run(chromedp.Click(".hit h3 a"), chromedp.WaitVisible(".here mark"))
	var address string
	b.run(chromedp.Location(&address))
	if !strings.Contains(address, "/strategy/163") {
		t.Errorf("the first hit leads to %s, want paragraph 163", address)
	}
	if got := b.text("main"); !strings.Contains(got, "What it undertakes") {
		t.Error("paragraph 163 doesn't say what it undertakes")
	}
	b.quiet()
}

// text is what an element shows.
func (b *tab) text(selector string) string {
	b.t.Helper()
	var text string
	b.run(chromedp.Text(selector, &text, chromedp.ByQuery))
	return strings.Join(strings.Fields(text), " ")
}

// shown reports whether an element takes room on the page.
func (b *tab) shown(selector string) bool {
	b.t.Helper()
	var visible bool
	b.script(`document.querySelector('`+selector+`').checkVisibility()`, &visible)
	return visible
}
