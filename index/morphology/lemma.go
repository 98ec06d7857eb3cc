package morphology

import (
	_ "embed"
	"slices"
	"strings"
)

//go:embed words.tsv
var wordsData string

// words has every known word: alone where it is its own only lemma, else with
// its lemmas.
var words = table(wordsData)

// Lemmas returns the lemmas of a word in small letters, at least one. The first
// is the word itself if that is one of them.
//
// A word that isn't known is taken for a plural if it ends like one, and for a
// participle as well if it ends in -ed or -ing. A plural of a known word has its
// lemma. Of a participle everything that the lemma may be is returned, so that two
// forms of an unknown word share one: cryptojacked and cryptojacking; not if it may
// be a known word, whose forms are all known.
func Lemmas(word string) []string {
	if lemmas, ok := words.find(word); ok {
		if lemmas == "" {
			return []string{word}
		}
		return strings.Fields(lemmas)
	}
	return unknownLemmas(word)
}

// Known reports whether a word in small letters is in an English dictionary.
func Known(word string) bool {
	_, ok := words.find(word)
	return ok
}

// Inflected reports whether two words are forms of one.
func Inflected(a, b string) bool {
	if a == b {
		return true
	}
	of := Lemmas(b)
	for _, lemma := range Lemmas(a) {
		for _, other := range of {
			if lemma == other {
				return true
			}
		}
	}
	return false
}

// shortestStem is how many letters must be left of a word whose ending is taken
// off by rule.
const shortestStem = 3

func unknownLemmas(word string) []string {
	for _, ending := range []string{"s", "ed", "ing"} {
		candidates := Detach(word, ending)
		if len(candidates) == 0 {
			continue
		}
		for _, c := range candidates {
			if Known(c) && ending == "s" {
				return Lemmas(c)[:1]
			}
		}
		if ending == "s" {
			return candidates[:1]
		}
		if slices.ContainsFunc(candidates, Known) { // all its forms are known, and this is none
			continue
		}
		return append([]string{word}, candidates...)
	}
	return []string{word}
}

// Detach returns the words that a regular ending (s, ed or ing) may have been
// put to, the likeliest first; nil if the word doesn't end so.
func Detach(word, ending string) []string {
	stem, found := strings.CutSuffix(word, ending)
	if !found || len(stem) < shortestStem || !hasVowel(stem) {
		return nil
	}
	if ending == "s" {
		return singulars(stem)
	}
	last, before := stem[len(stem)-1], stem[len(stem)-2]
	switch {
	case ending == "ed" && last == 'i':
		return []string{stem[:len(stem)-1] + "y"}
	case last == before && !isVowel(last):
		return []string{stem[:len(stem)-1], stem}
	case last == 'e' && ending == "ing":
		return []string{stem} // seeing
	}
	return []string{stem, stem + "e"}
}

// singulars returns what a noun or verb may be that ends in s, from what stands
// before the s.
func singulars(stem string) []string {
	switch last := stem[len(stem)-1]; {
	case last == 's' || last == 'u' || last == 'i': // process, virus, analysis
		return nil
	case strings.HasSuffix(stem, "ie") && len(stem) > shortestStem+1:
		return []string{stem[:len(stem)-2] + "y", stem}
	case endsInAny(stem, "se", "xe", "ze", "che", "she") && !endsInAny(stem, "ase", "ise", "ose", "use", "ize"):
		return []string{stem[:len(stem)-1], stem}
	}
	return []string{stem}
}

func endsInAny(s string, endings ...string) bool {
	for _, e := range endings {
		if strings.HasSuffix(s, e) {
			return true
		}
	}
	return false
}

func isVowel(b byte) bool { return strings.IndexByte("aeiou", b) >= 0 }

func hasVowel(s string) bool { return strings.ContainsAny(s, "aeiouy") }
