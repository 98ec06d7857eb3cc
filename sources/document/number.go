package document

import (
	"cmp"
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
)

// Number is the printed number of a paragraph, figure or footnote: 79, 4.12, 1.2.3,
// A1.1, B.1, 26a, PM15 or xii. Its grammar, which is the only one in the program:
//
//	number = part { "." part } | roman
//	part   = [ letters ] digits [ letter ] | letter
//
// letters are one to three capitals, those of an annex or a code; the letter after
// digits is small; the first part, if others follow, may be a letter alone. roman is a
// number in small Roman figures, as front matter has. Digits have no zero before them
// but the one of 4.01, and no number has more than four parts. The zero Number is none;
// equal Numbers are ==.
type Number struct {
	text  string
	parts [maxNumberParts]numberPart
	count uint8 // of parts
	roman bool
}

// numberPart is "A1", "26a" or "B".
type numberPart struct {
	letters [maxLetters]byte // capitals, then zeros
	suffix  byte             // small; 0 for none
	padded  bool             // it has a zero before its one digit
	n       int32            // letterAlone where there are no digits
}

const (
	maxNumberParts = 4 // more than any paper numbers by: 1.2.3.4 is a heading's
	maxLetters     = 3
	maxDigits      = 9 // they fit an int32
	letterAlone    = -1
)

// ParseNumber reads a number. ok is false for what is none. The letters of an annex
// may be small: a1.1 is A1.1.
func ParseNumber(s string) (n Number, ok bool) {
	n, length := ScanNumber(s)
	if length == 0 || length < len(s) {
		return Number{}, false
	}
	return n, true
}

// ScanNumber reads the number that a text begins with, the longest, and tells how many
// bytes it takes: 4.12 of "4.12. The police", 45 of "45th". length is 0 where it
// begins with none.
func ScanNumber(s string) (n Number, length int) {
	for int(n.count) <= maxNumberParts {
		p, l := scanPart(s[length:], n.count == 0)
		if l == 0 || p.n == letterAlone && n.count > 0 {
			if length < len(s) && isDigit(s[length]) { // 4.007
				return Number{}, 0
			}
			break
		}
		if n.count == maxNumberParts { // a fifth: it is none of ours
			return Number{}, 0
		}
		n.parts[n.count] = p
		n.count++
		length += l
		if length+1 >= len(s) || s[length] != '.' {
			break
		}
		length++
	}
	if length > 0 && s[length-1] == '.' { // it ends a sentence
		length--
	}
	if n.count == 0 || n.count == 1 && n.parts[0].n == letterAlone {
		return scanRoman(s)
	}
	n.text = printed(s[:length])
	return n, length
}

// printed is a number with its letters as they are printed: capitals before digits.
func printed(s string) string {
	if !strings.ContainsFunc(s, func(r rune) bool { return 'a' <= r && r <= 'z' }) {
		return s
	}
	text := []byte(s)
	for i, c := range text {
		if isLetter(c) && (i == 0 || !isDigit(text[i-1])) {
			text[i] = upper(c)
		}
	}
	return string(text)
}

// scanPart reads one part, which may open the number; length is 0 for none.
func scanPart(s string, opens bool) (p numberPart, length int) {
	i := 0
	for i < len(s) && isLetter(s[i]) {
		if i == maxLetters {
			return p, 0
		}
		if (s[i] == upper(s[i])) != (s[0] == upper(s[0])) { // The5 is a word with a note's mark
			return p, 0
		}
		p.letters[i] = upper(s[i])
		i++
	}
	first := i
	for i < len(s) && isDigit(s[i]) {
		if i-first == maxDigits {
			return p, 0
		}
		p.n = 10*p.n + int32(s[i]-'0')
		i++
	}
	digits := i - first
	switch {
	case digits == 0 && first == 1:
		p.n = letterAlone
		return p, i
	case digits == 0:
		return p, 0
	case digits > 1 && s[first] == '0':
		if p.padded = digits == 2 && p.n > 0 && first == 0 && !opens; !p.padded {
			return p, 0
		}
	}
	if i < len(s) && 'a' <= s[i] && s[i] <= 'z' && (i+1 == len(s) || !isLetter(s[i+1]) && !isDigit(s[i+1])) {
		p.suffix = s[i]
		i++
	}
	return p, i
}

