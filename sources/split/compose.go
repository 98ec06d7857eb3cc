package split

import (
	"regexp"
	"strings"
	"unicode"

	"socsearch/sources/document"
)

// piece is a line in its unit.
type piece struct {
	line
	newLine  bool // it begins a line of the clean text
	endsLine bool // the piece after it does
	full     bool // it reaches the right edge of its column
}

// compose joins the lines of a unit to clean text, books its characters under a
// reason, and returns the marks that it met with their places. addresses are
// whole web addresses that help to join broken ones.
func (s *splitter) compose(pieces []piece, reason string, addresses []string) (string, []document.Footnote) {
	c := composer{ledger: s.ledger, marks: s.marks, notes: s.notes, reason: reason}
	for i, p := range pieces {
		tail := lastToken(p.text)
		if tail == p.text && !c.space {
			tail = lastToken(c.out.String()) + tail
		}
		next := jointSpace
		if i+1 < len(pieces) {
			next = s.joint(tail, p, pieces[i+1], addresses)
		}
		c.write(p.line, next == jointDropHyphen)
		c.join(next)
	}
	return c.out.String(), c.footnotes
}

// composer writes clean text character by character, so that it knows the place
// of every one in the file and in the text.
type composer struct {
	ledger *ledger
	marks  map[int]mark
	notes  []document.Footnote
	reason string

	out       strings.Builder
	length    int  // code points written
	space     bool // a space is due before the next character
	footnotes []document.Footnote
}

func (c *composer) write(l line, dropHyphen bool) {
	text := c.ledger.text
	for at := l.from; at < l.to; at++ {
		if m, ok := c.marks[at]; ok && c.reason != InFootnote {
			note := c.notes[m.number-1]
			note.At = c.length
			c.footnotes = append(c.footnotes, note)
			c.ledger.settle(m.from, m.to, InMark)
			at = m.to - 1
			// Where only the mark parts two words, a space does now.
			c.space = c.space || m.to < l.to && unicode.IsLetter(text[m.to])
			continue
		}
		switch {
		case unicode.IsSpace(text[at]):
			c.space = true
		case dropHyphen && at == l.to-1:
			c.ledger.settle(at, at+1, LineEndHyphen)
		case string(text[at]) == softHyphen: // the word's after all
			c.put('-')
			c.ledger.settle(at, at+1, c.reason)
		default:
			c.put(text[at])
			c.ledger.settle(at, at+1, c.reason)
		}
	}
}

func (c *composer) put(r rune) {
	if c.space && c.length > 0 {
		c.out.WriteByte(' ')
		c.length++
	}
	c.space = false
	c.out.WriteRune(r)
	c.length++
}

// join makes the joint to the next piece.
func (c *composer) join(j joint) {
	switch j {
	case jointLine:
		c.out.WriteByte('\n')
		c.length++
		c.space = false
	case jointSpace:
		c.space = true
	default:
		c.space = false
	}
}

// lastToken returns what follows the last space or line break.
func lastToken(s string) string { return s[strings.LastIndexAny(s, " \n")+1:] }

// joint is how a line is joined to the one before it.
type joint int

const (
	jointSpace      joint = iota
	jointLine             // a line of its own
	jointGlue             // nothing between: a broken address, a word with a hyphen or slash
	jointDropHyphen       // the hyphen was the printer's and goes
)

// endsInDash matches a range or a number that a line's end breaks after its dash:
// "2018–", "9-". A dash between clauses has a space before it.
var endsInDash = regexp.MustCompile(`[\p{L}\p{N}]–$|\p{N}[-‐]$`)

var endsInHyphen = regexp.MustCompile(`\p{L}[-‐]$`)

// joint decides how piece b joins the text that ends in the word tail and the
// line a.
func (s *splitter) joint(tail string, a, b piece, addresses []string) joint {
	first, _, _ := strings.Cut(b.text, " ")
	switch {
	case b.newLine:
		return jointLine
	case strings.HasSuffix(tail, softHyphen):
		return s.words.softHyphen(tail, first)
	case continuesAddress(tail, first, addresses), a.full && fillsLineWithAddress(tail, first):
		return jointGlue
	case endsInDash.MatchString(tail) && startsWithLetterOrDigit(first), strings.HasSuffix(tail, "@"):
		return jointGlue
	case endsInHyphen.MatchString(tail) && !strings.Contains(tail, "://") && startsWithLetter(first):
		return s.words.hyphen(tail, first)
	case strings.HasSuffix(tail, "/") && !a.trailing:
		return jointGlue
	}
	return jointSpace
}

// continuesAddress reports whether a word goes on with a web address that a
// line's end broke: where whole addresses are known, if one of them says so,
// else if the break stands after a character that joins parts of one.
func continuesAddress(tail, word string, addresses []string) bool {
	at := strings.Index(tail, "http")
	if at < 0 || !strings.Contains(tail, "://") {
		return false
	}
	if len(addresses) == 0 {
		return strings.ContainsRune("/-_=&?%", rune(tail[len(tail)-1]))
	}
	joined := strings.TrimRight(tail[at:]+word, ".,;:)’”")
	for _, a := range addresses {
		if strings.HasPrefix(a, joined) {
			return true
		}
	}
	return false
}

// addressPart is a word that can only be a part of an address.
var addressPart = regexp.MustCompile(`^\S*[/=&?%_]\S|^\S+\.(?:html?|pdf|xlsx?|ods|csv|docx?|aspx?|php)\b`)

// fillsLineWithAddress reports whether a web address that reaches the end of a
// full line goes on with the next line's first word.
func fillsLineWithAddress(tail, word string) bool {
	return strings.Contains(tail, "://") && !strings.ContainsRune(".,;)", rune(tail[len(tail)-1])) &&
		!strings.Contains(word, "://") && addressPart.MatchString(word)
}

func startsWithLetterOrDigit(s string) bool {
	for _, r := range s {
		return unicode.IsLetter(r) || unicode.IsDigit(r)
	}
	return false
}

func startsWithLetter(s string) bool {
	for _, r := range s {
		return unicode.IsLetter(r)
	}
	return false
}
