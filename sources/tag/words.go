package tag

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

// word is a run of letters and digits, or a single other character that isn't
// white space. Apostrophes are straight and & is "and", so that spellings
// compare equal.
type word struct {
	text       string
	start, end int // code points
}

var webAddress = regexp.MustCompile(`https?://\S+`)

// cutWords cuts a text into words. Web addresses are none: a body's name in one
// doesn't name it.
func cutWords(text string) []word {
	var words []word
	if strings.Contains(text, "://") {
		text = webAddress.ReplaceAllStringFunc(text, func(a string) string {
			return strings.Repeat(" ", utf8.RuneCountInString(a))
		})
	}
	runes := []rune(text)
	for at := 0; at < len(runes); {
		start := at
		for at < len(runes) && isWordRune(runes[at]) {
			at++
		}
		switch {
		case at > start:
			words = append(words, word{string(runes[start:at]), start, at})
		default:
			if s := spelling(runes[at]); s != "" {
				words = append(words, word{s, at, at + 1})
			}
			at++
		}
	}
	return words
}

func isWordRune(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

// spelling returns how a character that is no letter or digit compares.
func spelling(r rune) string {
	switch {
	case unicode.IsSpace(r):
		return ""
	case r == '’':
		return "'"
	case r == '&':
		return "and"
	}
	return string(r)
}

// wordTexts returns the words of a name for comparison.
func wordTexts(name string) []string {
	var texts []string
	for _, w := range cutWords(name) {
		texts = append(texts, w.text)
	}
	return texts
}

// isAbbreviation reports whether a word is written like one: two capitals or
// more, as in NCA, ROCUs, MoJ, MI5.
func isAbbreviation(s string) bool {
	return strings.IndexFunc(s, unicode.IsUpper) >= 0 && countUpper(s) >= 2
}

func countUpper(s string) int {
	n := 0
	for _, r := range s {
		if unicode.IsUpper(r) {
			n++
		}
	}
	return n
}
