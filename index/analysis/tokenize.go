package analysis

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// lexeme is a word, a compound's part or a number, as it stands in a text.
type lexeme struct {
	text       string
	start, end int  // bytes
	joins      bool // a hyphen and no space joins it to the next
}

// cut cuts a text into lexemes.
func cut(text string) []lexeme {
	lexemes := make([]lexeme, 0, len(text)/6)
	for at := 0; at < len(text); {
		r, size := utf8.DecodeRuneInString(text[at:])
		if !isWordRune(r) && !(r == '£' || r == '€' || r == '$') {
			at += size
			continue
		}
		end := wordEnd(text, at)
		if end == at { // a lone currency sign
			at += size
			continue
		}
		next, nextSize := utf8.DecodeRuneInString(text[end:])
		joins := false
		if isHyphen(next) {
			after, _ := utf8.DecodeRuneInString(text[end+nextSize:])
			joins = isWordRune(after)
		}
		lexemes = append(lexemes, lexeme{text[at:end], at, end, joins})
		at = end
	}
	return lexemes
}

func isWordRune(r rune) bool {
	return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.Is(unicode.Mn, r)
}

func isHyphen(r rune) bool { return r == '-' || r == '‐' || r == '‑' || r == '–' }

func isApostrophe(r rune) bool { return r == '\'' || r == '’' || r == '‘' || r == 'ʼ' }

// wordEnd returns where the word that begins at a place ends. Within a word may
// stand an apostrophe between letters, and a point, comma or slash between
// digits; a per cent sign may end a number; a currency sign may begin one.
func wordEnd(text string, at int) int {
	r, size := utf8.DecodeRuneInString(text[at:])
	if !isWordRune(r) { // currency
		if next, _ := utf8.DecodeRuneInString(text[at+size:]); !unicode.IsDigit(next) {
			return at
		}
		at += size
	}
	end := at
	var last rune
	for end < len(text) {
		r, size := utf8.DecodeRuneInString(text[end:])
		if !isWordRune(r) {
			next, _ := utf8.DecodeRuneInString(text[end+size:])
			inWord := isApostrophe(r) && unicode.IsLetter(last) && unicode.IsLetter(next)
			inNumber := (r == '.' || r == ',' || r == '/') && unicode.IsDigit(last) && unicode.IsDigit(next)
			if r == '%' && unicode.IsDigit(last) {
				return end + size
			}
			if !inWord && !inNumber {
				break
			}
		}
		last = r
		end += size
	}
	return end
}

// isNumber tells whether a lexeme is a number, with or without its signs.
func isNumber(s string) bool {
	s = strings.TrimLeft(s, "£€$")
	return s != "" && s[0] >= '0' && s[0] <= '9'
}

// IsAcronym tells whether a word is written as an acronym: it holds two capital
// letters or more, or a capital and a digit (NCA, ROCUs, MoJ, MI5, 4Ps).
func IsAcronym(s string) bool {
	upper, digits := 0, 0
	for _, r := range s {
		switch {
		case unicode.IsUpper(r):
			upper++
		case unicode.IsDigit(r):
			digits++
		}
	}
	return upper >= 2 || (upper == 1 && digits > 0)
}
