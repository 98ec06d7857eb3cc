package commitment

import (
	"strings"
	"unicode"
)

// unit is a sentence or a bullet: what is one commitment or none.
type unit struct {
	start, end int // code points in the text; a bullet's mark is outside
	leadIn     int // index of the unit that introduces the bullet, or -1
	bullet     bool
	opens      bool // it ends with a colon and bullets follow
}

const bulletMark = '•'

// cutUnits cuts a text into sentences and bullets.
func (v *Vocabulary) cutUnits(text []rune) []unit {
	var units []unit
	leadIn := -1
	for at := 0; at < len(text); {
		end := at
		for end < len(text) && text[end] != '\n' {
			end++
		}
		bullet := at < end && text[at] == bulletMark
		start := at
		if bullet {
			start = at + 1
		} else {
			leadIn = -1
		}
		for _, s := range v.sentences(text, start, end) {
			units = append(units, unit{start: s[0], end: s[1], leadIn: -1, bullet: bullet})
			u := &units[len(units)-1]
			if bullet {
				u.leadIn = leadIn
			}
		}
		last := len(units) - 1
		if last >= 0 && !bullet && end < len(text)-1 && text[end+1] == bulletMark && text[units[last].end-1] == ':' {
			units[last].opens = true
			leadIn = last
		}
		at = end + 1
	}
	return units
}

// sentences returns where the sentences of a line begin and end.
func (v *Vocabulary) sentences(text []rune, start, end int) [][2]int {
	var list [][2]int
	from := skipSpace(text, start, end)
	for i := from; i < end; i++ {
		if text[i] != '.' && text[i] != '?' && text[i] != '!' {
			continue
		}
		stop := i + 1
		for stop < end && strings.ContainsRune("’”\"')", text[stop]) {
			stop++
		}
		next := skipSpace(text, stop, end)
		if next == stop || next >= end || !opensSentence(text[next]) || text[i] == '.' && v.abbreviated(text[from:i]) {
			continue
		}
		list = append(list, [2]int{from, stop})
		from, i = next, next-1
	}
	for end > from && unicode.IsSpace(text[end-1]) {
		end--
	}
	if from < end {
		list = append(list, [2]int{from, end})
	}
	return list
}

func skipSpace(text []rune, at, end int) int {
	for at < end && unicode.IsSpace(text[at]) {
		at++
	}
	return at
}

func opensSentence(r rune) bool {
	return unicode.IsUpper(r) || unicode.IsDigit(r) || strings.ContainsRune("‘“\"'([£", r)
}

// abbreviated reports whether the stop after a text is one of an abbreviation or
// an initial.
func (v *Vocabulary) abbreviated(before []rune) bool {
	at := len(before)
	for at > 0 && !unicode.IsSpace(before[at-1]) && before[at-1] != '(' {
		at--
	}
	word := string(before[at:])
	initial := len([]rune(word)) == 1 && unicode.IsUpper(before[at])
	return initial || v.abbreviations[strings.ToLower(word)]
}
