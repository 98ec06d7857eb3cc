package query

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

type kind int

const (
	kindEnd kind = iota
	kindWord
	kindPrefix
	kindPhrase
	kindField
	kindNot
	kindAnd
	kindOr
	kindOpen
	kindClose
)

type token struct {
	kind kind
	text string
	slop int  // of a phrase; -1: the words stand together
	cut  bool // more slop was asked for than there may be
}

// visible returns a query without what can't be seen (soft hyphens, spaces of no
// width, marks of direction), and with the sign of a per cent at its number.
func visible(text string) (clean string, changed bool) {
	clean = strings.Map(func(r rune) rune {
		switch {
		case unicode.Is(unicode.Cf, r):
			return -1
		case unicode.IsControl(r):
			return ' '
		}
		return r
	}, text)
	return spacedPercent.ReplaceAllString(clean, "$1%"), utf8.RuneCountInString(clean) != utf8.RuneCountInString(text)
}

var spacedPercent = regexp.MustCompile(`(\d)[\s\p{Zs}]+%`)

// lex cuts a query into tokens. broken tells that a quotation mark was never
// closed; the words after it count as words.
func lex(text string) (tokens []token, broken bool) {
	for at := 0; at < len(text); {
		r, size := utf8.DecodeRuneInString(text[at:])
		switch {
		case unicode.IsSpace(r):
			at += size
		case r == '(':
			tokens = append(tokens, token{kind: kindOpen})
			at++
		case r == ')':
			tokens = append(tokens, token{kind: kindClose})
			at++
		case isQuote(r):
			t, next, ok := lexPhrase(text, at+size)
			if ok && t.text != "" {
				tokens = append(tokens, t)
			}
			broken = broken || !ok
			at = next
		default:
			end := at
			for end < len(text) {
				r, size := utf8.DecodeRuneInString(text[end:])
				if unicode.IsSpace(r) || r == '(' || r == ')' || isQuote(r) {
					break
				}
				end += size
			}
			before := end < len(text) && !unicode.IsSpace(rune(text[end])) // a bracket or a quotation mark follows
			tokens = append(tokens, lexWord(withMinus(text[at:end], before))...)
			at = end
		}
	}
	return tokens, broken
}

// withMinus makes a hyphen of the dash that a word processor makes of it where it
// leaves a word out: it stands before the word, or before a bracket or quotation
// mark. A dash that stands alone is none.
func withMinus(s string, before bool) string {
	dash, size := utf8.DecodeRuneInString(s)
	rest := s[size:]
	first, _ := utf8.DecodeRuneInString(rest)
	switch {
	case rest == "" && !before && (dash == '-' || isDash(dash)):
		return ""
	case isDash(dash) && (rest == "" || unicode.IsLetter(first)):
		return "-" + rest
	}
	return s
}

// isDash reports whether a rune is a dash other than the hyphen of a keyboard.
func isDash(r rune) bool { return r != '-' && unicode.Is(unicode.Pd, r) || r == '−' }

func isQuote(r rune) bool { return strings.ContainsRune(`"“”„‟«»″＂`, r) }

// lexPhrase reads a phrase from behind its opening mark. Where none closes it,
// ok is false and next is where the words begin.
func lexPhrase(text string, at int) (t token, next int, ok bool) {
	end := strings.IndexFunc(text[at:], isQuote)
	if end < 0 {
		return t, at, false
	}
	t = token{kind: kindPhrase, text: phraseText(text[at : at+end]), slop: -1}
	_, size := utf8.DecodeRuneInString(text[at+end:])
	next = at + end + size
	if m := nearness.FindStringSubmatch(text[next:]); m != nil {
		slop, err := strconv.Atoi(m[1])
		if err != nil || slop > MaxSlop {
			slop, t.cut = MaxSlop, true
		}
		t.slop = slop
		next += len(m[0])
	}
	return t, next, true
}

// nearness is what behind a phrase says how far its words may stand apart.
var nearness = regexp.MustCompile(`^[\s\p{Zs}]*~[\s\p{Zs}]*(\d+)`)

