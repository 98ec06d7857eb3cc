package commitment

import (
	"strings"
	"unicode"

	"socsearch/sources/document"
)

// LinkRepeats sets Repeats of each commitment that says what an earlier passage
// said first: nine in ten of their words are the same.
func LinkRepeats(passages []document.Passage) {
	type first struct {
		id    string
		words map[string]int
		total int
	}
	byWord := map[string][]*first{} // of the three longest words of each
	for i := range passages {
		p := &passages[i]
		for k := range p.Commitments {
			c := &p.Commitments[k]
			words, total, keys := bag(c.Text)
			seen := map[*first]bool{}
		search:
			for _, key := range keys {
				for _, f := range byWord[key] {
					if seen[f] || f.id == p.ID {
						continue
					}
					seen[f] = true
					if alike(words, f.words, total, f.total) {
						c.Repeats = f.id
						break search
					}
				}
			}
			if c.Repeats != "" {
				continue
			}
			f := &first{p.ID, words, total}
			for _, key := range keys {
				byWord[key] = append(byWord[key], f)
			}
		}
	}
}

// alike reports whether two sentences have nine in ten of their words in common
// (Dice's coefficient).
func alike(a, b map[string]int, totalA, totalB int) bool {
	const share = 0.9
	if float64(2*min(totalA, totalB)) < share*float64(totalA+totalB) {
		return false // one is too long
	}
	common := 0
	for w, n := range a {
		common += min(n, b[w])
	}
	return float64(2*common) >= share*float64(totalA+totalB)
}

// bag returns the words of a sentence with how often each stands in it, how many
// there are, and its three longest.
func bag(text string) (map[string]int, int, []string) {
	fields := strings.FieldsFunc(strings.ToLower(text), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	words := make(map[string]int, len(fields))
	keys := make([]string, 0, 3)
	for _, w := range fields {
		if words[w]++; words[w] > 1 {
			continue
		}
		switch {
		case len(keys) < cap(keys):
			keys = append(keys, w)
		default:
			shortest := 0
			for i := range keys {
				if len(keys[i]) < len(keys[shortest]) {
					shortest = i
				}
			}
			if len(w) > len(keys[shortest]) {
				keys[shortest] = w
			}
		}
	}
	return words, len(fields), keys
}
