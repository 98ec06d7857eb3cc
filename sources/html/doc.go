// Package html reads web pages and what else is written in HTML.
//
// In come the bytes of a page; out comes its text in blocks (package blocks):
// headings, paragraphs, list items, block quotations, rows of tables, and its
// footnotes after it, where marks link to them. Scripts, styles, navigation and
// what is hidden are left out and counted. Nothing is fetched.
package html
