// Package cite writes what a person takes away to be believed: citations of
// passages in the styles that people use, records for reference managers, and
// quotations.
//
// In comes a [Work]: a document's manifest and the places in it that are cited,
// each a passage or one of its footnotes. Out come
//
//   - [Cite] and [All]: a [Citation] as text and as HTML with italics
//   - [BibTeX], [RIS], [CSLJSON]: one record for each document, its pinpoints in
//     the record's note
//   - [Quote], [BlockQuote], [Markdown]: the words with their citation
//
// The steps of a citation: pins → groups ([Work.Pins] gathered by what they stand
// in, numbers folded to ranges; pinpoint.go, numbers.go) → the pinpoint in a
// style's own words (words.go) → the citation around it, one file for each style.
//
// # Where the rules come from
//
//   - OSCOLA: Oxford University Standard for the Citation of Legal Authorities,
//     4th edition (2012), by its section numbers
//   - Harvard: Pears and Shields, Cite Them Right, 12th edition (2022)
//   - APA: Publication Manual of the American Psychological Association, 7th
//     edition (2020), by its section numbers
//   - Chicago: The Chicago Manual of Style, 17th edition (2017), notes and
//     bibliography, by its section numbers
//
// None of them speaks of a text box, of an organisation's entry in an annex or
// of a counted paragraph that has no printed number; where a file goes beyond
// its guide, it says so.
//
// Whether a document has been superseded is no part of a citation: it names
// what was read. Records have a note that says so.
package cite
