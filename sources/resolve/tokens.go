package resolve

import (
	"regexp"
	"strings"
	"unicode"
)

// tokens takes a text apart into words in lower case, numbers ("79", "4.12"), and
// marks that mean something between them: ";" and, after a number and before
// another, "-" and "/". All other punctuation goes, and an apostrophe with it, so that
// titles are the same in any style's quotation marks. "&" is "and", "¶" is "para".
func tokens(s string) []string {
	var list []string
	runes := []rune(s)
	for i := 0; i < len(runes); i++ {
		r := runes[i]
		switch {
		case unicode.IsLetter(r):
			word, length := word(runes[i:])
			list, i = append(list, word), i+length-1
		case isDigit(r):
			length := numberLength(runes[i:])
			list, i = append(list, string(runes[i:i+length])), i+length-1
		case r == '&':
			list = append(list, "and")
		case r == '¶' || r == '§':
			list = append(list, "para")
		case r == ';':
			list = append(list, ";")
		case r == '/' && i > 0 && i+1 < len(runes) && isDigit(runes[i-1]) && isDigit(runes[i+1]):
			list = append(list, "/") // 2018/19 is no list of paragraphs
		case unicode.Is(unicode.Pd, r) || r == '−':
			if len(list) > 0 && isNumber(list[len(list)-1]) && digitFollows(runes[i+1:]) {
				list = append(list, "-")
			}
		}
	}
	return list
}

// word reads a word and tells how many runes it takes.
func word(runes []rune) (word string, length int) {
	var b strings.Builder
	for i := range runes {
		switch r := runes[i]; {
		case unicode.IsLetter(r) || unicode.Is(unicode.Mn, r):
			b.WriteRune(unicode.ToLower(r))
		case (r == '’' || r == '\'') && i+1 < len(runes) && unicode.IsLetter(runes[i+1]):
		default:
			return b.String(), i
		}
	}
	return b.String(), len(runes)
}

// numberLength is the length of the number with which runes begin: "79", "4.12".
func numberLength(runes []rune) int {
	i := 0
	for i < len(runes) && (isDigit(runes[i]) || runes[i] == '.' && i+1 < len(runes) && isDigit(runes[i+1])) {
		i++
	}
	return i
}

func isDigit(r rune) bool { return '0' <= r && r <= '9' }

func isNumber(token string) bool { return token != "" && isDigit(rune(token[0])) }

// digitFollows tells whether a digit comes next, but for spaces and what may stand
// before a number: "[79]–[82]", "¶79–¶82".
func digitFollows(runes []rune) bool {
	for _, r := range runes {
		if !unicode.IsSpace(r) && r != '[' && r != '(' && r != '¶' {
			return isDigit(r)
		}
	}
	return false
}

var (
	address = regexp.MustCompile(`https?://[^\s<>]+`)
	// access is the day on which an address was read, in any style's words.
	access = regexp.MustCompile(`(?i)\(?accessed:? \d{1,2} \pL+ \d{4}\)?|available at:`)
	// omitted is what OSCOLA adds to a quotation's citation.
	omitted = regexp.MustCompile(`(?i)\(footnotes? omitted\)`)
)

// withoutExtras leaves out of a citation what names neither document nor place.
// The addresses in it are returned.
func withoutExtras(s string) (rest string, addresses []string) {
	if !strings.ContainsAny(s, ":(0123456789") {
		return s, nil // none of them goes without; most searches do
	}
	for _, a := range address.FindAllString(s, -1) {
		addresses = append(addresses, strings.TrimRight(a, ".,;)"))
	}
	s = address.ReplaceAllString(s, " ")
	s = access.ReplaceAllString(s, " ")
	return omitted.ReplaceAllString(s, " "), addresses
}
