package split

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"socsearch/sources/document"
)

// Layout is a document whose lines are known for what they are before it is
// split: package layout tells it from their typography. Its blocks stand in
// reading order, and every line of the document is in one of them.
type Layout []Block

// Block is lines that belong together.
type Block struct {
	Type  BlockType
	Lines []Line

	// Of a passage. The paragraphs of a box stand below the block of its title, and
	// are counted here.
	Kind                  document.Kind
	Number, Anchor, Title string
	Place                 document.Place

	Table *document.Table // of a figure that is one

	Level  int    // of a heading; 1 is the outermost
	Reason string // why it is left out

	Part      string // slug of the part that a heading begins
	Objective int    // and the objective
}

// BlockType tells what a [Block] is.
type BlockType int

// The types of blocks.
const (
	BlockPassage BlockType = iota
	BlockHeading           // a heading over the passages that follow
	BlockTitle             // a title that is no heading: of a box
	BlockNote              // a footnote
	BlockLeftOut           // no part of any passage
)

// Line is a line of a block.
type Line struct {
	Text   string
	Page   int  // printed page; 0 where there is none
	Number int  // how many characters it begins with that are its number
	Begins bool // a new line of the clean text
	Ends   bool // a line of the clean text
	Full   bool // it reaches the right edge of its column
	Marks  []Mark
}

// Mark is the place of a footnote's mark in a line.
type Mark struct {
	From, To int // characters of Line.Text
	Note     int // which of the layout's notes, from 0
}

// Assemble makes passages of a document whose lines are known. Notes that no
// mark cites are given to the passage that they stand below.
func Assemble(m *document.Manifest, layout Layout) (*Result, error) {
	s := &splitter{manifest: m, marks: map[int]mark{}}
	blocks := s.lay(layout)
	var all []line
	for _, p := range blocks {
		for _, piece := range p {
			all = append(all, piece.line)
		}
	}
	s.words = newVocabulary(all)
	for i, p := range layout {
		if p.Type == BlockNote {
			text, _ := s.compose(blocks[i], InFootnote, nil)
			s.notes = append(s.notes, document.Footnote{Number: p.Number, Text: text, Page: document.OptionalInt(p.page())})
		}
	}
	units, pending := s.makeUnits(layout, blocks)
	result, err := s.result(units)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", m.File, err)
	}
	for i, notes := range pending {
		if i < len(result.Passages) {
			result.Passages[i].Footnotes = append(notes, result.Passages[i].Footnotes...)
		}
	}
	s.giveUncited(result, layout)
	return result, nil
}

// page is the printed page on which a block begins; 0 if there is none.
func (p Block) page() int {
	if len(p.Lines) == 0 {
		return 0
	}
	return p.Lines[0].Page
}

// lay writes the lines of a layout one below the other, so that each character
// has a place in the ledger, and books their numbers and what is left out.
func (s *splitter) lay(layout Layout) [][]piece {
	var text strings.Builder
	for _, p := range layout {
		for _, l := range p.Lines {
			text.WriteString(l.Text)
			text.WriteByte('\n')
		}
	}
	s.ledger = newLedger(text.String())
	blocks := make([][]piece, len(layout))
	at := 0
	for i, p := range layout {
		for _, l := range p.Lines {
			end := at + len([]rune(l.Text))
			blocks[i] = append(blocks[i], s.layLine(p, l, at, end))
			at = end + 1
		}
	}
	return blocks
}

func (s *splitter) layLine(p Block, l Line, at, end int) piece {
	placed := newLine(s.ledger.text, at, end)
	placed.page = l.Page
	switch {
	case p.Type == BlockLeftOut:
		s.ledger.settle(at, end, p.Reason)
	case l.Number > 0:
		reason := ParagraphNo
		if p.Type == BlockNote {
			reason = FootnoteNo
		}
		s.ledger.settle(at, at+l.Number, reason)
		placed = placed.without(s.ledger.text, l.Number)
	}
	for _, m := range l.Marks {
		s.marks[at+m.From] = mark{number: m.Note + 1, from: at + m.From, to: at + m.To}
	}
	return piece{line: placed, newLine: l.Begins, endsLine: l.Ends, full: l.Full}
}

// makeUnits makes headings and units of the blocks. pending holds the notes that
// headings cite, by the unit that follows.
func (s *splitter) makeUnits(layout Layout, blocks [][]piece) (units []*unit, pending map[int][]document.Footnote) {
	var under *heading
	var box *unit // the first of the box under way
	pending = map[int][]document.Footnote{}
	for i, p := range layout {
		switch p.Type {
		case BlockHeading, BlockTitle:
			box = nil
			text, notes := s.compose(blocks[i], InHeading, nil)
			for j := range notes {
				notes[j].At = 0
			}
			pending[len(units)] = append(pending[len(units)], notes...)
			if p.Type == BlockHeading {
				lonely := i > 0 && layout[i-1].Type == BlockHeading
				under = s.enterLevel(under, text, p.Level, p.Lines[0].Page, lonely)
				under.Part, under.Objective = p.Part, p.Objective
			}
		case BlockPassage:
			u := &unit{
				kind: p.Kind, number: p.Number, own: p.Anchor, place: p.Place, title: p.Title,
				under: under, pieces: endLines(blocks[i]), table: p.Table,
			}
			if p.Kind == document.KindBox {
				u.first = box
				box = cmp.Or(box, u)
			}
			units = append(units, u)
		}
	}
	return units, pending
}

// endLines makes the piece after one that ends a line begin one.
func endLines(pieces []piece) []piece {
	for i := 1; i < len(pieces); i++ {
		pieces[i].newLine = pieces[i].newLine || pieces[i-1].endsLine
	}
	return pieces
}

// enterLevel adds a heading to the outline, below the last one of a higher
// level.
//
// A heading that stands directly below another of its level, which so has no text of
// its own, goes below that: its words are in the path of what follows.
func (s *splitter) enterLevel(last *heading, text string, level, page int, lonely bool) *heading {
	for last != nil && last.level >= level && !(lonely && last.level == level) {
		last, lonely = last.parent, false
	}
	h := &heading{
		Outline: &document.Outline{Heading: text, Page: page}, level: level, parent: last,
		node: &document.Heading{Heading: text, Level: level, Page: document.OptionalInt(page), Children: []*document.Heading{}},
	}
	if last != nil {
		last.node.Children = append(last.node.Children, h.node)
	}
	s.outline = append(s.outline, h)
	return h
}

// giveUncited gives each note that no mark cites to the last passage that
// begins no later than its page.
func (s *splitter) giveUncited(r *Result, layout Layout) {
	cited := make([]bool, len(s.notes))
	for _, m := range s.marks {
		cited[m.number-1] = true
	}
	n := -1
	for _, p := range layout {
		if p.Type != BlockNote {
			continue
		}
		n++
		if len(r.Passages) == 0 || cited[n] {
			continue
		}
		to := 0
		for i := range r.Passages {
			if int(r.Passages[i].Page) <= p.Lines[0].Page {
				to = i
			}
		}
		passage := &r.Passages[to]
		note := s.notes[n]
		note.At = len([]rune(passage.Text))
		passage.Footnotes = append(slices.Clip(passage.Footnotes), note)
	}
}
