package split

import (
	"strings"
	"unicode"
)

// line is one line of the file, or what is left of it after its number or label
// was taken off.
type line struct {
	from, to int // places in the text, white space trimmed off both ends
	page     int // printed page; 0 where the document has none
	text     string

	leading     int  // plain spaces that it begins with
	trailing    bool // white space after it
	blank       bool
	blankBefore bool // a blank line stands before it
	pageStart   bool // it is the first of its page
}

// cutLines cuts a text into lines. The text of each is normalised: single
// spaces, no-break spaces made spaces.
func cutLines(text []rune) []line {
	var lines []line
	for from := 0; from < len(text); {
		to := from
		for to < len(text) && text[to] != '\n' {
			to++
		}
		lines = append(lines, newLine(text, from, to))
		from = to + 1
	}
	for i := 1; i < len(lines); i++ {
		lines[i].blankBefore = lines[i-1].blank
	}
	return lines
}

func newLine(text []rune, from, to int) line {
	l := line{from: from, to: to}
	for l.from < l.to && text[l.from] == ' ' {
		l.from++
		l.leading++
	}
	for l.from < l.to && unicode.IsSpace(text[l.from]) {
		l.from++
	}
	for l.to > l.from && unicode.IsSpace(text[l.to-1]) {
		l.to--
		l.trailing = true
	}
	l.blank = l.from == l.to
	l.text = normalise(string(text[l.from:l.to]))
	return l
}

// without returns the line without its first n characters and the white space
// after them.
func (l line) without(text []rune, n int) line {
	rest := newLine(text, l.from+n, l.to)
	l.from, l.text = rest.from, rest.text
	return l
}

// normalise makes every run of white space one space.
func normalise(s string) string {
	return strings.Join(strings.Fields(s), " ")
}

// matchLines tells how many of the lines, joined, make exactly the wanted words;
// 0 if they don't.
func matchLines(lines []line, want string) int {
	rest := normalise(want)
	for i, l := range lines {
		if i > 0 && (l.blankBefore || l.pageStart) {
			return 0
		}
		after, found := strings.CutPrefix(rest, l.text)
		switch {
		case l.blank || !found:
			return 0
		case after == "":
			return i + 1
		}
		if rest, found = strings.CutPrefix(after, " "); !found {
			return 0
		}
	}
	return 0
}

func isBullet(s string) bool { return strings.HasPrefix(s, "•") }

func startsLower(s string) bool {
	for _, r := range s {
		return unicode.IsLower(r)
	}
	return false
}

// endsSentence reports whether a line ends as a sentence does.
func endsSentence(s string) bool {
	s = strings.TrimRight(s, "0123456789’”\"') ")
	return strings.HasSuffix(s, ".") || strings.HasSuffix(s, "?") || strings.HasSuffix(s, "!") || strings.HasSuffix(s, ":")
}

// trimLines trims every line of a text, and the blank lines at its ends.
func trimLines(s string) string {
	lines := strings.Split(strings.TrimSpace(s), "\n")
	for i := range lines {
		lines[i] = normalise(lines[i])
	}
	return strings.Join(lines, "\n")
}
