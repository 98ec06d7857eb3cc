package browsertest

import (
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// selectWords selects from the first place of some words to the end of others.
func selectWords(from, to string) chromedp.Action {
	return chromedp.Evaluate(`{
		const find = (words, end) => {
			const walker = document.createTreeWalker(document.querySelector('article'), NodeFilter.SHOW_TEXT);
			for (let n; (n = walker.nextNode());) {
				const at = n.data.indexOf(words);
				if (at >= 0 && n.parentElement.closest('.text')) return [n, end ? at + words.length : at];
			}
		};
		const range = document.createRange();
		range.setStart(...find(`+"`"+from+"`"+`, false));
		range.setEnd(...find(`+"`"+to+"`"+`, true));
		getSelection().removeAllRanges();
		getSelection().addRange(range);
	}`, nil)
}

// TestCiteSelection selects words over two paragraphs, with a footnote's mark, and
// within one, and copies them by button and key.
func TestCiteSelection(t *testing.T) {
	b := open(t)
	b.visit("/strategy/page/31")
	b.allowClipboard()
	for _, test := range []struct {
		path, from, to, key string
		text, html          []string
	}{
		{"/strategy/page/31", "a dedicated specialist", "Dark Web skills", "",
			[]string{"‘a dedicated specialist cyber crime unit to increase local investigative capabilities.", "Dark Web skills’ HM Government", "(Cm 9718, 2018) paras 79–80"}, []string{"<i>Serious and Organised Crime Strategy</i>"}},
		{"/strategy/148", "Slavery and Trafficking", "SCPOs commence", "q",
			[]string{"‘Slavery and Trafficking Prevention Orders (STPOs). SCPOs commence’ HM Government", "para 148 (footnote omitted)."}, nil},
		{"/strategy/148", "SCPOs commence", "leaves custody", "q",
			[]string{"‘SCPOs commence when an offender leaves custody’ HM Government", "para 148."}, nil},
	} {
		b.visit(test.path)
		b.run(selectWords(test.from, test.to))
		b.until(`!document.querySelector('.selected').hidden`)
		if test.key != "" {
			b.run(chromedp.KeyEvent(test.key))
		} else {
			b.run(chromedp.Click(".selected button"))
		}
		b.until(`document.querySelector('#live').textContent === 'Copied'`)
		got := map[string]string{}
		b.script(readClipboard, &got)
		for _, want := range test.text {
			if !strings.Contains(got["text/plain"], want) {
				t.Errorf("%s: copied %q, want %q in it", test.from, got["text/plain"], want)
			}
		}
		for _, want := range test.html {
			if !strings.Contains(got["text/html"], want) {
				t.Errorf("%s: copied %q, want %q in it", test.from, got["text/html"], want)
			}
		}
	}
	b.quiet()
}

// TestWordsExplained opens the panels of an abbreviation, an organisation and a footnote
// by keyboard, and closes them: the focus is where it was.
func TestWordsExplained(t *testing.T) {
	b := open(t)
	for _, test := range []struct{ path, focus, want string }{
		{"/strategy/79", `[...document.querySelectorAll('button.term')].find(e => e.textContent === 'NCSS')`, "National Cyber Security Strategy"},
		{"/strategy/79", `[...document.querySelectorAll('button.term')].find(e => e.textContent === 'ROCUs')`, "Regional Organised Crime Units"},
		{"/strategy/148", `document.querySelector('sup.mark a')`, "who has not been convicted"},
	} {
		b.visit(test.path)
		b.run(chromedp.Evaluate(`window.by = `+test.focus+`; by.focus()`, nil), chromedp.KeyEvent(kb.Enter))
		b.until(`document.querySelector('#panel:popover-open')`)
		text := ""
		b.script(`document.querySelector('#panel').textContent`, &text)
		if !strings.Contains(text, test.want) {
			t.Errorf("%s: the panel says %q, want %q in it", test.path, text, test.want)
		}
		b.run(chromedp.KeyEvent(kb.Escape))
		b.until(`!document.querySelector('#panel:popover-open')`)
		b.until(`document.activeElement === by`)
	}
	b.quiet()
}

// TestSearchesComeBack searches, keeps one search, and finds both on the start page with
// their feeds.
func TestSearchesComeBack(t *testing.T) {
	b := open(t)
	b.visit("/?q=county+lines")
	b.visit("/?q=fraud&objective=2")
	b.run(press("#keep"))
	b.visit("/")
	b.until(`document.querySelectorAll('#searches li').length === 2`)
	b.until(`document.querySelector('#searches li a').textContent === 'fraud, Objective 2'`)
	b.until(`document.querySelectorAll('#searches a[href*="format=atom"]').length === 2`)
	b.run(press("#searches li button"))
	b.until(`document.querySelectorAll('#searches li').length === 1`)
	b.quiet()
}
