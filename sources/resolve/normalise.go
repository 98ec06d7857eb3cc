package resolve

import (
	"cmp"
	"regexp"
	"strings"
	"unicode"
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
	// seriesAtEnd is the number of a paper: a note number after it is a cross-reference.
	seriesAtEnd = regexp.MustCompile(`(?i)\b(?:cm|cmnd|cmd|cp|hc|hl)\.?\s*\d+$`)
	// lettered is a year with the letter that tells an author's works of one year
	// apart (APA 7 8.19): the work is the same.
	lettered = regexp.MustCompile(`\b((?:1[5-9]|20)\d\d)[a-h]\b`)
	// initials are those of a name, dotted: "H.M. Government", "(U.K.)".
	initials = regexp.MustCompile(`\b\p{Lu}\.(?: ?\p{Lu}\.)+`)
	// footNote is a footnote as some shorten or part it.
	footNote = regexp.MustCompile(`(?i)\b(?:f\.\s?n|foot[- ]notes?|ftn(?:ote)?s?|fnn)\b\.?`)
	// numberInBrackets has a label before it, and so is no paragraph: "fn [16]".
	numberInBrackets = regexp.MustCompile(`(?i)\b(footnotes?|fns?|notes?|nn?|figures?|figs?|pages?|pp?)\b\.?\s*\[\s*(\d+)\s*\]`)
	// forExample is "e.g.", which is no two words.
	forExample = regexp.MustCompile(`(?i)\be\.\s?g\b\.?`)
	// commandPaper is the long name of a series: "Command Paper 9718".
	commandPaper = regexp.MustCompile(`(?i)\bcommand paper(?: no\.?| number)? ((?:(?:cmn?d?|cp)\.? ?)?)(\d{1,4})\b`)
	// negative is a number below zero: there is no such place.
	negative = regexp.MustCompile(`(?i)\b(?:` + labels + `)\.?\s+[-−–]\d`)
	// following is what says that more follows without saying how much: "79ff".
	following = regexp.MustCompile(`(?i)(\d)\s*(?:ff?\b\.?|sqq?\b\.?|et seqq?\b\.?|et sequentes\b|,? and following\b|(?:and )?onwards?\b)`)
	// supra are other styles' ways back to a note of the writer's own: "supra note 39"
	// (Bluebook rule 4.2), "above n 39" (AGLC rule 1.4), "n 39 above".
	supra = regexp.MustCompile(`(?i)\b(?:(?:supra|above),?\s+nn?(?:otes?)?\.?\s*\d+|nn?\.?\s*\d+\s+(?:above|supra)|(?:op|loc)\.?\s?cit)\b\.?`)
	// listed is the number of a note or of an entry in a list of references, before
	// the author: "[3] HM Government" (Vancouver, IEEE).
	listed = regexp.MustCompile(`^\s*[\[(](\d{1,3})[\])]\.?\s+(\p{Lu})`)
	// betweenTwo is a range in words: "between paragraphs 79 and 82".
	betweenTwo = regexp.MustCompile(`(?i)\bbetween (paragraphs|paras|pages|pp|footnotes|fns)(\.? \d+) and (\d+)\b`)
	// within is a place within a passage that has no number: the passage holds it.
	within = regexp.MustCompile(`(?i),?\s*\b(?:the )?(?:(?:` + strings.Join(ordinals[1:11], "|") + `|last|final) (?:(?:two|three|few) )?(?:bullet(?: point)?|sentence|half)s?|\d+(?:st|nd|rd|th) (?:bullet(?: point)?|sentence)|(?:bullet(?: point)?|sentence)s? \d+(?: ?(?:-|–|to|and) ?\d+)?|(?:sub-?para(?:graph)?|point|item) \(?(?:\d{1,2}|[a-z]|[ivx]{1,4})\b\)?)`)
	// slashed are two places with a stroke between them, after a label: "paras 45/46".
	slashed = regexp.MustCompile(`(?i)\b(paragraphs?|paras?|pages?|pp?|footnotes?|fns?|nn|figures?|figs?)(\.?\s*\d+)\s*/\s*(\d+)\b`)
	// intro brings a reference in, in more words than one (OSCOLA 1.3.5, Bluebook 1.2).
	intro = regexp.MustCompile(`(?i)^(?:as to which,? see|(?:but )?see,? (?:for (?:example|instance)|in particular|further|inter alia)|but see|for (?:example|instance),?(?: see)?)\b,?`)
	// abbreviated is an author's abbreviation as APA has it (8.21): "Home Office [HO]".
	abbreviated = regexp.MustCompile(`(\pL)\s+\[\p{Lu}{2,8}\]`)
	// item is the number of an item in a list before a label: "1) para 79".
	item = regexp.MustCompile(`(?i)^\s*\(?\d{1,3}[.)]\s+((?:` + labels + `)\b)`)
	// ownList is a work in the writer's own list of references: "[3], para 46" (IEEE).
	// Which one isn't known.
	ownList = regexp.MustCompile(`(?i)^\s*[(\[]\s*\d{1,3}\s*(?:\]\s*,|,)\s*(?:` + labels + `)\b`)
	// dayOf is a day written as an ordinal: "1st November".
	dayOf = regexp.MustCompile(`(?i)\b(\d{1,2})(?:st|nd|rd|th) ((?:jan|feb|mar|apr|may|june?|july?|aug|sep|oct|nov|dec)\pL*)`)
	// seriesNumber is "number" within that of a paper: "Cm no. 9718".
	seriesNumber = regexp.MustCompile(`(?i)\b(cmn?d?|cp|hc|hl)\.?\s+(?:no|number)\b\.?\s*(\d)`)
	// reportNumber is what Vancouver has before a series number: "Report No.: Cm 9718".
	reportNumber = regexp.MustCompile(`(?i)\breport (?:no|number)\.?:?\s+(cmn?d?|cp|hc|hl)\b`)
	// ofAll is how many there are: "page 31 of 72".
	ofAll = regexp.MustCompile(`(?i)\b(pages?|pp?|paragraphs?|paras?)(\.? ?\d+) of \d{1,4}\b`)
	// edge is a part of a page: "top of p 23". The page holds it.
	edge = regexp.MustCompile(`(?i)\b(?:the )?(?:top|head|middle|foot|bottom|end) of (p\.?|page) ?(\d)`)
	// isbn is a book number, whatever its hyphens.
	isbn = regexp.MustCompile(`(?i)\bISBN(?:-1[03])?:?\s*([\dX][\dX \-–‑]{8,20}[\dX])`)
	// year is a number that is a year, where nothing says that it isn't.
	year = regexp.MustCompile(`^(?:1[5-9]|20)\d\d$`)
)

