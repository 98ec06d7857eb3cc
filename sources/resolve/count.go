package resolve

import (
	"slices"
	"strings"
)

// counted returns the passages of numbers that are counted through the document.
func (r *reading) counted(what string, spans []span, order []string, byNumber map[string][]int) ([]int, *MissingError) {
	numbers, missing := between(what, spans, order, r.missing)
	var passages []int
	for _, n := range numbers {
		passages = append(passages, byNumber[n]...)
	}
	return passages, missing
}

// between returns the numbers of spans, of those that there are in their order.
// Both ends of a span must exist.
func between(what string, spans []span, order []string, missing func(what, known string) *MissingError) ([]string, *MissingError) {
	var numbers []string
	for _, s := range spans {
		from, to := slices.Index(order, s.from), slices.Index(order, s.to)
		switch {
		case from < 0:
			return nil, missing(what+" "+s.from, describe(what, order))
		case to < 0:
			return nil, missing(what+" "+s.to, describe(what, order))
		case to < from:
			return nil, missing("range from "+what+" "+s.from+" back to "+s.to, describe(what, order))
		}
		numbers = append(numbers, order[from:to+1]...)
	}
	return numbers, nil
}

// describe tells what numbers there are: "paragraphs 1 to 207".
func describe(what string, order []string) string {
	switch len(order) {
	case 0:
		if what == "paragraph" {
			what = "numbered paragraph"
		}
		return "no " + what + "s"
	case 1:
		return "one " + what + ", " + order[0]
	}
	return what + "s " + order[0] + " to " + order[len(order)-1]
}

// numberWords are the numbers of parts and objectives as words.
var numberWords = []string{"one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"}

// romans are the same in Roman figures.
var romans = []string{"i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x"}

// small reads a number up to ten, however it is written; 0 if it isn't one.
func small(word string) int {
	digits := []string{"1", "2", "3", "4", "5", "6", "7", "8", "9", "10"}
	for _, names := range [][]string{digits, numberWords, romans} {
		if i := slices.Index(names, strings.ToLower(word)); i >= 0 {
			return i + 1
		}
	}
	return 0
}
