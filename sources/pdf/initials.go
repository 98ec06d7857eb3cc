package pdf

import (
	"math"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"socsearch/sources/wordlist"
)

// What an initial that is set over several lines looks like, as parts of its size
// or of that of the text beside it.
const (
	initialSize  = 1.7  // of the text's, at least
	initialGap   = 0.5  // of the initial's, between it and the text, at most
	initialCap   = 0.75 // of its size, the height of a capital
	initialLines = 2    // that stand beside it, at least
)

// joinInitials puts initials that are as high as several lines (drop caps) before
// the first of these lines, whose first word they begin.
func joinInitials(all []*span) []*span {
	var initials []*span
	for _, s := range all {
		if c, n := utf8.DecodeRuneInString(s.text); n == len(s.text) && unicode.IsUpper(c) {
			initials = append(initials, s)
		}
	}
	for _, i := range initials {
		if first := beside(i, all); first != nil {
			first.text = withInitial(i.text, first)
			first.x0 = i.x0
			all = slices.DeleteFunc(all, func(s *span) bool { return s == i })
		}
	}
	return all
}

// beside returns the topmost text to the right of an initial, nil if there are too
// few lines of it for the letter to be one.
func beside(i *span, all []*span) *span {
	var top *span
	baselines := map[int]bool{}
	for _, s := range all {
		gap := s.x0 - i.x1
		rise := s.baseline - i.baseline
		if s == i || i.size < initialSize*s.size || gap < -1 || gap > initialGap*i.size || rise < -sameBaseline*s.size || rise > initialCap*i.size {
			continue
		}
		baselines[int(math.Round(s.baseline))] = true
		if top == nil || s.baseline > top.baseline+1 || math.Abs(s.baseline-top.baseline) <= 1 && s.x0 < top.x0 {
			top = s
		}
	}
	if len(baselines) < initialLines {
		return nil
	}
	return top
}

// withInitial returns a text with its initial, which is a word of its own where
// white space stands after it, or where only so the next word is one.
func withInitial(initial string, s *span) string {
	word := s.text
	for i, c := range word {
		if !unicode.IsLetter(c) {
			word = word[:i]
			break
		}
	}
	alone := initial == "A" || initial == "I" || initial == "O"
	if s.before || alone && !wordlist.Has(strings.ToLower(initial+word)) && wordlist.Has(strings.ToLower(word)) {
		return initial + " " + s.text
	}
	return initial + s.text
}
