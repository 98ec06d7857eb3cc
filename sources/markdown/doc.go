// Package markdown reads Markdown (CommonMark, with tables and footnotes): it is
// turned into HTML by goldmark, and read as that by package html.
package markdown

import (
	"bytes"

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

// Read reads a text in Markdown. The error is a [blocks.Error].
func Read(text string) (*blocks.Document, error) {
	var out bytes.Buffer
	if err := converter.Convert([]byte(text), &out); err != nil {
		return nil, blocks.Errorf("the Markdown can’t be read: %v", err)
	}
	page := append([]byte(`<!doctype html><meta charset="utf-8"><body>`), out.Bytes()...)
	return sourcehtml.Read(page)
}
