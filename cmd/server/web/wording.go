package web

import (
	"slices"
	"strings"

	"socsearch/sources/document"
)

// changedWords is a run of words that stands in both wordings, or in one alone.
type changedWords struct {
	Text    string
	Changed bool
}

// compareWordings lays two wordings of the same entry side by side. Each is one
// or more passages; the words that the other lacks are marked as changed.
func compareWordings(a, b []*document.Passage) (left, right []wordingView) {
	aWords, bWords := allWords(a), allWords(b)
	aCommon, bCommon := commonWords(aWords, bWords)
	return markWords(a, aCommon, len(b) > 0), markWords(b, bCommon, len(a) > 0)
}

func allWords(passages []*document.Passage) []string {
	var words []string
	for _, p := range passages {
		words = append(words, strings.Fields(p.Text)...)
	}
	return words
}

// commonWords finds the longest common subsequence of words and tells for each
// word whether it is in it. The ends of sentences don't count as a difference.
func commonWords(a, b []string) (inA, inB []bool) {
	same := func(i, j int) bool { return strings.TrimRight(a[i], ".,;:") == strings.TrimRight(b[j], ".,;:") }
	length := make([][]int, len(a)+1) // of the common subsequence of a[i:] and b[j:]
	for i := range length {
		length[i] = make([]int, len(b)+1)
	}
	for i, _ := range slices.Backward(a) {
		for j, _ := range slices.Backward(b) {
			if same(i, j) {
				length[i][j] = length[i+1][j+1] + 1
			} else {
				length[i][j] = max(length[i+1][j], length[i][j+1])
			}
		}
	}
	inA, inB = make([]bool, len(a)), make([]bool, len(b))
	for i, j := 0, 0; i < len(a) && j < len(b); {
		switch {
		case same(i, j):
			inA[i], inB[j] = true, true
			i, j = i+1, j+1
		case length[i+1][j] >= length[i][j+1]:
			i++
		default:
			j++
		}
	}
	return inA, inB
}

// markWords cuts the passages' words into runs; where there is nothing to
// compare with, nothing is changed.
func markWords(passages []*document.Passage, common []bool, compared bool) []wordingView {
	var views []wordingView
	at := 0
	for _, p := range passages {
		v := wordingView{Passage: p}
		for _, word := range strings.Fields(p.Text) {
			changed := compared && !common[at]
			if n := len(v.Words); n > 0 && v.Words[n-1].Changed == changed {
				v.Words[n-1].Text += " " + word
			} else {
				v.Words = append(v.Words, changedWords{word, changed})
			}
			at++
		}
		views = append(views, v)
	}
	return views
}
