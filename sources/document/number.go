package document

import (
	"cmp"
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
// digits is small; a part that is a letter alone is the first. roman is a number in
// small Roman figures, as front matter has. Digits have no zeros before them, and no
// number has more than four parts. The zero Number is none.
type Number struct {
	text  string
	parts []numberPart
	roman bool
}

// numberPart is "A1", "26a" or "B".
type numberPart struct {
	letters string // in capitals; "" for none
	n       int    // 0 where there are no digits
	suffix  string // small; "" for none
}

var (
	partPattern  = regexp.MustCompile(`^([A-Za-z]{0,3})(0|[1-9]\d{0,8})([a-z]?)$|^([A-Za-z])$`)
	romanPattern = regexp.MustCompile(`^x{0,3}(?:ix|iv|v?i{0,3})$`)
)

// maxNumberParts is more than any paper numbers by: 1.2.3.4 is a heading's.
const maxNumberParts = 4

// ParseNumber reads a number. ok is false for what is none. The letters of an annex
// may be small: a1.1 is A1.1.
func ParseNumber(s string) (n Number, ok bool) {
	if s != "" && romanPattern.MatchString(s) {
		return Number{text: s, parts: []numberPart{{n: romanValue(s)}}, roman: true}, true
	}
	fields := strings.Split(s, ".")
	if len(fields) > maxNumberParts {
		return Number{}, false
	}
	n = Number{parts: make([]numberPart, 0, len(fields))}
	var printed []string
	for i, field := range fields {
		m := partPattern.FindStringSubmatch(field)
		if m == nil || m[4] != "" && (i > 0 || len(fields) == 1) {
			return Number{}, false
		}
		p := numberPart{letters: strings.ToUpper(m[1] + m[4]), suffix: m[3]}
		p.n, _ = strconv.Atoi(m[2]) // nine digits at most
		n.parts = append(n.parts, p)
		printed = append(printed, p.letters+m[2]+p.suffix)
	}
	n.text = strings.Join(printed, ".")
	return n, true
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

// IsPlain reports whether the number is a whole one: 79.
func (n Number) IsPlain() bool {
	return len(n.parts) == 1 && !n.roman && n.parts[0].letters == "" && n.parts[0].suffix == ""
}

// Int is the value of a plain or Roman number, or of the last part of another: 12 of
// 4.12.
func (n Number) Int() int {
	if len(n.parts) == 0 {
		return 0
	}
	return n.parts[len(n.parts)-1].n
}

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
	return slices.CompareFunc(n.parts, m.parts, func(a, b numberPart) int {
		return cmp.Or(cmp.Compare(len(a.letters), len(b.letters)), cmp.Compare(a.letters, b.letters), cmp.Compare(a.n, b.n), cmp.Compare(a.suffix, b.suffix))
	})
}

// Precedes reports whether m is the number right after n in one count: 79 and 80,
// 4.12 and 4.13, 26 and 26a, 26a and 26b or 27. It doesn't count on from chapter to
// chapter.
func (n Number) Precedes(m Number) bool {
	if n.roman != m.roman || len(n.parts) != len(m.parts) || len(n.parts) == 0 {
		return false
	}
	last := len(n.parts) - 1
	if !slices.Equal(n.parts[:last], m.parts[:last]) {
		return false
	}
	a, b := n.parts[last], m.parts[last]
	switch {
	case a.letters != b.letters:
		return false
	case b.n == a.n+1:
		return b.suffix == "" || b.suffix == "a"
	case b.n != a.n || b.suffix == "":
		return false
	case a.suffix == "":
		return b.suffix == "a"
	}
	return b.suffix[0] == a.suffix[0]+1
}

// UpTo lists the numbers from n to m, at most so many. From chapter to chapter it
// can't know where one ends: it goes through as many numbers of each as any has.
func (n Number) UpTo(m Number, most int) []Number {
	const longestChapter = 100 // paragraphs
	list := []Number{n}
	add := func(text string) {
		if next, ok := ParseNumber(text); ok && len(list) < most && n.Compare(next) < 0 && next.Compare(m) < 0 {
			list = append(list, next)
		}
	}
	if len(n.parts) == len(m.parts) && !n.roman && !m.roman && n.parts[0].letters == m.parts[0].letters {
		switch {
		case n.Chapter() == m.Chapter():
			for i := n.Int(); i < m.Int() && len(list) < most; i++ {
				add(n.prefix() + strconv.Itoa(i+1))
			}
		case len(n.parts) == 2:
			for chapter := n.parts[0].n; chapter <= m.parts[0].n && len(list) < most; chapter++ {
				for i := range longestChapter {
					add(n.parts[0].letters + strconv.Itoa(chapter) + "." + strconv.Itoa(i+1))
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
func (n Number) prefix() string { return n.Chapter() + n.parts[len(n.parts)-1].letters }

// Distance tells how far two numbers of a document are apart, to find the nearest of
// one that there isn't: parts before the last count first. It is larger than any
// other for numbers of unlike kinds.
func (n Number) Distance(m Number) [maxNumberParts]int {
	var d [maxNumberParts]int
	const unlike = 1 << 40
	for i := range max(len(n.parts), len(m.parts)) {
		switch {
		case i >= len(n.parts) || i >= len(m.parts):
			d[i] = 1
		case n.parts[i].letters != m.parts[i].letters || n.roman != m.roman:
			d[i] = unlike
		default:
			d[i] = abs(n.parts[i].n - m.parts[i].n)
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
