package layout

import (
	"fmt"
	"slices"
	"socsearch/sources/document"
	"socsearch/sources/numbering"
)

// sequence takes from candidates, in reading order, those that make runs of
// numbers. A list within a paragraph, after which the numbers go on, makes none.
func sequence(all []candidate) []*run {
	var runs []*run
	var current *run
	for i, c := range all {
		switch {
		case current != nil && current.next(c) && !current.goesOnWithout(c, all[i+1:]):
			current.accepted = append(current.accepted, c)
		case current != nil && current.skipsTo(c, all[i+1:]):
			current.gaps = append(current.gaps, fmt.Sprintf("%s to %s", current.last(), c.Number))
			current.accepted = append(current.accepted, c)
		case c.Int() == 1 && (current == nil || restarts(current, all[i:])),
			current == nil && c.Int() <= numbering.WidestGap && goesOn(all[i:]):
			current = &run{accepted: []candidate{c}}
			runs = append(runs, current)
		}
	}
	return slices.DeleteFunc(runs, func(r *run) bool { return len(r.accepted) < 2 && len(runs) > 1 })
}

func (r *run) last() document.Number { return r.end().Number }

// next tells whether a number is the one after the last.
func (r *run) next(c candidate) bool { return numbering.Follows(r.last(), c.Number) }

// goesOnWithout tells whether a number with another letter is none: those without it
// go on later.
func (r *run) goesOnWithout(c candidate, later []candidate) bool {
	last := r.last()
	return c.Letters() != last.Letters() && slices.ContainsFunc(later, func(l candidate) bool {
		return numbering.SameChapter(last, l.Number) && numbering.Follows(last, l.Number)
	})
}

// skipsTo tells whether numbers are missing before a candidate: the number after
// the last doesn't come later, and the one after the candidate does.
func (r *run) skipsTo(c candidate, later []candidate) bool {
	last := r.last()
	if !numbering.SameChapter(c.Number, last) || c.Int() <= last.Int() || c.Int() > last.Int()+1+numbering.WidestGap {
		return false
	}
	later = later[:min(len(later), sequenceAhead)]
	missing := slices.ContainsFunc(later, func(l candidate) bool {
		return numbering.Follows(last, l.Number) && numbering.SameChapter(l.Number, last)
	})
	return !missing && slices.ContainsFunc(later, func(l candidate) bool { return numbering.Follows(c.Number, l.Number) })
}

// goesOn tells whether the number after the first candidate's follows soon.
func goesOn(all []candidate) bool {
	const soon = 4
	for _, c := range all[1:min(len(all), soon)] {
		if numbering.Follows(all[0].Number, c.Number) {
			return true
		}
	}
	return false
}

// restarts tells whether numbers begin anew at the first of the candidates: they
// go on from there, and the run before doesn't.
func restarts(before *run, all []candidate) bool {
	last, at := before.last(), all[0].Number
	if len(all) < 2 || !goesOn(all) {
		return false
	}
	for _, c := range all[1:] {
		switch {
		case numbering.Follows(at, c.Number):
			at = c.Number
		case c.Int() == 1 && at.Int() >= leastNumbers: // and anew again
			return true
		case numbering.Follows(last, c.Number) && numbering.SameChapter(last, c.Number):
			return false
		}
	}
	return true
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
				if c.at > a.at && c.at < b.at && numbering.SameChapter(a.Number, c.Number) && numbering.Follows(a.Number, c.Number) && r.body.parted(c.line) {
					run.accepted = slices.Insert(run.accepted, i, c)
					break
				}
			}
		}
		run.findGaps()
	}
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
