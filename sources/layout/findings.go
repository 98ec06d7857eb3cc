package layout

import (
	"maps"
	"slices"

	"socsearch/sources/document"
	"socsearch/sources/pdf"
	"socsearch/sources/split"
)

// findings writes what was found and what looks doubtful.
func (w *manifestWriter) findings(d *pdf.Document, result *split.Result) {
	w.line("")
	kinds := map[document.Kind]int{}
	for i := range result.Passages {
		kinds[result.Passages[i].Kind]++
	}
	for _, k := range document.Kinds {
		if kinds[k] > 0 {
			w.comment("%d passages of kind %s", kinds[k], k)
		}
	}
	w.comment("%d footnotes", len(w.notes))
	w.comment("")
	w.comment("Doubtful:")
	before := w.Len()
	w.doubtNumbers()
	w.doubtHeadings(result.Contents)
	w.doubtNotes()
	w.doubtOrder()
	w.doubtPages()
	for _, doubt := range w.doubts {
		w.comment("- %s", doubt)
	}
	if w.Len() == before {
		w.comment("- nothing")
	}
	w.comment("")
	w.comment("Left out, in characters:")
	w.leftOut(d, result.Account)
}

func (w *manifestWriter) doubtNumbers() {
	for _, r := range w.runs {
		for _, gap := range r.gaps {
			w.comment("- gap in the numbering: %s", gap)
		}
		if r.anchor != "" {
			w.comment("- numbers begin anew on page %d of the file, below %q: their ids begin with %s-, 1 to %s",
				r.accepted[0].page.Number, r.heading, r.anchor, r.last())
		}
	}
}

func (w *manifestWriter) doubtHeadings(contents []*document.Heading) {
	for _, h := range contents {
		if h.First == "" {
			w.comment("- no paragraph stands below the heading %q (printed page %d)", h.Heading, h.Page)
			continue
		}
		w.doubtHeadings(h.Children)
	}
}

func (w *manifestWriter) doubtNotes() {
	for _, n := range w.notes {
		if !n.cited {
			w.comment("- page %d of the file: nothing cites footnote %s", n.page.Number, n.label)
		}
	}
}

// cellGap is the white space, as a part of the size, that parts cells of a table
// and not words.
const cellGap = 2.5

// doubtOrder names the pages whose words may be read in the wrong order: lines
// that stand above the one before, and rows of tables, which are read across.
func (w *manifestWriter) doubtOrder() {
	var last *line
	for _, l := range w.lines {
		if last != nil && last.page == l.page && last.Column == l.Column && l.Column > 0 && l.Baseline > last.Baseline+l.size {
			w.comment("- page %d of the file: words may be out of order at %q", l.page.Number, firstWords(l.text))
		}
		last = l
	}
	const rows = 3
	for _, p := range w.pages {
		cells := 0
		for _, l := range textLines(p) {
			if hasCells(l) {
				cells++
			}
		}
		if cells >= rows {
			w.comment("- page %d of the file: %d lines look like rows of a table, which are read across", p.Number, cells)
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

// doubtPages names the pages without text that aren't blank, and those of which
// something may be missing.
func (w *manifestWriter) doubtPages() {
	for _, p := range w.pages {
		if p.Cut {
			w.comment("- page %d of the file lacks its checksum: its text looks whole, but compare its end", p.Number)
		}
		if len(p.lines) == 0 && p.Pictures > 0 {
			w.comment("- page %d of the file has pictures, but no text: run OCR if it should have some (for example `ocrmypdf`)", p.Number)
		}
	}
}

// leftOut lists the characters that are in no passage, by reason: those of this
// package, then those that package pdf leaves out.
func (w *manifestWriter) leftOut(d *pdf.Document, account split.Account) {
	kept := []string{split.InPassage, split.InFootnote, split.InMark, split.InHeading}
	for _, reason := range account.Reasons() {
		if n := account.Count[reason]; n > 0 && !slices.Contains(kept, reason) {
			w.comment("  %s: %d", reason, n)
		}
	}
	unread := map[string]int{}
	for _, p := range d.Pages {
		for reason, n := range p.LeftOut {
			unread[reason] += n
		}
	}
	for _, reason := range slices.Sorted(maps.Keys(unread)) {
		w.comment("  %s: %d", reason, unread[reason])
	}
}
