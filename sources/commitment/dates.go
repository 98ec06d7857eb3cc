package commitment

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"
)

// date is a deadline or period as printed.
type date struct {
	text       string
	start, end int // bytes
	years      []int
}

// dates finds the deadlines and periods of a sentence: those that are neither
// over before publication nor part of a name nor in a past clause.
func (g *grammar) dates(text string) []date {
	from, to := mayHoldDate(text)
	if from == to {
		return nil
	}
	var list []date
	for _, m := range dateMatches(text[from:to]) {
		for k := range m {
			if m[k] >= 0 {
				m[k] += from
			}
		}
		d := date{start: m[0], end: m[1]}
		for k := 2; k+1 < len(m); k += 2 {
			if m[k] >= 0 {
				d.start, d.end = m[k], m[k+1]
			}
		}
		d.text = strings.TrimPrefix(strings.TrimSpace(text[d.start:d.end]), "the ")
		if yearToken.MatchString(text[d.start:d.end]) && followsDigit(text, d.end) || inName(text, d) || pastClause(text, d.start) {
			continue
		}
		d.years = g.yearsOf(d.text)
		if len(d.years) > 0 && g.over(d) {
			continue
		}
		list = append(list, d)
	}
	return list
}

var yearToken = regexp.MustCompile(`20\d\d`)

func followsDigit(text string, end int) bool {
	after := strings.TrimLeft(text[end:], "-–/") // AD 2018–23–51
	return after != "" && after[0] >= '0' && after[0] <= '9'
}

// over reports whether a date had passed when the document was published. Where
// nobody knows when that was, none has.
func (g *grammar) over(d date) bool {
	last := slices.Max(d.years)
	if g.year == 0 || last != g.year {
		return last < g.year
	}
	for i, name := range strings.Split(monthNames, "|") {
		if strings.Contains(d.text, name) {
			return i+1 < g.month
		}
	}
	return false
}

// inName reports whether a year belongs to a name or a title: "the Criminal
// Finances Act 2017", "the 2018 Strategy".
func inName(text string, d date) bool {
	if !yearToken.MatchString(d.text) {
		return false
	}
	before := strings.TrimRight(text[:d.start], " (")
	if open, shut := strings.LastIndexAny(before, "‘“"), strings.LastIndexAny(before, "’”"); open > shut {
		return true
	}
	word := before[strings.LastIndexByte(before, ' ')+1:]
	r, _ := utf8.DecodeRuneInString(word)
	capital := r >= 'A' && r <= 'Z' && !preposition(strings.ToLower(word)) && monthNumber(strings.ToLower(word)) == 0 && !strings.HasSuffix(before, ",")
	after := strings.TrimLeft(text[d.end:], " ")
	r, _ = utf8.DecodeRuneInString(after)
	bare := len(d.text) == 4 && (strings.HasSuffix(before, " the") || strings.HasSuffix(before, " its") || strings.HasSuffix(before, "The"))
	return capital && d.start > 0 || bare && after != "" && !strings.ContainsRune(".,;:)", r)
}

func preposition(w string) bool {
	switch w {
	case "in", "by", "from", "to", "until", "during", "of", "since", "before", "after", "and", "or", "for", "on", "between", "throughout", "early", "late":
		return true
	}
	return false
}

var pastMark = regexp.MustCompile(`(?i)\b(?:announced|established|launched|published|introduced|created|set up|begun|began|started|agreed|opened|completed|held|made|committed|signed|was|were|had|passed|enacted|conducted|increased|rose|fell|fallen)\b[^,;:.]*$`)

var futureMark = regexp.MustCompile(`(?i)\b(?:will|to be|due to|plans? to|intends? to)\b`)

// pastClause reports whether the words before a date, in its own clause, are in
// the past: "announced in December 2017".
func pastClause(text string, at int) bool {
	clause := text[:at]
	clause = clause[strings.LastIndexAny(clause, ",;:(")+1:]
	return pastMark.MatchString(clause) && !futureMark.MatchString(clause)
}

