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
