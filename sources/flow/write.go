package flow

import (
	"maps"
	"slices"
	"strings"

	"socsearch/sources/blocks"
	"socsearch/sources/document"
	"socsearch/sources/split"
)

// write writes the document down for package split.
func (d *doc) write(parts []*part) split.Layout {
	var all split.Layout
	w := d.newWriter()
	for _, p := range parts {
		all = append(all, w.block(p))
	}
	all = append(all, w.notes...)
	for _, i := range d.titles {
		all = append(all, w.leftOut(d.excluded[i], i))
	}
	for _, reason := range slices.Sorted(maps.Keys(d.source.Omitted)) {
		block := split.Block{Type: split.BlockLeftOut, Reason: reason}
		for line := range strings.Lines(d.source.Omitted[reason]) {
			block.Lines = append(block.Lines, split.Line{Text: strings.TrimSpace(line)})
		}
		all = append(all, block)
	}
	return all
}

// writer writes items as lines.
type writer struct {
	doc     *doc
	notes   []split.Block
	number  map[string][]int // of the notes, by their number
	marks   map[int][]blocks.Mark
	outline map[string]*document.Outline
}

func (d *doc) newWriter() *writer {
	w := &writer{doc: d, number: map[string][]int{}, marks: map[int][]blocks.Mark{}, outline: map[string]*document.Outline{}}
	for n := range d.source.Blocks {
		b := &d.source.Blocks[n]
		if b.Kind != blocks.Note {
			continue
		}
		w.number[b.Note] = append(w.number[b.Note], len(w.notes))
		w.notes = append(w.notes, split.Block{Type: split.BlockNote, Number: b.Note, Lines: []split.Line{{Text: d.source.Text[b.Start:b.End]}}})
	}
	at := 0
	for _, m := range d.source.Marks {
		for at+1 < len(d.source.Blocks) && d.source.Blocks[at+1].Start <= m.At {
			at++
		}
		w.marks[at] = append(w.marks[at], m)
	}
	w.addOutline(d.manifest.Outline)
	return w
}

func (w *writer) addOutline(outline []*document.Outline) {
	for _, o := range outline {
		if w.outline[o.Heading] == nil {
			w.outline[o.Heading] = o
		}
		w.addOutline(o.Children)
	}
}

func (w *writer) block(p *part) split.Block {
	s := split.Block{Kind: p.kind, Number: p.number, Anchor: p.anchor, Place: p.place, Title: p.title, Level: p.level, Reason: p.reason}
	switch {
	case p.box:
		s.Type = split.BlockTitle
	case p.heading:
		s.Type = split.BlockHeading
		if o := w.outline[p.text()]; o != nil {
			s.Part, s.Objective = o.Part, o.Objective
		}
	case p.reason != "":
		s.Type = split.BlockLeftOut
	}
	for n, i := range p.items {
		l := w.line(i, s.Type != split.BlockLeftOut)
		l.Begins = n > 0
		if n == 0 && p.kind == document.KindParagraph {
			l.Number = numberLength(p, i)
		}
		s.Lines = append(s.Lines, l)
	}
	if p.kind == document.KindFigure {
		s.Table = tableOf(slices.DeleteFunc(slices.Clone(p.items[1:]), func(i *item) bool { return i.Kind != blocks.TableRow }))
	}
	return s
}

// numberLength is how many characters of a paragraph's first line are its number.
func numberLength(p *part, i *item) int {
	switch {
	case p.unit != "" && (i.Depth == 0 || i.Of == "recital"):
		return len([]rune(i.Label))
	case i.run != nil:
		return i.number.Length
	}
	return 0
}

// line writes an item. The marks of notes take room, as they do in print.
func (w *writer) line(i *item, marked bool) split.Line {
	var b strings.Builder
	l := split.Line{}
	if i.Label != "" {
		b.WriteString(i.Label + " ")
	}
	length := len([]rune(b.String()))
	from := i.Start
	text := w.doc.source.Text
	for _, m := range w.marks[i.index] {
		note, known := w.note(m.Note, marked)
		at := min(max(m.At, from), i.End)
		b.WriteString(text[from:at])
		length += len([]rune(text[from:at]))
		from = at
		if !known || !marked {
			continue
		}
		b.WriteString(m.Note)
		end := length + len([]rune(m.Note))
		l.Marks = append(l.Marks, split.Mark{From: length, To: end, Note: note})
		length = end
	}
	b.WriteString(text[from:i.End])
	l.Text = b.String()
	return l
}

// note returns which of the notes a mark cites: where several have one number, as
// those of chapters, each mark cites the next.
func (w *writer) note(number string, marked bool) (int, bool) {
	same := w.number[number]
	if len(same) == 0 {
		return 0, false
	}
	if marked && len(same) > 1 {
		w.number[number] = same[1:]
	}
	return same[0], true
}

func (w *writer) leftOut(reason string, i *item) split.Block {
	return split.Block{Type: split.BlockLeftOut, Reason: reason, Lines: []split.Line{w.line(i, false)}}
}

// tableOf makes a table of rows that have as many cells each; nil where they haven't,
// or no row is said to hold the headings of columns.
func tableOf(rows []*item) *document.Table {
	const few = 2
	if len(rows) < few || !rows[0].Head || rows[1].Head {
		return nil
	}
	t := &document.Table{Columns: cellsOf(rows[0])}
	for _, r := range rows[1:] {
		cells := cellsOf(r)
		if len(cells) != len(t.Columns) {
			return nil
		}
		t.Rows = append(t.Rows, cells)
	}
	return t
}

func cellsOf(i *item) []string {
	var cells []string
	from := 0
	for _, end := range i.Cells {
		end = min(max(end-i.Start, from), len(i.text))
		cells = append(cells, strings.TrimSpace(i.text[from:end]))
		from = end
	}
	return cells
}
