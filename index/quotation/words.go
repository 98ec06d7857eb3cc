package quotation

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// join is what stands between a word and the one before it.
type join uint8

const (
	joinOther  join = iota // white space or punctuation
	joinHyphen             // a hyphen or dash without white space
	joinDash               // a dash with white space: punctuation
	joinLine               // a hyphen and a line's end: a hyphen, or a word broken there
)

// kind is what an element of a quotation is.
type kind uint8

const (
	kindWord    kind = iota
	kindGap          // an ellipsis
	kindBracket      // words in square brackets: anything may stand there
	kindPattern      // a word with a part in square brackets: "[t]he", "investigat[ed]"
)

// element is a word of a text, or a mark of change in a quotation. Offsets are
// bytes in the text.
type element struct {
	kind       kind
	key        string // lower case, apostrophes and compatibility forms alike
	form       string // as key, but in the letters' own case
	prefix     string // of a pattern, before and after its brackets; key is without the brackets
	suffix     string
	inside     []element // the words in brackets
	join       join
	start, end int
}

// lexer takes a text apart.
type lexer struct {
	s     string
	at    int
	quote bool // gaps and brackets mean something
	list  []element
	space bool // white space came since the last word
	line  bool // … with a line's end
	dash  bool
}

// words takes the words of a document's text.
func words(s string) []element { return lex(s, false) }

// elements takes the words and marks of a quotation.
func elements(s string) []element { return lex(s, true) }

func lex(s string, quote bool) []element {
	l := &lexer{s: s, quote: quote, space: true}
	for l.at < len(s) {
		r, size := utf8.DecodeRuneInString(s[l.at:])
		switch {
		case isWordRune(r) || isCurrency(r) && l.digitAfter(size) || r == '&':
			l.word()
		case quote && l.gap():
		case quote && r == '[' && l.bracket():
		case unicode.Is(unicode.Pd, r) || r == '−':
			l.dash, l.line = true, false
			l.at += size
		case unicode.IsSpace(r):
			l.space = true
			l.line = l.line || r == '\n'
			l.at += size
		case isInvisible(r):
			l.at += size
		default:
			if r != '>' { // the mark of a quoted line
				l.space = true
			}
			l.at += size
		}
	}
	return l.list
}

func (l *lexer) add(e element) {
	switch {
	case l.dash && l.line && l.space && l.hyphenBeforeLine():
		e.join = joinLine
	case l.dash && l.space:
		e.join = joinDash
	case l.dash:
		e.join = joinHyphen
	}
	l.list = append(l.list, e)
	l.space, l.line, l.dash = false, false, false
}

// hyphenBeforeLine reports whether the last word ends in a hyphen at a line's end.
func (l *lexer) hyphenBeforeLine() bool {
	if len(l.list) == 0 {
		return false
	}
	after := l.s[l.list[len(l.list)-1].end:]
	r, size := utf8.DecodeRuneInString(after)
	return (r == '-' || r == '‐') && strings.HasPrefix(strings.TrimLeft(after[size:], " \t\r"), "\n")
}

func (l *lexer) digitAfter(size int) bool {
	r, _ := utf8.DecodeRuneInString(l.s[l.at+size:])
	return unicode.IsDigit(r)
}

// word takes the word that begins here.
func (l *lexer) word() {
	start := l.at
	var form strings.Builder
	for l.at < len(l.s) {
		r, size := utf8.DecodeRuneInString(l.s[l.at:])
		next, _ := utf8.DecodeRuneInString(l.s[l.at+size:])
		digitBefore := l.at > start && isDigit(l.s[l.at-1])
		switch {
		case isInvisible(r):
		case isWordRune(r), l.at == start:
			form.WriteRune(r)
		case isApostrophe(r) && unicode.IsLetter(next) && l.at > start:
			form.WriteByte('\'')
		case (r == '.' || r == ',') && digitBefore && unicode.IsDigit(next):
			form.WriteRune(r)
		case r == '%' && digitBefore:
			form.WriteRune(r)
		case l.quote && r == '[' && l.pattern(start, form.String()):
			return
		default:
			l.addWord(start, form.String())
			return
		}
		l.at += size
		if r == '&' {
			break
		}
	}
	l.addWord(start, form.String())
}

func (l *lexer) addWord(start int, form string) {
	form = plain(form)
	l.add(element{key: strings.ToLower(form), form: form, start: start, end: l.at})
}

// plain writes compatibility forms, such as ligatures, as letters.
func plain(s string) string {
	for i := 0; i < len(s); i++ {
		if s[i] >= utf8.RuneSelf {
			return norm.NFKC.String(s)
		}
	}
	return s
}

