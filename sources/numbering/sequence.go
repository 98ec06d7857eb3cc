package numbering

import (
	"slices"

	"socsearch/sources/document"
)

// How a sequence of numbers is told from chance.
const (
	soon  = 4  // how many candidates further the number after the first must come
	ahead = 40 // how many a missing number is looked for
	many  = 4  // numbers after which they may begin anew once more
)

// A number that may open a paragraph is judged by those of the candidates after it, in
// reading order.

// GoesOn reports whether the number after the first follows soon.
func GoesOn(numbers []document.Number) bool {
	return slices.ContainsFunc(numbers[1:min(len(numbers), soon)], func(n document.Number) bool { return Follows(numbers[0], n) })
}

// Restarts reports whether numbers begin anew at the first of the numbers: they go on
// from there, and those before, which end in last, don't.
func Restarts(last document.Number, numbers []document.Number) bool {
	if len(numbers) < 2 || !GoesOn(numbers) {
		return false
	}
	at := numbers[0]
	for _, n := range numbers[1:] {
		switch {
		case Follows(at, n):
			at = n
		case n.Int() == 1 && at.Int() >= many: // and anew again
			return true
		case followsInChapter(last, n):
			return false
		}
	}
	return true
}

// Skips reports whether numbers are missing between the last and n: the one after the
// last doesn't come later, and the one after n does.
func Skips(last, n document.Number, later []document.Number) bool {
	if !SameChapter(last, n) || n.Int() <= last.Int() || n.Int() > last.Int()+1+WidestGap {
		return false
	}
	later = later[:min(len(later), ahead)]
	return !slices.ContainsFunc(later, func(l document.Number) bool { return followsInChapter(last, l) }) &&
		slices.ContainsFunc(later, func(l document.Number) bool { return Follows(n, l) })
}

// GoesOnWithout reports whether a number with another letter than the last is none of
// its sequence: those without it go on later.
func GoesOnWithout(last, n document.Number, later []document.Number) bool {
	return n.Letters() != last.Letters() && slices.ContainsFunc(later, func(l document.Number) bool { return followsInChapter(last, l) })
}

func followsInChapter(a, b document.Number) bool { return SameChapter(a, b) && Follows(a, b) }
