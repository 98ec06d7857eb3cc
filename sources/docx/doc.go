// Package docx reads word processors' files: Office Open XML (.docx, ECMA-376) and
// OpenDocument (.odt, ISO/IEC 26300).
//
// In come the bytes of a file; out comes its text in blocks (package blocks), with
// headings, list items, quotations by style or indent, tables and text boxes, and
// its footnotes and endnotes after it, numbered in the order of their marks.
//
//	archive.go    the parts of the file, unpacked within bounds
//	styles.go     what styles and properties say of a paragraph
//	numbering.go  the numbers of lists, as Word counts them: levels, restarts
//	fields.go     numbers that fields print
//	runs.go       the characters of a paragraph, and what isn't its text
//	docx.go       paragraphs, tables and boxes become blocks
//	notes.go      footnotes, endnotes, and what stands outside the text
//	odt.go        the same of OpenDocument
//
// Numbers that a list counts are no part of the text: they are the blocks' labels.
//
// Changes that are tracked are read as accepted: what is deleted is left out, a
// paragraph whose mark is deleted goes on with the next. Comments, running heads,
// tables of contents and hidden text are kept apart, under their names; codes of
// fields and macros aren't read, and nothing is fetched or written.
//
// A file that is damaged, encrypted, an archive bomb or nested beyond reason is
// refused with a [blocks.Error].
package docx
