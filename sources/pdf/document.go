package pdf

import (
	"strings"

	"socsearch/sources/pdf/glyph"
)

// Document is a PDF as read by position.
type Document struct {
	Title string // as the file's properties give it: often a draft's name, or ""
	// Author is as the file's properties give it: often a clerk's name, or "".
	Author string
	// Metadata is what the file's metadata stream says.
	Metadata glyph.Metadata
	Pages    []*Page
}

// Page is a page as a viewer shows it. Lengths are points (1/72 inch); places
// count from its lower left corner, so that a higher Baseline stands higher.
type Page struct {
	Number        int    // place in the file; the first is 1
	Label         string // the file's own name for it ("iv", "12"); "" if it has none
	Width, Height float64
	Lines         []Line  // in reading order
	Pictures      int     // images drawn; a page with some and no Lines may be a scan
	Covered       float64 // the part of the page that they cover
	// LeftOut counts the characters, white space not counted, that are in no
	// Line, by reason. Nil if there are none.
	LeftOut map[string]int
	// Unread holds these characters, in the order of drawing and without the white
	// space between them.
	Unread map[string]string
	Cut    bool // the file's bytes of it lack their checksum, though they look whole
}

// Line is what stands on one baseline within one column, from left to right. The
// cells of a table's row make one line.
type Line struct {
	Runs     []Run
	X0, X1   float64 // of its ink
	Baseline float64
	Size     float64 // of its largest part, which a superscript isn't
	Column   int     // 0: as wide as the page; else counted from 1, the leftmost
}

// Run is a part of a line that is set alike.
type Run struct {
	// Text begins with a space if white space stands before it on the line, and
	// ends without one: the texts of a line's runs make its text when joined.
	Text         string
	Font         string // without the tag of a subset: "Arial-BoldMT"
	Size         float64
	Bold, Italic bool
	X0, X1       float64 // of its ink
	Baseline     float64
	Raised       bool // a superscript: smaller than the line and above its baseline
	Hidden       bool // drawn with invisible ink: the recognised text of a scan
	// Tag is the role that a tagged PDF gives the text: "P", "H1", "LBody",
	// "Artifact" for running heads and page numbers; "" where it gives none.
	Tag string
}

// Text returns the words of the line with single spaces between them. A hyphen at
// its end stays, as does a soft hyphen (U+00AD).
func (l *Line) Text() string {
	var b strings.Builder
	for _, r := range l.Runs {
		b.WriteString(r.Text)
	}
	return strings.Join(strings.Fields(b.String()), " ")
}

// Reasons for leaving characters out, beside those of package glyph.
const (
	Twice     = "drawn twice" // the same glyph at the same place, which makes it look bold
	Invisible = "invisible"   // on a page that has visible text, and is no scan
	White     = "white on white"
	Covered   = "covered" // by something that was painted over it, as in a redaction
)
