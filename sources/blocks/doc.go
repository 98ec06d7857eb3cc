// Package blocks is what readers of documents without printed pages make of them:
// a text in blocks (headings, paragraphs, list items, block quotations, rows of
// tables), its notes after it, one a block, and the places of the notes' marks.
//
// Packages html, docx and markdown read files into it by a [Builder]; plain text
// is read here ([ReadText]). What can be wrong with a file is an [Error], a
// sentence for its writer. Nothing is written to disk.
package blocks
