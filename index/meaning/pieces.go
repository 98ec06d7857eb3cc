package meaning

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// Pieces with a meaning of their own.
const (
	pieceUnknown = 100
	pieceStart   = 101
	pieceEnd     = 102
)

// pieces are the parts of words that the model knows: words, beginnings, and
// with ## before them what may follow.
type pieces map[string]int32

func newPieces(lines []string) pieces {
	p := make(pieces, len(lines))
	for i, piece := range lines {
		p[piece] = int32(i)
	}
	return p
}

// of cuts a text into at most most pieces, the marks of its start and end among
// them: BERT's normalisation, lower case without accents, then WordPiece.
func (p pieces) of(text string, most int) []int32 {
	list := []int32{pieceStart}
	for _, word := range strings.Fields(spaceOut(text)) {
		if len(list) >= most-1 {
			break
		}
		list = p.appendWord(list, word)
	}
	return append(list[:min(len(list), most-1)], pieceEnd)
}

// spaceOut puts spaces around signs and ideographs and simplifies the rest.
func spaceOut(text string) string {
	var b strings.Builder
	b.Grow(len(text) + len(text)/8)
	for _, r := range norm.NFD.String(strings.ToLower(text)) {
		switch {
		case unicode.IsSpace(r):
			b.WriteByte(' ')
		case r == unicode.ReplacementChar, unicode.In(r, unicode.Mn, unicode.C):
		case isSign(r), unicode.Is(unicode.Han, r):
			b.WriteByte(' ')
			b.WriteRune(r)
			b.WriteByte(' ')
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}

// isSign reports whether a character is a word of its own: punctuation, and all
// of ASCII that is neither letter, digit nor space.
func isSign(r rune) bool {
	if r < unicode.MaxASCII {
		return !('a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' || '0' <= r && r <= '9')
	}
	return unicode.IsPunct(r)
}

// appendWord adds the longest pieces that make up a word.
func (p pieces) appendWord(list []int32, word string) []int32 {
	const longest = 100 // characters, of a word that is cut
	if len([]rune(word)) > longest {
		return append(list, pieceUnknown)
	}
	before := len(list)
	for at := 0; at < len(word); {
		id, n := p.longest(word[at:], at > 0)
		if n == 0 {
			return append(list[:before], pieceUnknown)
		}
		list = append(list, id)
		at += n
	}
	return list
}

// longest returns the longest piece with which a text begins, and its length.
func (p pieces) longest(text string, inside bool) (id int32, length int) {
	prefix := ""
	if inside {
		prefix = "##"
	}
	for n := len(text); n > 0; n-- {
		if id, ok := p[prefix+text[:n]]; ok {
			return id, n
		}
	}
	return 0, 0
}
