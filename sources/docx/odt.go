package docx

import (
	"encoding/xml"
	"strconv"
	"strings"

	"socsearch/sources/blocks"
	"socsearch/sources/xmltree"
)

// ReadODT reads an OpenDocument text. The error is a [blocks.Error].
func ReadODT(data []byte) (*blocks.Document, error) {
	a, err := openArchive(data, ".odt")
	if err != nil {
		return nil, err
	}
	r := &odtReader{b: &blocks.Builder{}, parents: map[string]string{}, indents: map[string]bool{}, weights: map[string]string{}, lists: map[string]*odtList{}, counts: map[string]*odtCount{}}
	for _, part := range []string{"meta.xml", "styles.xml", "content.xml"} {
		data, err := a.read(part)
		if err != nil {
			return nil, err
		}
		if data == nil && part == "content.xml" {
			return nil, blocks.Errorf("the file is no .odt: it has no content.xml")
		}
		if data == nil {
			continue
		}
		if err := xmltree.Each(partName(part), data, entersODT, r.visit); err != nil {
			return nil, err
		}
	}
	if len(a.names("Basic/", ".xml")) > 0 {
		r.b.LeaveOut("macros")
	}
	r.b.SetProperties(r.properties)
	return r.b.Document()
}

// entersODT enters what holds styles, and the body.
func entersODT(e xml.StartElement) bool {
	switch e.Name.Local {
	case "document-meta", "document-styles", "document-content", "styles", "automatic-styles", "body", "meta":
		return true
	case "text":
		return strings.HasSuffix(e.Name.Space, "office:1.0")
	}
	return false
}

// odtReader turns OpenDocument's elements into blocks.
type odtReader struct {
	b          *blocks.Builder
	properties blocks.Properties
	parents    map[string]string
	indents    map[string]bool
	weights    map[string]string    // of fonts, by style; "" as the style that it is based on has it
	lists      map[string]*odtList  // by style
	counts     map[string]*odtCount // by style
	outline    odtCount

	notes, tables, boxes int
	box                  int
	after                []*xmltree.Node // boxes that are anchored in the paragraph under way
}

// visit reads an element below the body, or a style.
func (r *odtReader) visit(e *xmltree.Node) error {
	switch e.Name {
	case "style":
		name := e.Get("name")
		r.parents[name] = e.Get("parent-style-name")
		r.indents[name] = wide(e.Child("paragraph-properties").Get("margin-left"))
		r.weights[name] = e.Child("text-properties").Get("font-weight")
	case "list-style", "outline-style":
		name := e.Get("name")
		if e.Name == "outline-style" {
			name = outlineStyle
		}
		r.lists[name] = newODTList(e)
	case "title":
		r.properties.Title = e.Words()
	case "initial-creator":
		r.properties.Author = e.Words()
	case "master-styles":
		r.b.Omit(runningHead, e.Words())
	default:
		r.block(e, nil)
	}
	return nil
}

// wide reports whether an indent sets a paragraph apart.
func wide(length string) bool {
	for unit, least := range map[string]float64{"cm": 0.6, "in": 0.25, "mm": 6, "pt": 18} {
		if number, ok := strings.CutSuffix(length, unit); ok {
			n, err := strconv.ParseFloat(number, 64)
			return err == nil && n >= least
		}
	}
	return false
}

// item is what a list says of a paragraph in it.
type item struct {
	label, count string
	depth        int
}

func (r *odtReader) blocks(e *xmltree.Node) {
	for _, c := range e.Children {
		r.block(c, nil)
	}
}

// block reads a paragraph, a list, a table; of is the list's item that it begins.
func (r *odtReader) block(e *xmltree.Node, of *item) {
	switch e.Name {
	case "p", "h":
		r.paragraph(e, of)
	case "list":
		r.list(e, e.Get("style-name"), 0)
	case "table":
		r.table(e)
	case "section", "index-title":
		r.blocks(e)
	case "tracked-changes":
		r.b.Omit(deleted, e.Words())
		r.b.LeaveOut(deleted)
	case "table-of-content", "alphabetical-index", "illustration-index", "table-index":
		r.b.Omit(contents, e.Child("index-body").Words())
	case "frame", "text-box", "custom-shape", "rect", "g":
		r.writeBoxes([]*xmltree.Node{e})
	}
}

// styleSays reports whether the name of a style, or of one that it is based on,
// contains a word.
func (r *odtReader) styleSays(name string, says func(string) bool) bool {
	for range deepestStyle {
		if name == "" {
			return false
		}
		if says(strings.ToLower(strings.ReplaceAll(name, "_20_", " "))) {
			return true
		}
		name = r.parents[name]
	}
	return false
}

