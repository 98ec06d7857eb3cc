package browsertest

import (
	"strings"
	"testing"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"
)

// TestContentsFollow reads through the strategy: the contents stay in sight and mark
// the section that is read, on a phone as one line that opens.
func TestContentsFollow(t *testing.T) {
	for _, screen := range screens[1:] {
		b := open(t)
		b.size(screen.width, screen.height)
		b.visit("/strategy")
		b.run(chromedp.Evaluate(`location.hash = '#s-supporting-witnesses'`, nil))
		b.until(`document.querySelector('.contents [aria-current]')?.textContent === 'Supporting witnesses'`)
		top, bottom, target := 0.0, 0.0, 0.0
		b.script(`document.querySelector('.contents').getBoundingClientRect().top`, &top)
		b.script(`document.querySelector('.contents').getBoundingClientRect().bottom`, &bottom)
		b.script(`document.querySelector(':target').getBoundingClientRect().top`, &target)
		if top < 0 || top > 20 {
			t.Errorf("%d wide: the contents begin at %.0f", screen.width, top)
		}
		if target < 0 || target > float64(screen.height)/3 || screen.width < 600 && target < bottom {
			t.Errorf("%d wide: the heading is at %.0f, the contents end at %.0f", screen.width, target, bottom)
		}
		marked := ""
		b.script(`getComputedStyle(document.querySelector(':target')).backgroundColor`, &marked)
		if marked == "rgba(0, 0, 0, 0)" {
			t.Errorf("%d wide: the heading that was jumped to isn’t marked", screen.width)
		}
		if screen.width < 600 {
			b.run(press(".contents summary"))
			b.until(`document.querySelector('.contents details').open`)
			b.run(press(`.contents a[href$="#s-measuring-success"]`))
			b.until(`!document.querySelector('.contents details').open && document.querySelector('#section').textContent === 'Measuring success'`)
		}
		b.quiet()
	}
}

// TestMatchesInDocument goes through the passages of the strategy that a search finds, by
// button and key, and without a script by links. “County lines” stands in seven:
// paragraphs 9, 21, 101 and 156, two of the box on firearms and drugs, and that on
// Operation Guardian.
func TestMatchesInDocument(t *testing.T) {
	b := open(t)
	for _, screen := range screens[1:] {
		b.size(screen.width, screen.height)
		b.visit("/help")
		b.visit("/strategy?q=county+lines")
		b.until(`document.querySelector('.matches span')?.textContent === '7 found'`)
		b.run(press("#next-result"))
		b.until(`document.querySelector('.matches span').textContent === '1 of 7'`)
		b.run(chromedp.KeyEvent("j"))
		b.until(`document.querySelector('.matches span').textContent === '2 of 7'`)
		top, id := 0.0, ""
		b.script(`document.querySelector(':target').id`, &id)
		if id != "21" {
			t.Errorf("the second is %s", id)
		}
		b.script(`document.querySelector(':target mark').getBoundingClientRect().top`, &top)
		if top < 0 || top > float64(screen.height) {
			t.Errorf("%d wide: the word is at %.0f of %d", screen.width, top, screen.height)
		}
		if screen.width < 600 {
			width := 0
			b.script(`document.documentElement.scrollWidth`, &width) // the section's long name stands in the line of the contents
			if width > int(screen.width) {
				t.Errorf("at paragraph 21 the page is %d wide", width)
			}
		}
		b.run(chromedp.KeyEvent("k"))
		b.until(`document.querySelector('.matches span').textContent === '1 of 7'`)
		b.quiet()
	}
	plain := open(t)
	plain.run(emulation.SetScriptExecutionDisabled(true))
	plain.visit("/strategy?q=county+lines")
	plain.run(press(".marked a"), chromedp.WaitVisible(":target mark"), press(":target .next-match"), chromedp.WaitVisible(":target mark"))
	plain.quiet()
}

// TestNamesOfPages: no two searches have the same title.
func TestNamesOfPages(t *testing.T) {
	b := open(t)
	seen := map[string]string{}
	for _, path := range []string{"/", "/?q=fraud", "/?q=fraud&page=2", "/?q=fraud&objective=2", "/?objective=2", "/?objective=1", "/?q=fraud&organisation=nca"} {
		b.visit(path)
		title := ""
		b.script(`document.title`, &title)
		if other := seen[title]; other != "" {
			t.Errorf("%s and %s are both called %q", path, other, title)
		}
		seen[title] = path
		if strings.Contains(path, "page=2") && !strings.Contains(title, "page 2") {
			t.Errorf("%s is called %q", path, title)
		}
	}
}
