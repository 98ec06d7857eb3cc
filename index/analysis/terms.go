package analysis

import (
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"socsearch/index/morphology"
)

// Token is a term with the place of the words that gave it.
type Token struct {
	Term       string
	Position   int // of the word in the text, from 1; a compound's joined form stands at its first part
	Start, End int // bytes
	// Main marks the term by which a query looks for the word; the others are
	// further ways to find it.
	Main bool
	// Or marks a further lemma of the word whose main term stands before it: a
	// query looks for either (meeting, meet).
	Or bool
}

// AcronymMark begins the term of a word that is written as an acronym, so that
// it differs from the word in small letters.
const AcronymMark = "^"

// Prose analyses running text.
func Prose(text string) []Token { return prose(text, cut(text)) }

// Exact analyses text into word forms as they are written, without case.
func Exact(text string) []Token { return exact(cut(text)) }

// Both is [Prose] and [Exact] at once.
func Both(text string) (terms, forms []Token) {
	lexemes := cut(text)
	return prose(text, lexemes), exact(lexemes)
}

func prose(text string, lexemes []lexeme) []Token {
	tokens := make([]Token, 0, len(lexemes)*5/4)
	within := 0 // lexemes that belong to the number before them
	for i, l := range lexemes {
		add := func(term string, end int, main bool) {
			if term != "" {
				tokens = append(tokens, Token{Term: term, Position: i + 1, Start: l.start, End: end, Main: main && within == 0})
			}
		}
		number, more := longNumber(text, lexemes[i:])
		switch {
		case number != "":
			add(number, lexemes[i+more].end, true)
			add(numberTerm(l.text), l.end, false)
		case isNumber(l.text):
			term := numberTerm(l.text)
			add(term, l.end, true)
			for _, other := range otherNumberTerms(l.text, term) {
				add(other, l.end, false)
			}
		default:
			terms, lemmas := wordTerms(l.text)
			for j, term := range terms {
				add(term, l.end, j == 0)
				if j > 0 && j < lemmas {
					tokens[len(tokens)-1].Or = within == 0
				}
			}
		}
		within = max(within-1, more)
		if l.joins && i+1 < len(lexemes) && !isNumber(l.text) {
			next := lexemes[i+1]
			for _, lemma := range morphology.Lemmas(fold(l.text + next.text)) {
				add(lemma, next.end, false)
			}
		}
	}
	return tokens
}

// longNumber reads a number that goes on in the next lexemes: a financial year
// (2018–19), a share of a hundred (50 per cent, 50 percent). It returns its term,
// and in how many more lexemes it stands.
func longNumber(text string, lexemes []lexeme) (term string, more int) {
	l := lexemes[0]
	if !isNumber(l.text) || len(lexemes) < 2 {
		return "", 0
	}
	next := lexemes[1]
	if l.joins {
		if year := financialYear(l.text, next.text); year != "" {
			return year, 1
		}
	}
	if !isSpace(text[l.end:next.start]) || strings.HasSuffix(l.text, "%") {
		return "", 0
	}
	switch fold(next.text) {
	case "percent":
		return numberTerm(l.text) + "%", 1
	case "per":
		if len(lexemes) > 2 && fold(lexemes[2].text) == "cent" && isSpace(text[next.end:lexemes[2].start]) {
			return numberTerm(l.text) + "%", 2
		}
	}
	return "", 0
}

// isSpace reports whether a text between two words is white space or a hyphen.
func isSpace(s string) bool { return s != "" && strings.Trim(s, " \u00a0\u202f-\n\t") == "" }

func exact(lexemes []lexeme) []Token {
	tokens := make([]Token, len(lexemes))
	for i, l := range lexemes {
		tokens[i] = Token{Term: ExactTerm(l.text), Position: i + 1, Start: l.start, End: l.end, Main: true}
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

// wordTerms returns the terms of a word: of an acronym the acronym itself, then
// the word that it looks like; of any other word its lemmas. lemmas is how many of the
// terms are lemmas. The terms are shared: they must not be changed.
func wordTerms(word string) (terms []string, lemmas int) {
	if kept, ok := remembered.Load(word); ok {
		w := kept.(rememberedWord)
		return w.terms, w.lemmas
	}
	terms, lemmas = newWordTerms(word)
	if len(word) <= longestRemembered && rememberedCount.Add(1) <= mostRemembered {
		remembered.Store(strings.Clone(word), rememberedWord{terms, lemmas})
	}
	return terms, lemmas
}

// Prose repeats its words, and a look into the table of lemmas costs a hundred
// times what a look at a word seen before does. What is remembered is some MB at
// most: the commonest words come first.
var (
	remembered      sync.Map // rememberedWord by word
	rememberedCount atomic.Int64
)

const (
	mostRemembered    = 1 << 15
	longestRemembered = 32 // bytes: longer ones are no words
)

type rememberedWord struct {
	terms  []string
	lemmas int
}

func newWordTerms(word string) (terms []string, lemmas int) {
	word = withoutPossessive(word)
	if !IsAcronym(word) {
		terms = morphology.Lemmas(fold(word))
		return terms, len(terms)
	}
	bare := singularAcronym(word)
	terms = []string{AcronymMark + bare, strings.ToLower(bare)}
	for _, other := range append([]string{strings.ToLower(word)}, morphology.Lemmas(fold(word))...) {
		if !slices.Contains(terms, other) {
			terms = append(terms, other)
		}
	}
	return terms, 0
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

// Lemma returns the first lemma of a word: the one by which it is compared
// where one must do. Case, accents and apostrophes don't matter.
func Lemma(word string) string { return morphology.Lemmas(fold(word))[0] }

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
		if word[i] >= 0x80 || word[i] == '`' {
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
