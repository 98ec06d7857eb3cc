package flow

import (
	"regexp"
	"strings"

	"socsearch/sources/document"
)

// numeral is the number that a block opens with, or that stands before it.
type numeral struct {
	document.Number
	parts  []int  // without the letters: 4 and 12 of A4.12
	letter string // of an annex, or a code: PM
	style  style
	length int // characters of the printed text, with its full stop or brackets
}

// style is how a number is printed.
type style string

const (
	plain   style = "79"
	stop    style = "79."
	round   style = "(79)"
	square  style = "[79]"
	chapter style = "4.12" // with or without a full stop
)

var (
	labelPattern  = regexp.MustCompile(`^(?:(?i:para(?:graph)?) )?([(\[]?)([A-Z]{0,3}\.?\d[\w.]*?)\.?([)\]]?)[.:]?$`)
	textPattern   = regexp.MustCompile(`^([(\[]?)((?:[A-Z]{1,3}\.?)?\d{1,3}(?:\.\d{1,3}){0,3}[a-z]?)((?: ?\.)?)([)\]]?)(?:\s|$)`)
	gluedPattern  = regexp.MustCompile(`^()((?:\d{1,2}\.)?\d{1,3})(\.?)()\p{Lu}\p{Ll}`)
	leadingLetter = regexp.MustCompile(`^[A-Z]*`)
)

// labelNumeral reads the number of a label.
func labelNumeral(label string) (numeral, bool) {
	m := labelPattern.FindStringSubmatch(label)
	if m == nil {
		return numeral{}, false
	}
	return newNumeral(m[2], m[1], m[3], strings.Contains(label, "."), len([]rune(label)))
}

// textNumeral reads the number that a text opens with.
func textNumeral(text string) (numeral, bool) {
	m := textPattern.FindStringSubmatch(text)
	if m == nil {
		if m = gluedPattern.FindStringSubmatch(text); m == nil || m[3] == "" && !strings.Contains(m[2], ".") {
			return numeral{}, false
		}
	}
	length := len(m[1]) + len(m[2]) + len(m[3]) + len(m[4])
	n, ok := newNumeral(m[2], m[1], m[4], m[3] != "", length)
	return n, ok && !strings.HasPrefix(m[2], "0")
}

func newNumeral(digits, open, end string, stopped bool, length int) (numeral, bool) {
	number, ok := document.ParseNumber(digits)
	if !ok || number.IsRoman() {
		return numeral{}, false
	}
	n := numeral{Number: number, length: length}
	rest := number.String()
	n.letter = leadingLetter.FindString(rest)
	rest = strings.TrimPrefix(strings.TrimPrefix(rest, n.letter), ".")
	for _, part := range strings.Split(rest, ".") {
		value := 0
		for _, c := range part {
			if c < '0' || c > '9' {
				break
			}
			value = 10*value + int(c-'0')
		}
		n.parts = append(n.parts, value)
	}
	switch {
	case (open == "(") != (end == ")") || (open == "[") != (end == "]"):
		return numeral{}, false // 1) is a list's
	case open == "(":
		n.style = round
	case open == "[":
		n.style = square
	case len(n.parts) > 1 || n.letter != "":
		n.style = chapter
	case stopped:
		n.style = stop
	default:
		n.style = plain
	}
	return n, true
}

func (n numeral) last() int { return n.parts[len(n.parts)-1] }

// widestGap is how many chapters, sections or numbers may be missing between two.
const widestGap = 3

// succeeds reports whether a number is the one after another, or the first of a
// chapter, section or annex that may follow it.
func succeeds(a, b numeral) bool {
	if a.Precedes(b.Number) {
		return true
	}
	near := func(from, to int) bool { return to > from && to <= from+widestGap }
	if a.letter != b.letter {
		if b.last() != 1 || len(b.letter) != 1 {
			return false
		}
		from := 'A' - 1
		if len(a.letter) == 1 {
			from = rune(a.letter[0])
		}
		return near(int(from), int(b.letter[0]))
	}
	switch x, y := a.parts, b.parts; {
	case len(x) == 1 || len(y) == 1:
		return false
	case x[0] != y[0]:
		return near(x[0], y[0]) && y[len(y)-1] == 1 && (len(y) == 2 || y[1] <= widestGap)
	case len(x) == 2 && len(y) == 3: // 4.2.1 after 4.2
		return y[2] == 1 && y[1] >= x[1] && y[1] <= x[1]+widestGap
	case len(x) == 3 && len(y) == 3:
		return y[2] == 1 && near(x[1], y[1])
	case len(x) == 3 && len(y) == 2: // 4.3 after 4.2.8
		return y[1] == x[1]+1
	}
	return false
}

// sameChapter reports whether numbers differ in their last part alone.
func sameChapter(a, b numeral) bool {
	return a.Chapter() == b.Chapter() && a.letter == b.letter && len(a.parts) == len(b.parts)
}
