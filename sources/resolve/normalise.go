package resolve

import (
	"cmp"
	"regexp"
	"slices"
	"strconv"
	"strings"
)

// People write one place in many ways. What is only a way of writing is undone
// before the grammar sees it: here as text, below as tokens.

// labels are the words before numbers, as a pattern.
const labels = `paragraphs?|paras?|pars?|pages?|pgs?|pp?|footnotes?|fns?|notes?|nn?|figures?|figs?|recommendations?|conclusions?|box`

var (
	// crossReference is OSCOLA's way back to an earlier note of the writer's own:
	// "HM Government (n 3) para 80" (OSCOLA 1.2.1). It is no footnote of the document.
	// After a number that isn't a year it is one: "para 70 (n 39)".
	crossReference = regexp.MustCompile(`(?i)\(\s*nn?\.?\s*\d+\s*\)`)
	numberAtEnd    = regexp.MustCompile(`\d+\]?\s*$`)
	// bracketed is a paragraph number in square brackets (OSCOLA 2.1.3): "[79]–[82]".
	bracketed = regexp.MustCompile(`\[\s*([A-Za-z]?\d[\d.]{0,8})\s*(?:[-–—−]\s*([A-Za-z]?\d[\d.]{0,8})\s*)?\]`)
	// numberOf is the word "number" after a label: "para no. 79".
	numberOf = regexp.MustCompile(`(?i)\b(` + labels + `)(\.?\s+)(?:no|nos|num|number|numbers)\b\.?\s*(\d)`)
	// zeros are those before a number that has a label: "para 079".
	zeros = regexp.MustCompile(`(?i)\b(` + labels + `)(\.?\s*)0+(\d)`)
	// ordinal is a place counted with an ordinal: "the 79th paragraph".
	ordinal = regexp.MustCompile(`(?i)\b(\d+)(?:st|nd|rd|th) (paragraph|para|page|footnote|figure)\b`)
	// ordinalWord is the same in words: "the third paragraph of the foreword".
	ordinalWord = regexp.MustCompile(`(?i)\b(` + strings.Join(ordinals, "|") + `) (paragraph|para)\b`)
	// commandPaper is the long name of a series: "Command Paper 9718".
	commandPaper = regexp.MustCompile(`(?i)\bcommand paper(?: no\.?| number)? ((?:(?:cmn?d?|cp)\.? ?)?)(\d{1,4})\b`)
	// negative is a number below zero: there is no such place.
	negative = regexp.MustCompile(`(?i)\b(?:` + labels + `)\.?\s+[-−–]\d`)
	// following is what says that more follows without saying how much: "79ff".
	following = regexp.MustCompile(`(?i)(\d)\s*(?:ff?\b\.?|et seqq?\b\.?|et sequentes\b|,? and following\b|(?:and )?onwards?\b)`)
	// supra are other styles' ways back to a note of the writer's own: "supra note 39"
	// (Bluebook rule 4.2), "above n 39" (AGLC rule 1.4), "n 39 above".
	supra = regexp.MustCompile(`(?i)\b(?:(?:supra|above),?\s+nn?(?:otes?)?\.?\s*\d+|nn?\.?\s*\d+\s+(?:above|supra))\b`)
	// listed is the number of a note or of an entry in a list of references, before
	// the author: "[3] HM Government" (Vancouver, IEEE).
	listed = regexp.MustCompile(`^\s*[\[(](\d{1,3})[\])]\.?\s+(\p{Lu})`)
	// betweenTwo is a range in words: "between paragraphs 79 and 82".
	betweenTwo = regexp.MustCompile(`(?i)\bbetween (paragraphs|paras|pages|pp|footnotes|fns)(\.? \d+) and (\d+)\b`)
	// bullet is a place within a passage that has no number: the passage holds it.
	bullet = regexp.MustCompile(`(?i),?\s*\b(?:the )?(?:(?:` + strings.Join(ordinals, "|") + `|last|final) bullet(?: point)?|bullet(?: point)? \d+)\b`)
	// possessive is the author as a genitive before the date or the title: "the
	// Government's 2018 strategy".
	possessive = regexp.MustCompile(`(?i)\b(?:the )?(?:(?:UK|HM|British) )?government[’']s\s+(20\d\d|serious)\b`)
	// isbn is a book number, whatever its hyphens.
	isbn = regexp.MustCompile(`(?i)\bISBN(?:-1[03])?:?\s*([\dX][\dX \-–‑]{8,20}[\dX])`)
	// year is a number that is a year, where nothing says that it isn't.
	year = regexp.MustCompile(`^(?:1[5-9]|20)\d\d$`)
)

var ordinals = []string{"first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"}

// crossWord stands among tokens for a cross-reference: what is cited is the work of
// that note.
const crossWord = "crossreference"

// followWord stands for "and following".
const followWord = "ff"

