package split

import (
	"regexp"
	"strings"
	"unicode"

	"socsearch/sources/wordlist"
)

// softHyphen is a hyphen that a PDF says is the printer's.
const softHyphen = "\u00ad"

const hyphens = "-‐" + softHyphen

// vocabulary tells a word's own hyphen from the printer's.
type vocabulary struct {
	// words are those of the document that no line's end breaks, in lower case.
	words map[string]bool
	// printers tells that the document breaks words at lines' ends at all.
	printers bool
}

// printersShare is the part of the hyphens at lines' ends that are the printer's
// by the document's own spelling, at least, where it breaks words: in one that
// breaks none, "game-" and "changer" is a word that is spelt otherwise elsewhere.
const printersShare = 0.25

func newVocabulary(lines []line) vocabulary {
	v := vocabulary{words: map[string]bool{}}
	for _, l := range lines {
		words := strings.Fields(l.text)
		for i, w := range words {
			if i < len(words)-1 || !endsInHyphen.MatchString(w) {
				v.words[bareWord(w)] = true
			}
		}
	}
	printers, own := 0, 0
	for i := 1; i < len(lines); i++ {
		tail := lastToken(lines[i-1].text)
		first, _, _ := strings.Cut(lines[i].text, " ")
		if !endsInHyphen.MatchString(tail) || !startsWithLetter(first) {
			continue
		}
		switch with, without := v.spellings(tail, first); {
		case with:
			own++
		case without || breaksWord(tail, first):
			printers++
		}
	}
	v.printers = float64(printers) >= printersShare*float64(printers+own)
	return v
}

// spellings reports whether the document elsewhere writes a word with the hyphen
// that ends its head, and without.
func (v vocabulary) spellings(head, rest string) (with, without bool) {
	head = strings.TrimRight(head, hyphens)
	return v.words[bareWord(head+"-"+rest)] || v.words[bareWord(head+"‐"+rest)], v.words[bareWord(head+rest)]
}

// hyphen decides about a hyphen at a line's end. It is the printer's where the
// document elsewhere writes the word without one and never with, or, if it writes
// it neither way, where the joined word is English and isn't written with one.
func (v vocabulary) hyphen(head, rest string) joint {
	with, without := v.spellings(head, rest)
	switch {
	case with, ownVowel(head, rest):
		return jointGlue
	case without && v.printers, !without && breaksWord(head, rest), !without && v.printers && isWord(parts(head, rest)):
		return jointDropHyphen
	}
	return jointGlue
}

// breaksWord reports whether a hyphen between two texts breaks an English word:
// together they are one, and one of them alone is none.
func breaksWord(head, rest string) bool {
	h, r := parts(head, rest)
	return isWord(h, r) && !(wordlist.Has(h) && wordlist.Has(r))
}

// isWord reports whether two parts make an English word that isn't written with a
// hyphen between them.
func isWord(head, rest string) bool {
	return wordlist.Has(head+rest) && !wordlist.Has(head+"-"+rest)
}

// parts returns what stands next to a hyphen on either side, in small letters and
// without a possessive: other hyphens part it from the rest.
func parts(head, rest string) (before, after string) {
	before = bareWord(strings.ReplaceAll(strings.TrimRight(head, hyphens), "‐", "-"))
	before = before[strings.LastIndex(before, "-")+1:]
	after, _, _ = strings.Cut(bareWord(strings.ReplaceAll(rest, "‐", "-")), "-")
	return before, strings.TrimSuffix(strings.TrimSuffix(after, "'s"), "’s")
}

// ownVowel reports whether a short prefix keeps its hyphen before the vowel that it
// ends in, as British papers write: co-operate, re-enter.
func ownVowel(head, rest string) bool {
	const longest = 3
	h, r := parts(head, rest)
	return len(h) > 1 && len(h) <= longest && r != "" && strings.ContainsRune("eo", rune(r[0])) && h[len(h)-1] == r[0]
}

// ownPrefix is what a hyphen that parts it from its word belongs to: non-
// traditional, A-level.
var ownPrefix = regexp.MustCompile(`(?i)^\P{L}*(?:non|self|\p{L})\P{L}*$`)

// softHyphen decides about one that the file says is the printer's: some write all
// hyphens so.
func (v vocabulary) softHyphen(head, rest string) joint {
	with, without := v.spellings(head, rest)
	if !without && (with || ownPrefix.MatchString(head)) {
		return jointGlue
	}
	return jointDropHyphen
}

func bareWord(w string) string {
	return strings.ToLower(strings.TrimFunc(w, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }))
}
