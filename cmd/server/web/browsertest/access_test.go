package browsertest

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"
)

// smallTargets lists what is pressed and is less than 24 pixels high or wide. Links
// within a sentence are excepted, and what is hidden (WCAG 2.2, 2.5.8).
const smallTargets = `[...document.querySelectorAll('a[href], button, input, select, textarea, summary')].filter(e => {
	if (!e.checkVisibility({visibilityProperty: true}) || e.closest('.hidden, .listbox')) return false;
	let r = e.getBoundingClientRect();
	if (e.type === 'checkbox' || e.type === 'radio') r = (e.closest('label') ?? e).getBoundingClientRect();
	if (r.width === 0 || r.right < 0) return false;
	if (r.height >= 23.5 && r.width >= 23.5) return false;
	const words = n => n.nodeType === 3 && /[\p{L}\d]/u.test(n.data);
	return getComputedStyle(e).display !== 'inline' || ![...e.parentNode.childNodes].some(words) && !e.closest('p, dd, td, sup, .draft-text');
}).map(e => e.tagName + '.' + e.className + ' ' + e.textContent.trim().slice(0, 30) + ' ' + Math.round(e.getBoundingClientRect().width) + '×' + Math.round(e.getBoundingClientRect().height))`

// TestTargets measures everything that can be pressed, on a desktop and a phone.
func TestTargets(t *testing.T) {
	for _, width := range []int64{1280, 390} {
		b := open(t)
		b.size(width, 844)
		for _, kind := range kindsOfPage {
			b.visit(kind.path)
			var small []string
			b.script(smallTargets, &small)
			if len(small) > 0 {
				t.Errorf("%s at %d: %d targets under 24 px, such as %q", kind.path, width, len(small), small[:min(len(small), 5)])
			}
		}
	}
}

// TestTextSpacing sets text as far apart as WCAG 1.4.12 asks, at the width of a desktop
// zoomed to 400 % (1.4.10): nothing is cut off or goes beyond the page's side.
func TestTextSpacing(t *testing.T) {
	b := open(t)
	b.size(320, 640)
	for _, kind := range kindsOfPage {
		b.visit(kind.path)
		var beyond []string
		b.script(`(() => {
			const style = document.createElement('style');
			style.textContent = '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-bottom: 2em !important }';
			document.head.append(style);
			const wide = document.documentElement.scrollWidth;
			if (wide <= innerWidth) return [];
			return ['the page is ' + wide + ' wide', ...[...document.querySelectorAll('body *')].filter(e => e.getBoundingClientRect().right > innerWidth + 1 && !e.closest('.scroll, nav, .hidden, .draft-text, .crumbs')).map(e => e.tagName + '.' + e.className + ' ' + e.textContent.trim().slice(0, 30)).slice(0, 5)];
		})()`, &beyond)
		if len(beyond) > 0 {
			t.Errorf("%s: %q", kind.path, beyond)
		}
	}
}

// TestForcedColours looks at pages in a high-contrast mode: what is drawn by colour
// alone is still there.
func TestForcedColours(t *testing.T) {
	b := open(t)
	b.run(emulation.SetEmulatedMedia().WithFeatures([]*emulation.MediaFeature{{Name: "forced-colors", Value: "active"}}))
	b.visit("/?q=cyber+crime")
	var differ bool
	b.script(`getComputedStyle(document.querySelector('.line .found, .line .part')).fill !== getComputedStyle(document.querySelector('.line .idle')).fill`, &differ)
	if !differ {
		t.Error("marks of the hit map look like what is between them")
	}
	b.script(`getComputedStyle(document.querySelector('.snippet mark')).backgroundColor !== getComputedStyle(document.querySelector('.snippet')).backgroundColor`, &differ)
	if !differ {
		t.Error("the words that were found aren’t marked")
	}
}

// TestTree reads the accessibility tree as a screen reader gets it: names, roles and
// states of what a reader uses most, and what is announced.
func TestTree(t *testing.T) {
	b := open(t)
	for _, test := range []struct {
		path string
		want []string // role, name and states
	}{
		{"/?q=county+lines&objective=1", []string{
			"navigation Site", "search", "combobox Search for words, a question, or a paragraph number expanded=false",
			"button Box “Firearms and Drugs”, para 3: Add to briefing pressed=false", "region Results",
			"list Filters in use", "link Remove filter Objective 1", "status",
		}},
		{"/strategy/79?q=county", []string{
			"heading Paragraph 79 p 31 level=1", "navigation Where this stands", "navigation Results of your search",
			"button Copy citation", "combobox Style", "region Cite it", "link Paragraph 79",
		}},
		{"/strategy", []string{"navigation Contents", "heading Part Three: Our Response level=2"}},
		{"/briefing?ids=strategy/79", []string{"textbox Title", "combobox Style of citations", "link Remove Paragraph 79", "textbox Add a passage or a range"}},
		{"/check", []string{"textbox Draft", "combobox Style of citations", "button Check"}},
	} {
		b.visit(test.path)
		tree := b.tree()
		for _, want := range test.want {
			if !strings.Contains(tree, "\n"+want) {
				t.Errorf("%s has no %q in its tree:\n%s", test.path, want, first(tree, want))
			}
		}
	}
	b.visit("/?q=county+lines")
	b.run(press(".hit .tick"))
	if tree := b.tree(); !strings.Contains(tree, "In the briefing pressed=true") {
		t.Error("a passage that was added isn’t told as pressed")
	}
	announced := ""
	b.script(`document.querySelector('#live').textContent`, &announced)
	if !strings.HasSuffix(announced, "added to the briefing") {
		t.Errorf("announced %q", announced)
	}
}

// first are the lines of a tree that have the role of a wanted one.
func first(tree, want string) string {
	role, _, _ := strings.Cut(want, " ")
	var lines []string
	for _, line := range strings.Split(tree, "\n") {
		if strings.HasPrefix(line, role) && len(lines) < 12 {
			lines = append(lines, line)
		}
	}
	return strings.Join(lines, "\n")
}

// node is what is read of a node of the accessibility tree.
type node struct {
	Ignored    bool `json:"ignored"`
	Role       told `json:"role"`
	Name       told `json:"name"`
	Properties []struct {
		Name  string `json:"name"`
		Value told   `json:"value"`
	} `json:"properties"`
}

type told struct {
	Value any `json:"value"`
}

// tree writes the accessibility tree, a line for each node that isn't ignored: its role,
// its name, and the states that a reader is told.
func (b *tab) tree() string {
	b.t.Helper()
	var answer struct {
		Nodes []node `json:"nodes"`
	}
	b.run(chromedp.ActionFunc(func(ctx context.Context) error {
		return cdp.Execute(ctx, "Accessibility.getFullAXTree", nil, &answer) // the library's own types refuse names that they don't know
	}))
	var out strings.Builder
	for _, n := range answer.Nodes {
		if n.Ignored || n.Role.Value == nil {
			continue
		}
		fmt.Fprintf(&out, "\n%v", n.Role.Value)
		if name, _ := n.Name.Value.(string); name != "" {
			out.WriteString(" " + name)
		}
		for _, p := range n.Properties {
			switch p.Name {
			case "expanded", "pressed", "level":
				fmt.Fprintf(&out, " %s=%v", p.Name, p.Value.Value)
			}
		}
	}
	return out.String()
}