var romanPattern = regexp.MustCompile(`^x{0,3}(?:ix|iv|v?i{0,3})$`)

// scanRoman reads a number in small Roman figures.
func scanRoman(s string) (n Number, length int) {
	for length < len(s) && strings.IndexByte("ivx", s[length]) >= 0 {
		length++
	}
	if length == 0 || length < len(s) && (isLetter(s[length]) || isDigit(s[length])) || !romanPattern.MatchString(s[:length]) {
		return Number{}, 0
	}
	n = Number{text: s[:length], count: 1, roman: true}
	n.parts[0].n = int32(romanValue(n.text))
	return n, length
}

func isLetter(c byte) bool { return 'a' <= c|0x20 && c|0x20 <= 'z' }

func isDigit(c byte) bool { return '0' <= c && c <= '9' }

func upper(c byte) byte {
	if 'a' <= c && c <= 'z' {
		c -= 'a' - 'A'
	}
	return c
}

func romanValue(s string) int {
	values := map[byte]int{'i': 1, 'v': 5, 'x': 10}
	total := 0
	for i := range len(s) {
		v := values[s[i]]
		if i+1 < len(s) && values[s[i+1]] > v {
			v = -v
		}
		total += v
	}
	return total
}

// String is the number as it is printed; "" for none.
func (n Number) String() string { return n.text }

// MarshalText writes the number as it is printed.
func (n Number) MarshalText() ([]byte, error) { return []byte(n.text), nil }

// UnmarshalText reads a printed number; the empty text is none.
func (n *Number) UnmarshalText(text []byte) error {
	var ok bool
	if *n, ok = ParseNumber(string(text)); !ok && len(text) > 0 {
		return fmt.Errorf("%q is no printed number", text)
	}
	return nil
}

func (n Number) all() []numberPart { return n.parts[:n.count] }

// last is the last part; a zero one of no number.
func (n Number) last() numberPart {
	if n.count == 0 {
		return numberPart{}
	}
	return n.parts[n.count-1]
}

// letterText is the letters before a part's digits.
func (p numberPart) letterText() string { return strings.TrimRight(string(p.letters[:]), "\x00") }

// Parts is how many parts the number has: two of 4.12.
func (n Number) Parts() int { return int(n.count) }

// Part is the value of the part at i: 4 and 12 of 4.12; -1 of a letter alone.
func (n Number) Part(i int) int { return int(n.parts[i].n) }

// Letters are those before the first part's digits: A of A1.1 and of A.1, PM of PM15; ""
// for none.
func (n Number) Letters() string { return n.parts[0].letterText() }

// IsPlain reports whether the number is a whole one: 79.
func (n Number) IsPlain() bool {
	return n.count == 1 && !n.roman && n.parts[0].letters == [maxLetters]byte{} && n.parts[0].suffix == 0
}

// Int is the value of a plain or Roman number, or of the last part of another: 12 of
// 4.12.
func (n Number) Int() int { return int(n.last().n) }

// Chapter is what stands before the last part, with its full stop: "4." of 4.12; ""
// of 79.
func (n Number) Chapter() string {
	return n.text[:strings.LastIndexByte(n.text, '.')+1]
}

// Compare puts numbers into reading order: Roman ones first, 9 before 10, 26 before
// 26a before 27, 4.9 before 4.10, 3 before 3.1, and those of annexes last.
func (n Number) Compare(m Number) int {
	if n.roman != m.roman {
		if n.roman {
			return -1
		}
		return 1
	}
	return slices.CompareFunc(n.all(), m.all(), func(a, b numberPart) int {
		x, y := a.letterText(), b.letterText()
		padding := 0
		if a.padded != b.padded {
			padding = 1
			if b.padded {
				padding = -1
			}
		}
		return cmp.Or(cmp.Compare(len(x), len(y)), cmp.Compare(x, y), cmp.Compare(a.n, b.n), cmp.Compare(a.suffix, b.suffix), padding)
	})
}