// gap takes an ellipsis: "…", "...", ". . .", bare or in square brackets.
func (l *lexer) gap() bool {
	rest := l.s[l.at:]
	length := ellipsis(rest)
	if length == 0 && rest[0] == '[' {
		inner := strings.TrimLeft(rest[1:], " \t\r\n\u00a0")
		skipped := len(rest) - len(inner)
		if n := ellipsis(inner); n > 0 {
			after := strings.TrimLeft(inner[n:], " .\t\r\n\u00a0")
			if strings.HasPrefix(after, "]") {
				length = skipped + len(inner) - len(after) + 1
			}
		}
	}
	if length == 0 {
		return false
	}
	start := l.at
	l.at += length
	l.dash = false
	if n := len(l.list); n > 0 && l.list[n-1].kind == kindGap {
		l.list[n-1].end = l.at
	} else {
		l.add(element{kind: kindGap, start: start, end: l.at})
	}
	l.space = true
	return true
}

// ellipsis is the length of the ellipsis with which a text begins; 0 for none.
func ellipsis(s string) int {
	if strings.HasPrefix(s, "…") || strings.HasPrefix(s, "⋯") {
		return len("…")
	}
	dots, length := 0, 0
	for i := 0; i < len(s); {
		r, size := utf8.DecodeRuneInString(s[i:])
		switch {
		case r == '.':
			dots++
			length = i + 1
		case r != ' ' && r != '\u00a0' && r != '\u2009' && r != '\u202f':
			i = len(s)
		}
		i += size
	}
	if dots < 3 {
		return 0
	}
	return length
}

// maxBracket is the longest text in square brackets, in bytes.
const maxBracket = 300

// bracketEnd is where the brackets that open at i close; -1 if they don't.
func bracketEnd(s string, i int) int {
	depth := 0
	for j := i; j < len(s) && j < i+maxBracket; j++ {
		switch s[j] {
		case '[':
			depth++
		case ']':
			if depth--; depth == 0 {
				return j + 1
			}
		}
	}
	return -1
}

// bracket takes square brackets that begin here: a wildcard, or the beginning of
// a word as in "[t]he".
func (l *lexer) bracket() bool {
	end := bracketEnd(l.s, l.at)
	if end < 0 {
		return false
	}
	r, _ := utf8.DecodeRuneInString(l.s[end:])
	inside := l.s[l.at+1 : end-1]
	if isWordRune(r) && isLetters(inside) {
		return l.pattern(l.at, "")
	}
	start := l.at
	l.at = end
	l.add(element{kind: kindBracket, inside: words(inside), start: start, end: end})
	l.space = true
	return true
}

// pattern takes a word that has letters in brackets; a part of it may have
// been read.
func (l *lexer) pattern(start int, before string) bool {
	var whole, prefix, suffix strings.Builder
	whole.WriteString(before)
	prefix.WriteString(before)
	at, seen := l.at, false
	for at < len(l.s) {
		r, size := utf8.DecodeRuneInString(l.s[at:])
		if r == '[' {
			end := bracketEnd(l.s, at)
			if end < 0 || !isLetters(l.s[at+1:end-1]) {
				break
			}
			if seen { // what stands between brackets is no suffix
				suffix.Reset()
			}
			whole.WriteString(l.s[at+1 : end-1])
			at, seen = end, true
			continue
		}
		next, _ := utf8.DecodeRuneInString(l.s[at+size:])
		if !isWordRune(r) && !(isApostrophe(r) && unicode.IsLetter(next)) {
			break
		}
		if isApostrophe(r) {
			r = '\''
		}
		whole.WriteRune(r)
		if seen {
			suffix.WriteRune(r)
		}
		at += size
	}
	if !seen {
		return false
	}
	l.at = at
	l.add(element{
		kind: kindPattern, key: strings.ToLower(whole.String()), form: whole.String(),
		prefix: strings.ToLower(prefix.String()), suffix: strings.ToLower(suffix.String()), start: start, end: at,
	})
	return true
}

func isLetters(s string) bool {
	return strings.IndexFunc(s, func(r rune) bool { return !isWordRune(r) && !isApostrophe(r) }) < 0
}

func isWordRune(r rune) bool {
	return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.Is(unicode.M, r)
}

func isDigit(c byte) bool { return '0' <= c && c <= '9' }

func isCurrency(r rune) bool { return unicode.Is(unicode.Sc, r) }

func isApostrophe(r rune) bool {
	return r == '\'' || r == '’' || r == '‘' || r == 'ʼ' || r == '′' || r == '`' || r == '´'
}

// isInvisible reports whether a character has no width: a soft hyphen, a
// zero-width space.
func isInvisible(r rune) bool { return unicode.Is(unicode.Cf, r) }
