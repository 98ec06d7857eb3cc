package akn

import (
	"regexp"
	"strings"

	"socsearch/sources/blocks"
	"socsearch/sources/xmltree"
)

// containers are parts of a text that hold others; each makes a heading.
var containers = map[string]bool{
	"book": true, "tome": true, "part": true, "subpart": true, "title": true, "subtitle": true, "chapter": true, "subchapter": true,
	"division": true, "subdivision": true, "crossHeading": true, "tblock": true, "recitals": true, "citations": true,
	"introduction": true, "background": true, "arguments": true, "remedies": true, "motivation": true, "decision": true, "level": true,
}

// units are the provisions of a law that are cited by their own number, as are
// hcontainers of these names.
var units = map[string]bool{"article": true, "rule": true, "regulation": true, "schedule": true}

// numbered are what a unit has numbered paragraphs of.
var numbered = map[string]bool{
	"paragraph": true, "subsection": true, "subrule": true, "clause": true, "subregulation": true,
}

// points are what paragraphs are divided into.
var points = map[string]bool{
	"point": true, "indent": true, "item": true, "subparagraph": true, "subclause": true, "alinea": true, "list": true, "proviso": true,
	"paragraph": true, "subsection": true, "subrule": true, "clause": true, "hcontainer": true, "level": true, "sublist": true, "transitional": true,
}

// nameOf is what a hierarchical element is called: an hcontainer has a name of its
// own.
func nameOf(e *xmltree.Node) string {
	if e.Name == "hcontainer" {
		if name := e.Get("name"); name != "" {
			return name
		}
	}
	return e.Name
}

// isUnit reports whether an element is a provision that is cited by its number. A
// section is one unless it holds articles or, outside laws, paragraphs of the text.
func (r *reader) isUnit(e *xmltree.Node) bool {
	name := nameOf(e)
	if r.quoted > 0 || e.Child("num") == nil || unitNumber(e) == "" {
		return false
	}
	if name == "section" {
		law := r.kind == "act" || r.kind == "bill" || r.kind == "amendment" || r.kind == "portion" || e.Child("subsection") != nil
		return law && e.Find("article") == nil && e.Child("section") == nil
	}
	return units[name]
}

var numberAtEnd = regexp.MustCompile(`(\d+[A-Za-z]*(?:\.\d+)*|[IVXLC]+|[A-Z])[\s.):–—-]*$`)

// unitNumber is the number of a provision: 5 of "Article 5". A schedule that is the
// only one has none: "1" stands for it in no citation.
func unitNumber(e *xmltree.Node) string {
	m := numberAtEnd.FindStringSubmatch(e.Child("num").Words())
	if m == nil {
		return ""
	}
	return m[1]
}

// children reads what stands in a container.
func (r *reader) children(e *xmltree.Node, level int) {
	for _, c := range e.Children {
		r.element(c, level)
	}
}

// element reads a block or a part of the hierarchy; headings in it have the level.
func (r *reader) element(e *xmltree.Node, level int) {
	const deepest = 9
	level = min(level, deepest)
	switch {
	case e.Name == "" || e.Name == "num" || e.Name == "heading" || e.Name == "subheading" || e.Name == "meta":
	case e.Name == "toc":
		r.b.Omit(contents, e.Words())
	case e.Get("status") == "removed" || e.Get("status") == "omitted":
		r.b.Omit(deleted, e.Words())
	case e.Name == "recital":
		r.recital(e, level)
	case r.isUnit(e):
		r.readUnit(e, level)
	case r.quoted == 0 && r.of == "" && r.isContainer(e):
		if e.Child("num") != nil || e.Child("heading") != nil || e.Name == "crossHeading" {
			r.title(e, level)
			level++
		}
		r.children(e, level)
	case r.quoted == 0 && r.of == "" && headingClass(e) != "":
		r.heading(blocks.Block{Level: level + strings.Count(headingClass(e), "sub"), ID: idOf(e)}, e.Child("num"), e.Child("content"))
	case r.quoted > 0 && (e.Child("num") != nil || e.Child("heading") != nil):
		r.quote(e, level)
	case numbered[nameOf(e)] || points[nameOf(e)]:
		r.provision(e, level)
	default:
		r.block(e, level)
	}
}

