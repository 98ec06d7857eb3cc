package html

import (
	"regexp"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"socsearch/sources/blocks"
)

// boxClass are names of what is set apart from the text in a box.
var boxClass = regexp.MustCompile(`(?i)(?:^|\s)(?:call-to-action|call-?out(?:-\w+)?|box(?:ed|out)?|text-?box|side-?bar-?box|panel|(?:govuk-)?inset-text|advisory|application-notice|info(?:rmation)?-(?:notice|block|box)|help-notice|(?:govuk-)?warning-text|example|case-?study|pull-?out)(?:\s|$)`)

// isBox reports whether an element of a page is a box.
func (r *reader) isBox(n *html.Node) bool {
	if r.page == nil {
		return false
	}
	switch n.DataAtom {
	case atom.Aside, atom.Details, atom.Fieldset, atom.Figure:
		return true
	}
	return boxClass.MatchString(attribute(n, "class")) && !r.page.isMost(n)
}

// group reads an element that begins and ends blocks; one that is a box, as such.
func (r *reader) group(n *html.Node, kind blocks.Kind) {
	if r.page != nil && n.DataAtom == atom.P && kind == blocks.Paragraph && r.styled(n) {
		return
	}
	if r.box == 0 && r.isBox(n) {
		r.inBox(func() { r.block(n, kind, 0) })
		return
	}
	r.block(n, kind, 0)
}

// styleClass are the names that word processors give their styles when they save a
// page: MsoTitle, Heading1, MsoToc2.
var styleClass = regexp.MustCompile(`(?i)^(?:mso)?(?:(title)|heading(\d)|(toc)\w*)$`)

// styled reads a paragraph that a word processor's style makes a heading, the title or
// a line of the contents. It reports whether it did.
func (r *reader) styled(n *html.Node) bool {
	for _, class := range strings.Fields(attribute(n, "class")) {
		switch m := styleClass.FindStringSubmatch(class); {
		case m == nil:
			continue
		case m[3] != "":
			r.omit(n, contents)
		case m[1] != "":
			r.b.BeginBlock(blocks.Block{Kind: blocks.Heading, Level: 1, Title: true})
			r.children(n, blocks.Paragraph)
			r.b.Begin(blocks.Paragraph, 0)
		default:
			r.block(n, blocks.Heading, int(m[2][0]-'0'))
		}
		return true
	}
	return false
}

func (r *reader) inBox(read func()) {
	r.boxes++
	r.box = r.boxes
	read()
	r.box = 0
	r.b.Begin(blocks.Paragraph, 0)
}

// newBlock returns what is known of a block when it begins.
func (r *reader) newBlock(n *html.Node, kind blocks.Kind, level int) blocks.Block {
	b := blocks.Block{Kind: kind, Level: level, Box: r.box, ID: attribute(n, "id"), Of: r.law.of, Unit: r.law.unit}
	switch {
	case kind == blocks.TableRow:
		b.Table, b.Head = r.table, isHead(n)
	case isCaption(n) || isCaption(n.Parent):
		b.Caption = true
	case n.DataAtom == atom.P || n.DataAtom == atom.Li:
		b.Strong = allStrong(n)
	}
	if last := len(r.lists) - 1; last >= 0 {
		l := r.lists[last]
		b.Depth, b.Count = len(r.lists), l.name
		if l.hasLabel && n.DataAtom != atom.Ol && n.DataAtom != atom.Ul {
			// A label waits for the first block with words of its own.
			if b.Label = l.label; hasOwnText(n) {
				l.hasLabel = false
			}
		}
	}
	return b
}

func isCaption(n *html.Node) bool {
	return n != nil && (n.DataAtom == atom.Figcaption || n.DataAtom == atom.Caption)
}

// hasOwnText reports whether an element's first words stand in itself or in what
// makes no block of its own.
func hasOwnText(n *html.Node) bool {
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		switch {
		case c.Type == html.TextNode && strings.TrimSpace(c.Data) != "":
			return true
		case c.Type == html.ElementNode && makesBlock(c):
			return false
		case c.Type == html.ElementNode && strings.TrimSpace(textOf(c)) != "":
			return true
		}
	}
	return false
}

func makesBlock(n *html.Node) bool {
	switch n.DataAtom {
	case atom.P, atom.Div, atom.Section, atom.Article, atom.Ul, atom.Ol, atom.Dl, atom.Table, atom.Blockquote, atom.Pre, atom.Figure,
		atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6, atom.Aside, atom.Details, atom.Header, atom.Footer:
		return true
	}
	return false
}

// isHead reports whether a row holds headings of columns.
func isHead(row *html.Node) bool {
	if row.Parent != nil && row.Parent.DataAtom == atom.Thead {
		return true
	}
	heads := 0
	for c := row.FirstChild; c != nil; c = c.NextSibling {
		if c.DataAtom == atom.Td {
			return false
		}
		if c.DataAtom == atom.Th {
			heads++
		}
	}
	return heads > 1
}

// allStrong reports whether all words of an element are set in bold.
func allStrong(n *html.Node) bool {
	any := false
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		switch {
		case c.Type == html.TextNode && strings.TrimSpace(c.Data) != "":
			return false
		case c.Type != html.ElementNode:
		case c.DataAtom == atom.Strong || c.DataAtom == atom.B:
			any = true
		case strings.TrimSpace(textOf(c)) != "" && !allStrong(c):
			return false
		}
	}
	return any
}

// wholeTable reads a table. One that lays out a page, and one of a single cell, is
// read as what stands in it; the latter is a box.
func (r *reader) wholeTable(n *html.Node, kind blocks.Kind) {
	if kind == blocks.TableRow || kind == blocks.Note {
		r.block(n, kind, 0)
		return
	}
	if rows := listTable(n); r.page != nil && rows != nil {
		r.tableItems(rows)
		return
	}
	if r.page != nil {
		cells := cellsOf(n)
		role := attribute(n, "role")
		switch {
		case len(cells) == 1 && r.box == 0:
			r.inBox(func() { r.children(cells[0], kind) })
			return
		case role == "presentation" || role == "none":
			for _, c := range cells {
				r.block(c, blocks.Paragraph, 0)
			}
			return
		}
	}
	outer := r.table
	r.tables++
	r.table = r.tables
	r.block(n, kind, 0)
	r.table = outer
}

func cellsOf(n *html.Node) []*html.Node {
	var list []*html.Node
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		switch c.DataAtom {
		case atom.Td, atom.Th:
			list = append(list, c)
		default:
			list = append(list, cellsOf(c)...)
		}
	}
	return list
}
