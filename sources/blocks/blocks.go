package blocks

import (
	"errors"
	"fmt"
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
}

// Block is a stretch of the text. Every word stands in one.
type Block struct {
	Kind       Kind
	Level      int    // of a heading, 1 the outermost
	Note       string // number of a note
	Start, End int
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
}

type note struct{ number, text string }

// Begin begins a block; the one before ends. An empty block is none.
func (b *Builder) Begin(kind Kind, level int) {
	if b.inNote != nil {
		b.space = true
		return
	}
	b.end()
	b.block = Block{Kind: kind, Level: level, Start: b.text.Len()}
	b.open = true
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
		case r < ' ' || r == 0x7f || r == utf8.RuneError || isBidiControl(r):
			b.doc.leaveOut("control character")
			continue
		}
		if start := b.block.Start; b.space && (b.inNote != nil && out.Len() > 0 || b.inNote == nil && out.Len() > start) {
			out.WriteByte(' ')
		}
		b.space = false
		out.WriteRune(r)
	}
}

func isBidiControl(r rune) bool {
	return r >= '\u202a' && r <= '\u202e' || r >= '\u2066' && r <= '\u2069'
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
	return &b.doc, nil
}
