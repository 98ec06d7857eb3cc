package commitment

import (
	"regexp"
	"slices"
	"strings"
)

// How dates are written.

const monthNames = `January|February|March|April|May|June|July|August|September|October|November|December`

// datePatterns are a date, a year, a financial year, a span of years or a period, with
// what belongs to it as printed. Order matters: the longest forms stand first. Each is
// tried only where a text has a hint of it, and is short enough to be matched fast.
var datePatterns = []struct {
	hints   []string // a year in figures where there are none
	pattern *regexp.Regexp
}{
	{[]string{"next", "coming", "following"}, regexp.MustCompile(`(?i:\b(?:over|within|in|during|for) the (?:next|coming|following) (?:[\w-]+ )?(?:years?|months?|weeks?|days?|parliament|decade)\b)`)},
	{[]string{"ver ", "ithin "}, regexp.MustCompile(`(?i:\b(?:over|within) (?:[\d]+|two|three|four|five|six|seven|eight|nine|ten|twelve|eighteen) (?:years?|months?|weeks?|days?)\b)`)},
	{[]string{"nd of ", "ing of ", "tart of ", "iddle of "}, regexp.MustCompile(`(?i:\b(?:by |before )?(?:the )?)((?i:(?:end|beginning|start|middle) of (?:the|this|next) (?:financial |calendar |fiscal )?(?:year|parliament|decade|month)))\b`)},
	{nil, regexp.MustCompile(`\b((?i:(?:(?:the )?(?:end|beginning|start|middle) of|early in|late in|early|late|mid)[ -])?(?i:spring|summer|autumn|winter|\d{1,2}(?:st|nd|rd|th)?) ?(?:` + monthNames + `)? ?20\d\d)\b`)},
	{nil, regexp.MustCompile(`\b((?i:(?:the )?(?:end|beginning|start|middle) of |early in |late in |early |late |mid-)?(?:(?:` + monthNames + `) )?20\d\d(?:[/–-](?:20)?\d\d)?)`)},
	{[]string{"year"}, regexp.MustCompile(`\b((?i:(?:two|three|four|five|six|seven|eight|nine|ten|\d+)[ -]year))\b`)},
	{[]string{"ext ", "is year", "is financial year", "ater this", "oming "}, regexp.MustCompile(`(?i:\b(?:this|next|later this) (?:financial )?year\b|\bnext (?:month|spring|summer|autumn|winter)\b|\blater this (?:year|month|spring|summer|autumn|winter)\b|\bin the coming (?:years|months|weeks|year)\b)`)},
}

// dateMatches are the places of what may be dates in a text, as
// [regexp.Regexp.FindAllStringSubmatchIndex] has them: from left to right, none over
// another, and of those that begin together that of the first pattern.
func dateMatches(text string) [][]int {
	next := make([][]int, len(datePatterns)) // of each pattern, nil: no more
	years := yearToken.MatchString(text)
	for i, p := range datePatterns {
		if p.hints == nil && years || slices.ContainsFunc(p.hints, func(h string) bool { return strings.Contains(text, h) }) {
			next[i] = matchFrom(p.pattern, text, 0)
		}
	}
	var list [][]int
	for {
		var first []int
		for _, m := range next {
			if m != nil && (first == nil || m[0] < first[0]) {
				first = m
			}
		}
		if first == nil {
			return list
		}
		list = append(list, first)
		for i, m := range next {
			if m != nil && m[0] < first[1] {
				next[i] = matchFrom(datePatterns[i].pattern, text, first[1])
			}
		}
	}
}

// matchFrom is a pattern's first match from a place on, which is moved out of a word;
// nil for none.
func matchFrom(pattern *regexp.Regexp, text string, from int) []int {
	for from > 0 && from < len(text) && wordByte(text[from-1]) && wordByte(text[from]) {
		from++
	}
	m := pattern.FindStringSubmatchIndex(text[from:])
	for k := range m {
		if m[k] >= 0 {
			m[k] += from
		}
	}
	return m
}

// wordByte reports whether a byte is part of a word, as a pattern’s \b has it.
func wordByte(b byte) bool {
	return '0' <= b && b <= '9' || 'a' <= b && b <= 'z' || 'A' <= b && b <= 'Z' || b == '_'
}

// dateHints are words one of which every date has that has no year in figures.
var dateHints = []string{"year", " month", " week", " days", "arliament", "decade", "next ", "later this"}

// aroundDate is how many bytes of a date may stand before or after the hint, and
// more.
const aroundDate = 80

// mayHoldDate returns which part of a text may hold dates, as whole words; an
// empty one if none does. It saves the matching of most of the text.
func mayHoldDate(text string) (from, to int) {
	from, to = len(text), 0
	hint := func(at int) { from, to = min(from, at), max(to, at) }
	for at := 0; ; at += len("20") {
		i := strings.Index(text[at:], "20")
		if at += i; i < 0 || at+len("2019") > len(text) {
			break
		}
		if isYear(text[at : at+len("2019")]) {
			hint(at)
		}
	}
	for _, word := range dateHints {
		if i := strings.Index(text, word); i >= 0 {
			hint(i)
			hint(strings.LastIndex(text, word))
		}
	}
	if from > to {
		return 0, 0
	}
	from, to = max(from-aroundDate, 0), min(to+aroundDate, len(text))
	from = strings.LastIndexByte(text[:from], ' ') + 1
	if i := strings.IndexByte(text[to:], ' '); i >= 0 {
		return from, to + i
	}
	return from, len(text)
}
