package browsertest

import (
	"flag"
	"fmt"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"

	"socsearch/sources"
)

var everyPassage = flag.Bool("every-passage", false, "land on every passage rather than on one of sixteen")

// screens are a small laptop's, a larger one's and a phone's.
var screens = []struct{ width, height int64 }{{1280, 720}, {1280, 800}, {390, 844}}

// TestLanding follows the links of results: each passage begins in the top third
// of the screen, below its own heading.
func TestLanding(t *testing.T) {
	corpus, err := sources.Load(sources.Embedded())
	if err != nil {
		t.Fatal(err)
	}
	for _, screen := range screens {
		t.Run(fmt.Sprintf("%d by %d", screen.width, screen.height), func(t *testing.T) {
			b := open(t)
			b.size(screen.width, screen.height)
			for i, p := range corpus.Passages {
				if i%16 != 0 && !*everyPassage {
					continue
				}
				b.visit("/help") // another page first: a fragment alone would not load anything
				b.visit(p.URL + "?q=crime#" + p.Anchor())
				var top, heading float64
				b.script(`document.querySelector('.passage.here').getBoundingClientRect().top`, &top)
				b.script(`document.querySelector('h1').getBoundingClientRect().top`, &heading)
				if top < 0 || top > float64(screen.height)/3 || heading < 0 {
					t.Errorf("%s begins at %.0f of %d, its heading at %.0f", p.ID, top, screen.height, heading)
				}
			}
		})
	}
}

// TestLandingOnNotes follows results whose words stand in a footnote, and the marks of
// footnotes in a passage: the note is whole on the screen.
func TestLandingOnNotes(t *testing.T) {
	corpus, err := sources.Load(sources.Embedded())
	if err != nil {
		t.Fatal(err)
	}
	for _, screen := range screens {
		b := open(t)
		b.size(screen.width, screen.height)
		looked := 0
		for _, p := range corpus.Passages {
			for i, n := range p.Footnotes {
				if i%4 != 0 {
					continue
				}
				b.visit("/help")
				b.visit(p.URL + "?q=crime#fn-" + n.Number)
				var top, bottom float64
				b.script(`document.querySelector(':target').getBoundingClientRect().top`, &top)
				b.script(`document.querySelector(':target').getBoundingClientRect().bottom`, &bottom)
				if top < 0 || bottom > float64(screen.height) && top > float64(screen.height)/2 {
					t.Errorf("note %s of %s stands at %.0f to %.0f of %d", n.Number, p.ID, top, bottom, screen.height)
				}
				looked++
			}
			if looked > 12 && !*everyPassage {
				break
			}
		}
		if looked == 0 {
			t.Error("no notes")
		}
		b.quiet()
	}
}

// TestResultsFirst counts the results that are whole on the screen without
// scrolling, and measures what stands over them.
func TestResultsFirst(t *testing.T) {
	for _, test := range []struct {
		width, height int64
		results       int
		over          float64 // of header and notice together, at most
	}{{1280, 720, 2, 140}, {390, 844, 1, 140}} {
		b := open(t)
		b.size(test.width, test.height)
		for _, query := range []string{"county+lines", "cyber+crime&objective=2", "how+are+victims+of+modern+slavery+supported", "NCA"} {
			b.visit("/?q=" + query)
			whole, over := 0, 0.0
			b.script(`[...document.querySelectorAll('.hit')].filter(h => h.getBoundingClientRect().bottom <= innerHeight).length`, &whole)
			b.script(`document.querySelector('main').getBoundingClientRect().top`, &over)
			if whole < test.results || over > test.over {
				t.Errorf("%s at %d by %d: %d results whole, want %d; %.0f px over them, want %.0f at most", query, test.width, test.height, whole, test.results, over, test.over)
			}
		}
	}
}

// TestStartInOneScreen measures the start page, and goes to a paragraph from it.
func TestStartInOneScreen(t *testing.T) {
	b := open(t)
	b.visit("/")
	height := 0
	b.script(`document.documentElement.scrollHeight`, &height)
	if height > 1500 {
		t.Errorf("the start page is %d px high, want 1500 at most", height)
	}
	b.run(chromedp.SendKeys("#jump", "para 134"+kb.Enter))
	b.until(`location.pathname === '/strategy/134'`)
	b.quiet()
}

// TestWalk goes through the results of a search from passage to passage, by
// links and by keys, and back to the list.
func TestWalk(t *testing.T) {
	b := open(t)
	b.visit("/?q=county+lines&objective=1")
	b.run(chromedp.Click(".hit h3 a"))
	b.until(`document.querySelector('.walk')?.textContent.includes('Result 1 of 2')`)
	b.run(chromedp.Click("#next-result"))
	b.until(`document.querySelector('.walk')?.textContent.includes('Result 2 of 2') && !document.querySelector('#next-result')`)
	b.run(chromedp.KeyEvent("k"))
	b.until(`document.querySelector('.walk')?.textContent.includes('Result 1 of 2')`)
	b.run(chromedp.KeyEvent("j"))
	b.until(`document.querySelector('.walk')?.textContent.includes('Result 2 of 2')`)
	b.run(chromedp.Click(".walk a"))
	b.until(`location.search === '?q=county+lines&objective=1' && document.querySelectorAll('.hit').length === 2`)
	b.quiet()
}

// TestBoxEverywhere looks for the search box on every kind of page: the key goes
// to it.
func TestBoxEverywhere(t *testing.T) {
	b := open(t)
	for _, kind := range kindsOfPage {
		b.visit(kind.path)
		b.run(chromedp.KeyEvent("/"))
		focused, boxes := "", 0
		b.script(`document.activeElement.id`, &focused)
		b.script(`document.querySelectorAll('[role=search]').length`, &boxes)
		if focused != "q" || boxes != 1 {
			t.Errorf("%s: the focus is on %q, %d search boxes", kind.path, focused, boxes)
		}
	}
}

// TestCitationBeside: the panel that cites a passage has its column for itself.
func TestCitationBeside(t *testing.T) {
	b := open(t)
	b.size(1280, 800)
	b.visit("/strategy/79")
	width := 0.0
	b.script(`document.querySelector('.cite').getBoundingClientRect().width`, &width)
	if width < 300 {
		t.Errorf("the citation is %.0f px wide, want 300 at least", width)
	}
}
