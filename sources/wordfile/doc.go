// Package wordfile writes word processors' files: Office Open XML (.docx, ECMA-376,
// transitional), as Word and LibreOffice open it without repair.
//
// In comes a [Document]: a title, and blocks in styles (headings, text, quotations,
// items of lists, tables) whose spans may be italic, raised, links, or the place of a
// footnote. [Write] puts out the bytes. Styles are Word's own names, so that a reader
// can change all quotations at once; footnotes are real ones and number themselves.
//
// What is read again is package docx's. The same document gives the same bytes.
package wordfile
