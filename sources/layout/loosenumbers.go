package layout

import (
	"math"
	"regexp"
	"slices"
	"strings"

	"socsearch/sources/pdf"
)

// looseRise is how much higher or lower than the text beside it a number may be set,
// as a part of its size; looseGap is how far left of it.
const (
	looseRise = 0.4
	looseGap  = 6
)

var looseNumber = regexp.MustCompile(`^(?:[A-Z]{0,2}\d{1,3}(?:\.\d{1,3}){1,2}|\d{1,3}\.)$`)

// joinLooseNumbers puts numbers that are set a little higher or lower than the first
// line of their paragraph, as in the cells of a table, into that line.
func (r *reader) joinLooseNumbers() {
	joined := false
	for _, p := range r.pages {
		for i := 0; i < len(p.lines); i++ {
			if !r.isLoose(p.lines[i]) {
				continue
			}
			for _, k := range []int{p.nextText(i, -1), p.nextText(i, 1)} {
				if k < 0 || k >= len(p.lines) {
					continue
				}
				if l := beside(p, p.lines[i], p.lines[k]); l != nil {
					p.lines[k], joined = l, true
					p.lines = slices.Delete(p.lines, i, i+1)
					i--
					break
				}
			}
		}
	}
	if !joined {
		return
	}
	r.lines = r.lines[:0]
	for _, p := range r.pages {
		r.lines = append(r.lines, p.lines...)
	}
}

// nextText returns the next line, up or down, that isn't left out, as a note beside it
// is: its place among the page's lines, or one beyond them.
func (p *page) nextText(from, step int) int {
	i := from + step
	for i >= 0 && i < len(p.lines) && p.lines[i].role == roleLeftOut {
		i += step
	}
	return i
}

func (r *reader) isLoose(l *line) bool { return l.role == roleText && looseNumber.MatchString(l.text) }

// beside returns a number and the line that it stands in as one line; nil if it stands
// in none, with text to its right.
func beside(p *page, number, l *line) *line {
	if l.role != roleText || math.Abs(number.Baseline-l.Baseline) > looseRise*number.size {
		return nil
	}
	at := slices.IndexFunc(l.Runs, func(s pdf.Run) bool { return s.X0 >= number.X1 })
	if at < 0 || l.Runs[at].X0-number.X1 > looseGap*number.size || at > 0 && l.Runs[at-1].X1 > number.X0 {
		return nil
	}
	merged := *l.Line
	merged.Runs = slices.Insert(slices.Clone(l.Runs), at, number.Runs...)
	merged.X0, merged.X1 = min(l.X0, number.X0), max(l.X1, number.X1)
	for i := max(at, 1); i <= at+len(number.Runs); i++ {
		if run := &merged.Runs[i]; !strings.HasPrefix(run.Text, " ") {
			run.Text = " " + run.Text
		}
	}
	return newLine(p, &merged)
}
