package analysis

import (
	"regexp"
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
		word := text[at:end]
		if at+size < len(text) && text[at+size] == '.' {
			if dotted, letters := dottedAcronym(text, at); dotted > 0 && utf8.RuneCountInString(letters) > 1 {
				end, word = dotted, letters
			}
		}
		if unicode.IsDigit(lastRune(word)) {
			if sign := percentSign(text, end); sign > end {
				end, word = sign, word+"%"
			}
		}
		next, nextSize := utf8.DecodeRuneInString(text[end:])
		joins := false
		if isHyphen(next) {
			after, _ := utf8.DecodeRuneInString(text[end+nextSize:])
			joins = isWordRune(after)
		}
		lexemes = append(lexemes, lexeme{visible(word), at, end, joins})
		at = end
	}
	return lexemes
}

// dottedAcronym reads letters that each have a full stop behind them (U.K.,
// N.C.A, N.G.O.s): where they end, and the letters with the s of a plural or
// possessive. The last letter may have no stop. end is 0 where there are none such.
func dottedAcronym(text string, at int) (end int, letters string) {
	m := dotted.FindStringSubmatch(text[at:])
	if m == nil {
		return 0, ""
	}
	end = at + len(m[0])
	if after, _ := utf8.DecodeRuneInString(text[end:]); isWordRune(after) {
		return 0, ""
	}
	if at > 1 && text[at-1] == '.' && isWordRune(lastRune(text[:at-1])) { // of an address
		return 0, ""
	}
	return end, strings.ReplaceAll(m[1], ".", "") + m[2]
}

var dotted = regexp.MustCompile(`^((?:\pL\.)+\pL?)\.?([’'ʼ]?s)?`)

// percentSign returns where a per cent sign ends that stands behind a number with
// a space between; else where the number ends.
func percentSign(text string, end int) int {
	rest := strings.TrimLeftFunc(text[end:], func(r rune) bool { return r != '\n' && unicode.IsSpace(r) })
	if !strings.HasPrefix(rest, "%") {
		return end
	}
	return len(text) - len(rest) + len("%")
}

// visible returns a word without what can't be seen in it: soft hyphens, spaces of
// no width.
func visible(word string) string {
	if isPlain(word) {
		return word
	}
	return strings.Map(func(r rune) rune {
		if isInvisible(r) {
			return -1
		}
		return r
	}, word)
}

func isInvisible(r rune) bool { return unicode.Is(unicode.Cf, r) }

func lastRune(s string) rune {
	r, _ := utf8.DecodeLastRuneInString(s)
	return r
}

func isWordRune(r rune) bool {
	return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.Is(unicode.Mn, r)
}

func isHyphen(r rune) bool { return r == '-' || r == '‐' || r == '‑' || r == '–' }

// isApostrophe knows the apostrophe, what keyboards and programs put in its place,
// and what people take for it.
func isApostrophe(r rune) bool { return strings.ContainsRune("'’‘ʼ‛′`´＇", r) }

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
			if isInvisible(r) && isWordRune(next) {
				end += size
				continue
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

// isNumber reports whether a lexeme is a number, with or without its signs.
func isNumber(s string) bool {
	s = strings.TrimLeft(s, "£€$")
	return s != "" && s[0] >= '0' && s[0] <= '9'
}

// IsAcronym reports whether a word is written as an acronym: it holds two capital
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
