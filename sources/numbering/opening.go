package numbering

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"socsearch/sources/document"
)

// Opening is the number that a paragraph opens with, as it is printed.
type Opening struct {
	document.Number
	Style  Style
	Length int // bytes, with its full stop or brackets
}

// Style is how a number is printed.
type Style string

const (
	Plain   Style = "79"
	Stop    Style = "79."
	Round   Style = "(79)"
	Square  Style = "[79]"
	Chapter Style = "4.12" // of several parts or with a letter; a full stop may follow
)

// The largest numbers that a paragraph opens with: larger ones are years or amounts.
const (
	mostParagraphs = 999 // 999, 4.999
	mostChapters   = 99  // of chapters and sections: 99.1
)

// Open reads the number that a text opens with: of "79. The police", "[12] It was",
// "A1.1 This" and "4.3The board", but not of "2018 was" or "0.5 per cent". White space or
// the end of the text follows, or a capitalised word that no space parts from a number
// with a full stop. A list's "1)" opens with none. ok is false where there is none.
func Open(text string) (o Opening, ok bool) {
	o, rest, ok := scan(text)
	if !ok || !opens(o.Number, strings.TrimLeft(text, "([")) {
		return Opening{}, false
	}
	glued := (o.Style == Stop || o.Parts() > 1) && o.Letters() == "" && (startsWithWord(rest) || startsWithArticle(rest))
	return o, glued || startsWithSpace(rest)
}

// startsWithArticle reports whether a text begins with a word of one capital letter: "A clerk",
// "I saw".
func startsWithArticle(s string) bool {
	if len(s) < 3 || s[0] != 'A' && s[0] != 'I' || s[1] != ' ' {
		return false
	}
	return s[2] >= 'a' && s[2] <= 'z'
}

// OfLabel reads the number of what stands before a paragraph as a label of its own, as
// in a list of Word's: "79.", "(12)", "Para 4.12", "1204:". Its length is the label's.
func OfLabel(label string) (o Opening, ok bool) {
	number := labelWord.ReplaceAllString(label, "")
	o, rest, ok := scan(number)
	if o.Length = len(label); !ok || rest != "" && rest != "." && rest != ":" {
		return Opening{}, false
	}
	return o, true
}

var labelWord = regexp.MustCompile(`^(?i:para(?:graph)?) `)

var closing = map[byte]byte{'(': ')', '[': ']'}

// scan reads a number with its full stop or in its brackets; rest is what follows.
func scan(text string) (o Opening, rest string, ok bool) {
	if text == "" {
		return Opening{}, "", false
	}
	end, bracketed := closing[text[0]]
	if bracketed {
		o.Length = 1
	}
	var length int
	o.Number, length = document.ScanNumber(text[o.Length:])
	if length == 0 || o.IsRoman() {
		return Opening{}, "", false
	}
	o.Length += length
	stopped := false
	switch rest = text[o.Length:]; {
	case bracketed && (rest == "" || rest[0] != end):
		return Opening{}, "", false
	case bracketed:
		o.Length++
	case strings.HasPrefix(rest, "."), strings.HasPrefix(rest, " ."):
		stopped = true
		o.Length += strings.IndexByte(rest, '.') + 1
	}
	o.Style = styleOf(o.Number, text[0], stopped)
	return o, text[o.Length:], true
}

func styleOf(n document.Number, first byte, stopped bool) Style {
	switch {
	case first == '(':
		return Round
	case first == '[':
		return Square
	case n.Parts() > 1 || n.Letters() != "":
		return Chapter
	case stopped:
		return Stop
	}
	return Plain
}

// opens reports whether the number with which a printed text begins may be a paragraph's:
// its letters are capitals, its parts small, and none of them is 0.
func opens(n document.Number, printed string) bool {
	if strings.IndexFunc(printed, unicode.IsLower) == 0 || n.Int() > mostParagraphs {
		return false
	}
	for i := range n.Parts() {
		if v := n.Part(i); v == 0 || i+1 < n.Parts() && v > mostChapters {
			return false
		}
	}
	return true
}

// startsWithWord reports whether a text begins with a capitalised word.
func startsWithWord(s string) bool {
	first, size := utf8.DecodeRuneInString(s)
	second, _ := utf8.DecodeRuneInString(s[size:])
	return unicode.IsUpper(first) && unicode.IsLower(second)
}

func startsWithSpace(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return s == "" || unicode.IsSpace(r)
}
