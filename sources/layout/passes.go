package layout

import (
	"fmt"
	"io"
	"strings"
	"text/tabwriter"

	"socsearch/sources/document"
	"socsearch/sources/pdf"
)

// pass is a step that gives lines their role, or learns what the next ones need.
type pass struct {
	name string
	does string
	run  func(*reader)
	// leavesOut says that the pass takes lines out of the text.
	leavesOut bool
	// places says that the pass goes by where lines stand in their columns and
	// below one another. They are placed anew before it if lines were taken out
	// since: running heads, notes and covers would shift edges and hide gaps.
	places bool
}

// passes is every step in the order in which they run. Each relies on those
// before it: notes are told once running heads are gone from a page's foot,
// headings once notes are, numbers once headings are, and the headings that only a
// number tells once there are numbers.
var passes = []pass{
	{name: "page numbers", does: "the printed number of each page", run: (*reader).numberPages},
	{name: "running heads", does: "running heads and feet, and pages' own numbers, are left out", run: (*reader).leaveOutRunning, leavesOut: true},
	{name: "manifest pages", does: "pages that the manifest leaves out", run: (*reader).leaveOutRules, leavesOut: true},
	{name: "manifest words", does: "words that the manifest leaves out", run: (*reader).exclude, leavesOut: true},
	{name: "contents", does: "tables of contents are left out", run: (*reader).leaveOutContents, leavesOut: true},
	{name: "loose numbers", does: "numbers set higher or lower than their line go into it", run: (*reader).joinLooseNumbers},
	{name: "side notes", does: "notes in a column left of the numbers are left out", run: (*reader).leaveOutSideNotes, leavesOut: true},
	{name: "numbers beside notes", does: "and those that a note stood left of", run: (*reader).joinLooseNumbers},
	{name: "footnotes", does: "small numbered lines at a column's foot", run: (*reader).findNotes, leavesOut: true, places: true},
	{name: "endnotes", does: "notes at the document's end", run: (*reader).findEndnotes, leavesOut: true, places: true},
	{name: "powers", does: "raised digits that are no marks: 10⁶", run: func(r *reader) { r.findSureMarks(); r.raisePowers() }, places: true},
	{name: "captions", does: "captions of figures", run: (*reader).findCaptions, places: true},
	{name: "tables", does: "rows and cells below a caption with a number", run: (*reader).findTables},
	{name: "large headings", does: "headings that are tagged or larger than the text", run: (*reader).findLargeHeadings, places: true},
	{name: "manifest headings", does: "headings that the manifest gives a level", run: (*reader).applyHeadingRules},
	{name: "paragraph numbers", does: "the numbers that make sequences", run: (*reader).findNumbers, places: true},
	{name: "covers", does: "title pages, imprints and back covers are left out", run: (*reader).leaveOutCovers, leavesOut: true},
	{name: "weak headings", does: "headings told by weight, slope or capitals, and space", run: (*reader).findWeakHeadings, places: true},
	{name: "lead-ins", does: "headings that only the number below tells", run: (*reader).findLeadIns},
	{name: "part numbers", does: "numbers of articles go to the titles below them", run: (*reader).joinPartNumbers},
	{name: "levels", does: "the levels of headings", run: (*reader).setLevels},
}

// infer works out what each line is. after, unless nil, is called after each pass.
func infer(m *document.Manifest, d *pdf.Document, after func(*reader, pass)) *reader {
	r := newReader(m, d)
	moved := true
	for _, p := range passes {
		if p.places && moved {
			r.settle()
			moved = false
		}
		p.run(r)
		moved = moved || p.leavesOut
		if after != nil {
			after(r, p)
		}
	}
	return r
}

// WritePasses writes what each pass makes of a PDF, in the order in which they
// run: how many lines have each role after it. file is the PDF's name.
func WritePasses(w io.Writer, file string, d *pdf.Document) error {
	out := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	fmt.Fprintln(out, "pass\ttext\tleft out\tnotes\tcaptions\theadings\tnumbers\twhat it finds")
	infer(document.LeastManifest(file), d, func(r *reader, p pass) {
		count := map[role]int{}
		for _, page := range r.pages {
			for _, l := range page.lines {
				count[l.role]++
			}
		}
		columns := []string{p.name}
		for _, role := range []role{roleText, roleLeftOut, roleNote, roleCaption, roleHeading, roleNumber} {
			columns = append(columns, fmt.Sprint(count[role]))
		}
		fmt.Fprintln(out, strings.Join(append(columns, p.does), "\t"))
	})
	return out.Flush()
}
