package layout

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
)

// The reasons for leaving out whole pages, or most of them.
const (
	TitlePage    = "title page"
	ContentsPage = "contents page"
	Imprint      = "imprint"
	BackCover    = "back cover"
	Signature    = "signature"
)

var (
	contentsHeading = regexp.MustCompile(`^(?i)(?:table of )?contents(?: page)?$`)
	leaders         = regexp.MustCompile(`(?:\.\s?){4,}|…{2,}|_{4,}`)
	contentsEntry   = regexp.MustCompile(`(?:^|\s|\.)(?:\d{1,4}|[ivxl]+)$`)
	imprint         = regexp.MustCompile(`©|ISBN|(?i)(?:crown|parliamentary) copyright|reproduced under the terms|order of the house`)
)

// frontPages is how far into a document its front matter may reach.
const frontPages = 16

// leaveOutContents leaves out the tables of contents: from the heading, or from
// the first line with leaders, to the last entry of each page.
func (r *reader) leaveOutContents() {
	inside := false
	for i, p := range r.pages {
		if i >= frontPages {
			return
		}
		lines := textLines(p)
		first, entries, led := countEntries(lines)
		headed := slices.IndexFunc(lines, func(l *line) bool { return contentsHeading.MatchString(l.text) })
		switch {
		case slices.Contains(r.rules.Keep, p.Number) || len(lines) == 0:
			continue
		case headed >= 0 && headed < 6:
			inside, first = true, headed
		case led*2 < len(lines) && (!inside || entries*2 < len(lines) || hasProse(lines)):
			if inside && runsOver(lines) {
				leaveOutTo(lines, lastEntry)
			}
			inside = false
			continue
		case inside:
			first = 0
		}
		leaveOutTo(lines[first:], lastEntry)
	}
}

func textLines(p *page) []*line {
	var lines []*line
	for _, l := range p.lines {
		if l.role != roleLeftOut {
			lines = append(lines, l)
		}
	}
	return lines
}

// countEntries returns the place of the first line with leaders, how many lines
// look like entries, and how many have leaders.
func countEntries(lines []*line) (first, entries, led int) {
	for i, l := range lines {
		if leaders.MatchString(l.text) {
			if led == 0 {
				first = i
			}
			led++
		}
		if contentsEntry.MatchString(l.text) {
			entries++
		}
	}
	return first, entries, led
}

// lastEntry returns the place after the last entry of a contents page: an entry
// follows another within a few lines, as prose that ends in a number doesn't.
func lastEntry(lines []*line) int {
	const between = 5
	last := 0
	for i, l := range lines {
		if contentsEntry.MatchString(l.text) && i-last <= between {
			last = i
		}
	}
	return last + 1
}

// runsOver reports whether the lines of a page begin with the last entries of a
// table of contents.
func runsOver(lines []*line) bool {
	const first, most = 3, 2
	_, entries, _ := countEntries(lines[:min(first, len(lines))])
	return entries >= most && contentsEntry.MatchString(lines[0].text)
}

func leaveOutTo(lines []*line, end func([]*line) int) {
	for _, l := range lines[:end(lines)] {
		l.leaveOut(ContentsPage)
	}
}

// leaveOutCovers leaves out what stands before and after the text: title pages,
// imprints, back covers. A page with a numbered paragraph is none of these.
func (r *reader) leaveOutCovers() {
	prose := false
	for i, p := range r.pages {
		lines := textLines(p)
		if i >= frontPages || slices.ContainsFunc(lines, func(l *line) bool { return l.role == roleNumber }) {
			break
		}
		switch {
		case slices.Contains(r.rules.Keep, p.Number):
			prose = true
		case isImprint(lines) && i < frontPages/2:
			leaveOutPage(lines, Imprint)
		case !prose && !hasProse(lines) && !hasSentences(lines):
			leaveOutPage(lines, TitlePage)
		default:
			prose = true
		}
	}
	r.keepOnlyText()
	for i := len(r.pages) - 1; i > 0 && i >= len(r.pages)-2; i-- {
		lines := textLines(r.pages[i])
		if slices.Contains(r.rules.Keep, i+1) || hasProse(lines) && (!isImprint(lines) || r.goesOnAbove(lines)) {
			break
		}
		if isImprint(lines) || len(lines) < 6 && strings.Contains(textOf(lines), "978-") {
			leaveOutPage(lines, BackCover)
		}
	}
}

