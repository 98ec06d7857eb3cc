package main

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// tokens cuts a text into its words: runs of letters and digits, in small letters,
// with ligatures and raised digits spelt out.
func tokens(s string) []string {
	s = strings.ReplaceAll(norm.NFKC.String(s), "\u00ad", "")
	return strings.FieldsFunc(strings.ToLower(s), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
}

// madeOf reports whether a word is made of several of ours that are left over, as where
// pdftotext joins what is printed over one another, and takes them.
func madeOf(word string, left map[string]int) bool {
	if word == "" {
		return true
	}
	for end := len(word); end > 0; end-- {
		piece := word[:end]
		if left[piece] <= 0 {
			continue
		}
		left[piece]--
		if madeOf(word[end:], left) {
			return true
		}
		left[piece]++
	}
	return false
}