var numberWords = map[string]int{"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "twelve": 12, "eighteen": 18}

var yearSpan = regexp.MustCompile(`(20\d\d)(?:([/–-])(?:20)?(\d\d))?`)

// yearsOf returns the years that a date touches; periods count from publication.
func (g *grammar) yearsOf(text string) []int {
	var years []int
	for _, m := range yearSpan.FindAllStringSubmatch(text, -1) {
		first, _ := strconv.Atoi(m[1])
		last := first
		if m[3] != "" {
			n, _ := strconv.Atoi(m[3])
			last = first/100*100 + n
		}
		for y := first; y <= last && y < first+50; y++ {
			years = append(years, y)
		}
	}
	if len(years) > 0 || g.year == 0 {
		return years
	}
	return g.periodYears(strings.ToLower(text))
}

// periodYears returns the years of a period that is counted from publication.
func (g *grammar) periodYears(text string) []int {
	months := 0
	fields := strings.FieldsFunc(text, func(r rune) bool { return r == ' ' || r == '-' })
	for i, f := range fields {
		n, ok := numberWords[f]
		if !ok {
			n, _ = strconv.Atoi(f)
		}
		if n == 0 || i+1 == len(fields) {
			continue
		}
		switch strings.TrimSuffix(fields[i+1], "s") {
		case "year":
			months = 12 * n
		case "month":
			months = n
		case "week", "day":
			months = 1
		}
	}
	first, last := g.year, g.year
	switch {
	case months > 0:
		last = (g.year*12 + max(g.month, 1) - 1 + months) / 12
	case strings.Contains(text, "next year"):
		first, last = g.year+1, g.year+1
		if strings.Contains(text, "over") || strings.Contains(text, "within") {
			first = g.year
		}
	case !strings.Contains(text, "year"):
		return nil
	}
	var years []int
	for y := first; y <= last; y++ {
		years = append(years, y)
	}
	return years
}

func isYear(word string) bool {
	return len(word) == 4 && word[:2] == "20" && word[2] >= '0' && word[2] <= '9' && word[3] >= '0' && word[3] <= '9'
}

// monthNumber returns the number of a month by its name in small letters; 0 for
// another word. "May" is taken for a month only with a capital, by its callers.
func monthNumber(word string) int {
	for i, name := range strings.Split(monthNames, "|") {
		if strings.EqualFold(name, word) {
			return i + 1
		}
	}
	return 0
}

var sumPattern = regexp.MustCompile(`(?:£|€|US\$|\$)\d[\d,]*(?:\.\d+)?(?: ?(?:million|billion|trillion|thousand|bn|m|k)\b)?`)

// sums finds the sums of a sentence, with their pounds.
func sums(text string) (money []string, amounts []float64) {
	money, amounts = []string{}, []float64{}
	if !strings.Contains(text, "£") && !strings.Contains(text, "€") && !strings.Contains(text, "$") {
		return money, amounts
	}
	for _, s := range sumPattern.FindAllString(text, -1) {
		s = strings.TrimRight(s, ",")
		money = append(money, s)
		if number, ok := strings.CutPrefix(s, "£"); ok {
			amounts = append(amounts, pounds(number))
		}
	}
	return money, amounts
}

var scales = []struct {
	word  string
	times float64
}{{"million", 1e6}, {"billion", 1e9}, {"trillion", 1e12}, {"thousand", 1e3}, {"bn", 1e9}, {"m", 1e6}, {"k", 1e3}}

func pounds(number string) float64 {
	times := 1.0
	for _, s := range scales {
		if n, ok := strings.CutSuffix(number, s.word); ok {
			number, times = n, s.times
			break
		}
	}
	n, _ := strconv.ParseFloat(strings.ReplaceAll(strings.TrimSpace(number), ",", ""), 64)
	const pence = 100
	return float64(int64(n*times*pence+0.5)) / pence
}
