// Package engine is what an engine has to offer: lists of postings, and what is
// asked of them that is the same for all engines. Package local implements it on
// bleve; enginetest is what every engine must pass.
package engine
