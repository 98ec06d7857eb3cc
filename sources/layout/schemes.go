package layout

import (
	"cmp"
	"math"
	"slices"

	"socsearch/sources/numbering"
)

// heads reports whether a line looks like a heading, before all of them are known:
// it was found to be one, or is short, bold or set apart, and ends no sentence.
func (r *reader) heads(l *line) bool {
	if l.role == roleHeading {
		return true
	}
	return l.role == roleText && !l.isBullet() && !breaksAtEnd(l.text) && words(l.text) <= leadInWords &&
		(l.bold() || l.size > largerHeading*r.body.size) && l.short
}

// belowHeading reports whether a candidate stands directly below a heading.
func (r *reader) belowHeading(c candidate) bool {
	if c.at == 0 {
		return false
	}
	above := r.lines[c.at-1]
	return r.heads(above) || r.longHead(above, c)
}

// longHead reports whether a line looks like a heading although it is full: it is
// bold, and the number below it isn't.
func (r *reader) longHead(l *line, below candidate) bool {
	return l.role == roleText && !l.isBullet() && !breaksAtEnd(l.text) && words(l.text) <= leadInWords && l.bold() && !below.bold()
}

// sequenceByHeading takes from candidates the runs that begin with 1 directly below
// a heading, each up to the next that does: of papers whose numbers begin anew under
// each of many headings. A run may have one number.
func (r *reader) sequenceByHeading(all []candidate) []*run {
	var runs []*run
	var current *run
	for i, c := range all {
		switch {
		case c.Int() == 1 && r.belowHeading(c):
			current = &run{accepted: []candidate{c}, byHeading: true}
			runs = append(runs, current)
		case current != nil && (current.next(c) || numbering.Skips(current.last(), c.Number, numbersOf(r.untilAnew(all[i+1:])))):
			current.accepted = append(current.accepted, c)
		}
	}
	return runs
}

// untilAnew returns the candidates before numbers begin anew below a heading.
func (r *reader) untilAnew(all []candidate) []candidate {
	if i := slices.IndexFunc(all, func(c candidate) bool { return c.Int() == 1 && r.belowHeading(c) }); i >= 0 {
		return all[:i]
	}
	return all
}

// leastRestarts is how many runs begin below headings, at least, in a paper whose
// numbers begin anew under each.
const leastRestarts = 3

// sequences returns the runs of a group of candidates: one sequence that may begin
// anew, or one for each heading if those hold more numbers.
func (r *reader) sequences(group []candidate) []*run {
	runs := sequence(group)
	byHeading := r.sequenceByHeading(group)
	more := countAccepted(byHeading) - countAccepted(runs)
	if len(byHeading) >= leastRestarts && (more > 0 || more == 0 && r.belowCodes(byHeading)) {
		return byHeading
	}
	return runs
}

// belowCodes reports whether most runs begin below a heading with a code.
func (r *reader) belowCodes(runs []*run) bool {
	n := 0
	for _, run := range runs {
		if numbering.IsCode(r.lines[run.accepted[0].at-1].text) {
			n++
		}
	}
	return 2*n > len(runs)
}

// outermost returns, of groups of runs, the one that stands farther left than the
// best and encloses or precedes it: a quoted or annexed list may be longer than the
// document's own run of numbers.
func (r *reader) outermostRuns(best []*run, others [][]*run) []*run {
	if len(best) == 0 {
		return best
	}
	left := best[0].accepted[0].left
	for _, runs := range others {
		if len(runs) == 0 || countAccepted(runs) < leastNumbers || runs[0].accepted[0].style != best[0].accepted[0].style {
			continue
		}
		first := runs[0].accepted[0]
		if first.Int() == 1 && first.at < best[0].accepted[0].at && first.left < left-sameLeft && len(runs[0].gaps) == 0 && !r.areTitles(runs) && !r.areItems(runs) {
			best, left = runs, first.left
		}
	}
	return best
}

// headed returns the runs of numbers that stand farther in than the document's own and
// are no list within one of its paragraphs: a heading stands between.
func (r *reader) headed(inner []*run) []*run {
	var kept []*run
	for _, o := range inner {
		first := o.accepted[0]
		from := 0
		for _, outer := range r.runs {
			for _, c := range outer.accepted {
				if c.at < first.at {
					from = max(from, c.at)
				}
			}
		}
		if slices.ContainsFunc(r.lines[from+1:first.at], r.heads) {
			kept = append(kept, o)
		}
	}
	return kept
}

// areItems reports whether most numbers open one short line, as a list's do.
func (r *reader) areItems(runs []*run) bool {
	short := 0
	for _, run := range runs {
		for _, c := range run.accepted {
			if c.short && r.endsBelow(c) {
				short++
			}
		}
	}
	return float64(short) > shortItems*float64(countAccepted(runs))
}

// leastOther is how many numbers a run has at least that stands beside the main ones.
const leastOther = 3

// otherPerGap is how many numbers such a run has at least for each place where some are
// missing: papers leave numbers out, lists don't.
const otherPerGap = 8

