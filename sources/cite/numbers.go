package cite

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"socsearch/sources/document"
)

// compareNumbers puts printed numbers into reading order; what is no number stays
// where its letters put it.
func compareNumbers(a, b string) int {
	x, okA := document.ParseNumber(a)
	y, okB := document.ParseNumber(b)
	if !okA || !okB {
		return cmp.Compare(a, b)
	}
	return x.Compare(y)
}

// fold writes numbers in order with runs as ranges: "3, 79–82".
func fold(numbers []string, elide func(from, to string) string) string {
	sorted := slices.Clone(numbers)
	slices.SortFunc(sorted, compareNumbers)
	sorted = slices.Compact(sorted)
	var parts []string
	for i := 0; i < len(sorted); {
		j := i
		for j+1 < len(sorted) && follows(sorted[j], sorted[j+1]) {
			j++
		}
		part := sorted[i]
		if j > i {
			part += "–" + elide(sorted[i], sorted[j])
		}
		parts = append(parts, part)
		i = j + 1
	}
	return strings.Join(parts, ", ")
}

func follows(a, b string) bool {
	x, okA := document.ParseNumber(a)
	y, okB := document.ParseNumber(b)
	return okA && okB && x.Precedes(y)
}

// inFull writes the end of a range in full, as Cite Them Right and APA do.
func inFull(_, to string) string { return to }

// lastTwo leaves out of a range's end what it shares with the beginning, but
// keeps its last two digits: 79–82, 134–37, 101–08 (OSCOLA 1.3.2; its own example
// in 3.4.2 is "paras 173–75"). Numbers by chapter stay whole, as in its example
// in 3.4.4, "paras 3.12–3.17".
func lastTwo(from, to string) string {
	return to[shared(from, to, 2):]
}

// asChicago writes the end of a range as the Chicago Manual does (9.61): in full
// below 100 and after a multiple of 100; the changed part alone after 101 to 109,
// 201 to 209 and so on; else two digits or as many as change.
func asChicago(from, to string) string {
	n, err := strconv.Atoi(from)
	switch {
	case err != nil || n < 100 || n%100 == 0:
		return to
	case n%100 < 10:
		return to[shared(from, to, 1):]
	}
	return to[shared(from, to, 2):]
}

// shared counts the digits at the beginning of both numbers that may be left out
// of the second if it is to keep so many at its end.
func shared(from, to string, keep int) int {
	if len(from) != len(to) || strings.Contains(to, ".") {
		return 0
	}
	n := 0
	for n < len(to)-keep && from[n] == to[n] {
		n++
	}
	return n
}
