package browsertest

import (
	"strings"
	"testing"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

const count = `document.querySelector('.count').textContent`

// TestSearchAndFilter types a search, ticks filters, and goes back and forth.
func TestSearchAndFilter(t *testing.T) {
	b := open(t)
	b.visit("/")
	b.run(chromedp.SendKeys("#q", "county lines"+kb.Enter))
	b.until(count + `.includes('county lines')`)
	b.until(`location.search === '?q=county+lines'`)
	b.run(chromedp.Click(`input[name=objective][value="1"]`))
	b.until(count + `.includes('under Objective 1')`)
	b.until(`document.activeElement.name === 'objective'`) // the focus stays
	b.until(`document.querySelector('#live').textContent === '2 passages that mention county lines under Objective 1'`)

	b.run(chromedp.NavigateBack())
	b.until(`!` + count + `.includes('Objective 1') && !document.querySelector('input[name=objective]').checked`)
	b.run(chromedp.NavigateBack())
	b.until(`document.querySelector('#q').value === '' && document.querySelector('.start')`)
	b.run(chromedp.NavigateForward())
	b.until(`document.querySelector('#q').value === 'county lines'`)

	b.visit("/?q=county+lines&objective=1")
	b.run(chromedp.Click(".chips a"))
	b.until(`location.search === '?q=county+lines' && document.activeElement.id === 'results'`)
	b.quiet()
}

// TestTypedFilter types a filter among the words: the box has the words that are left,
// so that the filter can be taken off.
func TestTypedFilter(t *testing.T) {
	b := open(t)
	b.visit("/")
	b.run(chromedp.SendKeys("#q", "organisation:nca fraud"+kb.Enter))
	b.until(`document.querySelector('#q').value === 'fraud' && document.querySelectorAll('.chips a').length === 1`)
	b.run(chromedp.Click(`input[name=organisation][value="nca"]`))
	b.until(`!document.querySelector('.chips a') && !document.querySelector('input[name=organisation][value="nca"]').checked`)
	b.quiet()
}

// TestFilterSheet filters on a phone: a sheet with its groups closed, which says how
// many passages there are and goes away without being asked twice.
func TestFilterSheet(t *testing.T) {
	b := open(t)
	b.size(390, 844)
	b.visit("/?q=county+lines")
	const isOpen = `document.querySelector('#filters').open`
	b.until(`!` + isOpen)
	b.run(chromedp.Click("#filters > summary"))
	b.until(isOpen + ` && ![...document.querySelectorAll('.facet')].some(f => f.open)`)
	b.run(chromedp.Click(`[data-facet=objective] summary`), chromedp.Click(`input[name=objective][value="1"]`))
	b.until(isOpen + ` && document.querySelector('.apply').textContent === 'Show 2 passages'`)
	var bottom, top float64
	b.script(`document.querySelector('.apply').getBoundingClientRect().bottom`, &bottom)
	b.script(`document.querySelector('.apply').getBoundingClientRect().top`, &top)
	if top < 0 || bottom > 844 {
		t.Errorf("“Show 2 passages” stands at %.0f to %.0f of 844", top, bottom)
	}
	b.run(chromedp.Click(".apply"))
	b.until(`!` + isOpen + ` && document.activeElement.id === 'results' && ` + count + `.includes('under Objective 1')`)
	b.run(chromedp.Click("#filters > summary"))
	b.until(isOpen)
	b.run(chromedp.KeyEvent(kb.Escape))
	b.until(`!` + isOpen + ` && document.activeElement.closest('#filters')`)
	b.run(chromedp.Click("#filters > summary"))
	b.until(isOpen)
	b.run(chromedp.MouseClickXY(195, 20)) // what is behind it isn't pressed
	b.until(`!` + isOpen + ` && location.search === '?q=county+lines&objective=1'`)
	b.quiet()
}

// TestReference goes to the place that is typed.
func TestReference(t *testing.T) {
	b := open(t)
	b.visit("/")
	b.run(chromedp.SendKeys("#q", "para 79"+kb.Enter))
	b.until(`location.pathname === '/strategy/79'`)
	b.quiet()
}

// TestFacetList narrows the list of organisations by typing.
func TestFacetList(t *testing.T) {
	b := open(t)
	b.visit("/?q=crime")
	b.run(chromedp.SendKeys(".find", "fraud office"))
	b.until(`[...document.querySelectorAll('[data-facet=organisation] .value')].filter(e => e.checkVisibility()).map(e => e.querySelector('input').value).join() === 'sfo'`)
	b.quiet()
}

// TestCompletions chooses a completion with the keyboard alone.
func TestCompletions(t *testing.T) {
	b := open(t)
	b.visit("/")
	b.run(chromedp.SendKeys("#q", "crown pros"))
	b.until(`document.querySelector('#q').getAttribute('aria-expanded') === 'true'`)
	b.run(chromedp.KeyEvent(kb.ArrowDown))
	b.until(`document.getElementById(document.querySelector('#q').getAttribute('aria-activedescendant'))?.getAttribute('aria-selected') === 'true'`)
	b.run(chromedp.KeyEvent(kb.Escape))
	b.until(`document.querySelector('#completions').hidden`)
	b.run(chromedp.KeyEvent(kb.ArrowDown))
	b.until(`!document.querySelector('#completions').hidden`)
	b.run(chromedp.KeyEvent(kb.ArrowDown), chromedp.KeyEvent(kb.Enter))
	b.until(`location.pathname === '/organisations/cps'`)
	b.quiet()
}

// TestKeyboard goes to the box, through the results and to the list of keys.
func TestKeyboard(t *testing.T) {
	b := open(t)
	b.visit("/?q=fraud")
	b.run(chromedp.KeyEvent("/"))
	b.until(`document.activeElement.id === 'q'`)
	b.run(chromedp.Blur("#q"), chromedp.KeyEvent("j"), chromedp.KeyEvent("j"), chromedp.KeyEvent("k"), chromedp.KeyEvent("j"))
	b.until(`document.activeElement === document.querySelectorAll('.hit h3 a')[1]`)
	b.run(chromedp.KeyEvent("b"))
	b.until(`document.querySelectorAll('.hit .tick')[1].getAttribute('aria-pressed') === 'true'`)
	b.run(chromedp.KeyEvent("?"))
	b.until(`document.querySelector('#keys-dialog').open`)
	b.run(chromedp.KeyEvent(kb.Escape))
	b.until(`!document.querySelector('#keys-dialog').open`)
	b.run(chromedp.KeyEvent(kb.Enter))
	b.until(`location.pathname.startsWith('/strategy/') && !!document.querySelector('main mark')`)
	b.run(chromedp.KeyEvent(kb.Escape))
	b.until(`document.querySelector('main').classList.contains('unmarked')`)
	b.quiet()
}

// TestWithoutJavaScript searches, filters and reads with scripts off.
func TestWithoutJavaScript(t *testing.T) {
	b := open(t)
	b.run(emulation.SetScriptExecutionDisabled(true))
	b.visit("/")
	b.run(chromedp.SendKeys("#q", "county lines"+kb.Enter), chromedp.WaitVisible(".hits"))
	b.run(chromedp.Click(`input[name=objective][value="1"]`), chromedp.Click(".apply"), chromedp.WaitVisible(".chips"))
	var text, address string
	b.run(chromedp.Text(".count", &text), chromedp.Location(&address))
	if want := "2 passages that mention county lines under Objective 1"; text != want {
		t.Errorf("the results say %q, want %q", text, want)
	}
	if !strings.Contains(address, "objective=1") {
		t.Errorf("the address is %s", address)
	}
	b.run(chromedp.Click(".hit h3 a"), chromedp.WaitVisible(".here mark"))
	b.visit("/briefing?ids=strategy/79,strategy/80")
	var passages int
	b.run(chromedp.Evaluate(`1`, nil))
	b.script(`document.querySelectorAll('.part .passage').length`, &passages)
	if passages != 2 {
		t.Errorf("the briefing has %d passages, want 2", passages)
	}
	b.quiet()
}

// TestSort sorts the table of Figure 7 by its columns.
func TestSort(t *testing.T) {
	b := open(t)
	b.visit("/strategy/figure-7")
	first := `document.querySelector('.sortable tbody tr').textContent`
	b.run(chromedp.Click(`//th/button[text()="2017"]`))
	b.until(first + `.includes('Good') && document.querySelector('th[aria-sort=ascending]').textContent === '2017'`)
	b.run(chromedp.Click(`//th/button[text()="2017"]`))
	b.until(`document.querySelector('th[aria-sort=descending]').textContent === '2017'`)
	b.quiet()
}
