package numbering

import "socsearch/sources/document"

// WidestGap is how many chapters, sections or numbers may be missing between two that
// follow each other.
const WidestGap = 3

// Follows reports whether a number is the one after another, or the first of a chapter,
// section or annex that may come after it, a few missing between: 80 after 79, 26a after
// 26, 5.1 after 4.12, A1.1 after 9.3. The first number of a section may follow the
// section's own (4.2.1 after 4.2), and the next section's its last (4.3 after 4.2.8).
func Follows(a, b document.Number) bool {
	if a.Precedes(b) {
		return true
	}
	steps, ok := Chapters(a, b)
	switch {
	case SameChapter(a, b):
		return false
	case ok:
		return b.Int() == 1 && 0 < steps && steps <= WidestGap
	case chapter(a) != chapter(b) || a.Letters() != b.Letters():
		return false
	case b.Parts() > a.Parts():
		return b.Int() == 1 && within(section(b)-a.Int(), 0, WidestGap)
	}
	return b.Parts() > 1 && b.Int() == section(a)+1
}

func within(n, least, most int) bool { return least <= n && n <= most }

// SameChapter reports whether numbers differ in nothing but their last part.
func SameChapter(a, b document.Number) bool {
	return a.Chapter() == b.Chapter() && a.Letters() == b.Letters() && a.Parts() == b.Parts()
}

// Chapters counts the chapters, sections or annexes from one number to another: of the
// outermost parts that differ. ok is false within a chapter where only one number has a
// section, and where a section far into its chapter would be the first.
func Chapters(a, b document.Number) (steps int, ok bool) {
	switch {
	case a.Letters() != b.Letters():
		return annexes(b) - annexes(a), true
	case chapter(a) != chapter(b):
		return chapter(b) - chapter(a), section(b) <= WidestGap
	}
	return section(b) - section(a), (section(a) == 0) == (section(b) == 0)
}

// Before reports whether a number's chapter, or the number within it, comes before
// another's.
func Before(a, b document.Number) bool {
	if SameChapter(a, b) {
		return a.Compare(b) < 0
	}
	steps, ok := Chapters(a, b)
	return ok && steps > 0
}

// NextChapter reports whether a number stands in the chapter of another or in the one
// after it.
func NextChapter(a, b document.Number) bool {
	if SameChapter(a, b) {
		return true
	}
	steps, ok := Chapters(a, b)
	return ok && steps <= 1
}

// annexes is 1 for A, 2 for B; 0 without a letter. Codes of several letters are far from all others.
func annexes(n document.Number) int {
	const farAway = 1 << 20
	switch letters := n.Letters(); len(letters) {
	case 0:
		return 0
	case 1:
		return int(letters[0]-'A') + 1
	}
	return farAway
}

// chapter is 4 of 4.12 and of 4.2.1; 0 of 79 and of A.1.
func chapter(n document.Number) int {
	if n.Parts() < 2 {
		return 0
	}
	return max(n.Part(0), 0)
}

// section is 2 of 4.2.1; 0 of numbers with fewer than three parts.
func section(n document.Number) int {
	if n.Parts() < 3 {
		return 0
	}
	return n.Part(1)
}
