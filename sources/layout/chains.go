package layout

import (
	"slices"

	"socsearch/sources/numbering"
)

// leastChain is how many numbers one after the other, at another place than the
// others, belong to them if they go on with them or lead up to them.
const leastChain = 4

// extend adds to runs the chains of numbers that lead up to their first number,
// fill a gap or go on from their last, but stand at another place: chapters may
// have margins of their own.
func (r *reader) extend(all []candidate) {
	for i, run := range r.runs {
		from, to := -1, len(r.lines)
		if i > 0 {
			from = r.runs[i-1].end().at
		}
		if i+1 < len(r.runs) {
			to = r.runs[i+1].accepted[0].at
		}
		for chain := run.before(all, from); chain != nil; chain = run.before(all, from) {
			run.accepted = append(chain, run.accepted...)
		}
		run.fill(all)
		for chain := after(all, run.end(), to); chain != nil; chain = after(all, run.end(), to) {
			run.accepted = append(run.accepted, chain...)
		}
	}
}

// extendOthers lets the runs beside the main ones go on at another place up to the
// next run: facing pages may have other margins.
func (r *reader) extendOthers(all []candidate) {
	for i, run := range r.runs {
		if !run.added {
			continue
		}
		to := len(r.lines)
		if i+1 < len(r.runs) {
			to = r.runs[i+1].accepted[0].at
		}
		for chain := after(all, run.end(), to); chain != nil; chain = after(all, run.end(), to) {
			run.accepted = append(run.accepted, chain...)
		}
	}
}

func (r *run) end() candidate { return r.accepted[len(r.accepted)-1] }

// fill fills gaps between chapters and within them.
func (r *run) fill(all []candidate) {
	for i := 1; i < len(r.accepted); i++ {
		a, b := r.accepted[i-1], r.accepted[i]
		if numbering.NextChapter(a.Number, b.Number) && numbering.Follows(a.Number, b.Number) {
			continue
		}
		chain := after(all, a, b.at)
		if chain != nil && numbering.Before(chain[len(chain)-1].Number, b.Number) {
			r.accepted = slices.Insert(r.accepted, i, chain...)
		}
	}
}

// before returns the longest chain at one place, below a line, that leads up to
// the first number; nil if none is long enough.
func (r *run) before(all []candidate, from int) []candidate {
	return longestChain(all, func(group []candidate) []candidate {
		var chain []candidate
		next := r.accepted[0]
		for _, c := range slices.Backward(group) {
			if c.at > from && c.at < next.at && goesOver(c, next) {
				chain, next = append(chain, c), c
			}
		}
		slices.Reverse(chain)
		return chain
	})
}

// after returns the longest chain at one place, above a line, that goes on from
// a number; nil if none is long enough.
func after(all []candidate, last candidate, to int) []candidate {
	return longestChain(all, func(group []candidate) []candidate {
		var chain []candidate
		last := last
		for _, c := range group {
			if c.at > last.at && c.at < to && goesOver(last, c) && (len(chain) > 0 || !follower(group, last, c)) {
				chain, last = append(chain, c), c
			}
		}
		return chain
	})
}

// follower reports whether a number goes on with another at its own place than the
// one that it is to follow: then it is of a list that has numbers of its own.
func follower(group []candidate, last, c candidate) bool {
	return slices.ContainsFunc(group, func(o candidate) bool { return o.at > last.at && o.at < c.at && goesOver(o, c) })
}

func longestChain(all []candidate, chainOf func([]candidate) []candidate) []candidate {
	var longest []candidate
	for _, group := range groups(all, 0) {
		if chain := chainOf(group); len(chain) > len(longest) {
			longest = chain
		}
	}
	if len(longest) < leastChain {
		return nil
	}
	return longest
}
