// Package document holds the words that the rest of the program speaks in: a
// [Manifest] says what a document is and how its file is laid out, a [Passage]
// is the unit that is searched and cited, its [Place] what it is cited by, a [Number]
// what papers print before paragraphs, a [Heading] is a node of a document's contents.
//
// It reads manifests and knows how an anchor is spelt; it reads no documents
// (package split does), tags nothing (package tag) and searches nothing
// (package index).
package document