func (r *odtReader) paragraph(e *xmltree.Node, of *item) {
	style := e.Get("style-name")
	b := blocks.Block{Kind: blocks.Paragraph, Box: r.box}
	if of != nil {
		b.Kind, b.Label, b.Count, b.Depth = blocks.ListItem, of.label, of.count, of.depth
	}
	switch {
	case e.Name == "h":
		level, _ := strconv.Atoi(e.Get("outline-level"))
		b.Kind, b.Level = blocks.Heading, max(level, 1)
		if of == nil && r.lists[outlineStyle] != nil && e.Get("is-list-header") != "true" {
			b.Label, b.Count = r.outline.next(outlineStyle, r.lists[outlineStyle], b.Level-1)
		}
	case r.styleSays(style, func(s string) bool { return s == "title" }):
		b.Kind, b.Level, b.Title = blocks.Heading, 1, true
	case r.styleSays(style, func(s string) bool { return strings.Contains(s, "quot") }):
		b.Kind = blocks.Quotation
	case of == nil && r.indents[style]:
		b.Kind = blocks.Indented
	}
	b.Caption = r.styleSays(style, func(s string) bool { return s == "caption" || s == "illustration" || s == "figure" })
	b.Strong = b.Kind != blocks.Heading && strings.TrimSpace(e.Words()) != "" && r.allBold(e, r.isBold(style, false))
	r.b.BeginBlock(b)
	r.inline(e)
	boxes := r.after
	r.after = nil
	r.writeBoxes(boxes)
}

// isBold reports whether text of a style is set in bold; within is whether what it
// stands in is.
func (r *odtReader) isBold(style string, within bool) bool {
	for range deepestStyle {
		if weight := r.weights[style]; weight != "" {
			n, _ := strconv.Atoi(weight)
			return weight == "bold" || n >= 600
		}
		if style = r.parents[style]; style == "" {
			break
		}
	}
	return within
}

// allBold reports whether all words of an element are set in bold.
func (r *odtReader) allBold(e *xmltree.Node, bold bool) bool {
	for _, c := range e.Children {
		switch {
		case c.Name == "":
			if !bold && strings.TrimSpace(c.Text) != "" {
				return false
			}
		case c.Name == "note" || c.Name == "annotation" || c.Name == "frame":
		case !r.allBold(c, r.isBold(c.Get("style-name"), bold)):
			return false
		}
	}
	return true
}

// writeBoxes writes what stands in frames and shapes.
func (r *odtReader) writeBoxes(boxes []*xmltree.Node) {
	for _, box := range boxes {
		outer := r.box
		if r.box == 0 {
			r.boxes++
			r.box = r.boxes
		}
		for _, c := range box.Children {
			if c.Name == "frame" || c.Name == "text-box" || c.Name == "custom-shape" {
				r.writeBoxes([]*xmltree.Node{c})
			} else {
				r.block(c, nil)
			}
		}
		r.box = outer
	}
}

// inline writes the characters of a paragraph, with its notes.
func (r *odtReader) inline(e *xmltree.Node) {
	for _, c := range e.Children {
		switch c.Name {
		case "":
			r.b.Write(c.Text)
		case "s", "tab", "line-break":
			r.b.Break()
		case "note":
			r.note(c)
		case "annotation":
			r.b.Omit(comment, c.Words())
		case "frame", "custom-shape", "rect", "g":
			r.after = append(r.after, c)
		case "hidden-text", "annotation-end", "bookmark", "ruby-text":
		default:
			r.inline(c)
		}
	}
}

func (r *odtReader) note(e *xmltree.Node) {
	r.notes++
	number := strconv.Itoa(r.notes)
	if citation := e.Child("note-citation"); citation != nil {
		if label := citation.Get("label"); label != "" {
			number = label
		} else if s := citation.Words(); s != "" {
			number = s
		}
	}
	r.b.Mark(number)
	r.b.BeginNote(number)
	if body := e.Child("note-body"); body != nil {
		r.noteText(body)
	}
	r.b.EndNote()
}

func (r *odtReader) noteText(e *xmltree.Node) {
	for _, c := range e.Children {
		if c.Name == "p" || c.Name == "h" {
			r.inline(c)
			r.b.Break()
		} else {
			r.noteText(c)
		}
	}
}

func (r *odtReader) rows(e *xmltree.Node, head bool, row func(*xmltree.Node, bool)) {
	for _, c := range e.Children {
		switch c.Name {
		case "table-row":
			row(c, head)
		case "table-header-rows":
			r.rows(c, true, row)
		case "table-rows", "table-row-group":
			r.rows(c, head, row)
		}
	}
}

func (r *odtReader) table(e *xmltree.Node) {
	rows, cells := 0, 0
	var only *xmltree.Node
	r.rows(e, false, func(row *xmltree.Node, _ bool) {
		rows++
		for _, c := range row.Children {
			if c.Name == "table-cell" {
				cells++
				only = c
			}
		}
	})
	if rows == 1 && cells == 1 {
		r.writeBoxes([]*xmltree.Node{only})
		return
	}
	r.tables++
	table := r.tables
	r.rows(e, false, func(row *xmltree.Node, head bool) {
		r.b.BeginBlock(blocks.Block{Kind: blocks.TableRow, Table: table, Box: r.box, Head: head})
		for _, c := range row.Children {
			if c.Name == "table-cell" || c.Name == "covered-table-cell" {
				r.noteText(c)
				r.b.EndCell()
			}
		}
	})
	r.b.Begin(blocks.Paragraph, 0)
}
