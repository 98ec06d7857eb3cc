package blocks

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"
)

// Kind is what a block is.
type Kind string

// The kinds of block.
const (
	Paragraph Kind = "paragraph"
	Heading   Kind = "heading"
	ListItem  Kind = "list item"
	Quotation Kind = "quotation" // set apart from the text by indent or style
	Indented  Kind = "indented"  // maybe a quotation, maybe a list or an address
	TableRow  Kind = "table row"
	Note      Kind = "note"
)

// Document is a text in blocks. Offsets are bytes in Text.
type Document struct {
	Text   string // the blocks a line each, or the text as it came; the notes after the body
	Blocks []Block
	Marks  []Mark // in order
	// LeftOut counts what wasn't read, by reason.
	LeftOut map[string]int
	// Omitted are the words of it that a reader may see, by reason.
	Omitted    map[string]string
	Properties Properties
	Doubts     []string // what a person should look at, a sentence each
}

// Properties are what a file says of itself; each may be "".
type Properties struct {
	Title, Author, Publisher string
	Published                string // a day, a month or a year, as ISO 8601 has it
	Series                   string // its number among others of its kind
	LandingPage              string // http or https
}

// Block is a stretch of the text. Every word stands in one.
type Block struct {
	Kind       Kind
	Level      int    // of a heading, 1 the outermost
	Note       string // number of a note
	Start, End int

	// Label is printed before the block and isn't in its text: "79.", "(a)" or "•",
	// as the file counts it.
	Label string
	// Count names what counts the labels: blocks that are numbered in one row have
	// the same, those of lists within paragraphs another. "" where nothing does.
	Count string
	Depth int    // of a list's item, 1 the outermost
	ID    string // the file's own name for it
	Style string // and for how it is set; "" where it has none
	// Of and Unit are what of a law it is, or stands in, and the number of that:
	// "article" and "5", "recital" and "26". Both are "" in other texts.
	Of, Unit string

	Box   int   // the box of text that it stands in, from 1; 0 for none
	Table int   // the table that a row is of, from 1
	Cells []int // of a row: where its cells end in the text
	Head  bool  // the row holds the headings of columns
	Title bool  // it is the title of the whole document
	// Caption says that it is the caption of a figure or a table.
	Caption bool
	// Strong says that all of it is set in bold.
	Strong bool
}

// Mark is a note's mark in the text: it stands before the byte At and takes no
// room of its own, or that up to End.
type Mark struct {
	Note    string
	At, End int
}

// Error is what is wrong with a file, for the one who gave it.
type Error struct{ Detail string }

func (e *Error) Error() string { return e.Detail }

// Errorf makes an [Error].
func Errorf(format string, args ...any) error { return &Error{fmt.Sprintf(format, args...)} }

// Detail is what an error says of a file, if it is an [Error].
func Detail(err error) (string, bool) {
	var e *Error
	if errors.As(err, &e) {
		return e.Detail, true
	}
	return "", false
}

// MaxText bounds the text of a document, in bytes: some 5,000 pages.
const MaxText = 16 << 20

// Builder makes a document block by block.
type Builder struct {
	text    strings.Builder
	doc     Document
	open    bool
	block   Block
	space   bool // white space is due before the next word
	notes   []note
	inNote  *strings.Builder
	noteNum string
	tooLong bool
	omitted map[string]*strings.Builder
	left    int // bytes of what is omitted
}

type note struct{ number, text string }

// Begin begins a block; the one before ends. An empty block is none.
func (b *Builder) Begin(kind Kind, level int) { b.BeginBlock(Block{Kind: kind, Level: level}) }

// BeginBlock is [Builder.Begin] for a block when more is known than its kind.
func (b *Builder) BeginBlock(block Block) {
	if b.inNote != nil {
		b.space = true
		return
	}
	b.end()
	b.block = block
	b.block.Start = b.text.Len()
	b.open = true
}

// SetLabel gives the open block a label, and a name of the file's own, if nothing
// was written to it yet. It reports whether it did.
func (b *Builder) SetLabel(label, id string) bool {
	if !b.open || b.inNote != nil || b.text.Len() > b.block.Start || b.block.Kind == TableRow {
		return false
	}
	b.block.Label, b.block.ID = strings.TrimSpace(b.block.Label+" "+label), id
	return true
}

// EndCell ends a cell of a table's row.
func (b *Builder) EndCell() {
	if b.open && b.inNote == nil {
		b.block.Cells = append(b.block.Cells, b.text.Len())
	}
	b.Break()
}

