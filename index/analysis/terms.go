package analysis

import (
	"strings"
	"unicode"

	"github.com/blevesearch/snowballstem"
	"github.com/blevesearch/snowballstem/english"
	"golang.org/x/text/unicode/norm"
)

// Token is a term with the place of the words that gave it.
type Token struct {
	Term       string
	Position   int // of the word in the text, from 1; a compound's joined form stands at its first part
	Start, End int // bytes
	// Main tells the one term by which a query looks for the word; the others
	// are further ways to find it.
	Main bool
}

// AcronymMark begins the term of a word that is written as an acronym, so that
// it differs from the word in small letters.
const AcronymMark = "^"

// Prose analyses running text.
func Prose(text string) []Token {
	lexemes := cut(text)
	tokens := make([]Token, 0, len(lexemes)*5/4)
	inYear := false // the lexeme ends a financial year
	for i, l := range lexemes {
		add := func(term string, end int, main bool) {
			if term != "" {
				tokens = append(tokens, Token{term, i + 1, l.start, end, main && !inYear})
			}
		}
		year, yearEnd := "", l.end
		if l.joins && i+1 < len(lexemes) {
			year, yearEnd = financialYear(l.text, lexemes[i+1].text), lexemes[i+1].end
		}
		switch {
		case year != "":
			add(year, yearEnd, true)
			add(l.text, l.end, false)
		case isNumber(l.text):
			term := numberTerm(l.text)
			add(term, l.end, true)
			for _, other := range otherNumberTerms(l.text, term) {
				add(other, l.end, false)
			}
		default:
			for j, term := range wordTerms(l.text) {
				add(term, l.end, j == 0)
			}
		}
		inYear = year != ""
		if l.joins && i+1 < len(lexemes) && !isNumber(l.text) {
			next := lexemes[i+1]
			add(Stem(fold(l.text+next.text)), next.end, false)
		}
	}
	return tokens
}

// Exact analyses text into word forms as they are written, without case.
func Exact(text string) []Token {
	lexemes := cut(text)
	tokens := make([]Token, len(lexemes))
	for i, l := range lexemes {
		tokens[i] = Token{ExactTerm(l.text), i + 1, l.start, l.end, true}
	}
	return tokens
}

// ExactTerm returns a word's form for comparison as it is written: without
// case, with a straight apostrophe, a number without its commas.
func ExactTerm(word string) string {
	if isNumber(word) {
		return strings.ReplaceAll(word, ",", "")
	}
	return foldKeepApostrophe(word)
}

// wordTerms returns the terms of a word, the main one first: of an acronym the
// acronym itself, then the word that it looks like; of any other word its stem.
func wordTerms(word string) []string {
	word = withoutPossessive(word)
	if !IsAcronym(word) {
		return []string{Stem(fold(word))}
	}
	bare := singularAcronym(word)
	terms := []string{AcronymMark + bare, strings.ToLower(bare)}
	if bare != word {
		terms = append(terms, strings.ToLower(word))
	}
	if stem := Stem(fold(word)); stem != strings.ToLower(bare) && stem != strings.ToLower(word) {
		terms = append(terms, stem)
	}
	return terms
}

// singularAcronym takes the plural s off an acronym: ROCUs.
func singularAcronym(word string) string {
	if s, plural := strings.CutSuffix(word, "s"); plural && IsAcronym(s) && strings.ToUpper(s) == s {
		return s
	}
	return word
}

func withoutPossessive(word string) string {
	runes := []rune(word)
	if n := len(runes); n > 2 && isApostrophe(runes[n-2]) && unicode.ToLower(runes[n-1]) == 's' {
		return string(runes[:n-2])
	}
	return word
}

// Stem reduces a folded word to its English stem. Words that Snowball takes for
// forms of another one keep stems of their own.
func Stem(word string) string {
	if own, ok := ownStems[word]; ok {
		return own
	}
	env := snowballstem.NewEnv(word)
	english.Stem(env)
	return env.Current()
}

// fold makes letters small and takes off accents and apostrophes.
func fold(word string) string {
	return strings.ReplaceAll(foldKeepApostrophe(word), "'", "")
}

func foldKeepApostrophe(word string) string {
	if isPlain(word) {
		return strings.ToLower(word)
	}
	var b strings.Builder
	for _, r := range norm.NFKD.String(word) {
		switch {
		case unicode.Is(unicode.Mn, r):
		case isApostrophe(r):
			b.WriteByte('\'')
		default:
			b.WriteRune(unicode.ToLower(r))
		}
	}
	return b.String()
}

func isPlain(word string) bool {
	for i := 0; i < len(word); i++ {
		if word[i] >= 0x80 {
			return false
		}
	}
	return true
}

// numberTerm returns the main term of a number: without commas, with its sign.
func numberTerm(s string) string {
	s = strings.ToLower(strings.ReplaceAll(s, ",", ""))
	if head, tail, found := strings.Cut(s, "/"); found {
		if year := financialYear(head, tail); year != "" {
			return year
		}
	}
	return s
}

// otherNumberTerms returns further terms of a number: without its signs, and of
// a financial year the year in which it begins.
func otherNumberTerms(s, main string) []string {
	var terms []string
	if bare := strings.Trim(numberTerm(s), "£€$%"); bare != main && !strings.Contains(main, "/") {
		terms = append(terms, bare)
	}
	if head, _, found := strings.Cut(main, "/"); found {
		terms = append(terms, head)
	}
	return terms
}

// financialYear reads 2018 and 19, or 2018 and 2019, as the year 2018/19; "" if
// they are none.
func financialYear(head, tail string) string {
	const digits = 4
	if len(head) != digits || !isDigits(head) || !isDigits(tail) || (len(tail) != 2 && len(tail) != digits) {
		return ""
	}
	return head + "/" + tail[len(tail)-2:]
}

func isDigits(s string) bool {
	for _, r := range s {
		if r < '0' || r > '9' {
			return false
		}
	}
	return s != ""
}
