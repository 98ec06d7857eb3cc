package html

import (
	"bytes"
	"regexp"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
	"golang.org/x/net/html/charset"

	"socsearch/sources/blocks"
)

// maxDepth is how many elements may stand inside one another.
const maxDepth = 512

// maxPage is how long a page may be, in bytes: with its pictures in it, as some
// browsers save them.
const maxPage = 32 << 20

// Read reads a draft in whatever encoding it declares. The error is a
// [blocks.Error].
func Read(data []byte) (*blocks.Document, error) { return read(data, false) }

// ReadPage reads a page as it was published: what surrounds its text (navigation,
// banners, contents) is kept apart. The error is a [blocks.Error].
func ReadPage(data []byte) (*blocks.Document, error) { return read(data, true) }

func read(data []byte, page bool) (*blocks.Document, error) {
	if len(data) > maxPage {
		return nil, blocks.Errorf("the page has %d bytes, and the limit is %d: save it without its pictures", len(data), maxPage)
	}
	if bytes.IndexByte(data, 0) >= 0 && !bytes.HasPrefix(data, []byte("\xff\xfe")) && !bytes.HasPrefix(data, []byte("\xfe\xff")) {
		return nil, blocks.Errorf("this isn’t HTML: it holds bytes of zero")
	}
	in, err := charset.NewReader(bytes.NewReader(data), "")
	if err != nil {
		return nil, blocks.Errorf("the page’s encoding isn’t known: save it as UTF-8")
	}
	root, err := html.Parse(in)
	if err != nil {
		return nil, blocks.Errorf("the page can’t be read: %v", err)
	}
	r := &reader{b: &blocks.Builder{}, ids: map[string]*html.Node{}, notes: map[*html.Node]string{}, read: map[*html.Node]bool{}}
	if err := r.findNotes(root, 0); err != nil {
		return nil, err
	}
	r.linkNotes()
	if page {
		r.page = newPage(root)
		r.b.SetProperties(readProperties(root))
	}
	r.node(root, blocks.Paragraph)
	for _, n := range r.order {
		r.b.BeginNote(r.notes[n])
		r.inNote = true
		r.children(n, blocks.Note)
		r.b.EndNote()
		r.inNote = false
	}
	return r.b.Document()
}

type reader struct {
	b      *blocks.Builder
	ids    map[string]*html.Node
	links  []*html.Node
	notes  map[*html.Node]string // numbers, by the element that holds the note
	order  []*html.Node
	inNote bool

	page   *page // what is known of a published page; nil for a draft
	lists  []*listCount
	items  int // lists so far
	tables int
	table  int // that we are in
	boxes  int
	box    int                 // that we are in
	law    law                 // that blocks stand in
	read   map[*html.Node]bool // elements that were read before their turn
}

func textOf(n *html.Node) string {
	const enough = 40 // bytes
	var b strings.Builder
	var walk func(*html.Node)
	walk = func(n *html.Node) {
		if n.Type == html.TextNode && b.Len() < enough {
			b.WriteString(n.Data)
		}
		for c := n.FirstChild; c != nil && b.Len() < enough; c = c.NextSibling {
			walk(c)
		}
	}
	walk(n)
	return b.String()
}

// allText returns all the text of an element that a reader may see.
func allText(n *html.Node) string {
	var b strings.Builder
	var walk func(*html.Node)
	walk = func(n *html.Node) {
		if silent[n.DataAtom] {
			return
		}
		if n.Type == html.TextNode {
			b.WriteString(n.Data)
		}
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			walk(c)
		}
		if makesBlock(n) || n.DataAtom == atom.Li || n.DataAtom == atom.Td || n.DataAtom == atom.Br {
			b.WriteByte(' ')
		}
	}
	walk(n)
	return b.String()
}

func attribute(n *html.Node, name string) string {
	if n == nil {
		return ""
	}
	for _, a := range n.Attr {
		if a.Key == name {
			return a.Val
		}
	}
	return ""
}

// leftOut are elements that hold no text of the page, with the reason.
var leftOut = map[atom.Atom]string{
	atom.Script: "script", atom.Style: "style", atom.Noscript: "script", atom.Template: "script", atom.Svg: "picture",
	atom.Nav: "navigation", atom.Iframe: "embedded page", atom.Object: "embedded page", atom.Head: "head", atom.Select: "form",
	atom.Textarea: "form", atom.Button: "form", atom.Math: "formula",
}

