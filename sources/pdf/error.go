package pdf

import (
	"errors"
	"fmt"
	"strings"

	"socsearch/sources/pdf/glyph"
)

// Kind tells why a file can't be read.
type Kind string

// The kinds of [Error].
const (
	KindFile        Kind = "file"        // it can't be opened, or isn't a file
	KindEmpty       Kind = "empty"       // no bytes
	KindNotPDF      Kind = "not a PDF"   // it doesn't begin as one
	KindTruncated   Kind = "truncated"   // its end is missing
	KindDamaged     Kind = "damaged"     // it contradicts itself
	KindEncrypted   Kind = "encrypted"   // with a password, or in a way not read here
	KindUnsupported Kind = "unsupported" // well made, but in a way not read here
	KindNoText      Kind = "no text"     // pictures only
	KindTooLarge    Kind = "too large"   // file, pages, memory or output beyond [Limits]
	KindTooSlow     Kind = "too slow"    // beyond [Limits]
	KindDirection   Kind = "direction"   // its text runs from right to left
)

// Error says why a file can't be read and what to do about it. Its message is
// one line that names the file.
type Error struct {
	File    string // base name
	Page    int    // 0: it concerns the file
	Kind    Kind
	Problem string
}

var remedies = map[Kind]string{
	KindTruncated:   "fetch it again, or mend it (for example `qpdf in.pdf out.pdf`)",
	KindDamaged:     "fetch it again, or mend it (for example `qpdf in.pdf out.pdf`)",
	KindEncrypted:   "decrypt it first (for example `qpdf --decrypt in.pdf out.pdf`)",
	KindUnsupported: "rewrite it first (for example `qpdf --decode-level=specialized in.pdf out.pdf`)",
	KindNoText:      "run OCR first (for example `ocrmypdf`)",
	KindTooLarge:    "raise the limit, or split the file (for example `qpdf --split-pages=500 in.pdf out.pdf`)",
	KindTooSlow:     "raise the limit, or mend the file (for example `qpdf in.pdf out.pdf`)",
	KindDirection:   "index a translation",
}

// Error names the file, the page, the problem and the remedy.
func (e *Error) Error() string {
	var b strings.Builder
	b.WriteString(e.File + ": ")
	if e.Page > 0 {
		fmt.Fprintf(&b, "page %d: ", e.Page)
	}
	b.WriteString(e.Problem)
	if remedy := remedies[e.Kind]; remedy != "" {
		b.WriteString(": " + remedy)
	}
	return b.String()
}

// kindOf tells the kind of an error of package glyph.
func kindOf(err error) Kind {
	switch {
	case errors.Is(err, glyph.ErrNotPDF):
		return KindNotPDF
	case errors.Is(err, glyph.ErrTruncated):
		return KindTruncated
	case errors.Is(err, glyph.ErrEncrypted):
		return KindEncrypted
	case errors.Is(err, glyph.ErrUnsupported):
		return KindUnsupported
	case errors.Is(err, glyph.ErrTooMany):
		return KindTooLarge
	}
	return KindDamaged
}
