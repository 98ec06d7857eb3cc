package layout

import (
	"regexp"
	"strconv"
	"strings"

	"socsearch/sources/document"
)

// How endnotes are told from other lists at a document's end.
const (
	fewestEndnotes = 3
	endnotesFrom   = 0.5 // the part of a document's lines that come before them
)

var endnotesHeading = regexp.MustCompile(`^(?i)(?:\d{1,2}\.? )?(?:end ?notes|notes|references|notes and references)$`)

// findEndnotes finds the notes that stand below a heading near the document's
// end, where most raised numbers of the text have no footnote.
func (r *reader) findEndnotes() {
	if r.rules.Footnotes == document.FootnotesNone {
		return
	}
	raised := r.raisedNumbers()
	if 2*len(r.notes) >= len(raised) {
		return
	}
	for i, l := range r.lines {
		if float64(i) < endnotesFrom*float64(len(r.lines)) || !endnotesHeading.MatchString(l.text) {
			continue
		}
		notes := r.cutEndnotes(r.lines[i+1:], raised)
		if len(notes) < fewestEndnotes {
			continue
		}
		for _, n := range notes {
			for j, l := range n.lines {
				l.role, l.note, l.joins = roleNote, n, j > 0
			}
		}
		r.notes = append(r.notes, notes...)
		return
	}
}

// raisedNumbers collects the raised numbers of the whole text.
func (r *reader) raisedNumbers() map[string]bool {
	raised := map[string]bool{}
	for _, p := range r.pages {
		for label := range raisedLabels(p) {
			if _, err := strconv.Atoi(label); err == nil {
				raised[label] = true
			}
		}
	}
	return raised
}

// cutEndnotes cuts lines into notes numbered from 1, up to the first heading.
func (r *reader) cutEndnotes(lines []*line, raised map[string]bool) []*note {
	var notes []*note
	for _, l := range lines {
		if l.size > largeHeading*r.body.size || headingTag.MatchString(l.tag()) {
			break
		}
		m := noteNumber.FindStringSubmatch(l.text)
		if m != nil && m[1] == strconv.Itoa(len(notes)+1) && raised[m[1]] {
			notes = append(notes, &note{
				label: m[1], page: l.page, end: true, lines: []*line{l},
				taken: len([]rune(strings.TrimRight(m[0], " "))),
			})
			continue
		}
		if len(notes) == 0 {
			return nil
		}
		last := notes[len(notes)-1]
		last.lines = append(last.lines, l)
	}
	return notes
}