// silent are elements whose text nobody sees.
var silent = map[atom.Atom]bool{
	atom.Script: true, atom.Style: true, atom.Noscript: true, atom.Template: true, atom.Head: true, atom.Iframe: true, atom.Object: true, atom.Svg: true,
}

var hiddenStyle = regexp.MustCompile(`(?i)(?:display\s*:\s*none|visibility\s*:\s*hidden)`)

func isHidden(n *html.Node) bool {
	for _, a := range n.Attr {
		if a.Key == "hidden" || a.Key == "style" && hiddenStyle.MatchString(a.Val) {
			return true
		}
	}
	return false
}

// node reads a node; kind is that of the paragraphs in it.
func (r *reader) node(n *html.Node, kind blocks.Kind) {
	switch n.Type {
	case html.TextNode:
		if strings.TrimSpace(n.Data) == "" {
			r.b.Break()
		} else {
			r.b.Write(n.Data)
		}
		return
	case html.ElementNode:
	default:
		r.children(n, kind)
		return
	}
	if reason, out := leftOut[n.DataAtom]; out {
		r.b.LeaveOut(reason)
		if !silent[n.DataAtom] {
			r.b.Omit(reason, allText(n))
		}
		return
	}
	if isHidden(n) {
		r.b.LeaveOut("hidden")
		r.b.Omit("hidden", allText(n))
		return
	}
	if reason := r.page.omits(n); reason != "" {
		r.omit(n, reason)
		return
	}
	if _, isNote := r.notes[n]; isNote || r.read[n] {
		return // read after the text, or before
	}
	if r.journal(n, kind) {
		return
	}
	r.element(n, kind)
}

func (r *reader) children(n *html.Node, kind blocks.Kind) {
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		r.node(c, kind)
	}
}

func (r *reader) element(n *html.Node, kind blocks.Kind) {
	switch n.DataAtom {
	case atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6:
		r.block(n, blocks.Heading, int(n.Data[1]-'0'))
	case atom.Blockquote:
		r.block(n, blocks.Quotation, 0)
	case atom.Ul, atom.Ol:
		r.list(n, kind)
	case atom.Li, atom.Dt, atom.Dd:
		if kind == blocks.Paragraph {
			kind = blocks.ListItem
		}
		r.listItem(n, kind)
	case atom.Table:
		r.wholeTable(n, kind)
	case atom.Tr:
		if kind == blocks.TableRow { // of a table in a cell
			r.children(n, kind)
			return
		}
		r.block(n, blocks.TableRow, 0)
	case atom.Td, atom.Th:
		r.b.Break()
		r.children(n, blocks.TableRow)
		r.b.EndCell()
	case atom.P, atom.Div, atom.Section, atom.Article, atom.Header, atom.Footer, atom.Main, atom.Aside, atom.Dl,
		atom.Pre, atom.Figure, atom.Figcaption, atom.Address, atom.Body, atom.Form, atom.Caption, atom.Hr, atom.Details, atom.Summary, atom.Fieldset:
		if strings.Contains(strings.ToLower(attribute(n, "class")), "quot") && kind == blocks.Paragraph {
			kind = blocks.Quotation
		}
		r.group(n, kind)
	case atom.Br:
		r.b.Break()
	case atom.Q:
		r.b.Write("“")
		r.children(n, kind)
		r.b.Write("”")
	case atom.A:
		r.link(n, kind)
	case atom.Sup:
		if id := strings.TrimSpace(textOf(n)); n.FirstChild != nil && n.FirstChild.Type == html.TextNode && noteNumber.MatchString(id) && !r.inNote && r.hasNote(id) {
			r.b.Mark(strings.Trim(id, "[]()"))
			return
		}
		r.children(n, kind)
	case atom.Span:
		if r.page != nil && isNumber(n) && r.b.SetLabel(strings.TrimSpace(allText(n)), attribute(n, "id")) {
			return
		}
		r.children(n, kind)
	default:
		r.children(n, kind)
	}
}

// block reads an element that begins and ends a block, unless it stands in a
// table's row or a note.
func (r *reader) block(n *html.Node, kind blocks.Kind, level int) {
	if kind == blocks.Note || kind == blocks.TableRow && n.DataAtom != atom.Tr {
		r.b.Break()
		r.children(n, kind)
		r.b.Break()
		return
	}
	r.b.BeginBlock(r.newBlock(n, kind, level))
	inner := kind
	if kind == blocks.Heading {
		inner = blocks.Paragraph
	}
	r.children(n, inner)
	r.b.BeginBlock(blocks.Block{Kind: blocks.Paragraph, Box: r.box, Of: r.law.of, Unit: r.law.unit})
}
