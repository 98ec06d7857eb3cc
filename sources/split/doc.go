// Package split turns the text of a document into passages.
//
// In comes the text of a file, as it was taken from a printed page or a web
// page, and the manifest that says how it is laid out. Out come the passages in
// reading order, the tree of headings, and an [Account] of where every
// character went. [Split] is a pure function: it reads no file and keeps no
// state, and it fails rather than guess.
//
// The steps, each in a file of its own:
//
//	lines.go      the text is cut into lines
//	pages.go      each line gets its printed page; running heads go
//	footnotes.go  the notes at each page's foot are told from its body,
//	              and the marks that cite them are found
//	structure.go  body lines become units: headings, paragraphs, boxes,
//	              figures
//	entries.go    … and entries of an annex of organisations
//	compose.go    the lines of a unit become clean text, with the places of
//	              its marks
//	table.go      the lines of a table become rows
//	result.go     units become passages with ids and sections
//
// Throughout, the [Account] is told where each character lands: in a passage, a
// footnote, a mark, a heading, or under a named reason. A character that lands
// twice or never is an error, so that no word can be lost or invented unseen.
package split
