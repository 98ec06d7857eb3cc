package words

import (
	"cmp"
	"math/bits"
	"slices"
	"strings"
	"unicode/utf8"

	"socsearch/index/analysis"
	"socsearch/index/morphology"
	"socsearch/index/schema"
)

// spelling corrects words from the documents' own.
type spelling struct {
	words []wordCount // word forms of letters, in alphabetical order
	slips map[string]bool
}

type wordCount struct {
	word    string
	count   int // passages that hold it
	letters letterSet
}

// ShortestCorrected is the shortest word that is corrected: shorter ones have
// too many neighbours.
const ShortestCorrected = 4

// twoSlips is how long a word must be to be corrected in two places: in shorter
// ones another word is soon met.
const twoSlips = 8

// newSpelling takes the word forms of the documents, but for slips of the
// documents themselves, which are never offered; their lemmas, if they are English
// words; and further words that lead to them.
func newSpelling(v *Vocabulary, slips, further []string) *spelling {
	sp := &spelling{slips: map[string]bool{}}
	for _, slip := range slips {
		sp.slips[analysis.ExactTerm(slip)] = true
	}
	add := func(word string, count int) {
		if len(word) >= ShortestCorrected && IsLetters(word) && !sp.slips[word] {
			sp.words = append(sp.words, wordCount{word, count, lettersOf(word)})
		}
	}
	for i, word := range v.Exact.Terms {
		if n := InFields(v.Exact.Counts[i], schema.Printed); n > 0 {
			add(word, n)
		}
	}
	for i, lemma := range v.prose.Terms {
		if n := InFields(v.prose.Counts[i], schema.Printed); n > 0 && morphology.Known(lemma) && !v.Prints(lemma) {
			add(lemma, n)
		}
	}
	for _, word := range further {
		add(word, 0)
	}
	slices.SortFunc(sp.words, func(a, b wordCount) int {
		return cmp.Or(cmp.Compare(a.word, b.word), cmp.Compare(b.count, a.count))
	})
	sp.words = slices.CompactFunc(sp.words, func(a, b wordCount) bool { return a.word == b.word })
	return sp
}

// letterSet is which letters a word has, a bit each.
type letterSet uint32

func lettersOf(word string) letterSet {
	var set letterSet
	for _, r := range word {
		set |= 1 << (r - 'a')
	}
	return set
}

// unlike counts the letters that one of two words has and the other hasn't: a
// slip makes two of them at most.
func (s letterSet) unlike(t letterSet) int { return bits.OnesCount32(uint32(s ^ t)) }

func IsLetters(s string) bool {
	for _, r := range s {
		if r < 'a' || r > 'z' {
			return false
		}
	}
	return s != ""
}

// IsSlip reports whether a word form is a misprint of the documents.
func (s *spelling) IsSlip(word string) bool { return s.slips[word] }

// Correct returns the word that was most likely meant; "" if none is near, or if
// what was typed is a correct English word.
func (s *spelling) Correct(typed string) string {
	if morphology.Known(analysis.ExactTerm(typed)) {
		return ""
	}
	if near := s.Nearest(typed, 1); len(near) > 0 {
		return near[0]
	}
	return ""
}

// Nearest returns the words that are spelled most like a word, the commoner
// first among equals.
func (s *spelling) Nearest(typed string, most int) []string {
	typed = analysis.ExactTerm(typed)
	if utf8.RuneCountInString(typed) < ShortestCorrected || !IsLetters(typed) {
		return nil
	}
	allowed := 1
	if len(typed) >= twoSlips {
		allowed = 2
	}
	type candidate struct {
		wordCount
		cost float64
	}
	var candidates []candidate
	letters := lettersOf(typed)
	for _, w := range s.words {
		if d := len(w.word) - len(typed); d > allowed || -d > allowed {
			continue
		}
		if letters.unlike(w.letters) > 2*allowed {
			continue
		}
		if cost := slips(typed, w.word, allowed); cost <= float64(allowed) {
			candidates = append(candidates, candidate{w, cost})
		}
	}
	slices.SortFunc(candidates, func(a, b candidate) int {
		return cmp.Or(cmp.Compare(a.cost, b.cost), cmp.Compare(b.count, a.count), cmp.Compare(a.word, b.word))
	})
	var words []string
	for _, c := range candidates[:min(most, len(candidates))] {
		words = append(words, c.word)
	}
	return words
}

// slips counts the slips of the hand between two words: letters left out, put in
// or mistaken, each one; two that changed places, one; another first letter, half
// more, since people rarely mistake it.
func slips(typed, word string, most int) float64 {
	const otherFirst = 0.5
	d := Levenshtein(typed, word, most+1) // one more, for letters that changed places
	if d > most+1 {
		return float64(most) + 1
	}
	cost := float64(d)
	if d > 1 && transposed(typed, word) {
		cost = 1
	}
	if typed[0] != word[0] {
		cost += otherFirst
	}
	return cost
}

// transposed reports whether two words differ by two neighbouring letters that
// changed places.
func transposed(a, b string) bool {
	if len(a) != len(b) {
		return false
	}
	i := 0
	for i < len(a) && a[i] == b[i] {
		i++
	}
	return i+1 < len(a) && a[i] == b[i+1] && a[i+1] == b[i] && a[i+2:] == b[i+2:]
}

// Split cuts a word in two that both stand in the documents: cybercrime.
func (s *spelling) Split(typed string) (head, tail string, ok bool) {
	typed = strings.ToLower(typed)
	best := 0
	const shortestPart = 3
	for at := shortestPart; at <= len(typed)-shortestPart; at++ {
		a, b := s.count(typed[:at]), s.count(typed[at:])
		if rarer := min(a, b); rarer > best {
			head, tail, best = typed[:at], typed[at:], rarer
		}
	}
	return head, tail, best > 0
}

func (s *spelling) count(word string) int {
	i, found := slices.BinarySearchFunc(s.words, word, func(w wordCount, t string) int { return cmp.Compare(w.word, t) })
	if !found {
		return 0
	}
	return s.words[i].count
}
