package commitment

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// token is a word, a mark between clauses, or the whole name of a body.
type token struct {
	text, lower string
	start, end  int    // code points
	slug        string // of the organisation that it names, else ""
	mark        bool   // , ; : or –
	possessive  bool   // of the name of a body: it owns what follows
}

func (t token) capital() bool {
	return !t.mark && t.text != "" && unicode.IsUpper([]rune(t.text)[0])
}

// acronym reports whether the token is written like one: NDEC, SOCnet, SLPs.
func (t token) acronym() bool {
	upper := 0
	for _, r := range t.text {
		if unicode.IsUpper(r) {
			upper++
		}
	}
	return upper >= 2 && !strings.Contains(t.text, " ")
}

// longestPoint is how many characters a point has with its brackets: "(iv)".
const longestPoint = 5

// name is words that name a body.
type name struct {
	start, end int
	slug       string
}

// cutTokens cuts a piece of text into tokens. What stands in brackets or between
// quotation marks with more than a few words is left out: it isn't said by the
// sentence itself. A possessive "’s" ends the token it belongs to. printed is the
// piece itself; tokens share its bytes. They are appended to those given.
func cutTokens(tokens []token, text []rune, printed string, u unit, names []name) []token {
	words := slicer{text: text, printed: printed, at: u.start}
	for at := u.start; at < u.end; {
		r := text[at]
		for len(names) > 0 && names[0].start < at {
			names = names[1:]
		}
		if len(names) > 0 && names[0].start == at && names[0].end <= u.end {
			n := names[0]
			t := token{text: words.slice(n.start, n.end), start: n.start, end: n.end, slug: n.slug}
			t.lower = strings.ToLower(t.text)
			at = n.end
			if at+1 < u.end && strings.ContainsRune("’'", text[at]) && text[at+1] == 's' {
				t.possessive, at = true, at+2
			}
			tokens = append(tokens, t)
			continue
		}
		switch {
		case r == '(':
			end := closing(text, at, u.end, '(', ')')
			if n := len(tokens); n > 0 && conjunctions[tokens[n-1].lower] && end-at <= longestPoint { // "Article 28(3) and (4)"
				tokens = append(tokens, token{text: words.slice(at, end), lower: "point", start: at, end: end})
			}
			at = end
		case r == '“':
			at = quoted(text, at, u.end)
		case isMark(r) || r == '-' && at > u.start && text[at-1] == ' ':
			tokens = append(tokens, token{text: string(r), lower: string(r), start: at, end: at + 1, mark: true})
			at++
		case inWord(r):
			end := at
			for end < u.end && (inWord(text[end]) || end+1 < u.end && joins(text[end]) && inWord(text[end+1]) && inWord(text[end-1])) {
				end++
			}
			t := token{text: words.slice(at, end), start: at, end: end}
			t.lower = strings.ReplaceAll(strings.ToLower(t.text), "’", "'")
			tokens = appendWord(tokens, t)
			at = end
		default:
			at++
		}
	}
	return tokens
}

func inWord(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) || r == '£' || r == '%' }

// isMark reports whether a character parts clauses.
func isMark(r rune) bool { return r == ',' || r == ';' || r == ':' || r == '–' || r == '—' }

// joins reports whether a character within a word is part of it.
func joins(r rune) bool { return r == '’' || r == '\'' || r == '-' || r == '.' || r == '/' }

// closing returns the place after the bracket that closes the one at at.
func closing(text []rune, at, end int, open, close rune) int {
	depth := 0
	for i := at; i < end; i++ {
		switch text[i] {
		case open:
			depth++
		case close:
			if depth--; depth == 0 {
				return i + 1
			}
		}
	}
	return at + 1
}

// quoted returns where to go on at an opening quotation mark: after the closing
// one if what is quoted is more than a name, else just after the mark.
func quoted(text []rune, at, end int) int {
	const nameWords = 4
	stop := closing(text, at, end, '“', '”')
	if strings.Count(string(text[at:stop]), " ") >= nameWords {
		return stop
	}
	return at + 1
}

// appendWord adds a word, and two for "we’ll".
func appendWord(tokens []token, t token) []token {
	head, ok := t.lower, false
	if len(head) > len("'ll") && head[len(head)-1] == 'l' {
		head, ok = strings.CutSuffix(head, "'ll")
	}
	if !ok {
		return append(tokens, t)
	}
	n := len([]rune(head))
	first, second := t, t
	first.text, first.lower, first.end = string([]rune(t.text)[:n]), head, t.start+n
	second.text, second.lower, second.start = string([]rune(t.text)[n:]), "will", t.start+n
	return append(tokens, first, second)
}

// slicer cuts words out of a printed text by their code points, forwards only.
type slicer struct {
	text    []rune
	printed string // of the text from where it begins
	at      int    // code point
	bytes   int    // of printed before it
}

func (s *slicer) slice(start, end int) string {
	from := s.to(start)
	return s.printed[from:s.to(end)]
}

func (s *slicer) to(at int) int {
	for ; s.at < at; s.at++ {
		s.bytes += utf8.RuneLen(s.text[s.at])
	}
	return s.bytes
}
