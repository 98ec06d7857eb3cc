// Package pdf reads a PDF by position into pages of lines, ready to be split into
// passages.
//
// [Read] takes a file and gives a [Document]: for each page its lines in reading
// order, for each line its runs with font, size, place and role. Or it gives an
// [Error] that names the file, the page, what is wrong and what to do about it.
// Nothing is lost unseen: characters that are in no line are counted by reason
// in [Page.LeftOut].
//
// # A process of its own
//
// The library that reads the file's objects (github.com/ledongthuc/pdf) can be
// made to loop for ever, to fill the memory, or to overflow the stack, which no
// recover catches. So Read starts the program's own executable again, which
// [RunChild] makes read the one file and send its pages back; the parent bounds
// its time, its memory and what it sends ([Limits]). Programs that read PDFs call
// RunChild first thing in main, and tests in TestMain:
//
//	func main() {
//		pdf.RunChild()
//		...
//
// # The steps
//
//	read.go     the parent: first checks, the child, its pages
//	watch.go    its clock
//	child.go    the child, with limits of its own (limit_linux.go)
//	glyph/      what each page draws: characters with their places
//	clean.go    invisible characters and those drawn twice go
//	accents.go  accents drawn apart join their letters
//	span.go     characters that follow one another become spans, spaces are found
//	initials.go initials as high as several lines join the first of these
//	columns.go  the page is cut into columns, by the white space between them
//	lines.go    the spans of a column become lines, superscripts with them
//
// A line is what stands on one baseline within one column: a hanging paragraph
// number and its text, a row of a table. A column is told from a table by its
// ink: lines fill it, cells don't. A gutter that divides thirty lines or more is
// known from then on, so that two lines beside it are enough on later pages.
// Hyphens at line ends stay, for the splitter knows words and this package
// doesn't.
//
// # What can't be read
//
// Each of these is an error, which says how qpdf makes a file of it that can be
// read. A second library isn't worth its while for them: all four test documents
// are read by this one, as is what qpdf, mutool, Ghostscript and cairo make of
// them, but for the kinds of encryption below. pdftotext reads files with such
// packing and such encryption (one of each was tried).
//
//   - streams packed as LZW (Acrobat before 1998), RunLength or ASCIIHex: the
//     library has no code for them (nor for Flate with another predictor than
//     PNG-Up, which wasn't tried);
//   - encryption by AES-256 or with a key of 40 bits, even with an empty password:
//     the library has none for the first and reckons the keys of the second
//     wrongly. RC4 and AES with 128 bits and an empty password are read;
//   - files that are cut off, and those with a wrong cross-reference table whose
//     objects are packed together, are encrypted or aren't all there: the table of
//     others is rebuilt (glyph/rebuild.go). Of the test documents without their last
//     twentieth pdftotext reads two of four, by guessing the table; without their
//     last quarter, none;
//   - files with a page whose contents break off. pdftotext gives what comes
//     before; here it is the whole document or an error. Contents that lack no
//     more than their checksum, as some versions of Adobe's library write them,
//     are read, and marked (Page.Cut).
//
// These are read here although the library refuses them: version 2.0, junk before
// the header or after the end, a wrong table of objects, inline images,
// backslashes before ordinary letters, operators cut off at a page's end.
//
// And these make characters that are counted as left out, not an error: text
// that doesn't run from left to right (sideways tables without a turned page,
// vertical Japanese), and fonts that tell neither by a ToUnicode map nor by names
// or an encoding which letters they draw (pdftotext may find them in the font's
// program; only Type 1's encoding is read here). Text in white on white and
// text that something is painted over are left out, too; what a clipping path hides
// is read as if it were seen. A page on which most text is turned is turned.
//
// # How well
//
// Words of the four test documents agree with pdftotext's to 99.95 % and more,
// pairs of neighbouring words to 97.3 to 99.96 %:
//
//	go test ./sources/pdf -run 'Agrees' -v
//
// One core reads 160 pages a second or more, in less than 30 MB:
//
//	go test ./sources/pdf -run NONE -bench Read
//
// 1,100 damaged copies of the documents were read or refused, the slowest in 1.8
// seconds with two at a time:
//
//	SOCSEARCH_LONG=1 go test ./sources/pdf -run Damage -v -timeout 1h
package pdf
