package browsertest

import (
	"fmt"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
)

// press clicks what a selector finds by the page's own means: it doesn't wait for
// what isn't there.
func press(selector string) chromedp.Action {
	return chromedp.Evaluate(fmt.Sprintf(`document.querySelector(%q).click()`, selector), nil)
}

// choose sets a field's value as a person would.
func choose(selector, value string) chromedp.Action {
	return chromedp.Evaluate(fmt.Sprintf(`{ const e = document.querySelector(%q); e.value = %q; e.dispatchEvent(new Event('change', { bubbles: true })); }`, selector, value), nil)
}

// kept is what the browser keeps as one's own briefing.
func (b *tab) kept() string {
	b.t.Helper()
	kept := ""
	b.script(`(JSON.parse(localStorage.getItem('briefing')) ?? '').toString()`, &kept)
	return strings.NewReplacer("%2F", "/", "%2C", ",").Replace(kept)
}

// leave clicks a link and waits for the page that it leads to.
func (b *tab) leave(selector string) {
	b.t.Helper()
	b.run(chromedp.Evaluate(`window.here = true`, nil), press(selector))
	b.until(`!window.here && document.readyState === 'complete'`)
}

// TestForeignBriefing does everything that can be done to a briefing that came by a
// link: one's own stays as it is, until one takes the other over.
func TestForeignBriefing(t *testing.T) {
	b := open(t)
	b.visit("/strategy/134")
	b.run(press(".actions .tick"))
	const own = "ids=strategy/134"
	foreign := "/briefing?ids=strategy/79,strategy/148,roles/gchq"
	for _, selector := range []string{".edit a[href]", ".edit a:last-of-type", ".arrange p:last-of-type a:last-of-type"} {
		b.visit(foreign)
		b.leave(selector)
		if got := b.kept(); got != own {
			t.Errorf("after %s one’s own is %q, want %q", selector, got, own)
		}
	}
	b.until(`document.querySelector('.note[role=status] a').textContent === 'Undo'`)
	b.leave(".note[role=status] a")
	b.until(`document.querySelectorAll('.item').length === 3`)
	if got := b.kept(); got != own {
		t.Errorf("after undoing one’s own is %q, want %q", got, own)
	}
	b.run(press("#adopt button"))
	if got, want := b.kept(), own+",strategy/79,strategy/148,roles/gchq"; got != want {
		t.Errorf("taken over: %q, want %q", got, want)
	}
	b.quiet()
}

// TestNothingLost clears one's own briefing, with its title and note, and gets it back.
func TestNothingLost(t *testing.T) {
	b := open(t)
	b.visit("/strategy/79-82")
	b.run(press(".actions .tick"))
	b.visit("/briefing")
	b.until(`document.querySelectorAll('.item').length === 1 && document.querySelector('#adopt').hidden`)
	b.run(chromedp.Evaluate(`document.querySelector('#briefing-title').value = 'On the online part'; document.querySelector('.item textarea').value = 'Ask.'`, nil))
	b.leave(".arrange button")
	if got, want := b.kept(), "ids=strategy/79-82&title=On+the+online+part&note.strategy/79-82=Ask."; got != want {
		t.Errorf("kept %q, want %q", got, want)
	}
	b.leave(".arrange p:last-of-type a:last-of-type") // Clear
	if got := b.kept(); got != "" {
		t.Errorf("cleared, and %q is kept", got)
	}
	b.leave(".note[role=status] a") // Undo
	if got := b.kept(); !strings.Contains(got, "ids=strategy/79-82") || !strings.Contains(got, "=Ask.") {
		t.Errorf("undone, and %q is kept", got)
	}
	b.run(chromedp.Evaluate(`document.querySelector('#add').value = 'fn 39'`, nil))
	b.leave(".addto button")
	b.until(`document.querySelectorAll('.item').length === 2`)
	if got := b.kept(); !strings.Contains(got, "strategy/79-82,strategy/70") {
		t.Errorf("added, and %q is kept", got)
	}
	b.quiet()
}

// TestCiteFromResult copies from a list of results by button and key, in the style that
// was chosen on another page.
func TestCiteFromResult(t *testing.T) {
	b := open(t)
	b.visit("/strategy/79")
	b.allowClipboard()
	b.run(choose("#style", "apa_in_text"))
	b.visit("/?q=county+lines&objective=1")
	for _, test := range []struct {
		name string
		do   chromedp.Action
		want string
	}{
		{"button", chromedp.Click(".hit [data-cite=citation]"), "(HM Government, 2018,"},
		{"key c", chromedp.KeyEvent("jc"), "(HM Government, 2018,"},
		{"key q", chromedp.KeyEvent("q"), "“"},
	} {
		b.run(chromedp.Evaluate(`document.querySelector('#live').textContent = ''`, nil), test.do)
		b.until(`document.querySelector('#live').textContent === 'Copied'`)
		got := map[string]string{}
		b.script(readClipboard, &got)
		if !strings.HasPrefix(got["text/plain"], test.want) || !strings.Contains(got["text/html"], "2018") {
			t.Errorf("%s: copied %q, want it to begin with %q", test.name, got, test.want)
		}
	}
	b.run(press(".hit .tick"))
	b.visit("/briefing")
	b.until(`document.querySelector('.citation.source')?.textContent.startsWith('(HM Government, 2018,') && document.querySelector('#style').value === 'apa_in_text'`)
	b.quiet()
}