// headingClass is the class, in small letters, of what a paragraph holds if that is
// set as a heading and nothing else: some converters number these among the
// paragraphs. "" for any other.
func headingClass(e *xmltree.Node) string {
	content := e.Child("content")
	if e.Name != "paragraph" && e.Name != "level" || content == nil || len(content.Children) != 1 || content.Child("p") == nil {
		return ""
	}
	const longest = 30 // words
	class := strings.ToLower(content.Child("p").Get("class"))
	if !strings.Contains(class, "heading") || len(strings.Fields(content.Words())) > longest {
		return ""
	}
	return class
}

// isContainer reports whether an element makes a heading above others.
func (r *reader) isContainer(e *xmltree.Node) bool {
	if e.Name == "level" || e.Name == "hcontainer" {
		// One that holds text alone is a paragraph.
		return e.Child("heading") != nil || e.Child("content") == nil && e.Child("num") == nil
	}
	return containers[e.Name] || e.Name == "section" || e.Name == "article" || units[nameOf(e)]
}

// title writes the heading of a container.
func (r *reader) title(e *xmltree.Node, level int) {
	b := blocks.Block{Level: level, ID: idOf(e)}
	if e.Name == "crossHeading" {
		r.heading(b, &xmltree.Node{Name: "heading", Children: e.Children})
		return
	}
	r.heading(b, e.Child("num"), e.Child("heading"), e.Child("subheading"))
}

func idOf(e *xmltree.Node) string {
	if id := e.Get("eId"); id != "" {
		return id
	}
	return e.Get("id")
}

// readUnit reads an article, a section or the like, with its paragraphs.
func (r *reader) readUnit(e *xmltree.Node, level int) {
	of, unit := r.of, r.unit
	r.of, r.unit = nameOf(e), unitNumber(e)
	r.heading(blocks.Block{Level: level, ID: idOf(e), Of: r.of, Unit: r.unit}, e.Child("num"), e.Child("heading"), e.Child("subheading"))
	r.children(e, level+1)
	r.of, r.unit = of, unit
	r.b.BeginBlock(blocks.Block{Kind: blocks.Paragraph, Of: r.of, Unit: r.unit})
}

func (r *reader) recital(e *xmltree.Node, level int) {
	of, unit := r.of, r.unit
	r.of, r.unit = "recital", unitNumberOr(e, "")
	if r.unit == "" {
		r.of = ""
	}
	r.next = &label{text: e.Child("num").Words(), id: idOf(e)}
	r.children(e, level)
	r.next = nil
	r.of, r.unit = of, unit
}

func unitNumberOr(e *xmltree.Node, none string) string {
	if e.Child("num") == nil {
		return none
	}
	return unitNumber(e)
}

// provision reads a paragraph or a point with its number, which stands before its
// first block.
func (r *reader) provision(e *xmltree.Node, level int) {
	number := e.Child("num").Words()
	name := nameOf(e)
	if number != "" {
		// The number of a paragraph and that of its first point may stand before one text.
		if r.next != nil && r.next.text != "" {
			number = r.next.text + " " + number
		}
		depth := 0
		if !numbered[name] && name != "level" && name != "hcontainer" || r.depth > 0 {
			depth = r.depth + 1
		}
		if r.next != nil && r.next.text != "" {
			depth = r.next.depth
		}
		r.next = &label{text: number, id: idOf(e), depth: depth}
	}
	if h := e.Child("heading"); h != nil {
		r.begin(blocks.Paragraph)
		r.inline(h)
		r.b.Break()
	}
	if number != "" || e.Name == "list" {
		r.depth++
		defer func() { r.depth-- }()
	}
	r.children(e, level)
}

// quote reads what is quoted of another law: its numbers and headings are text.
func (r *reader) quote(e *xmltree.Node, level int) {
	r.begin(blocks.Quotation)
	for _, part := range []string{"num", "heading", "subheading"} {
		if c := e.Child(part); c != nil {
			r.inline(c)
			r.b.Break()
		}
	}
	if containers[e.Name] || units[nameOf(e)] {
		r.b.BeginBlock(blocks.Block{Kind: blocks.Quotation, Of: r.of, Unit: r.unit})
	} else {
		r.open = true // its text goes on with its number
	}
	r.children(e, level)
}

func clean(s string) string { return strings.Join(strings.Fields(s), " ") }
