package layout

import (
	"regexp"
	"strconv"

	"socsearch/sources/document"
)

// numeral is the number of a paragraph as printed: 79, 4.12, 1.2.3, A1.1 or A.1.
type numeral struct {
	letter  string // of an annex
	chapter int    // 0 where numbers have one part
	section int    // 0 where they have fewer than three
	n       int
	style   document.Numbering
	spelt   string // without the stop
	length  int    // characters, the stop included
	run     *run
}

func (n numeral) String() string { return n.spelt }

var (
	// Some have a space before the stop.
	simpleNumeral = regexp.MustCompile(`^(\d{1,3})((?: ?\.)?)(?:\s|$)`)
	dottedNumeral = regexp.MustCompile(`^(([A-Z]?)(\d{1,2})(?:\.(\d{1,2}))?\.(\d{1,3}))(?: ?\.)?(?:\s|$)`)
	letterNumeral = regexp.MustCompile(`^(([A-Z])\.(\d{1,3}))(?: ?\.)?(?:\s|$)`)
)

// numeralOf reads the number that a line opens with.
func numeralOf(s string) (numeral, bool) {
	if m := dottedNumeral.FindStringSubmatch(s); m != nil {
		n := numeral{letter: m[2], chapter: number(m[3]), section: number(m[4]), n: number(m[5]), spelt: m[1], length: lengthOf(m[0]), style: document.NumberingChapter}
		if m[4] != "" {
			n.style = document.NumberingSection
		}
		return n, n.chapter > 0 && n.n > 0 && (m[4] == "" || n.section > 0)
	}
	if m := letterNumeral.FindStringSubmatch(s); m != nil {
		n := numeral{letter: m[2], n: number(m[3]), spelt: m[1], length: lengthOf(m[0]), style: document.NumberingChapter}
		return n, n.n > 0
	}
	m := simpleNumeral.FindStringSubmatch(s)
	if m == nil {
		return gluedNumeral(s)
	}
	n := numeral{n: number(m[1]), spelt: m[1], length: len(m[1]) + len(m[2]), style: document.NumberingPlain}
	if m[2] != "" {
		n.style = document.NumberingStop
	}
	return n, n.n > 0 && m[1][0] != '0'
}

// Numbers that no space parts from the first word: "12.The board", "4.3The board".
var (
	gluedSimple = regexp.MustCompile(`^(\d{1,3})\.\p{Lu}\p{Ll}`)
	gluedDotted = regexp.MustCompile(`^((\d{1,2})\.(\d{1,3}))\p{Lu}\p{Ll}`)
)

func gluedNumeral(s string) (numeral, bool) {
	if m := gluedDotted.FindStringSubmatch(s); m != nil {
		n := numeral{chapter: number(m[2]), n: number(m[3]), spelt: m[1], length: len(m[1]), style: document.NumberingChapter}
		return n, n.chapter > 0 && n.n > 0
	}
	if m := gluedSimple.FindStringSubmatch(s); m != nil {
		n := numeral{n: number(m[1]), spelt: m[1], length: len(m[1]) + 1, style: document.NumberingStop}
		return n, n.n > 0 && m[1][0] != '0'
	}
	return numeral{}, false
}

// number reads digits; 0 if there are none.
func number(s string) int {
	n, _ := strconv.Atoi(s) // the expressions above let nothing else through
	return n
}

// lengthOf returns how long a matched number is without white space after it.
func lengthOf(match string) int {
	n := len(match)
	for n > 0 && (match[n-1] == ' ' || match[n-1] == '\t') {
		n--
	}
	return n
}

// sameChapter tells whether numbers differ in nothing but their last part.
func sameChapter(a, b numeral) bool {
	return a.letter == b.letter && a.chapter == b.chapter && a.section == b.section
}

// succeeds tells whether a number is the one after the last, or the first of a
// chapter, section or annex that may follow: few are missing between. The first
// number of a section may follow the section's own (4.2.1 after 4.2), and the next
// section's its last (4.3 after 4.2.8).
func succeeds(last, n numeral) bool {
	switch steps, ok := chaptersBetween(last, n); {
	case sameChapter(last, n):
		return n.n == last.n+1
	case ok:
		return n.n == 1 && steps > 0 && steps <= widestGap
	case n.section > 0:
		return n.n == 1 && n.section >= last.n && n.section <= last.n+widestGap
	}
	return n.n == last.section+1
}

// chaptersBetween counts the chapters, sections or annexes from one number to
// another: of the outermost parts that differ. ok is false within a chapter of which
// only one has a section.
func chaptersBetween(last, n numeral) (steps int, ok bool) {
	switch {
	case n.letter != last.letter && last.letter == "":
		return int(n.letter[0]-'A') + 1, true
	case n.letter != last.letter:
		return int(firstByte(n.letter)) - int(last.letter[0]), true
	case n.chapter != last.chapter:
		return n.chapter - last.chapter, n.section <= widestGap
	}
	return n.section - last.section, (last.section == 0) == (n.section == 0)
}

func firstByte(s string) byte {
	if s == "" {
		return 0
	}
	return s[0]
}

// precedes tells whether a number stands before another.
func precedes(a, b numeral) bool {
	if sameChapter(a, b) {
		return a.n < b.n
	}
	steps, ok := chaptersBetween(a, b)
	return ok && steps > 0
}

// goesOver tells whether a number of the same style is the one after another,
// with no chapter missing.
func goesOver(a, b candidate) bool {
	return a.style == b.style && nextChapter(a.numeral, b.numeral) && succeeds(a.numeral, b.numeral)
}

// nextChapter tells whether a number stands in the chapter of another or in the one
// after it.
func nextChapter(a, b numeral) bool {
	if sameChapter(a, b) {
		return true
	}
	steps, ok := chaptersBetween(a, b)
	return ok && steps <= 1
}
