// Package markdown reads Markdown (CommonMark, with tables and footnotes): it is
// turned into HTML by goldmark, and read as that by package html.
package markdown

import (
	"bytes"
	"strings"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/renderer/html"

	"socsearch/sources/blocks"
	sourcehtml "socsearch/sources/html"
)

var converter = goldmark.New(
	goldmark.WithExtensions(extension.Table, extension.Footnote, extension.Strikethrough),
	goldmark.WithRendererOptions(html.WithUnsafe()), // what is read is never shown as HTML
)

// The bounds of what is converted: marks beyond them are nobody's, and cost time
// with the square of their number.
const (
	maxQuoted = 50     // ">" at the beginning of a line, or levels of a list by its indent
	maxMarks  = 20_000 // brackets, asterisks, backticks and the like in one paragraph
)

// check refuses what would take long.
func check(text string) error {
	marks := 0
	for line := range strings.Lines(text) {
		trimmed := strings.TrimLeft(line, "> \t-+*0123456789.)")
		if strings.Count(line[:len(line)-len(trimmed)], ">") > maxQuoted || len(line)-len(trimmed) > 20*maxQuoted {
			return blocks.Errorf("a line of the Markdown has more than %d marks before it: it is refused", maxQuoted)
		}
		if strings.TrimSpace(line) == "" {
			marks = 0
		}
		for _, c := range []byte(line) {
			if strings.IndexByte("[]*_`<!~&\\", c) >= 0 {
				marks++
			}
		}
		if marks > maxMarks {
			return blocks.Errorf("a paragraph of the Markdown has more than %d marks: it is refused", maxMarks)
		}
	}
	return nil
}

// Read reads a text in Markdown. The error is a [blocks.Error].
func Read(text string) (*blocks.Document, error) {
	if err := check(text); err != nil {
		return nil, err
	}
	var out bytes.Buffer
	if err := converter.Convert([]byte(text), &out); err != nil {
		return nil, blocks.Errorf("the Markdown can’t be read: %v", err)
	}
	page := append([]byte(`<!doctype html><meta charset="utf-8"><body>`), out.Bytes()...)
	return sourcehtml.Read(page)
}
