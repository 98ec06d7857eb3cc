package document

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"strings"
)

// Kind tells what sort of passage a [Passage] is.
type Kind string

// The kinds of passage, in the order in which a filter lists them.
const (
	KindParagraph Kind = "paragraph" // a numbered paragraph
	KindForeword  Kind = "foreword"  // an unnumbered paragraph before the first numbered one
	KindBox       Kind = "box"       // one paragraph of a box
	KindFigure    Kind = "figure"    // a caption with the text or table of its figure
	KindAnnex     Kind = "annex"     // an organisation's entry in an annex
	KindRole      Kind = "role"      // one paragraph of an organisation's entry on a web page
)

// Kinds lists every kind in its natural order.
var Kinds = []Kind{KindParagraph, KindForeword, KindBox, KindFigure, KindAnnex, KindRole}

// Passage is the unit that is searched and cited. Its JSON form is the one that
// the API answers with. Every offset counts Unicode code points in Text.
type Passage struct {
	ID       string `json:"id"`       // document/anchor
	Document string `json:"document"` // slug of the document
	Kind     Kind   `json:"kind"`
	Number   string `json:"number"` // "79" of a paragraph, "7" of a figure, else ""
	Label    string `json:"label"`  // how a person names it: "para 79"; see [PrintLabels]
	Title    string `json:"title"`  // box title, figure caption, an entry's organisation

	Page      OptionalInt `json:"page"`     // printed page on which it begins
	PageEnd   OptionalInt `json:"page_end"` // printed page on which it ends
	Part      string      `json:"part"`
	Objective OptionalInt `json:"objective"` // 1 to 4
	Section   []string    `json:"section"`   // headings above it, outermost first

	Organisations []Mention `json:"organisations"` // named in text, table or title
	Implied       []Mention `json:"implied"`       // see Mention.By
	Strands       []string  `json:"strands"`
	Threats       []string  `json:"threats"`

	Table     *Table     `json:"table"`
	Remark    string     `json:"remark"` // what a reader must know, else ""
	Text      string     `json:"text"`   // clean: no marks, heads or page numbers
	Footnotes []Footnote `json:"footnotes"`

	Commitments  []Commitment  `json:"commitments"`
	Expectations []Expectation `json:"expectations"` // of others; never commitments

	// Place is what Label is printed from. It isn't part of the JSON form.
	Place Place `json:"-"`

	URL      string         `json:"url"`
	Previous OptionalString `json:"previous"` // id of the passage before, in reading order
	Next     OptionalString `json:"next"`
}

// Anchor returns the part of the id that names the passage in its document.
func (p *Passage) Anchor() string {
	return p.ID[strings.IndexByte(p.ID, '/')+1:]
}

// FillLists makes the lists that are absent empty, so that JSON has [] for them.
func (p *Passage) FillLists() {
	p.Section, p.Strands, p.Threats = filled(p.Section), filled(p.Strands), filled(p.Threats)
	p.Organisations, p.Implied, p.Footnotes = filled(p.Organisations), filled(p.Implied), filled(p.Footnotes)
	p.Commitments, p.Expectations = filled(p.Commitments), filled(p.Expectations)
}

func filled[T any](l []T) []T {
	if l == nil {
		return []T{}
	}
	return l
}

// Fingerprint names the words of the passage and of its footnotes, so that a
// later reader sees whether they have changed. It is the first twelve hex digits
// of a SHA-256.
func (p *Passage) Fingerprint() string {
	sum := sha256.New()
	fmt.Fprintln(sum, p.Text)
	for _, n := range p.Footnotes {
		fmt.Fprintln(sum, n.Number, n.Text)
	}
	const digits = 12
	return hex.EncodeToString(sum.Sum(nil))[:digits]
}

// Footnote is a note with the place of its mark.
type Footnote struct {
	Number string `json:"number"`
	Text   string `json:"text"`
	At     int    `json:"at"` // where the mark stood: code points before it in Passage.Text
	// Page is the printed page at whose foot the note begins.
	Page OptionalInt `json:"page"`
}

// Table is a figure that is a table; every row has as many cells as Columns.
type Table struct {
	Columns []string   `json:"columns"`
	Rows    [][]string `json:"rows"`
}

// Mention says that a passage speaks of an organisation, and why we think so.
type Mention struct {
	Slug         string `json:"slug"`
	Name         string `json:"name"`
	Abbreviation string `json:"abbreviation"`
	// By is how an implied organisation comes in: "office", "parent",
	// "footnote" or "heading"; "" for one that is named.
	By  string `json:"by,omitempty"`
	Why []Why  `json:"why,omitempty"`
}

// Why is one place that names an organisation.
type Why struct {
	In    string `json:"in"`    // "text", "table", "title", or "footnote 69"
	Start int    `json:"start"` // code points; for a table cell within the cell
	End   int    `json:"end"`
	Text  string `json:"text"` // the words themselves
}

// WithoutWhy returns mentions without the places that they rest on.
func WithoutWhy(mentions []Mention) []Mention {
	bare := make([]Mention, len(mentions))
	for i, m := range mentions {
		m.Why = nil
		bare[i] = m
	}
	return bare
}

// Heading is a node of a document's contents.
type Heading struct {
	Heading  string      `json:"heading"`
	Level    int         `json:"level"` // 1 is the outermost
	Page     OptionalInt `json:"page"`
	First    string      `json:"first"` // id of the first passage below it
	Children []*Heading  `json:"children"`
}

// OptionalInt is a number whose zero means that there is none: null in JSON.
type OptionalInt int

// MarshalJSON writes null for zero.
func (n OptionalInt) MarshalJSON() ([]byte, error) {
	if n == 0 {
		return []byte("null"), nil
	}
	return json.Marshal(int(n))
}

// OptionalString is a string that is null in JSON when it is empty.
type OptionalString string

// MarshalJSON writes null for the empty string.
func (s OptionalString) MarshalJSON() ([]byte, error) {
	if s == "" {
		return []byte("null"), nil
	}
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false) // the encoder around this one decides
	err := e.Encode(string(s))
	return bytes.TrimSpace(b.Bytes()), err
}
