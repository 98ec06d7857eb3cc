package layout

import (
	"fmt"
	"math"
	"slices"

	"socsearch/sources/document"
	"socsearch/sources/numbering"
)

// sequence takes from candidates, in reading order, those that make runs of
// numbers. A list within a paragraph, after which the numbers go on, makes none.
func sequence(all []candidate) []*run {
	var runs []*run
	var current *run
	numbers := numbersOf(all)
	for i, c := range all {
		later := numbers[i+1:]
		switch {
		case current != nil && current.next(c) && !numbering.GoesOnWithout(current.last(), c.Number, later):
			current.accepted = append(current.accepted, c)
		case current != nil && numbering.Skips(current.last(), c.Number, later):
			current.gaps = append(current.gaps, fmt.Sprintf("%s to %s", current.last(), c.Number))
			current.accepted = append(current.accepted, c)
		case c.Int() == 1 && (current == nil || numbering.Restarts(current.last(), numbers[i:])),
			current == nil && c.Int() <= numbering.WidestGap && numbering.GoesOn(numbers[i:]):
			current = &run{accepted: []candidate{c}}
			runs = append(runs, current)
		}
	}
	return slices.DeleteFunc(runs, func(r *run) bool { return len(r.accepted) < 2 && len(runs) > 1 })
}

func (r *run) last() document.Number { return r.end().Number }

// next reports whether a number is the one after the last.
func (r *run) next(c candidate) bool { return numbering.Follows(r.last(), c.Number) }

func numbersOf(all []candidate) []document.Number {
	numbers := make([]document.Number, len(all))
	for i, c := range all {
		numbers[i] = c.Number
	}
	return numbers
}

// mendGaps looks for missing numbers among candidates of another style or at
// another place: a number without its stop, or within a box.
func (r *reader) mendGaps(all []candidate) {
	for _, run := range r.runs {
		for i := 1; i < len(run.accepted); i++ {
			a, b := run.accepted[i-1], run.accepted[i]
			if numbering.Follows(a.Number, b.Number) || !numbering.SameChapter(a.Number, b.Number) {
				continue
			}
			for _, c := range all {
				if c.at > a.at && c.at < b.at && numbering.SameChapter(a.Number, c.Number) && numbering.Follows(a.Number, c.Number) && r.beginsAnew(c, a) {
					run.accepted = slices.Insert(run.accepted, i, c)
					break
				}
			}
		}
		run.findGaps()
	}
}

// beginsAnew reports whether white space stands above a candidate, or it opens a column
// about where another number stands, after the end of a sentence.
func (r *reader) beginsAnew(c, like candidate) bool {
	if c.gap > 0 || c.at == 0 {
		return r.body.parted(c.line)
	}
	above := r.lines[c.at-1]
	return c.style == like.style && math.Abs(c.left-like.left) <= 2*sameLeft && above.short && endsSentence(above.text)
}

// findGaps lists what is missing from a run.
func (r *run) findGaps() {
	r.gaps = nil
	if first := r.accepted[0]; first.Int() != 1 {
		r.gaps = append(r.gaps, fmt.Sprintf("numbers begin with %s (page %d of the file)", first.Number, first.page.Number))
	}
	for i := 1; i < len(r.accepted); i++ {
		a, b := r.accepted[i-1], r.accepted[i]
		if !numbering.Follows(a.Number, b.Number) {
			r.gaps = append(r.gaps, fmt.Sprintf("%s is followed by %s (page %d of the file)", a.Number, b.Number, b.page.Number))
		}
	}
}