// Precedes reports whether m is the number right after n in one count: 79 and 80,
// 4.12 and 4.13, 26 and 26a, 26a and 26b or 27. It doesn't count on from chapter to
// chapter.
func (n Number) Precedes(m Number) bool {
	if n.roman != m.roman || n.count != m.count || n.count == 0 {
		return false
	}
	before := n.count - 1
	if !slices.Equal(n.parts[:before], m.parts[:before]) {
		return false
	}
	a, b := n.last(), m.last()
	switch {
	case a.letters != b.letters:
		return false
	case b.n == a.n+1:
		return b.suffix == 0 || b.suffix == 'a'
	case b.n != a.n || b.suffix == 0 || a.padded != b.padded:
		return false
	case a.suffix == 0:
		return b.suffix == 'a'
	}
	return b.suffix == a.suffix+1
}

// UpTo lists the numbers from n to m, at most so many. From chapter to chapter it
// can't know where one ends: it goes through as many numbers of each as any has.
func (n Number) UpTo(m Number, most int) []Number {
	const longestChapter = 100 // paragraphs
	list := []Number{n}
	add := func(prefix string, i int) {
		text := strconv.Itoa(i)
		if (n.last().padded || m.last().padded) && i < 10 {
			text = "0" + text
		}
		if next, ok := ParseNumber(prefix + text); ok && len(list) < most && n.Compare(next) < 0 && next.Compare(m) < 0 {
			list = append(list, next)
		}
	}
	if first := n.parts[0]; n.count == m.count && !n.roman && !m.roman && first.letters == m.parts[0].letters {
		switch {
		case n.Chapter() == m.Chapter():
			for i := n.Int(); i < m.Int() && len(list) < most; i++ {
				add(n.prefix(), i+1)
			}
		case n.count == 2:
			for chapter := first.n; chapter <= m.parts[0].n && len(list) < most; chapter++ {
				for i := range longestChapter {
					add(first.letterText()+strconv.Itoa(int(chapter))+".", i+1)
				}
			}
		}
	}
	if n.Compare(m) < 0 {
		list = append(list[:min(len(list), most-1)], m)
	}
	return list
}

// prefix is what stands before the last part's digits: "4." of 4.12, "PM" of PM15.
func (n Number) prefix() string { return n.Chapter() + n.last().letterText() }

// Distance tells how far two numbers of a document are apart, to find the nearest of
// one that there isn't: parts before the last count first. It is larger than any
// other for numbers of unlike kinds.
func (n Number) Distance(m Number) [maxNumberParts]int {
	var d [maxNumberParts]int
	const unlike = 1 << 40
	for i := range max(n.count, m.count) {
		switch {
		case i >= n.count || i >= m.count:
			d[i] = 1
		case n.parts[i].letters != m.parts[i].letters || n.roman != m.roman:
			d[i] = unlike
		default:
			d[i] = abs(int(n.parts[i].n) - int(m.parts[i].n))
		}
	}
	return d
}

func abs(n int) int { return max(n, -n) }

// ParseRange reads two numbers with a hyphen or dash between: "79-82", "4.12–4.15",
// "A1.1-A1.3". An end that leaves out what it shares with the beginning is written
// out: "134–37", "4.12–15". ok is false for what is no range, or runs backwards.
func ParseRange(s string) (from, to Number, ok bool) {
	first, last, isRange := strings.Cut(strings.NewReplacer("–", "-", "—", "-").Replace(s), "-")
	if !isRange {
		return from, to, false
	}
	if from, ok = ParseNumber(first); !ok {
		return from, to, false
	}
	if to, ok = ParseNumber(WrittenOut(first, last)); !ok || last == "" || from.Compare(to) > 0 {
		return Number{}, Number{}, false
	}
	return from, to, true
}

// WrittenOut writes out the end of a range that leaves out what it shares with the
// beginning: 37 of 134–37 is 137, 15 of 4.12–15 is 4.15.
func WrittenOut(from, to string) string {
	dot := strings.LastIndexByte(from, '.') + 1
	if strings.Contains(to, ".") || strings.ContainsFunc(to, func(r rune) bool { return r < '0' || r > '9' }) {
		return to
	}
	if last := from[dot:]; len(to) < len(last) && !strings.ContainsFunc(last, func(r rune) bool { return r < '0' || r > '9' }) {
		to = last[:len(last)-len(to)] + to
	}
	return from[:dot] + to
}
