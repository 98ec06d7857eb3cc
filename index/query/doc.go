// Package query reads what a person types into the search box.
//
// [Parse] turns it into a tree of [Node]s that says what is wanted and knows
// nothing of any search engine; package index runs the tree against bleve, and
// another engine could run the same. Parse accepts every text: what can't be
// read as the language is read as plain words, and the [Query] says so in its
// Notes.
//
// The language:
//
//	county lines            passages with these words, those with all first
//	"county lines"          the exact words, in this order
//	"lines drugs"~5         the words within five words of each other, in any order
//	-drugs, NOT drugs       without the word
//	scam OR fraud           either
//	drugs AND firearms      both
//	(a OR b) c              brackets group
//	traffick*               words that begin so
//	footnote:x heading:x    only in footnotes, only in headings
//	para:79, para:79-82     these paragraphs
package query