// addOthers adds the runs of numbers that stand where the chosen ones don't reach:
// an introduction with numbers of its own, a draft resolution after a report. Each
// begins with 1, has hardly a gap, and stands as far left as the others or below a heading.
func (r *reader) addOthers(all []candidate) {
	for range maxOthers {
		other := r.bestOther(all)
		if other == nil {
			return
		}
		r.runs = append(r.runs, other)
		other.added = true
		slices.SortStableFunc(r.runs, func(a, b *run) int { return cmp.Compare(a.accepted[0].at, b.accepted[0].at) })
	}
}

// maxOthers bounds how many runs are added.
const maxOthers = 40

func (r *reader) bestOther(all []candidate) *run {
	var best *run
	for _, group := range groups(all, 0) {
		for _, span := range r.uncovered() {
			var within []candidate
			for _, c := range group {
				if c.at > span[0] && c.at < span[1] {
					within = append(within, c)
				}
			}
			for _, run := range sequence(within) {
				if r.isOther(run, span) && (best == nil || len(run.accepted) > len(best.accepted)) {
					best = run
				}
			}
		}
	}
	return best
}

// uncovered lists the lines between, before and after the numbers of the chosen runs.
// Before and after are those of the text.
func (r *reader) uncovered() [][2]int {
	var numbered []int
	for _, run := range r.runs {
		for _, c := range run.accepted {
			numbered = append(numbered, c.at)
		}
	}
	slices.Sort(numbered)
	var spans [][2]int
	at := -1
	for _, next := range numbered {
		if next > at+leastOther {
			spans = append(spans, [2]int{at, next})
		}
		at = next
	}
	return append(spans, [2]int{at, len(r.lines)})
}

func (r *reader) isOther(o *run, span [2]int) bool {
	first := o.accepted[0]
	o.findGaps()
	if len(o.accepted) < leastOther || first.Int() != 1 || otherPerGap*len(o.gaps) > len(o.accepted) || r.areTitles([]*run{o}) || r.areItems([]*run{o}) {
		return false
	}
	if span[0] < 0 {
		return first.left <= r.runs[0].accepted[0].left+sameLeft || math.Abs(first.left) <= sameLeft
	}
	headed := false
	for _, l := range r.lines[span[0]+1 : first.at] {
		headed = headed || r.heads(l)
	}
	return headed
}

// shortName is how a heading is named in labels: by its code, or as the annex or article
// that it opens, or whole.
func shortName(heading string) string { return cmp.Or(numbering.Name(heading), heading) }

// restartsByHeading reports whether numbers begin anew under each of many headings,
// so that no number is the document's own.
func (r *reader) restartsByHeading() bool {
	restarts := 0
	for _, run := range r.runs {
		if run.byHeading {
			restarts++
		}
	}
	return restarts >= leastRestarts
}

// joinChapters makes one run of those whose numbers by chapter go on from one to the
// next, and looks for the numbers missing between at any place: 5.3.6 that stands
// elsewhere than 5.3.5.
func (r *reader) joinChapters(all []candidate) {
	var joined []*run
	for _, next := range r.runs {
		b := next.accepted[0]
		at := slices.IndexFunc(joined, func(o *run) bool {
			a := o.end()
			return dotted(a) && dotted(b) && a.Letters() == b.Letters() && a.at < b.at && numbering.Before(a.Number, b.Number)
		})
		if at >= 0 {
			joined[at].accepted = append(joined[at].accepted, next.accepted...)
			continue
		}
		joined = append(joined, next)
	}
	r.runs = joined
	for _, run := range r.runs {
		if dotted(run.accepted[0]) {
			run.fillDotted(r, all)
		}
		run.findGaps()
	}
}

// dotted reports whether a number is counted by chapter: 4.12, but not A.1.
func dotted(c candidate) bool { return c.Parts() > 1 && c.Part(0) > 0 }

// fillDotted adds to a run of numbers by chapter those that stand between two of it, in
// order and few apart, wherever they begin: such numbers hardly look like anything else.
func (o *run) fillDotted(r *reader, all []candidate) {
	for i := 1; i < len(o.accepted); i++ {
		a, b := o.accepted[i-1], o.accepted[i]
		if numbering.SameChapter(a.Number, b.Number) && numbering.Follows(a.Number, b.Number) {
			continue
		}
		last := a
		var between []candidate
		for _, c := range all {
			if c.at <= last.at || c.at >= b.at || !dotted(c) || !numbering.SameChapter(last.Number, c.Number) && !(c.Int() == 1 && numbering.Follows(last.Number, c.Number)) {
				continue
			}
			step := c.Int() - last.Int()
			if numbering.SameChapter(last.Number, c.Number) && (step <= 0 || step > numbering.WidestGap) || !numbering.Before(c.Number, b.Number) ||
				c.gap > 0 && !r.body.parted(c.line) && !(step == 1 && c.above != nil && (endsSentence(c.above.text) || c.above.short)) {
				continue
			}
			between, last = append(between, c), c
		}
		o.accepted = slices.Insert(o.accepted, i, between...)
		i += len(between)
	}
}
