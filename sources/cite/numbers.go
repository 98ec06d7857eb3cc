package cite

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
)

// chapterAndNumber takes the number of a paragraph apart: "4.12" stands in chapter "4.",
// "79" in none. ok is false for what can't be counted on from ("79A").
func chapterAndNumber(s string) (chapter string, n int, ok bool) {
	dot := strings.LastIndexByte(s, '.') + 1
	n, err := strconv.Atoi(s[dot:])
	return s[:dot], n, err == nil
}

// compareNumbers puts 9 before 10, 4.9 before 4.10 and 8.16 before A1.2.
func compareNumbers(a, b string) int {
	as, bs := strings.Split(a, "."), strings.Split(b, ".")
	for i := range min(len(as), len(bs)) {
		letterA, x, okA := letterAndNumber(as[i])
		letterB, y, okB := letterAndNumber(bs[i])
		if !okA || !okB {
			return cmp.Compare(a, b)
		}
		if c := cmp.Or(cmp.Compare(letterA, letterB), cmp.Compare(x, y)); c != 0 {
			return c
		}
	}
	return cmp.Compare(len(as), len(bs))
}

// letterAndNumber takes apart a part of a number: "A1" is the letter of an annex and
// 1, "A" the letter alone.
func letterAndNumber(s string) (letter string, n int, ok bool) {
	digits := strings.TrimLeft(s, "ABCDEFGHIJKLMNOPQRSTUVWXYZ")
	letter = s[:len(s)-len(digits)]
	if digits == "" {
		return letter, 0, letter != ""
	}
	n, err := strconv.Atoi(digits)
	return letter, n, err == nil
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
	chapterA, x, okA := chapterAndNumber(a)
	chapterB, y, okB := chapterAndNumber(b)
	return okA && okB && chapterA == chapterB && y == x+1
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
