package commitment

import (
	"slices"
	"strings"
	"unicode"

	"socsearch/sources/document"
)

// said is a commitment's sentence, with its words in alphabetical order.
type said struct {
	id    string // of the passage
	words []string
}

// LinkRepeats sets Repeats of each commitment that says what an earlier passage
// said first: nine in ten of their words are the same.
func LinkRepeats(passages []document.Passage) {
	byWord := map[string][]*said{} // of the three longest words of each
	for i := range passages {
		p := &passages[i]
		for k := range p.Commitments {
			c := &p.Commitments[k]
			one := &said{p.ID, wordsOf(c.Text)}
			keys := longest(one.words)
			if c.Repeats = saidBefore(byWord, keys, one); c.Repeats != "" {
				continue
			}
			for _, key := range keys {
				byWord[key] = append(byWord[key], one)
			}
		}
	}
}

// saidBefore is the passage that said first what a commitment says; "" if none did.
func saidBefore(byWord map[string][]*said, keys []string, c *said) string {
	for _, key := range keys {
		for _, f := range byWord[key] {
			if f.id != c.id && alike(c.words, f.words) {
				return f.id
			}
		}
	}
	return ""
}

// alike reports whether two sentences have nine in ten of their words in common
// (Dice's coefficient).
func alike(a, b []string) bool {
	const share = 0.9
	all := share * float64(len(a)+len(b))
	if float64(2*min(len(a), len(b))) < all {
		return false // one is too long
	}
	common := 0
	for i, k := 0, 0; i < len(a) && k < len(b); {
		switch {
		case a[i] == b[k]:
			common, i, k = common+1, i+1, k+1
		case a[i] < b[k]:
			i++
		default:
			k++
		}
	}
	return float64(2*common) >= all
}

// wordsOf are the words of a sentence in alphabetical order.
func wordsOf(text string) []string {
	words := strings.FieldsFunc(strings.ToLower(text), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	slices.Sort(words)
	return words
}

// longest are the three longest of a sentence's words.
func longest(words []string) []string {
	const most = 3
	keys := make([]string, 0, most)
	for i, w := range words {
		if i > 0 && w == words[i-1] {
			continue
		}
		if len(keys) < most {
			keys = append(keys, w)
			continue
		}
		shortest := 0
		for k := range keys {
			if len(keys[k]) < len(keys[shortest]) {
				shortest = k
			}
		}
		if len(w) > len(keys[shortest]) {
			keys[shortest] = w
		}
	}
	return keys
}
