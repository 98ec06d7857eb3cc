package flow

import (
	"fmt"
	"slices"
	"strings"

	"socsearch/sources/blocks"
	"socsearch/sources/document"
	"socsearch/sources/split"
)

func (d *doc) doubt(format string, args ...any) {
	if s := fmt.Sprintf(format, args...); !slices.Contains(d.doubts, s) {
		d.doubts = append(d.doubts, s)
	}
}

// findDoubts collects what a person should look at.
func (d *doc) findDoubts(r *split.Result) []string {
	for _, s := range d.source.Doubts {
		d.doubt("%s", s)
	}
	d.doubtFacts()
	d.doubtChanges()
	d.doubtNumbers()
	d.doubtHeadings(r.Contents)
	d.doubtNotes()
	return d.doubts
}

// doubtChanges tells of what was decided about the words of the file.
func (d *doc) doubtChanges() {
	count := func(reason string) int { return d.source.LeftOut[reason] }
	if gone, new := count("deleted by a tracked change"), count("inserted by a tracked change"); gone+new > 0 {
		d.doubt("it has tracked changes (%d insertions, %d deletions), which are read as accepted: accept or reject them in the file", new, gone)
	}
	if n := count("hidden text"); n > 0 {
		d.doubt("%d stretches of hidden text are left out", n)
	}
	if n := count("macros"); n > 0 {
		d.doubt("it has macros, which are never read")
	}
	if n := count(blocks.ControlCharacter); n > 0 {
		d.doubt("%d control characters, among them those that turn the direction of a text, are left out", n)
	}
}

// manyRestarts is how many runs are named one by one at most.
const manyRestarts = 12

func (d *doc) doubtNumbers() {
	named := 0
	for _, r := range d.runs {
		if r.anchor != "" && r.heading != recitals {
			named++
		}
	}
	if named > manyRestarts {
		d.doubt("numbers begin anew %d times, each time under a heading of its own", named)
	}
	for _, r := range d.runs {
		for _, gap := range r.gaps {
			d.doubt("gap in the numbering: %s", gap)
		}
		if r.anchor != "" && r.heading != recitals && named <= manyRestarts {
			d.doubt("numbers begin anew below %q: their ids begin with %s-, 1 to %s", r.heading, r.anchor, r.last())
		}
	}
}

func (d *doc) doubtHeadings(contents []*document.Heading) {
	for _, h := range contents {
		if h.First == "" {
			d.doubt("no paragraph stands below the heading %q", h.Heading)
			continue
		}
		d.doubtHeadings(h.Children)
	}
}

// doubtNotes names notes that no mark cites: they go to the last passage.
func (d *doc) doubtNotes() {
	cited := map[string]bool{}
	for _, m := range d.source.Marks {
		if !slices.ContainsFunc(d.titles, func(i *item) bool { return i.Start <= m.At && m.At <= i.End }) {
			cited[m.Note] = true
		}
	}
	seen := map[string]bool{}
	for _, b := range d.source.Blocks {
		if b.Kind != blocks.Note {
			continue
		}
		if !cited[b.Note] {
			d.doubt("no passage cites note %s: it is given to the last", b.Note)
		}
		if seen[b.Note] {
			d.doubt("there are two notes %s", b.Note)
		}
		seen[b.Note] = true
	}
	var missing []string
	for _, m := range d.source.Marks {
		if !seen[m.Note] && !slices.Contains(missing, m.Note) {
			missing = append(missing, m.Note)
		}
	}
	if len(missing) > 0 {
		d.doubt("marks without a note: %s", strings.Join(missing, ", "))
	}
}
