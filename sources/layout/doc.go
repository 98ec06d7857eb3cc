// Package layout works out from the typography of a PDF how it is laid out, and
// splits it into passages.
//
// In comes a [pdf.Document]: pages of lines with their places, fonts and sizes.
// Out come the same passages, headings and account of every character as package
// split makes of a text with a full manifest; only that nobody had to write the
// manifest. Whatever is worked out can be overridden in one (document.Layout).
//
// Each step gives lines their role. The steps stand in one table, in the order
// in which they run (passes.go; `indexer -inspect FILE -passes` prints what each
// finds; layout.go begins and ends the work):
//
//	line.go       lines get their text, with the places of its runs in it
//	body.go       the size of ordinary text, the edges of columns, the pitch
//	pages.go      the printed number of each page
//	running.go    running heads and feet go: what is tagged so, what repeats at
//	              one height, the page's own number
//	front.go      contents pages, title pages, imprints and back covers go
//	loosenumbers.go numbers set beside their line go into it
//	sidenotes.go  notes left of the numbers go
//	notes.go      small numbered lines at a column's foot are footnotes; raised
//	              numbers in the text that a note has are their marks
//	endnotes.go   or the notes stand at the document's end
//	tables.go     cells stand below the captions of tables
//	headings.go   headings: tagged, larger, or set apart by weight and space
//	leadins.go    and those that only the number below them tells
//	laws.go       the numbers of articles stand above their titles
//	levels.go     and their levels
//	tagged.go     but not the first lines of paragraphs, tagged so for their number
//	numeral.go    the numbers that lines open with
//	numerals.go   lines that may open a numbered paragraph, by style and place
//	lists.go      but not those of headings and of lists
//	sequence.go   those of them that make a sequence, and where it begins anew
//	schemes.go    or anew below each heading, or of a second scheme beside it
//	recitals.go   numbers in brackets before all of them
//	bracketed.go  or alone
//	points.go     or in an article that has no others
//	chains.go     and those that go on with it at another place
//	parts.go      lines become headings, paragraphs, figures
//	runnames.go   named, where numbers begin anew, by what stands over them
//	forewords.go  or, before all numbers, as forewords with who signed them
//	paragraphs.go paragraphs without numbers, and the lines within a paragraph
//	boxes.go      a heading among numbered paragraphs may be a box's title
//	plates.go     pages of drawings and tables interrupt no paragraph
//	blocks.go     all of it is written down for package split
//	frontmatter.go who wrote it, when and under what number
//	properties.go  as the file's properties say, too
//	describe.go    as the least manifest, for a file without one,
//	inspect.go    or as a manifest to start from,
//	findings.go   with what is doubtful
//
// # What is a paragraph
//
// A number opens one if it is set at the same place as the others and is the
// next in their sequence: 79, 4.12, 4.2.1, or A1.1 and A.1 after the last chapter,
// with the id in lower case. What only looks like one (a year, a list's item, a
// footnote) isn't the next. All that follows up to the next number or heading
// belongs to it: bullets, quotations, boxes, text after a figure; but not, where
// its text hangs, what begins at the place of the number. Numbers in brackets are
// those of lists, but for a long run of them before all others, recitals, and in an article without others. Text
// without a number before the first numbered paragraph is a foreword, or of what its
// outermost heading says, each counted from 1; after it, or where that heading is
// too long to be cited by, it is counted on its page (page-38-2), as is all text of a
// document without numbered paragraphs. Where numbers begin anew, ids take the
// first words of the heading there (conclusions-1). The paragraphs of a box with
// a title have ids of their own (box-firearms-and-drugs): it is told by the words
// Box or Case study, or by being set unlike ordinary text. One without a heading
// stays with the paragraph before it.
//
// Where a paper prints no page numbers, no passage has one. Where numbers begin anew
// under each of many headings, none is the document's own: labels take the heading's
// code (PM15, para 3). An annex gives its name, an article its own; recitals are
// recitals. No label is given twice.
//
// Ids by page count printed pages, but the file's own where it is a part of a
// volume: where the printed numbers begin beyond the number of its pages.
//
// # What it can't tell
//
// A paragraph that ends with a full line at the foot of a page looks like one that
// goes on; the rows of a table without a caption that has a number, or whose cells run
// into one another, are read across, each as a line; headings that are set as ordinary text are text, unless tags say so; and raised numbers without a
// note stay in the text, as raised digits (10⁶). A manifest can mend the headings; [Inspect] tells where
// to look.
package layout