// keepOnlyText takes title pages back where the document has no other text.
func (r *reader) keepOnlyText() {
	for _, p := range r.pages {
		if len(textLines(p)) > 0 {
			return
		}
	}
	for _, p := range r.pages {
		for _, l := range p.lines {
			if l.reason == TitlePage {
				l.role, l.reason = roleText, ""
			}
		}
	}
}

// leaveOutRules leaves out the pages that the manifest names.
func (r *reader) leaveOutRules() {
	for _, rule := range r.rules.LeaveOut {
		for _, p := range r.pages {
			if p.Number >= rule.From && p.Number <= max(rule.From, rule.To) {
				leaveOutPage(textLines(p), rule.Reason)
			}
		}
	}
}

func leaveOutPage(lines []*line, reason string) {
	for _, l := range lines {
		l.leaveOut(reason)
	}
}

// publishing is what an imprint's sentences are about.
var publishing = regexp.MustCompile(`(?i)copyright|licen[cs]e|publi(?:sh|cation)|printed|reproduc|enquir|contact|available|www\.|https?:|committee|ISBN`)

// presented is how the sentences of a title page begin that aren't about the
// document's subject.
var presented = regexp.MustCompile(`(?i)presented (?:to|by)|ordered by|by command of|adopted on|prepared (?:by|for)`)

// isImprint reports whether lines are about the publication itself: they hold its
// copyright or its number, and few sentences about anything else.
func isImprint(lines []*line) bool {
	if !imprint.MatchString(textOf(lines)) || slices.ContainsFunc(lines, isNumbered) {
		return false
	}
	other := slices.DeleteFunc(slices.Clone(lines), func(l *line) bool { return publishing.MatchString(l.text) })
	return !hasSentences(other)
}

func isNumbered(l *line) bool { return l.role == roleNumber }

// goesOnAbove reports whether text goes on at the head of a page that ends with an
// imprint: paragraphs that are set as ordinary text, and most of their lines are
// about something else than the publication.
func (r *reader) goesOnAbove(lines []*line) bool {
	end := slices.IndexFunc(lines, func(l *line) bool { return imprint.MatchString(l.text) })
	above := lines[:max(end, 0)]
	text := 0
	for _, l := range above {
		if r.body.isBody(l) && !publishing.MatchString(l.text) {
			text++
		}
	}
	return hasProse(above) && 2*text > len(above)
}

func textOf(lines []*line) string {
	var b strings.Builder
	for _, l := range lines {
		b.WriteString(l.text + " ")
	}
	return b.String()
}

// How many lines end a sentence on a page of text, at least, and how many letters
// such a line has.
const (
	sentences       = 4
	sentenceLetters = 30
)

// fullSentences is how many sentences that aren't about the publication make a page
// one of text, and fullWords how many words each has at least.
const (
	fullSentences = 2
	fullWords     = 8
)

var sentenceEnd = regexp.MustCompile(`[.?!][’”"')]*(?:\s+|$)`)

// hasSentences reports whether lines hold short paragraphs: some end a sentence.
// What else stands on a title page, names and dates, doesn't.
func hasSentences(lines []*line) bool {
	full := 0
	for _, s := range sentenceEnd.Split(textOf(lines), -1) {
		if words(s) >= fullWords && !publishing.MatchString(s) && strings.ContainsFunc(s, unicode.IsLower) && !presented.MatchString(s) {
			full++
		}
	}
	// The last piece ends with no stop.
	if pieces := sentenceEnd.Split(textOf(lines), -1); full > 0 && words(pieces[len(pieces)-1]) >= fullWords {
		full--
	}
	if full >= fullSentences {
		return true
	}
	n := 0
	for _, l := range lines {
		if strings.HasSuffix(l.text, ".") && countLetters(l.text) >= sentenceLetters {
			n++
		}
	}
	return n >= sentences
}

// proseLines is how many lines that follow closely on one another are prose.
const proseLines = 3

// hasProse reports whether lines hold a paragraph: some lines, close together,
// that fill their column but for the last, and end as a sentence does.
func hasProse(lines []*line) bool {
	run := 0
	for i, l := range lines {
		if i > 0 && follows(lines[i-1], l) && l.gap < 1.8*l.size {
			run++
		} else {
			run = 1
		}
		if run >= proseLines && endsSentence(l.text) && !lines[i-1].short && len(lines[i-1].text) > 30 {
			return true
		}
	}
	return false
}
