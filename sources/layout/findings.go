package layout

import (
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"

	"socsearch/sources/document"
	"socsearch/sources/pdf"
	"socsearch/sources/split"
)

// findings writes what was found and what looks doubtful.
func (w *manifestWriter) findings(d *pdf.Document, result *split.Result) {
	w.Line("")
	kinds := map[document.Kind]int{}
	for i := range result.Passages {
		kinds[result.Passages[i].Kind]++
	}
	for _, k := range document.Kinds {
		if kinds[k] > 0 {
			w.Comment("%d passages of kind %s", kinds[k], k)
		}
	}
	w.Comment("%d footnotes", len(w.notes))
	w.Comment("")
	w.Comment("Doubtful:")
	for _, doubt := range result.Doubts {
		w.Comment("- %s", doubt)
	}
	if len(result.Doubts) == 0 {
		w.Comment("- nothing")
	}
	w.Comment("")
	w.Comment("Left out, in characters (and words):")
	w.leftOut(d, result.Account)
}

// findDoubts collects what a person should look at, beside what the passes met.
func (r *reader) findDoubts(d *pdf.Document, contents []*document.Heading) []string {
	r.doubtNumbers()
	r.doubtHeadings(contents)
	r.doubtNotes()
	r.doubtOrder()
	r.doubtPages()
	r.doubtUnread(d)
	return r.doubts
}

// manyRestarts is how many runs are named one by one at most.
const manyRestarts = 12

func (r *reader) doubtNumbers() {
	named := 0
	for _, run := range r.runs {
		if run.anchor != "" {
			named++
		}
	}
	many := named > manyRestarts
	if many {
		r.doubt("numbers begin anew %d times, each time under a heading of its own", named)
	}
	for _, run := range r.runs {
		for _, gap := range run.gaps {
			r.doubt("gap in the numbering: %s", gap)
		}
		if run.anchor != "" && !many {
			r.doubt("numbers begin anew on page %d of the file, below %q: their ids begin with %s-, 1 to %s",
				run.accepted[0].page.Number, run.heading, run.anchor, run.last())
		}
	}
}

func (r *reader) doubtHeadings(contents []*document.Heading) {
	for _, h := range contents {
		if h.First == "" {
			r.doubt("no paragraph stands below the heading %q (printed page %d)", h.Heading, h.Page)
			continue
		}
		r.doubtHeadings(h.Children)
	}
}

func (r *reader) doubtNotes() {
	for _, n := range r.notes {
		if !n.cited {
			r.doubt("page %d of the file: nothing cites footnote %s", n.page.Number, n.label)
		}
	}
}

// cellGap is the white space, as a part of the size, that parts cells of a table
// and not words.
const cellGap = 2.5

// doubtOrder names the pages whose words may be read in the wrong order: lines
// that stand above the one before, and rows of tables, which are read across.
func (r *reader) doubtOrder() {
	var last *line
	for _, l := range r.lines {
		if last != nil && last.page == l.page && last.Column == l.Column && l.Column > 0 && l.Baseline > last.Baseline+l.size {
			r.doubt("page %d of the file: words may be out of order at %q", l.page.Number, firstWords(l.text))
		}
		last = l
	}
	const rows = 3
	for _, p := range r.pages {
		cells := 0
		for _, l := range textLines(p) {
			if hasCells(l) {
				cells++
			}
		}
		if cells >= rows {
			r.doubt("page %d of the file: %d lines look like rows of a table, which are read across", p.Number, cells)
		}
	}
}

func hasCells(l *line) bool {
	for i := 1; i < len(l.runs); i++ {
		if l.runs[i].X0-l.runs[i-1].X1 > cellGap*l.size && i > 1 {
			return true
		}
	}
	return false
}

func firstWords(s string) string {
	const most = 40
	r := []rune(s)
	return string(r[:min(most, len(r))])
}

// doubtPages names the pages without text that aren't blank, and those that
// may lack something.
func (r *reader) doubtPages() {
	for _, p := range r.pages {
		if p.Cut {
			r.doubt("page %d of the file lacks its checksum: its text looks whole, but compare its end", p.Number)
		}
		if len(p.lines) == 0 && p.Pictures > 0 {
			r.doubt("page %d of the file has pictures, but no text: run OCR if it should have some (for example `ocrmypdf`)", p.Number)
		}
	}
}

// doubtUnread tells of text that is hidden from readers' eyes: a redaction, or a trap.
func (r *reader) doubtUnread(d *pdf.Document) {
	for _, reason := range []string{pdf.White, pdf.Covered} {
		characters := 0
		var pages []int
		for _, p := range d.Pages {
			if n := p.LeftOut[reason]; n > 0 {
				characters += n
				pages = append(pages, p.Number)
			}
		}
		if characters > 0 {
			r.doubt("%d characters on %s are %s and are left out", characters, filePages(pages), reason)
		}
	}
}

// filePages names pages of the file, the first few of them.
func filePages(pages []int) string {
	const most = 5
	var names []string
	for _, p := range pages[:min(most, len(pages))] {
		names = append(names, strconv.Itoa(p))
	}
	s := "page " + names[0]
	if len(names) > 1 {
		s = "pages " + strings.Join(names, ", ")
	}
	if len(pages) > most {
		s += fmt.Sprintf(" and %d more", len(pages)-most)
	}
	return s + " of the file"
}

// leftOut lists the characters that are in no passage, by reason: those of this
// package, then those that package pdf leaves out.
func (w *manifestWriter) leftOut(d *pdf.Document, account split.Account) {
	kept := []string{split.InPassage, split.InFootnote, split.InMark, split.InHeading}
	for _, reason := range account.Reasons() {
		if n := account.Count[reason]; n > 0 && !slices.Contains(kept, reason) {
			w.Comment("  %s: %d (%d)", reason, n, account.Words[reason])
		}
	}
	unread := map[string]int{}
	for _, p := range d.Pages {
		for reason, n := range p.LeftOut {
			unread[reason] += n
		}
	}
	for _, reason := range slices.Sorted(maps.Keys(unread)) {
		w.Comment("  %s: %d", reason, unread[reason])
	}
}
