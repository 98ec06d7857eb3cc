// Package flow splits documents without printed pages into passages: web pages,
// word processors' files, Akoma Ntoso.
//
// In come blocks, as packages html, docx and akn read them, and a manifest; a slug,
// a title and a file are enough. Out come the same passages, headings and
// account of every word as package split makes of a text with a full manifest, and
// package layout of a PDF: what is a heading, a list or a note the file says, which
// numbers are those of paragraphs is worked out here.
//
//	flow.go     begins and ends the work
//	items.go    blocks with what is known of each; titles go
//	runs.go     those that make rows, and where they begin anew
//	mixed.go    rows that two lists count, or one within another
//	headings.go headings that the file doesn't call so
//	cut.go      items become headings, paragraphs, boxes, figures
//	laws.go     and provisions of laws
//	names.go    what passages without a number of their own are called
//	write.go    all of it is written down for package split
//	doubts.go   what a person should look at
//	inspect.go  the same as a manifest to start from
//
// # What is a paragraph
//
// A number opens one if the file counts it, or prints it at the beginning of a
// paragraph, and it is the next of a row that is long enough and no list's. All that
// follows up to the next number or heading belongs to it. Text without a number
// before the first numbered paragraph is a foreword, or of what its outermost heading
// says; after it, and in documents without numbers, it is counted under the heading
// that is nearest above it (conclusions-2). Nothing has a page.
//
// The text of a box with a title is its own, paragraph by paragraph; one without
// belongs to the paragraph before it. In laws the units that the file names (articles,
// sections, recitals) number what stands in them (article-5-1).
package flow
