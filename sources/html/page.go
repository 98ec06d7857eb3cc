package html

import (
	"regexp"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// The reasons under which words of a page are kept apart.
const (
	furniture = "page furniture" // banners, menus, links to other pages
	contents  = "contents"
)

// page tells the text of a published page from what surrounds it.
type page struct {
	words map[*html.Node]int // below each element
	all   int                // of the main part
	main  *html.Node         // nil: the whole page
	texts []*html.Node       // the only parts of main that are text; none: all of it
}

// The parts of a page's words that make an element the whole, or most, of it.
const (
	mainShare = 0.3 // of a page whose main part is marked as such
	textShare = 0.5
	mostShare = 0.25 // what has more is nothing that surrounds the text, whatever it is called
)

func newPage(root *html.Node) *page {
	p := &page{words: map[*html.Node]int{}}
	p.count(root)
	p.all = p.words[root]
	if main := p.largest(root, isMain); main != nil && float64(p.words[main]) >= mainShare*float64(p.all) {
		p.main, p.all = main, p.words[main]
	} else if article := p.largest(root, func(n *html.Node) bool { return n.DataAtom == atom.Article }); article != nil && float64(p.words[article]) >= textShare*float64(p.all) {
		p.main, p.all = article, p.words[article]
	}
	within := root
	if p.main != nil {
		within = p.main
	}
	sum := 0
	p.each(within, isText, func(n *html.Node) {
		p.texts = append(p.texts, n)
		sum += p.words[n]
	})
	if float64(sum) < textShare*float64(p.all) {
		p.texts = nil
	}
	return p
}

func isMain(n *html.Node) bool { return n.DataAtom == atom.Main || attribute(n, "role") == "main" }

// isText reports whether an element is called what some publishers call the text
// itself.
func isText(n *html.Node) bool {
	for _, class := range strings.Fields(attribute(n, "class")) {
		switch class {
		case "govspeak", "LegSnippet", "article-body", "entry-content":
			return true
		}
	}
	return attribute(n, "itemprop") == "articleBody"
}

// count counts the words below each element.
func (p *page) count(n *html.Node) int {
	total := 0
	if n.Type == html.TextNode {
		total = len(strings.Fields(n.Data))
	}
	if n.DataAtom == atom.Script || n.DataAtom == atom.Style || n.DataAtom == atom.Head {
		return 0
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		total += p.count(c)
	}
	if n.Type != html.TextNode {
		p.words[n] = total
	}
	return total
}

// each calls visit for the outermost elements that are something.
func (p *page) each(n *html.Node, is func(*html.Node) bool, visit func(*html.Node)) {
	if n.Type == html.ElementNode && is(n) {
		visit(n)
		return
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		p.each(c, is, visit)
	}
}

func (p *page) largest(root *html.Node, is func(*html.Node) bool) (largest *html.Node) {
	p.each(root, is, func(n *html.Node) {
		if largest == nil || p.words[n] > p.words[largest] {
			largest = n
		}
	})
	return largest
}

// isMost reports whether an element has too many of the page's words to be
// anything beside the text.
func (p *page) isMost(n *html.Node) bool {
	return float64(p.words[n]) > mostShare*float64(p.all)
}

var (
	furnitureRole  = regexp.MustCompile(`^(?:navigation|banner|contentinfo|search|complementary|dialog|alertdialog|menu|menubar|toolbar)$`)
	furnitureClass = regexp.MustCompile(`(?i)(?:^|[\s_-])(?:cookies?|breadcrumbs?|skip-?link|related|share|sharing|social|feedback|pagination|pager|print-?(?:link|button|page)|back-to-(?:top|contents|content)|site-?(?:header|footer|nav)|global-(?:header|footer|bar)|navbar|menu|metadata|published-dates|inverse-header|organisation-logos?|phase-banner|survey|newsletter|subscribe|comments?-form|intervention|oj-hd-(?:date|lg|ti|oj))(?:$|[\s_-])`)
	contentsClass  = regexp.MustCompile(`(?i)(?:^|[\s_-])(?:contents-list|toc|table-of-contents|contents-list-container)(?:$|[\s_-])`)
	hiddenClass    = regexp.MustCompile(`(?i)(?:^|\s)(?:[\w-]*visually-?hidden|sr-only|screen-reader-text|offscreen)(?:\s|$)`)
)

// omits returns the reason why an element is no part of the text; "" where it is.
// A nil page, that of a draft, omits nothing.
func (p *page) omits(n *html.Node) string {
	if p == nil || p.words[n] == 0 {
		return ""
	}
	class := attribute(n, "class")
	if !isHeading(n) && !p.inTexts(n) {
		class += " " + attribute(n, "id") // headings, and what stands in texts, are called by their words
	}
	switch {
	case hiddenClass.MatchString(attribute(n, "class")):
		return "hidden"
	case p.holds(n): // the main part, or its texts, stand in it
		return ""
	case p.main != nil && !within(n, p.main), len(p.texts) > 0 && !p.inTexts(n) && n.DataAtom != atom.H1:
		if contentsClass.MatchString(class) {
			return contents
		}
		return furniture
	case p.isMost(n):
		return ""
	case contentsClass.MatchString(class) || p.isContents(n):
		return contents
	case furnitureRole.MatchString(attribute(n, "role")) || furnitureClass.MatchString(class):
		return furniture
	case n.DataAtom == atom.Footer && p.main == nil:
		return furniture
	}
	return ""
}

func isHeading(n *html.Node) bool {
	switch n.DataAtom {
	case atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6:
		return true
	}
	return false
}

// holds reports whether the main part, or a text, or the title stands in an element.
func (p *page) holds(n *html.Node) bool {
	if p.main != nil && n != p.main && within(p.main, n) || n == p.main && len(p.texts) > 0 {
		return true
	}
	for _, t := range p.texts {
		if within(t, n) && t != n {
			return true
		}
	}
	return len(p.texts) > 0 && !p.inTexts(n) && hasTitle(n)
}

// hasTitle reports whether the page's title stands in an element.
func hasTitle(n *html.Node) bool {
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if c.DataAtom == atom.H1 || hasTitle(c) {
			return true
		}
	}
	return false
}

