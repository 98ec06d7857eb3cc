package layout

import (
	"math"
	"slices"

	"socsearch/sources/numbering"
)

// How numbers in brackets are told from those of lists: how many there are at least,
// and which part of all that stand at their place makes one sequence.
const (
	leastBracketed = 6
	bracketedShare = 0.9
)

// findBracketed finds the numbers of a paper that are in brackets and has no others, as
// a judgment's are: [1] to [64]. All stand at one place and make one sequence, with
// none missing.
func (r *reader) findBracketed() {
	if len(r.runs) > 0 {
		return
	}
	for _, style := range []numbering.Style{numbering.Square, numbering.Round} {
		all := r.bracketed(style)
		at := slices.IndexFunc(all, func(c candidate) bool { return c.Int() == 1 })
		if at < 0 {
			continue
		}
		found := &run{accepted: []candidate{all[at]}}
		same := 1
		for _, c := range all[at+1:] {
			if !samePlace(found.accepted[0], c) {
				continue
			}
			same++
			if numbering.Follows(found.last(), c.Number) {
				found.accepted = append(found.accepted, c)
			}
		}
		n := float64(len(found.accepted))
		if n < leastBracketed || n < bracketedShare*float64(same) || n < leastPerPage*float64(r.textPages()) || math.Abs(found.accepted[0].left) > mostIndent || r.areTitles([]*run{found}) {
			continue
		}
		r.runs = []*run{found}
		r.setStyle()
		return
	}
}

// bracketed returns the lines of ordinary size that open with a number in brackets.
func (r *reader) bracketed(style numbering.Style) []candidate {
	var list []candidate
	for i, l := range r.lines {
		o, ok := numbering.Open(l.text)
		if ok && o.Style == style && o.IsPlain() && l.role == roleText && r.body.opensAt(l) && !l.runs[0].Raised {
			list = append(list, candidate{l, numeral{Number: o.Number, length: o.Length}, i})
		}
	}
	return list
}