// normalise undoes ways of writing. ok is false where the text names no place: a
// negative number is none.
func normalise(s string) (text string, ok bool) {
	if negative.MatchString(s) {
		return s, false
	}
	s = ordinalWord.ReplaceAllStringFunc(s, func(o string) string {
		m := ordinalWord.FindStringSubmatch(o)
		return m[2] + " " + strconv.Itoa(slices.Index(ordinals, strings.ToLower(m[1]))+1)
	})
	if !strings.ContainsAny(s, "0123456789") {
		return s, true
	}
	s = supra.ReplaceAllString(markCrossReferences(s), " "+crossWord+" ")
	s = listed.ReplaceAllString(s, "$1 $2")
	s = bracketed.ReplaceAllStringFunc(s, func(b string) string {
		m := bracketed.FindStringSubmatch(b)
		switch {
		case year.MatchString(m[1]): // "[2018] UKSC 31" is a case
			return b
		case m[2] != "":
			return " para " + m[1] + "-" + m[2] + " "
		}
		return " para " + m[1] + " "
	})
	s = numberOf.ReplaceAllString(s, "$1$2$3")
	s = zeros.ReplaceAllString(s, "$1$2$3")
	s = commandPaper.ReplaceAllStringFunc(s, func(paper string) string {
		m := commandPaper.FindStringSubmatch(paper)
		return cmp.Or(m[1], "Cm ") + m[2]
	})
	s = betweenTwo.ReplaceAllString(s, "$1$2 to $3")
	s = bullet.ReplaceAllString(s, " ")
	s = possessive.ReplaceAllString(s, "$1")
	s = ordinal.ReplaceAllString(s, "$2 $1")
	return following.ReplaceAllString(s, "$1 "+followWord+" "), true
}

// markCrossReferences puts a word of its own in the place of cross-references.
func markCrossReferences(s string) string {
	var b strings.Builder
	from := 0
	for _, at := range crossReference.FindAllStringIndex(s, -1) {
		before := s[:at[0]]
		number := strings.TrimRight(numberAtEnd.FindString(before), "] ")
		if number != "" && !year.MatchString(number) {
			continue // a footnote of what was just named
		}
		b.WriteString(s[from:at[0]] + " " + crossWord + " ")
		from = at[1]
	}
	return b.String() + s[from:]
}

// withoutISBN takes a book number out of a text; digits are its own, "" for none.
func withoutISBN(s string) (rest, digits string) {
	m := isbn.FindStringSubmatch(s)
	if m == nil {
		return s, ""
	}
	return strings.Replace(s, m[0], " ", 1), onlyDigits(m[1])
}

func onlyDigits(s string) string {
	return strings.Map(func(r rune) rune {
		if isDigit(r) || r == 'X' || r == 'x' {
			return r
		}
		return -1
	}, s)
}

// countedWords are the labels after which numbers may be written in words.
var countedWords = slices.Concat(paragraphWords, pageWords, footnoteWords, figureWords)

var units = []string{"zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
	"thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"}

var tens = []string{"", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"}

// spelledOut reads a number below a thousand in words at the beginning of tokens
// and tells how many it takes: "one hundred and thirty four" is 134. length is 0 if
// no number stands there.
func spelledOut(words []string) (n, length int) {
	at := func(i int) string {
		if i < len(words) {
			return words[i]
		}
		return ""
	}
	small := func(i int) (value, length int) {
		if t := slices.Index(tens, at(i)); t > 1 {
			if u := slices.Index(units, at(i+1)); u > 0 && u < 10 {
				return 10*t + u, 2
			}
			return 10 * t, 1
		}
		if u := slices.Index(units, at(i)); u > 0 {
			return u, 1
		}
		return 0, 0
	}
	n, length = small(0)
	if length == 0 && at(0) == "a" && at(1) == "hundred" {
		n, length = 1, 1
	}
	if length == 0 || at(length) != "hundred" {
		return n, length
	}
	n, length = 100*n, length+1
	skip := 0
	if at(length) == "and" {
		skip = 1
	}
	if rest, more := small(length + skip); more > 0 {
		n, length = n+rest, length+skip+more
	}
	return n, length
}

// inFigures writes numbers in words as figures where they count something, and
// leaves out a label that is written twice ("¶¶ 79–82").
func inFigures(words []string) []string {
	var out []string
	counts := false // a label, or a range's first number, stands before
	for i := 0; i < len(words); {
		w := words[i]
		if counts {
			if n, length := spelledOut(words[i:]); length > 0 {
				out = append(out, strconv.Itoa(n))
				i += length
				continue
			}
		}
		label := slices.Contains(countedWords, w)
		joins := w == "to" || w == "and" || w == "through" || w == "-"
		if label && len(out) > 0 && out[len(out)-1] == w {
			i++
			continue
		}
		out = append(out, w)
		counts = label || joins && counts || joins && len(out) > 1 && isNumber(out[len(out)-2])
		i++
	}
	return out
}