func (p *page) inTexts(n *html.Node) bool {
	for _, t := range p.texts {
		if within(n, t) {
			return true
		}
	}
	return false
}

// isContents reports whether a list holds nothing but links within the page.
func (p *page) isContents(n *html.Node) bool {
	const few = 3
	if n.DataAtom != atom.Ul && n.DataAtom != atom.Ol {
		return false
	}
	links, linked := 0, 0
	var walk func(*html.Node)
	walk = func(n *html.Node) {
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			if href := attribute(c, "href"); c.DataAtom == atom.A && strings.Contains(href, "#") && !noteID.MatchString(href[strings.IndexByte(href, '#')+1:]) {
				links++
				linked += p.words[c]
				continue
			}
			walk(c)
		}
	}
	walk(n)
	return links >= few && linked == p.words[n] && !isNotes(n)
}

func isNotes(n *html.Node) bool {
	return strings.Contains(strings.ToLower(attribute(n, "class")+attribute(n.Parent, "class")), "note")
}

// omit keeps an element's words apart, but for the title of the page that may stand
// among them.
func (r *reader) omit(n *html.Node, reason string) {
	r.b.LeaveOut(reason)
	r.b.Omit(reason, allText(n))
}

// numberClass are names of elements that hold nothing but the number of what they
// stand before.
var numberClass = regexp.MustCompile(`(?:^|\s)(?:Leg(?:P\d|Pblock|Part|Chapter|Schedule)No\w*|(?i:num(?:ber)?|para(?:graph)?-?num(?:ber)?|akn-num))(?:\s|$)`)

func isNumber(n *html.Node) bool {
	const long = 16 // bytes: "Article 12A. (1)"
	return numberClass.MatchString(attribute(n, "class")) && len(strings.TrimSpace(textOf(n))) <= long
}
