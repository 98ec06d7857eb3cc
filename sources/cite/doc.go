// Package cite writes citations of passages in the styles that people use.
//
// In come a document's manifest and a passage; out comes a [Citation] as text
// and as HTML.
package cite
