package plan

import (
	"slices"
)

// CountTogether counts the places where terms stand together, each at one of
// its places: in order and side by side, or near each other in any order.
func (a Alternative) CountTogether(places [][]uint32) int {
	count := 0
	for _, start := range places[0] {
		if a.StandsAt(places, start) {
			count++
		}
	}
	return count
}

// StandsAt reports whether the terms stand together with the first at a place.
func (a Alternative) StandsAt(places [][]uint32, start uint32) bool {
	if a.Near {
		return withinSpan(places[1:], start, uint32(len(places)-1+a.Slop))
	}
	return follows(places[1:], start)
}

func follows(places [][]uint32, start uint32) bool {
	for i, ps := range places {
		if !slices.Contains(ps, start+uint32(i)+1) {
			return false
		}
	}
	return true
}

// withinSpan reports whether every term has a place such that all lie, with
// start, within span.
func withinSpan(places [][]uint32, start, span uint32) bool {
	for low := start - min(span, start); low <= start; low++ {
		all := true
		for _, ps := range places {
			all = all && slices.ContainsFunc(ps, func(p uint32) bool { return p >= low && p <= low+span && p != start })
		}
		if all {
			return true
		}
	}
	return false
}