// crossWord stands among tokens for a cross-reference: what is cited is the work of
// that note.
const crossWord = "crossreference"

// publishedIn is the place of a paper in a series without a number of its own there:
// a report's among those of a session of Parliament (OSCOLA 3.4.5), a law's in the
// Official Journal (OSCOLA 2.6.1: "[2016] OJ L119/1").
var publishedIn = regexp.MustCompile(`(?i)\b(?:` + strings.Join(ordinals[1:], "|") + `|\d+(?:st|nd|rd|th)) (?:special |joint )?report of (?:the )?session \d{4}[-–—/]\d{2,4}\b` +
	`|(?:\[\d{4}\]\s+)?\bOJ\s+[LC]\s?\d+(?:/\d+|,\s*\d+\.\d+\.\d{4},\s*p\.?\s*\d+)`)

// inSeriesWord stands for it among tokens. It says nothing without the work.
const inSeriesWord = "publishedinseries"

// followWord stands for "and following".
const followWord = "ff"

// normalise undoes ways of writing. ok is false where the text names no place: a
// negative number is none.
func normalise(s string) (text string, ok bool) {
	if negative.MatchString(s) || ownList.MatchString(s) {
		return s, false
	}
	if !strings.ContainsAny(s, "0123456789") {
		return s, true
	}
	s = initials.ReplaceAllStringFunc(s, func(i string) string { return strings.NewReplacer(".", "", " ", "").Replace(i) })
	s = footNote.ReplaceAllString(s, "fn")
	s = numberInBrackets.ReplaceAllString(s, "$1 $2")
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
	s = item.ReplaceAllString(intro.ReplaceAllString(s, ""), "$1")
	s = abbreviated.ReplaceAllString(s, "$1")
	s = dayOf.ReplaceAllString(s, "$1 $2")
	s = seriesNumber.ReplaceAllString(s, "$1 $2")
	s = reportNumber.ReplaceAllString(s, "$1")
	s = ofAll.ReplaceAllString(s, "$1$2")
	s = slashed.ReplaceAllString(s, "$1$2, $3")
	s = edge.ReplaceAllString(s, "$1 $2")
	s = publishedIn.ReplaceAllString(s, " "+inSeriesWord+" ")
	s = within.ReplaceAllString(s, " ")
	s = lettered.ReplaceAllString(s, "$1")
	s = forExample.ReplaceAllString(s, "eg")
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
		if number != "" && !year.MatchString(number) && !seriesAtEnd.MatchString(strings.TrimRight(before, " ")) {
			continue // a footnote of what was just named
		}
		b.WriteString(s[from:at[0]] + " " + crossWord + " ")
		from = at[1]
	}
	return b.String() + s[from:]
}

// halfWidth writes the full-width forms of letters, figures and marks as the usual
// ones (Unicode, Halfwidth and Fullwidth Forms), and leaves out what isn't seen, as
// word joiners and soft hyphens.
func halfWidth(s string) string {
	const first, last, usual = '！', '～', '!'
	return strings.Map(func(r rune) rune {
		switch {
		case first <= r && r <= last:
			return r - first + usual
		case unicode.Is(unicode.Cf, r):
			return -1
		}
		return r
	}, s)
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
