package akn

import (
	"strconv"

	"socsearch/sources/blocks"
	"socsearch/sources/xmltree"
)

// begin begins a block, with the number that stands before it.
func (r *reader) begin(kind blocks.Kind) {
	if r.open {
		r.open = false
		r.b.Break()
		return
	}
	b := blocks.Block{Kind: kind, Of: r.of, Unit: r.unit}
	if l := r.next; l != nil {
		b.Label, b.ID, b.Depth = l.text, l.id, l.depth
		if b.Depth > 0 {
			b.Kind = blocks.ListItem
		}
		if b.Depth == 0 {
			b.Count = "akn " + r.of + r.unit
		}
		r.next = nil
	}
	r.b.BeginBlock(b)
}

// block reads text: paragraphs, lists, tables.
func (r *reader) block(e *xmltree.Node, level int) {
	switch e.Name {
	case "p", "docTitle", "docketNumber", "formula", "blockTitle", "embeddedText", "listIntroduction", "listWrapUp", "listConclusion", "signature":
		if hasBlocks(e) {
			r.children(e, level)
			return
		}
		r.begin(blocks.Paragraph)
		r.inline(e)
	case "quotedStructure":
		r.quotation(e, level)
	case "table":
		r.table(e)
	case "ul", "ol":
		r.list(e, level)
	case "tocItem":
		r.b.Omit(contents, e.Words())
	default:
		if hasText(e) && !hasBlocks(e) {
			r.begin(blocks.Paragraph)
			r.inline(e)
			return
		}
		r.children(e, level)
	}
}

// quotation reads what an amending law quotes.
func (r *reader) quotation(e *xmltree.Node, level int) {
	r.quoted++
	if q := e.Get("startQuote"); q != "" {
		r.begin(blocks.Quotation)
		r.b.Write(q)
		r.open = true
	}
	r.children(e, level)
	r.b.Write(e.Get("endQuote"))
	r.open = false
	r.quoted--
}

// blockNames are elements that make blocks wherever they stand.
var blockNames = map[string]bool{
	"p": true, "table": true, "ul": true, "ol": true, "blockList": true, "quotedStructure": true, "content": true, "block": true,
	"paragraph": true, "list": true, "tblock": true, "blockContainer": true, "item": true,
}

func hasBlocks(e *xmltree.Node) bool {
	for _, c := range e.Children {
		if blockNames[c.Name] || c.Name != "authorialNote" && c.Name != "" && hasBlocks(c) {
			return true
		}
	}
	return false
}

func hasText(e *xmltree.Node) bool {
	for _, c := range e.Children {
		if c.Name == "" && clean(c.Text) != "" {
			return true
		}
	}
	return false
}

// inline writes the text of an element and marks its notes.
func (r *reader) inline(e *xmltree.Node) {
	for _, c := range e.Children {
		switch c.Name {
		case "":
			r.b.Write(c.Text)
		case "authorialNote":
			r.mark(idOf(c), c.Get("marker"), c)
		case "noteRef":
			id := c.Get("href")
			if len(id) > 1 && id[0] == '#' {
				r.mark(id[1:], c.Get("marker"), r.notes[id[1:]])
			}
		case "br", "eol", "eop", "marker": // of a tab, or of another break
			r.b.Break()
		case "del":
			r.b.Omit(deleted, c.Words())
		case "quotedStructure":
			r.quoted++
			r.b.Write(" " + c.Get("startQuote"))
			r.children(c, 1)
			r.b.Write(c.Get("endQuote"))
			r.quoted--
		case "img", "meta":
		default:
			r.inline(c)
			if blockNames[c.Name] || c.Name == "num" {
				r.b.Break()
			}
		}
	}
}

// collectNotes finds the notes that stand in the metadata.
func (r *reader) collectNotes(meta *xmltree.Node) {
	if meta == nil {
		return
	}
	for _, c := range meta.Children {
		if c.Name == "note" {
			r.notes[idOf(c)] = c
		}
		r.collectNotes(c)
	}
}

// mark puts the mark of a note here. A note without a number of its own is counted.
func (r *reader) mark(id, marker string, note *xmltree.Node) {
	if note == nil {
		return
	}
	number, known := r.numbers[id]
	if !known || id == "" {
		if number = noteNumber(marker); number == "" {
			number = strconv.Itoa(len(r.cited) + 1)
		}
		r.numbers[id] = number
		r.cited = append(r.cited, citedNote{number, note})
	}
	r.b.Mark(number)
}

// noteNumber is a marker without its brackets.
func noteNumber(marker string) string {
	for len(marker) > 1 && (marker[0] == '(' || marker[0] == '[') {
		marker = marker[1 : len(marker)-1]
	}
	return clean(marker)
}

func (r *reader) writeNotes() {
	for i := 0; i < len(r.cited); i++ { // a note may cite another
		r.b.BeginNote(r.cited[i].number)
		r.inline(r.cited[i].note)
		r.b.EndNote()
	}
}

func (r *reader) table(e *xmltree.Node) {
	r.tables++
	table := r.tables
	if c := e.Child("caption"); c != nil {
		r.b.BeginBlock(blocks.Block{Kind: blocks.Paragraph, Caption: true, Of: r.of, Unit: r.unit})
		r.inline(c)
	}
	var rows func(*xmltree.Node)
	rows = func(e *xmltree.Node) {
		for _, c := range e.Children {
			switch c.Name {
			case "tr":
				head := c.Child("th") != nil && c.Child("td") == nil
				r.b.BeginBlock(blocks.Block{Kind: blocks.TableRow, Table: table, Head: head, Of: r.of, Unit: r.unit})
				for _, cell := range c.Children {
					if cell.Name == "td" || cell.Name == "th" {
						r.inline(cell)
						r.b.EndCell()
					}
				}
			case "tbody", "thead", "tfoot":
				rows(c)
			}
		}
	}
	rows(e)
	r.b.BeginBlock(blocks.Block{Kind: blocks.Paragraph, Of: r.of, Unit: r.unit})
}

// list reads a list of HTML's kind.
func (r *reader) list(e *xmltree.Node, level int) {
	n := 0
	r.depth++
	for _, c := range e.Children {
		if c.Name != "li" {
			continue
		}
		n++
		text := "•"
		if value := c.Get("value"); value != "" {
			text = value
		} else if e.Name == "ol" {
			text = strconv.Itoa(n) + "."
		}
		r.next = &label{text: text, id: idOf(c), depth: r.depth}
		if hasBlocks(c) {
			r.children(c, level)
			continue
		}
		r.begin(blocks.ListItem)
		r.inline(c)
	}
	r.depth--
}
