package draft

import (
	"bytes"
	"errors"
	"mime"
	"path"
	"strings"

	"socsearch/sources/blocks"
	"socsearch/sources/docx"
	"socsearch/sources/html"
	"socsearch/sources/markdown"
)

// Format is the form of a draft.
type Format string

// The formats that are read.
const (
	FormatText     Format = "text"
	FormatMarkdown Format = "markdown"
	FormatHTML     Format = "html"
	FormatDOCX     Format = "docx"
	FormatODT      Format = "odt"
)

// MaxSize bounds a draft, in bytes.
const MaxSize = 5 << 20

// ErrFormat says that a draft is in none of the formats.
var ErrFormat = errors.New("drafts are read as plain text, Markdown, HTML, .docx and .odt")

var byType = map[string]Format{
	"text/plain": FormatText, "text/markdown": FormatMarkdown, "text/x-markdown": FormatMarkdown, "text/html": FormatHTML, "application/xhtml+xml": FormatHTML,
	"application/vnd.openxmlformats-officedocument.wordprocessingml.document": FormatDOCX,
	"application/vnd.oasis.opendocument.text":                                 FormatODT,
}

var byExtension = map[string]Format{
	".txt": FormatText, ".text": FormatText, "": FormatText, ".md": FormatMarkdown, ".markdown": FormatMarkdown,
	".html": FormatHTML, ".htm": FormatHTML, ".xhtml": FormatHTML, ".docx": FormatDOCX, ".docm": FormatDOCX, ".odt": FormatODT,
}

// FormatOf tells a draft's format by its media type, or by the ending of its name
// where the type says nothing. ok is false if it is none that is read.
func FormatOf(mediaType, name string) (f Format, ok bool) {
	if t, _, err := mime.ParseMediaType(mediaType); err == nil && t != "application/octet-stream" {
		f, ok = byType[t]
		if byName, named := byExtension[strings.ToLower(path.Ext(name))]; t == "text/plain" && named && name != "" {
			return byName, true // browsers call Markdown plain text
		}
		if ok || name == "" {
			return f, ok
		}
	}
	f, ok = byExtension[strings.ToLower(path.Ext(name))]
	return f, ok
}

// Read reads a draft. Errors are [ErrFormat] or a [blocks.Error].
func Read(data []byte, f Format) (*blocks.Document, error) {
	switch f {
	case FormatDOCX:
		return docx.Read(data)
	case FormatODT:
		return docx.ReadODT(data)
	case FormatHTML:
		return html.Read(data)
	}
	if bytes.HasPrefix(data, []byte("PK\x03\x04")) || bytes.HasPrefix(data, []byte("%PDF-")) {
		return nil, blocks.Errorf("this isn’t a text but a zip archive or a PDF: give its type or the right name, and a PDF as text")
	}
	text, err := blocks.DecodeText(data)
	if err != nil {
		return nil, err
	}
	switch f {
	case FormatText:
		return blocks.ReadText(text), nil
	case FormatMarkdown:
		return markdown.Read(text)
	}
	return nil, ErrFormat
}