// phraseText makes white space single; a phrase of marks alone is empty.
func phraseText(s string) string {
	if !strings.ContainsFunc(s, isWordRune) {
		return ""
	}
	return strings.Join(strings.Fields(s), " ")
}

// lexWord reads what stands between two spaces.
func lexWord(s string) []token {
	switch s {
	case "AND", "&&":
		return []token{{kind: kindAnd, text: s}}
	case "OR", "||", "|":
		return []token{{kind: kindOr, text: s}}
	case "NOT":
		return []token{{kind: kindNot, text: s}}
	}
	s = withoutStars(s)
	if parts := cutWord(s); len(parts) > 1 {
		var tokens []token
		for _, part := range parts {
			tokens = append(tokens, lexWord(part)...)
		}
		return tokens
	}
	s = strings.TrimLeftFunc(s, func(r rune) bool { return !isWordRune(r) && !strings.ContainsRune("-£€$", r) })
	if rest, negated := strings.CutPrefix(s, "-"); negated {
		return append([]token{{kind: kindNot}}, lexWord(rest)...)
	}
	if first, size := utf8.DecodeRuneInString(s); !isWordRune(first) && s != "" && !startsDigit(s[size:]) {
		return lexWord(s[size:]) // a currency's sign before no amount
	}
	if name, rest, found := strings.Cut(s, ":"); found && slices.Contains(Fields, strings.ToLower(name)) {
		return append([]token{{kind: kindField, text: strings.ToLower(name)}}, lexWord(rest)...)
	}
	beginning, isPrefix := trimWord(s)
	switch {
	case beginning == "":
		return nil
	case beginning == "AND" || beginning == "OR" || beginning == "NOT": // with punctuation: a word
		beginning = strings.ToLower(beginning)
	}
	if isPrefix {
		return []token{{kind: kindPrefix, text: beginning}}
	}
	return []token{{kind: kindWord, text: beginning}}
}

func startsDigit(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsDigit(r)
}

// withoutStars takes every star off but one at the end, which makes a word the
// beginning of others.
func withoutStars(s string) string {
	if !strings.Contains(s, "*") {
		return s
	}
	_, isPrefix := trimWord(s)
	s = strings.ReplaceAll(s, "*", "")
	if isPrefix {
		s += "*"
	}
	return s
}

// cutWord cuts what stands between two spaces at punctuation between letters:
// drugs/firearms, nca:fraud. What names a field stays whole, and so does a web
// address; a hyphen or an apostrophe is part of a word.
func cutWord(s string) []string {
	name, _, isField := strings.Cut(strings.TrimLeft(s, "-"), ":")
	if strings.Contains(s, "://") || (isField && slices.Contains(Fields, strings.ToLower(name))) {
		return []string{s}
	}
	var parts []string
	from := 0
	for at, r := range s {
		before, _ := utf8.DecodeLastRuneInString(s[:at])
		after, _ := utf8.DecodeRuneInString(s[at+utf8.RuneLen(r):])
		if strings.ContainsRune(",;:/+&—…|", r) && unicode.IsLetter(before) && unicode.IsLetter(after) {
			parts = append(parts, s[from:at])
			from = at + utf8.RuneLen(r)
		}
	}
	return append(parts, s[from:])
}

// trimWord takes the punctuation off both ends of a word, and every star: one
// at the end makes it the beginning of a word. A currency sign stays before a
// digit, a per cent sign behind one.
func trimWord(s string) (word string, isPrefix bool) {
	end := strings.TrimRightFunc(s, func(r rune) bool { return !isWordRune(r) && r != '*' && r != '%' })
	isPrefix = strings.HasSuffix(end, "*")
	s = strings.ReplaceAll(s, "*", "")
	first := strings.IndexFunc(s, isWordRune)
	if first < 0 {
		return "", false
	}
	last := strings.LastIndexFunc(s, isWordRune)
	_, size := utf8.DecodeRuneInString(s[last:])
	last += size
	if before, size := utf8.DecodeLastRuneInString(s[:first]); strings.ContainsRune("£€$", before) && first > 0 && unicode.IsDigit(rune(s[first])) {
		first -= size
	}
	if strings.HasPrefix(s[last:], "%") {
		last++
	}
	return s[first:last], isPrefix
}

func isWordRune(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }
