package web

import (
	"slices"
	"strconv"
	"strings"

	"socsearch/index/library"
	"socsearch/sources/document"
)

// contentsNode is a heading of a document with its address.
type contentsNode struct {
	Heading  string
	ID       string // in the document's page
	Link     string
	Level    int // of the HTML heading
	Page     document.OptionalInt
	First    string // the passage before which it stands
	Children []*contentsNode
}

// newContents gives every heading of a document an id: its words, and a number
// where a heading comes again ("Measuring success").
func newContents(d *library.Document) []*contentsNode {
	seen := map[string]int{}
	var walk func([]*document.Heading) []*contentsNode
	walk = func(headings []*document.Heading) []*contentsNode {
		var list []*contentsNode
		for _, h := range headings {
			id := "s-" + document.Slug(h.Heading)
			seen[id]++
			if n := seen[id]; n > 1 {
				id += "-" + strconv.Itoa(n)
			}
			list = append(list, &contentsNode{
				Heading:  h.Heading,
				ID:       id,
				Link:     "/" + d.Slug + "#" + id,
				Level:    min(h.Level+1, 6),
				Page:     h.Page,
				First:    h.First,
				Children: walk(h.Children),
			})
		}
		return list
	}
	contents := walk(d.Contents)
	placeBare(contents, "")
	return contents
}

// placeBare gives headings without a passage below them the passage of the next
// heading: they stand over that. It returns that of the first.
func placeBare(nodes []*contentsNode, next string) string {
	for _, n := range slices.Backward(nodes) {
		next = placeBare(n.Children, next)
		if n.First != "" {
			next = n.First
		}
		n.First = next
	}
	return next
}

// headingsAt lists the headings that stand over each passage, outermost first.
func headingsAt(nodes []*contentsNode) map[string][]*contentsNode {
	at := map[string][]*contentsNode{}
	var walk func([]*contentsNode)
	walk = func(nodes []*contentsNode) {
		for _, n := range nodes {
			at[n.First] = append(at[n.First], n)
			walk(n.Children)
		}
	}
	walk(nodes)
	return at
}

// sectionLinks finds a passage's headings in the contents.
func sectionLinks(d *library.Document, section []string) []linkView {
	var links []linkView
	nodes := newContents(d)
	for _, heading := range section {
		short, _, _ := strings.Cut(heading, ":")
		link := linkView{Label: short}
		for _, n := range nodes {
			if n.Heading == heading {
				link.Link, nodes = n.Link, n.Children
				break
			}
		}
		links = append(links, link)
	}
	return links
}
