// Package numbering reads the numbers with which paragraphs open and tells which may
// follow which. All readers of papers without fixed shapes use it: sources/layout, which
// has lines of printed pages, and sources/flow, which has blocks.
//
// The grammar of a number itself is package document's. Here is what is printed about
// it (a full stop, brackets, no space before the first word), and how numbers go on from
// paragraph to paragraph, chapter to chapter and annex to annex, a few missing between.
//
//	opening.go  the number that a text opens with
//	follow.go   which number follows which
//	sequence.go which of many make a sequence, and where one begins anew
//	figures.go  numbers written in Roman figures and in letters
//	name.go     the codes, articles and annexes that headings open with
package numbering
