package wordfile

import "time"

// Document is what is to be written.
type Document struct {
	Title    string
	Language string    // as BCP 47 has it: "en-GB"
	Made     time.Time // as the file's properties say
	Blocks   []Block
}

// Style is how a block is set.
type Style string

// The styles, by Word's names for them.
const (
	Title    Style = "Title"
	Heading1 Style = "Heading1"
	Heading2 Style = "Heading2"
	Text     Style = "BodyText"
	Quote    Style = "Quote"
	Item     Style = "QuoteItem" // of a list in a quotation
	Source   Style = "Bibliography"
	Small    Style = "Small" // notes below a quotation, notices
)

// Block is a paragraph, or a table where Rows isn't nil.
type Block struct {
	Style Style
	Spans []Span
	Rows  [][]string // the first is the head
}

// Span is a piece of a paragraph.
type Span struct {
	Text   string
	Italic bool
	Raised bool   // as the mark of a note that isn't this file's
	Link   string // absolute; "" for none
	Note   []Span // a footnote that is called here, after Text; nil for none
}

// Plain is a paragraph of one span.
func Plain(style Style, text string) Block { return Block{Style: style, Spans: []Span{{Text: text}}} }
