// Package docx reads word processors' files: Office Open XML (.docx, ECMA-376) and
// OpenDocument (.odt, ISO/IEC 26300).
//
// In come the bytes of a file; out comes its text in blocks (package blocks), with
// headings, list items, quotations by style or indent, tables and text boxes, and
// its footnotes and endnotes after it, numbered in the order of their marks.
// Changes that are tracked are read as accepted: what is deleted is left out.
// Comments, fields' codes and macros aren't read, nothing is fetched or written.
//
// A file that is damaged, encrypted, an archive bomb or nested beyond reason is
// refused with a [blocks.Error].
package docx
