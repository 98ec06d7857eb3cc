package browsertest

import (
	"context"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/browser"
	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/chromedp"
)

// allowClipboard lets the page read back what it copied.
func (b *tab) allowClipboard() {
	b.t.Helper()
	b.run(chromedp.ActionFunc(func(ctx context.Context) error {
		permissions := []browser.PermissionType{browser.PermissionTypeClipboardReadWrite, browser.PermissionTypeClipboardSanitizedWrite}
		c := chromedp.FromContext(ctx)
		return browser.GrantPermissions(permissions).WithOrigin(b.site).Do(cdp.WithExecutor(ctx, c.Browser))
	}))
}

const readClipboard = `navigator.clipboard.read().then(async ([item]) => Object.fromEntries(await Promise.all(item.types.map(async t => [t, await (await item.getType(t)).text()]))))`

// TestCopy copies a citation, rich and plain, in the style that is remembered.
func TestCopy(t *testing.T) {
	b := open(t)
	b.visit("/strategy/79")
	b.allowClipboard()
	b.run(chromedp.Click(`[data-copy=citation-oscola]`))
	b.until(`document.querySelector('#live').textContent === 'Copied'`)
	got := map[string]string{}
	b.script(readClipboard, &got)
	if want := "HM Government, Serious and Organised Crime Strategy (Cm 9718, 2018) para 79."; got["text/plain"] != want {
		t.Errorf("plain: %q, want %q", got["text/plain"], want)
	}
	if want := "<i>Serious and Organised Crime Strategy</i>"; !strings.Contains(got["text/html"], want) {
		t.Errorf("rich: %q, want it to have %q", got["text/html"], want)
	}
	b.run(choose("#style", "apa_in_text"))
	b.visit("/strategy/80")
	b.until(`document.querySelector('#style').value === 'apa_in_text' && document.querySelector('.style[data-style=apa_in_text]').checkVisibility() && !document.querySelector('.style[data-style=oscola]').checkVisibility()`)
	b.quiet()
}

// TestBriefing collects passages over two searches, opens the collection, takes
// one out, and finds it kept.
func TestBriefing(t *testing.T) {
	b := open(t)
	for _, page := range []string{"/?q=trafficking&organisation=border-force", "/?q=witnesses"} {
		b.visit(page)
		b.run(press(".hit .tick"))
		b.until(`document.querySelector('.tick').getAttribute('aria-pressed') === 'true'`)
	}
	b.until(`document.querySelector('#briefing-count').textContent === ' (2)'`)
	b.run(press(`.masthead a[href^="/briefing"]`))
	b.until(`location.pathname === '/briefing' && document.querySelectorAll('.part .passage').length === 2`)
	b.until(`document.querySelector('#adopt').hidden`)
	b.allowClipboard()
	b.run(chromedp.Click(`[data-copy=briefing-copy]`))
	b.until(`document.querySelector('#live').textContent === 'Copied'`)
	got := map[string]string{}
	b.script(readClipboard, &got)
	if !strings.Contains(got["text/plain"], "(Cm 9718, 2018)") || !strings.Contains(got["text/html"], "<blockquote>") {
		t.Errorf("copied %q", got)
	}
	b.run(press(`.edit a:last-of-type`))
	b.until(`document.querySelectorAll('.part .passage').length === 1 && document.querySelector('#briefing-count').textContent === ' (1)'`)
	b.visit("/briefing")
	b.until(`location.search.startsWith('?ids=')`)
	b.visit("/briefing?ids=strategy/79")
	b.until(`!document.querySelector('#adopt').hidden`)
	b.run(press(`#adopt button`))
	b.until(`document.querySelector('#briefing-count').textContent === ' (2)'`)
	b.quiet()
}
