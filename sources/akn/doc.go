// Package akn reads Akoma Ntoso (OASIS LegalDocML 1.0, and the drafts before it), in
// which the European Union, the United Kingdom, the United Nations and others publish
// laws, judgments and reports.
//
// In come the bytes of a file; out comes its text in blocks (package blocks), with
// headings, the numbers that the file prints, what they number in a law (articles,
// sections, recitals and their paragraphs), and notes.
//
//	akn.go         the document and its parts
//	hierarchy.go   containers: what makes a heading, what a unit, what a paragraph
//	text.go        paragraphs, lists, tables, inline text, notes
//	properties.go  what the file says of itself
//
// What an amending law quotes of another is text of the provision that quotes it.
package akn
