package akn

import (
	"strings"

	"socsearch/sources/blocks"
	"socsearch/sources/xmltree"
)

// maxFile is how long a file may be, in bytes: the longest acts have a tenth.
const maxFile = 64 << 20

// The reasons under which words are kept apart.
const (
	contents  = "contents"
	titlePage = "title page"
	deleted   = "deleted in this version"
	signature = "signature"
	beside    = "beside the document"
)

// Read reads a file. The error is a [blocks.Error].
func Read(data []byte) (*blocks.Document, error) {
	if len(data) > maxFile {
		return nil, blocks.Errorf("the file has %d bytes, and the limit is %d: split it", len(data), maxFile)
	}
	root, err := xmltree.Parse("the file", data)
	if err != nil {
		return nil, err
	}
	if root.Name != "akomaNtoso" {
		return nil, blocks.Errorf("the XML is no Akoma Ntoso: its outermost element is <%s>. Save the text as HTML or .docx", root.Name)
	}
	r := &reader{b: &blocks.Builder{}}
	read := false
	for _, d := range root.Children {
		switch {
		case d.Name == "":
		case d.Name == "components" || d.Name == "attachments": // the documents of a collection
			r.attachments(d, 1)
		case !read && (d.Child("meta") != nil || d.Child("body") != nil || d.Child("mainBody") != nil || d.Child("judgmentBody") != nil):
			r.b.SetProperties(readProperties(d))
			r.document(d, 1)
			read = true
		default:
			r.b.Omit(beside, d.Words())
		}
	}
	r.writeNotes()
	return r.b.Document()
}

// reader turns Akoma Ntoso's elements into blocks.
type reader struct {
	b    *blocks.Builder
	kind string // of document: act, bill, doc, judgment, …

	notes   map[string]*xmltree.Node // in the metadata of the document under way, by id
	numbers map[string]string        // of its notes that are cited, by id
	cited   []citedNote              // of all documents, in order

	tables int
	quoted int    // depth in what is quoted of another law
	of     string // the unit that blocks stand in
	unit   string
	next   *label // what stands before the next block
	depth  int    // of the list's item that we are in
	open   bool   // the block under way goes on with the next text
}

type citedNote struct {
	number string
	note   *xmltree.Node
}

// label is what is printed before a block, with what it is.
type label struct {
	text  string
	id    string
	depth int // of a list's item; 0 for a paragraph
}

// document reads an act, a judgment, a report, or one that is attached to it.
func (r *reader) document(d *xmltree.Node, level int) {
	notes, numbers := r.notes, r.numbers
	defer func() { r.notes, r.numbers = notes, numbers }()
	r.notes, r.numbers = map[string]*xmltree.Node{}, map[string]string{}
	r.kind = d.Name
	r.collectNotes(d.Child("meta"))
	for _, c := range d.Children {
		switch c.Name {
		case "coverPage":
			r.b.Omit(titlePage, c.Words())
		case "header": // of a judgment: the court, the parties
			r.b.Omit(titlePage, c.Words())
		case "preface":
			r.preface(c, level)
		case "preamble", "body", "mainBody", "judgmentBody", "amendmentBody", "debateBody", "collectionBody", "portionBody":
			r.of, r.unit = "", ""
			r.children(c, level)
		case "conclusions":
			r.of, r.unit = "", ""
			r.b.Omit(signature, c.Words())
		case "attachments", "components", "attachment", "component":
			r.attachments(c, level)
		case "meta":
		default:
			r.b.Omit(beside, c.Words())
		}
	}
}

func (r *reader) attachments(e *xmltree.Node, level int) {
	for _, c := range e.Children {
		switch c.Name {
		case "attachment", "component", "attachments", "components":
			r.attachments(c, level)
		case "heading", "subheading":
			r.heading(blocks.Block{Level: level}, c)
		case "doc", "act", "bill", "statement", "documentCollection", "judgment":
			kind := r.kind
			r.document(c, level+1)
			r.kind = kind
		}
	}
}

// preface reads the title of a document, and what else stands above its text.
func (r *reader) preface(e *xmltree.Node, level int) {
	title := titleIn(e)
	for _, c := range e.Children {
		holds := title != nil && (c == title || c.Find(title.Name) == title)
		switch {
		case c.Name == "":
		case c.Name == "longTitle" && c != title && r.kind == "act" && title != nil && len(r.cited) == 0 && len(c.Words()) > len(title.Words())+20:
			// "An Act to make provision …": it is text.
			r.element(c, level)
		case holds:
			r.b.BeginBlock(blocks.Block{Kind: blocks.Heading, Level: level, Title: level == 1})
			r.inline(c)
		case title != nil && title.Name == "shortTitle" && c.Find("docTitle") != nil: // then this is the long one
			r.b.Begin(blocks.Paragraph, 0)
			r.inline(c)
		case c.Find("docNumber") != nil && level > 1: // "ANNEX I"
			r.b.BeginBlock(blocks.Block{Kind: blocks.Heading, Level: level})
			r.inline(c)
		case c.Name == "longTitle":
			r.element(c, level)
		default:
			r.b.Omit(titlePage, c.Words())
		}
	}
	r.b.Begin(blocks.Paragraph, 0)
}

// titleIn returns what of a preface is the title: the short one of an act that has
// both, or else a long one that names the kind of document and no more than that:
// "Proposal for a REGULATION … on …". nil for none.
func titleIn(preface *xmltree.Node) *xmltree.Node {
	if preface == nil {
		return nil
	}
	for _, name := range []string{"shortTitle", "docTitle"} {
		if t := preface.Find(name); t != nil && t.Words() != "" {
			return t
		}
	}
	t := preface.Child("longTitle")
	if t == nil || t.Find("docType") == nil && t.Find("docPurpose") == nil && len(strings.Fields(t.Words())) > fewWords {
		return nil
	}
	if words := strings.Fields(t.Words()); len(words) < 2 || strings.EqualFold(words[0], "a") || strings.EqualFold(words[0], "an") {
		return nil // "A Bill to make provision …"
	}
	return t
}

// fewWords is how many words a title has that names no kind of document.
const fewWords = 12

// heading writes elements as one heading.
func (r *reader) heading(b blocks.Block, parts ...*xmltree.Node) {
	b.Kind = blocks.Heading
	r.b.BeginBlock(b)
	for _, p := range parts {
		if p != nil {
			r.inline(p)
			r.b.Break()
		}
	}
	r.b.BeginBlock(blocks.Block{Kind: blocks.Paragraph, Of: r.of, Unit: r.unit})
}
