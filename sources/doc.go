// Package sources reads the documents: [Load] takes a folder of manifests, with
// a file each, and returns the passages of them all in reading order, tagged and
// labelled, with what a reader may want to know of each document.
//
// The way of the data:
//
//	documents/*.yaml, files  manifests, and texts, PDFs, pages (package document)
//	→ passages               text, pages, footnotes, sections (package split;
//	                         packages pdf and layout for PDFs; docx, html, akn and
//	                         flow for what has no pages)
//	→ tagged passages        organisations, strands, threats  (package tag)
//	→ Corpus                 labels, previous and next        (this package)
//
// The strategy and the roles page are embedded, with the vocabularies that tag
// them. Nothing here knows of the index or of HTTP.
package sources
