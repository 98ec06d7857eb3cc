// Package glyph reads what the pages of a PDF draw: characters, each with its
// place, its font and its role.
//
// [Open] opens a file, [File.Pages] finds its pages, [File.Draw] runs the contents
// of one. The library github.com/ledongthuc/pdf reads the objects (numbers,
// dictionaries, packed streams, cross-references, decryption); everything from
// there on is done here, since the library's own text has no widths for composite
// fonts, ignores how the pen moves and gives up pages that viewers show:
//
//	source.go      the file in the form that the library insists on
//	file.go        opening; panics of the library become errors
//	rebuild.go     another table of the file's objects where its own is wrong
//	tree.go        pages with what they inherit; labels.go their labels
//	stream.go      unpacked contents, bounded
//	whole.go       and whether those that end without their checksum are whole
//	lexer.go       contents cut into operators; words.go their strings and numbers
//	interpret.go   the operators that matter to text
//	show.go        characters placed, or counted as left out
//	marked.go      marked content: roles, ActualText, layers
//	drawing.go     what comes of it; drawings within drawings
//	font.go        fonts: how codes are cut, widths, letters
//	cmap.go        ToUnicode and other maps of codes
//	encoding.go    encodings of simple fonts; names.go names of glyphs
//	standard14.go  widths of the fonts that a file need not describe
//
// A code's letters come from the font's ToUnicode map first, then from the names
// and the encoding that it gives. Ligatures are spelt as letters.
//
// The library hangs or kills the process on some hostile files, so callers run
// this package in a process of its own, as package pdf does. What is done here is
// bounded: nesting, operands, glyphs, drawings, unpacked bytes.
package glyph
