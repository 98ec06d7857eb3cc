package html

import (
	"regexp"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"socsearch/sources/blocks"
)

// Pages of laws as the Official Journal of the European Union publishes them: what an
// element is its class says, and the id of a recital its number (ELI).

// journalClass are the classes of its paragraphs; those of newer pages begin with oj-.
var journalClass = regexp.MustCompile(`(?:^|\s)(?:oj-)?(doc-ti|ti-art|ti-section-1|ti-grseq-1|normal|signatory)(?:\s|$)`)

// subtitleClass are those of the second line of a heading.
var subtitleClass = regexp.MustCompile(`(?:^|\s)(?:oj-)?(?:sti-art|ti-section-2)(?:\s|$)`)

var (
	mainTitle   = regexp.MustCompile(`(?:^|\s)eli-main-title(?:\s|$)`)
	recitalID   = regexp.MustCompile(`^rct_(\w+)$`)
	articleText = regexp.MustCompile(`^Article\s+(\w+)$`)
	openNumber  = regexp.MustCompile(`^\s*(\d{1,3}[a-z]{0,2}\.)\s+`)
)

// law is what of a law blocks stand in.
type law struct{ of, unit string }

// journal reads an element of such a page. It reports whether it is one.
func (r *reader) journal(n *html.Node, kind blocks.Kind) bool {
	if r.page == nil || kind != blocks.Paragraph {
		return false
	}
	if n.DataAtom == atom.Div {
		return r.journalGroup(n)
	}
	class := attribute(n, "class")
	if n.DataAtom != atom.P || !strings.Contains(class, "ti") && r.law.of == "" && !strings.Contains(class, "signatory") {
		return false
	}
	m := journalClass.FindStringSubmatch(class)
	if m == nil {
		return false
	}
	switch m[1] {
	case "signatory":
		r.omit(n, "signature")
	case "normal":
		return r.journalParagraph(n)
	default:
		r.journalHeading(n)
	}
	return true
}

// journalGroup reads the title of the whole, whose lines are paragraphs, and a recital.
func (r *reader) journalGroup(n *html.Node) bool {
	if mainTitle.MatchString(attribute(n, "class")) {
		r.b.BeginBlock(blocks.Block{Kind: blocks.Heading, Level: 1, Title: true})
		r.children(n, blocks.TableRow) // in which paragraphs make no blocks
		r.b.Begin(blocks.Paragraph, 0)
		return true
	}
	m := recitalID.FindStringSubmatch(attribute(n, "id"))
	if m == nil {
		return false
	}
	outer := r.law
	r.law = law{"recital", m[1]}
	r.group(n, blocks.Paragraph)
	r.law = outer
	r.b.Begin(blocks.Paragraph, 0)
	return true
}

// journalLevels are the levels of headings by their first word.
var journalLevels = map[string]int{"part": 2, "annex": 2, "title": 3, "chapter": 4, "section": 5, "subsection": 6}

// journalHeading reads a heading with its second line, which may stand in a group of
// its own.
func (r *reader) journalHeading(n *html.Node) {
	const articleLevel, otherLevel = 7, 6
	words := strings.Join(strings.Fields(allText(n)), " ")
	r.law = law{}
	level := otherLevel
	if m := articleText.FindStringSubmatch(words); m != nil {
		r.law, level = law{"article", m[1]}, articleLevel
	} else if first, _, _ := strings.Cut(strings.ToLower(words), " "); journalLevels[first] > 0 {
		level = journalLevels[first]
	}
	r.b.BeginBlock(blocks.Block{Kind: blocks.Heading, Level: level, ID: attribute(n, "id"), Of: r.law.of, Unit: r.law.unit})
	r.children(n, blocks.TableRow)
	if second := secondLine(n); second != nil {
		r.b.Break()
		r.children(second, blocks.TableRow)
		r.read[second] = true
	}
	r.b.BeginBlock(blocks.Block{Kind: blocks.Paragraph, Of: r.law.of, Unit: r.law.unit})
}

// secondLine returns the second line of a heading; nil for none.
func secondLine(n *html.Node) *html.Node {
	next := n.NextSibling
	for next != nil && next.Type != html.ElementNode {
		next = next.NextSibling
	}
	if next != nil && next.DataAtom == atom.Div {
		next = next.FirstChild
		for next != nil && next.Type != html.ElementNode {
			next = next.NextSibling
		}
	}
	if next == nil || next.DataAtom != atom.P || !subtitleClass.MatchString(attribute(next, "class")) {
		return nil
	}
	return next
}

// journalParagraph reads a numbered paragraph of an article. It reports whether it is
// one.
func (r *reader) journalParagraph(n *html.Node) bool {
	text := n.FirstChild
	if r.law.of != "article" || len(r.lists) > 0 || text == nil || text.Type != html.TextNode {
		return false
	}
	m := openNumber.FindStringSubmatch(strings.ReplaceAll(text.Data, "\u00a0", " "))
	if m == nil {
		return false
	}
	b := r.newBlock(n, blocks.Paragraph, 0)
	b.Label = m[1]
	r.b.BeginBlock(b)
	text.Data = strings.ReplaceAll(text.Data, "\u00a0", " ")[len(m[0]):]
	r.children(n, blocks.Paragraph)
	r.b.BeginBlock(blocks.Block{Kind: blocks.Paragraph, Of: r.law.of, Unit: r.law.unit})
	return true
}

// itemLabel is what stands before the item of a list in the first of two columns.
var itemLabel = regexp.MustCompile(`^(?:\(?(?:\d{1,3}|[a-z]{1,3}|[ivxlc]{1,6})[.)]|\(?[A-Z]\)|[—–•-])$`)

// listTable returns the rows of a table that sets a list, the label of each item in a
// column of its own; nil for any other table.
func listTable(n *html.Node) [][]*html.Node {
	var rows [][]*html.Node
	other := false
	var walk func(*html.Node)
	walk = func(n *html.Node) {
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			switch c.DataAtom {
			case atom.Tr:
				cells := cellsOf(c)
				if len(cells) != 2 || !itemLabel.MatchString(strings.TrimSpace(textOf(cells[0]))) {
					other = true
				}
				rows = append(rows, cells)
			case atom.Thead, atom.Caption:
				other = true
			default:
				walk(c)
			}
		}
	}
	walk(n)
	if other {
		return nil
	}
	return rows
}

// tableItems reads the items of a list that is set as a table.
func (r *reader) tableItems(rows [][]*html.Node) {
	l := &listCount{name: "table list"}
	r.lists = append(r.lists, l)
	for _, cells := range rows {
		l.label, l.hasLabel = strings.TrimSpace(allText(cells[0])), true
		r.block(cells[1], blocks.ListItem, 0)
	}
	r.lists = r.lists[:len(r.lists)-1]
}