func (b *Builder) end() {
	if b.open && b.text.Len() > b.block.Start {
		b.block.End = b.text.Len()
		b.doc.Blocks = append(b.doc.Blocks, b.block)
		b.text.WriteByte('\n')
	}
	b.open, b.space = false, false
}

// Write adds text to the block: white space is collapsed, characters without
// meaning in a text are left out.
func (b *Builder) Write(s string) {
	out := &b.text
	if b.inNote != nil {
		out = b.inNote
	} else if !b.open {
		b.Begin(Paragraph, 0)
	}
	if b.text.Len()+len(s) > MaxText {
		b.tooLong = true
		return
	}
	for _, r := range s {
		switch {
		case r == ' ' || r == '\t' || r == '\n' || r == '\r' || r == '\f' || r == '\u00a0':
			b.space = true
			continue
		case r == '\u00ad' || r == '\u200b' || r == '\u2060' || r == '\ufeff': // where a line may or may not break
			continue
		case r < ' ' || r >= 0x7f && r < 0xa0 || r == utf8.RuneError || isBidiControl(r):
			b.doc.leaveOut(ControlCharacter)
			continue
		}
		if start := b.block.Start; b.space && (b.inNote != nil && out.Len() > 0 || b.inNote == nil && out.Len() > start) {
			out.WriteByte(' ')
		}
		b.space = false
		out.WriteRune(r)
	}
}

// ControlCharacter is the reason under which characters are left out that nobody
// can see: those that turn the direction of a text could show other words than it
// has.
const ControlCharacter = "control character"

func isBidiControl(r rune) bool {
	return r >= '\u202a' && r <= '\u202e' || r >= '\u2066' && r <= '\u2069' || r == '\u200e' || r == '\u200f' || r == '\u061c'
}

// Break is a line's end inside a block.
func (b *Builder) Break() { b.space = true }

// Mark puts the mark of a note here.
func (b *Builder) Mark(number string) {
	if b.inNote == nil {
		at := b.text.Len()
		b.doc.Marks = append(b.doc.Marks, Mark{number, at, at})
	}
}

// BeginNote begins a note: what is written goes there until EndNote.
func (b *Builder) BeginNote(number string) {
	b.inNote, b.noteNum, b.space = new(strings.Builder), number, false
}

// EndNote ends the note.
func (b *Builder) EndNote() {
	if b.inNote != nil && b.inNote.Len() > 0 {
		b.notes = append(b.notes, note{b.noteNum, b.inNote.String()})
	}
	b.inNote, b.space = nil, false
}

// LeaveOut counts what isn't read under a reason.
func (b *Builder) LeaveOut(reason string) { b.doc.leaveOut(reason) }

// Omit keeps words that aren't part of the text under the reason why. [Builder.LeaveOut]
// is told apart.
func (b *Builder) Omit(reason, words string) {
	words = strings.Join(strings.Fields(strings.ToValidUTF8(words, "")), " ")
	if words == "" {
		return
	}
	if b.left += len(words); b.left > MaxText {
		b.tooLong = true
		return
	}
	if b.omitted == nil {
		b.omitted = map[string]*strings.Builder{}
	}
	if b.omitted[reason] == nil {
		b.omitted[reason] = new(strings.Builder)
	}
	b.omitted[reason].WriteString(words + "\n")
}

// Doubt tells of something that a person should look at, once.
func (b *Builder) Doubt(format string, args ...any) {
	if d := fmt.Sprintf(format, args...); !slices.Contains(b.doc.Doubts, d) {
		b.doc.Doubts = append(b.doc.Doubts, d)
	}
}

// SetProperties says what the file says of itself.
func (b *Builder) SetProperties(p Properties) { b.doc.Properties = p }

func (d *Document) leaveOut(reason string) {
	if d.LeftOut == nil {
		d.LeftOut = map[string]int{}
	}
	d.LeftOut[reason]++
}

// Document ends the document.
func (b *Builder) Document() (*Document, error) {
	b.EndNote()
	b.end()
	if b.tooLong {
		return nil, Errorf("the text is longer than %d MB: split it", MaxText>>20)
	}
	for _, n := range b.notes {
		start := b.text.Len()
		b.text.WriteString(n.text)
		b.doc.Blocks = append(b.doc.Blocks, Block{Kind: Note, Note: n.number, Start: start, End: b.text.Len()})
		b.text.WriteByte('\n')
	}
	b.doc.Text = strings.TrimSuffix(b.text.String(), "\n")
	for reason, words := range b.omitted {
		if b.doc.Omitted == nil {
			b.doc.Omitted = map[string]string{}
		}
		b.doc.Omitted[reason] = words.String()
	}
	return &b.doc, nil
}
