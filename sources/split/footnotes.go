package split

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"socsearch/sources/document"
)

var webAddress = regexp.MustCompile(`^https?://\S+$`)

// mark is a footnote's number where the text cites it.
type mark struct {
	number   int
	from, to int // including a comma that parts it from the mark before
}

// takeFootnotes parts each page into its body, which it returns, and the notes
// at its foot, which it keeps with their marks in s.notes and s.marks.
func (s *splitter) takeFootnotes(lines []line) ([]line, error) {
	if s.manifest.Footnotes.Last == 0 {
		return lines, nil
	}
	var body []line
	for from := 0; from < len(lines); {
		to := from
		for to < len(lines) && lines[to].page == lines[from].page {
			to++
		}
		rest, err := s.takePageFootnotes(lines[from:to])
		if err != nil {
			return nil, fmt.Errorf("page %d: %w", lines[from].page, err)
		}
		body = append(body, rest...)
		from = to
	}
	if got, want := len(s.notes), s.manifest.Footnotes.Last; got != want {
		return nil, fmt.Errorf("found footnotes 1 to %d, but the manifest has footnotes.last %d", got, want)
	}
	return body, nil
}

// takePageFootnotes finds the notes of one page. They begin at the lowest line
// that opens with the number due next, such that the body above it carries the
// marks of all the notes below: a paragraph's number may look the same.
func (s *splitter) takePageFootnotes(page []line) ([]line, error) {
	notesEnd, repeated := s.repeatedAddresses(page)
	due := len(s.notes) + 1
	for at := notesEnd - 1; at >= 0; at-- {
		if !opensWith(page[at], due) {
			continue
		}
		notes := cutNotes(page[at:notesEnd], due)
		marks, ok := s.findMarks(page[:at], due, len(notes))
		if !ok {
			continue
		}
		for _, m := range marks {
			s.marks[m.from] = m
		}
		for i, note := range notes {
			s.composeNote(due+i, note, repeated)
		}
		return page[:at], s.settleRepeated(page[notesEnd:], due)
	}
	return page, nil
}

// repeatedAddresses finds the run of lines at a page's end that are web
// addresses and nothing else, after a blank line.
func (s *splitter) repeatedAddresses(page []line) (begin int, addresses []string) {
	begin = len(page)
	for i := len(page) - 1; i >= 0; i-- {
		if page[i].blank {
			continue
		}
		if !webAddress.MatchString(page[i].text) {
			break
		}
		addresses = append(addresses, page[i].text)
		if page[i].blankBefore {
			begin = i
		}
	}
	if begin == len(page) {
		addresses = nil
	}
	return begin, addresses
}

// settleRepeated books the addresses that a page repeats below its notes. Each must
// stand in one of the notes from number on.
func (s *splitter) settleRepeated(lines []line, number int) error {
	for _, l := range lines {
		cited := slices.ContainsFunc(s.notes[number-1:], func(n document.Footnote) bool {
			return strings.Contains(n.Text, l.text)
		})
		if !l.blank && !cited {
			return fmt.Errorf("%s stands below the footnotes, but none of them holds it", l.text)
		}
		s.ledger.settle(l.from, l.to, RepeatedURL)
	}
	return nil
}

// opensWith reports whether a line begins with a number and a space.
func opensWith(l line, number int) bool {
	return strings.HasPrefix(l.text, strconv.Itoa(number)+" ")
}

// cutNotes cuts the foot of a page into its notes; the first line opens note n.
func cutNotes(lines []line, n int) [][]line {
	var notes [][]line
	for _, l := range lines {
		switch {
		case l.blank:
		case opensWith(l, n+len(notes)):
			notes = append(notes, []line{l})
		default:
			last := len(notes) - 1
			notes[last] = append(notes[last], l)
		}
	}
	return notes
}

func (s *splitter) composeNote(number int, lines []line, addresses []string) {
	digits := len(strconv.Itoa(number))
	first := lines[0]
	s.ledger.settle(first.from, first.from+digits, FootnoteNo)
	pieces := []piece{{line: first.without(s.ledger.text, digits)}}
	for _, l := range lines[1:] {
		pieces = append(pieces, piece{line: l})
	}
	text, _ := s.compose(pieces, InFootnote, addresses)
	s.notes = append(s.notes, document.Footnote{Number: strconv.Itoa(number), Text: text, Page: document.OptionalInt(first.page)})
}

// findMarks finds the marks of count notes from number on, in reading order.
func (s *splitter) findMarks(body []line, number, count int) ([]mark, bool) {
	var marks []mark
	for n := number; n < number+count; n++ {
		m, ok := s.findMark(body, n, marks)
		if !ok {
			return nil, false
		}
		marks = append(marks, m)
	}
	return marks, true
}

// findMark finds the best place for note n's mark after the marks before it.
func (s *splitter) findMark(body []line, n int, before []mark) (mark, bool) {
	after := 0
	if len(before) > 0 {
		after = before[len(before)-1].to
	}
	best, bestLikeness := mark{}, 0
	for _, l := range body {
		for from := max(l.from, after); from < l.to; from++ {
			if like := s.likeness(l, from, n, after); like > bestLikeness {
				best, bestLikeness = mark{number: n, from: from, to: from + len(strconv.Itoa(n))}, like
			}
		}
	}
	if bestLikeness == likeFollowing { // take the comma along
		best.from = after
	}
	return best, bestLikeness > 0
}

// How much a number looks like a footnote's mark; 0 is not at all.
const (
	likeYear        = iota + 1 // glued to a year: 202570
	likeAfterYear              // glued to a year's stop or comma: 2010,3
	likeGlued                  // glued to a word, a bracket, or their stop: combined.1
	likeFollowing              // after another mark and a comma: 11, 12
	yearDigits      = 4
	maxMarkDistance = 3 // between two marks that share a place: ", "
)

var endsInYear = regexp.MustCompile(`(^|\D)((19|20)\d\d|(19|20)\d\d[/–-](\d\d|(19|20)\d\d))$`)

// likeness tells how much the characters at a place look like note n's mark.
func (s *splitter) likeness(l line, from, n, previousMark int) int {
	text := s.ledger.text
	digits := []rune(strconv.Itoa(n))
	to := from + len(digits)
	if to > l.to || !slices.Equal(text[from:to], digits) {
		return 0
	}
	if to < l.to && (unicode.IsLetter(text[to]) || unicode.IsDigit(text[to])) {
		return 0
	}
	before := string(text[l.from:from])
	if previousMark > l.from && previousMark <= from && from-previousMark < maxMarkDistance &&
		strings.TrimSpace(string(text[previousMark:from])) == "," {
		return likeFollowing
	}
	if before == "" || unicode.IsSpace(text[from-1]) {
		return 0
	}
	stem := strings.TrimRight(before, ".,;:")
	last, _ := lastRune(stem)
	switch {
	case endsInYear.MatchString(before):
		return likeYear
	case unicode.IsDigit(last) && stem != before && endsInYear.MatchString(stem):
		return likeAfterYear
	case unicode.IsLetter(last) || strings.ContainsRune(")]’”'\"!?%", last):
		return likeGlued
	}
	return 0
}

func lastRune(s string) (rune, bool) {
	runes := []rune(s)
	if len(runes) == 0 {
		return 0, false
	}
	return runes[len(runes)-1], true
}
