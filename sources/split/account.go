package split

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
)

// The reasons under which characters are accounted for. Manifests add their own
// (leave_out).
const (
	InPassage      = "passage"
	InFootnote     = "footnote"
	InMark         = "footnote mark"
	InHeading      = "heading"
	ParagraphNo    = "paragraph number"
	FootnoteNo     = "footnote number"
	RunningHead    = "running head"
	PageNo         = "page number"
	RepeatedURL    = "repeated web address"
	SidewaysFigure = "letters of a sideways figure"
	TableHead      = "repeated table head"
	LineEndHyphen  = "line-end hyphen"
)

// Account tells how many characters that aren't white space went where.
type Account struct {
	Total int
	Count map[string]int // by reason
	Words map[string]int // words that begin with such a character, by reason
}

// Reasons lists the reasons in order: what is kept first, then what is left out,
// each by name.
func (a Account) Reasons() []string {
	kept := []string{InPassage, InFootnote, InMark, InHeading}
	var rest []string
	for r := range a.Count {
		if !slices.Contains(kept, r) {
			rest = append(rest, r)
		}
	}
	slices.Sort(rest)
	return append(kept, rest...)
}

// ledger keeps the fate of each character of a text.
type ledger struct {
	text    []rune
	fate    []uint8 // index into reasons + 1; 0: not accounted for
	reasons []string
	err     error // the first character that was claimed twice
}

func newLedger(text string) *ledger {
	runes := []rune(text)
	return &ledger{text: runes, fate: make([]uint8, len(runes))}
}

// settle books the characters from..to under a reason.
func (l *ledger) settle(from, to int, reason string) {
	i := slices.Index(l.reasons, reason)
	if i < 0 {
		i = len(l.reasons)
		l.reasons = append(l.reasons, reason)
	}
	for at := from; at < to; at++ {
		if unicode.IsSpace(l.text[at]) {
			continue
		}
		if l.fate[at] != 0 && l.err == nil {
			l.err = fmt.Errorf("line %d: %q is counted as %s and as %s",
				l.lineNumber(at), string(l.text[at]), l.reasons[l.fate[at]-1], reason)
		}
		l.fate[at] = uint8(i + 1)
	}
}

// close checks that every character is booked once and sums them up.
func (l *ledger) close() (Account, error) {
	a := Account{Count: map[string]int{}, Words: map[string]int{}}
	if l.err != nil {
		return a, l.err
	}
	for at, r := range l.text {
		if unicode.IsSpace(r) {
			continue
		}
		if l.fate[at] == 0 {
			return a, fmt.Errorf("line %d: %q belongs to no passage: describe it in the manifest", l.lineNumber(at), l.restOfLine(at))
		}
		a.Total++
		reason := l.reasons[l.fate[at]-1]
		a.Count[reason]++
		if at == 0 || unicode.IsSpace(l.text[at-1]) {
			a.Words[reason]++
		}
	}
	return a, nil
}

// lineNumber returns the number, from 1, of the line that holds a place.
func (l *ledger) lineNumber(at int) int {
	n := 1
	for _, r := range l.text[:at] {
		if r == '\n' {
			n++
		}
	}
	return n
}

func (l *ledger) restOfLine(at int) string {
	rest := l.text[at:]
	if end := slices.Index(rest, '\n'); end >= 0 {
		rest = rest[:end]
	}
	return strings.TrimSpace(string(rest))
}
