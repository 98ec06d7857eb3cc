// Package draft checks the quotations and references of a draft against the
// passages of some documents.
//
// In comes a draft in blocks (package sources/blocks); out comes a [Report] with a
// [Finding] for each quotation, and for each reference that belongs to none. The
// steps:
//
//	blocks → quotations      what stands in quotation marks or is set apart (quotes.go)
//	blocks → references      places, with the work that they are in (references.go, works.go, ibid.go)
//	→ pairs                  the reference that belongs to each quotation (pair.go)
//	→ findings               words by index/quotation, places by sources/resolve (judge.go)
//
// A draft is not kept, logged or written anywhere.
package draft
