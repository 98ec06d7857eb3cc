package layout

import (
	"regexp"
	"slices"
	"strings"
	"time"
	"unicode"

	"socsearch/sources/pdf"
)

// Fact is what a paper says of itself, and where it was read.
type Fact struct {
	Value string // "" where the paper doesn't say
	From  string // "title page", "imprint", "the file's properties"
	Sure  bool
}

// FrontMatter is who wrote a paper, when, and under what number.
type FrontMatter struct {
	Title, Author, Published, Series, ISBN, Publisher, Licence Fact
}

// frontMatterPages is how many pages front matter is looked for on.
const frontMatterPages = 4

const (
	fromTitlePage = "title page"
	fromImprint   = "imprint"
	fromLaw       = "the title of the act"
)

var (
	actTitle    = regexp.MustCompile(`^(REGULATION|DIRECTIVE|DECISION) \(E[UC](?:, \w+)?\) (?:No )?(\d+/\d+)`)
	actEnd      = regexp.MustCompile(`^(?:\(Text with EEA|THE (?:EUROPEAN|COUNCIL))`)
	actDate     = regexp.MustCompile(`\bof (\d{1,2} [A-Z][a-z]+ \d{4})`)
	unSymbol    = regexp.MustCompile(`^(?:[AES]|CCPR|CEDAW)/(?:[A-Z]+(?:\.\d+)?/)?\d+/(?:[A-Z]+\.?)?\d+(?:/Rev\.\d)?$`)
	unAgenda    = regexp.MustCompile(`^(?:Agenda item|Items? \d)`)
	unEnd       = regexp.MustCompile(`^(?:Report of|Note by|Letter|Rapporteur|Summary|\d+\.)`)
	versus      = regexp.MustCompile(`^(?i:vs?\.|versus)(?:[\s)]|$)`)
	seriesLine  = regexp.MustCompile(`(?:^|[–\d] )((?:Cm|Cmd|Cmnd|CP|HC|HL Paper) \d{1,5}(?:-[IVX]+)?)(?:[ ,.]|$)`)
	numberLine  = regexp.MustCompile(`(?:^|\) ?)(?:Number|No\.) ([A-Z]{0,4}\d[\w-]+)$`)
	isbn        = regexp.MustCompile(`ISBN:? ?(97[89][-– ]?\d[-– \d]{8,14}\d)`)
	rightsOf    = regexp.MustCompile(`©\s*(?:\d{4}\s+)?([A-Z][\p{L}/& ]{2,60}?)(?:,? \d{4})?\s*(?:[.,]|$)`)
	longDate    = regexp.MustCompile(`\b(\d{1,2} (?:January|February|March|April|May|June|July|August|September|October|November|December) \d{4})\b`)
	usDate      = regexp.MustCompile(`\b((?:January|February|March|April|May|June|July|August|September|October|November|December) \d{1,2}, \d{4})\b`)
	monthDate   = regexp.MustCompile(`\b((?:January|February|March|April|May|June|July|August|September|October|November|December) \d{4})\b`)
	dated       = regexp.MustCompile(`(?i)^(?:published|adopted|last updated|updated|filed|issued|dated|printed)?:?(?: on| in)?:? ?`)
	publishedOn = regexp.MustCompile(`(?i)\bpublished (?:on )?(\d{1,2} [A-Z][a-z]+ \d{4})`)
	bodyLine    = regexp.MustCompile(`^(?:HM Government|Home Office|Cabinet Office|HM Treasury|Ministry of \p{Lu}[\p{L}, ]+|Department for \p{Lu}[\p{L}, ]+|(?:The |Basel |House )?\p{Lu}[\p{L}’' ]+ (?:Committee|Inquiry|Steering Group|Commission|Authority|Board|Agency))$`)
	madeTitle   = regexp.MustCompile(`(?i)^microsoft|\.(?:docx?|indd|pdf|qxd|pages)\b|^untitled|^draft|^slide`)
	sectionName = regexp.MustCompile(`(?i)^(?:\d+\.? |[IVX]+\. )?(?:introduction|background|scope|purpose|(?:executive )?summary|(?:conclusions?|recommendations?)(?: and recommendations)?|foreword|preface|overview|findings)$`)
	goesOnWith  = regexp.MustCompile(`(?i)(?:^|\s)(?:and|of|on|for|the|to|&|with|[,:–—-])$|[,:–—-]$`)
	genericName = regexp.MustCompile(`(?i)^(?:regulations?|directives?|decisions?|guidelines|reports?|report|proposed rules|rules and regulations|united nations|general assembly|hm government|contents|\d+ of \d+|(?:.* )?(?:revised )?version(?: [\d.]+)?|.{1,3})$`)
)

// frontMatter reads what a paper says of itself on its first pages, whether or not
// they were left out, and in the file's properties. What it doesn't say stays empty.
func (r *reader) frontMatter(d *pdf.Document) FrontMatter {
	var f FrontMatter
	var lines []*line
	for _, p := range r.pages[:min(frontMatterPages, len(r.pages))] {
		lines = append(lines, p.lines...)
	}
	text := textOf(lines)
	f.fromLaw(lines)
	f.fromUN(lines)
	f.fromCase(lines)
	f.fromImprint(lines, text)
	f.fromProperties(d.Title, d.Author, fromProperties, text)
	f.fromProperties(d.Metadata.Title, d.Metadata.Creator, fromMetadata, text)
	f.fromMetadata(d.Metadata, text)
	if f.Title.Value == "" {
		f.Title = r.largestTitle()
	}
	f.findAuthor(lines)
	return f
}

// fromLaw reads the title of an act of the European Union.
func (f *FrontMatter) fromLaw(lines []*line) {
	for i, l := range lines {
		m := actTitle.FindStringSubmatch(l.text)
		if m == nil {
			continue
		}
		var words []string
		for _, t := range lines[i:min(i+12, len(lines))] {
			if actEnd.MatchString(t.text) {
				break
			}
			words = append(words, t.text)
		}
		title := strings.Join(words, " ")
		f.Title = Fact{title, fromLaw, true}
		f.Series = Fact{m[0][:1] + strings.ToLower(m[1][1:]) + m[0][len(m[1]):], fromLaw, true}
		if of := actDate.FindStringSubmatch(title); of != nil {
			f.Published = Fact{isoDate(of[1]), fromLaw, true}
		}
		if strings.Contains(title, "OF THE EUROPEAN PARLIAMENT AND OF THE COUNCIL") {
			f.Author = Fact{"European Parliament and Council of the European Union", fromLaw, true}
		}
		return
	}
}

// fromUN reads the head of a document of the United Nations: its symbol, and its
// title below the item of the agenda.
func (f *FrontMatter) fromUN(lines []*line) {
	const first = 12
	symbol := ""
	for _, l := range lines[:min(first, len(lines))] {
		for _, word := range strings.Fields(l.text) {
			if symbol == "" && unSymbol.MatchString(word) {
				symbol = word
			}
		}
	}
	if symbol == "" {
		return
	}
	f.Series = Fact{symbol, fromTitlePage, true}
	f.Author = Fact{"United Nations", fromTitlePage, true}
	agenda := slices.IndexFunc(lines, func(l *line) bool { return unAgenda.MatchString(l.text) })
	if agenda < 0 {
		return
	}
	var words []string
	for i, l := range lines[agenda+1:] {
		if unEnd.MatchString(l.text) || i > 6 || i > 0 && l.gap > wideGap*maxPitch*l.size {
			break
		}
		if i > 0 && l.capitals() != lines[agenda+i].capitals() {
			break
		}
		words = append(words, l.text)
	}
	if len(words) > 0 {
		f.Title = Fact{strings.Join(words, " "), fromTitlePage, true}
	}
}

// fromCase reads the parties of a judgment.
func (f *FrontMatter) fromCase(lines []*line) {
	for i, l := range lines[:min(len(lines), 40)] {
		if !versus.MatchString(l.text) {
			continue
		}
		before, after := party(lines[:i], true), party(lines[i+1:], false)
		if before != "" && after != "" {
			f.Title = Fact{before + " v. " + after, fromTitlePage, false}
		}
		return
	}
}

// party returns the name in capitals that is nearest.
func party(lines []*line, last bool) string {
	lines = slices.Clone(lines)
	if last {
		slices.Reverse(lines)
	}
	for _, l := range lines[:min(4, len(lines))] {
		name, _, _ := strings.Cut(l.text, ")")
		name = strings.Trim(name, " ,.")
		if !strings.ContainsFunc(name, unicode.IsLower) && words(name) >= 2 {
			return name
		}
	}
	return ""
}

// fromImprint reads numbers, dates, rights and licences.
func (f *FrontMatter) fromImprint(lines []*line, text string) {
	for _, l := range lines {
		if m := seriesLine.FindStringSubmatch(l.text); m != nil && f.Series.Value == "" {
			f.Series = Fact{m[1], fromTitlePage, true}
		} else if m := numberLine.FindStringSubmatch(strings.TrimRight(l.text, " )")); m != nil && f.Series.Value == "" {
			f.Series = Fact{m[1], fromTitlePage, false}
		}
	}
	if m := isbn.FindStringSubmatch(text); m != nil {
		if number := strings.NewReplacer("–", "-", " ", "-").Replace(m[1]); validISBN(number) {
			f.ISBN = Fact{number, fromImprint, true}
		}
	}
	if m := rightsOf.FindStringSubmatch(text); m != nil && !strings.Contains(strings.ToLower(m[1]), "copyright") {
		f.Publisher = Fact{strings.TrimSpace(m[1]), fromImprint, false}
	}
	if name := licenceOf(text); name != "" {
		f.Licence = Fact{name, fromImprint, true}
	}
	if f.Published.Value == "" {
		f.findDate(lines, text)
	}
}

// licenceOf returns the licence that a text names; "" if it names none.
func licenceOf(text string) string {
	switch {
	case strings.Contains(text, "Open Government Licence"):
		return "Open Government Licence v3.0"
	case strings.Contains(text, "Open Parliament Licence"):
		return "Open Parliament Licence v3.0"
	case strings.Contains(text, "All rights reserved"):
		return "All rights reserved"
	case strings.Contains(text, "creativecommons.org/licenses/by/4.0"):
		return "CC BY 4.0"
	}
	return ""
}

// findDate reads when the paper was published: where it says so, else a date that
// stands on a line of its own.
func (f *FrontMatter) findDate(lines []*line, text string) {
	if m := publishedOn.FindStringSubmatch(text); m != nil {
		f.Published = Fact{isoDate(m[1]), fromImprint, true}
		return
	}
	for _, l := range lines {
		rest := dated.ReplaceAllString(l.text, "")
		for _, form := range []*regexp.Regexp{longDate, usDate, monthDate} {
			at := form.FindStringIndex(rest)
			if at == nil || at[0] > len("Thursday, ") || at[0] > 0 && !strings.Contains(rest[:at[0]], "day, ") {
				continue
			}
			if tail := strings.TrimSpace(rest[at[1]:]); tail == "" || strings.HasPrefix(tail, "(") || at[0] > 0 {
				f.Published = Fact{isoDate(form.FindString(rest)), fromTitlePage, at[0] == 0 && tail == ""}
				return
			}
		}
	}
}

// isoDate writes a printed date as ISO 8601; a month alone as 2025-05.
func isoDate(s string) string {
	for _, form := range [][2]string{{"2 January 2006", "2006-01-02"}, {"January 2, 2006", "2006-01-02"}, {"January 2006", "2006-01"}} {
		if t, err := time.Parse(form[0], s); err == nil {
			return t.Format(form[1])
		}
	}
	if t, err := time.Parse("02 January 2006", s); err == nil {
		return t.Format("2006-01-02")
	}
	return ""
}

// validISBN reports whether the check digit of an ISBN of 13 digits is right.
func validISBN(s string) bool {
	sum, n := 0, 0
	for _, c := range s {
		if unicode.IsDigit(c) {
			sum += int(c-'0') * (1 + 2*(n%2))
			n++
		}
	}
	return n == 13 && sum%10 == 0
}

// How many lines a title has at most, and how many words.
const (
	titleLines = 8
	titleWords = 40
	shortTitle = 2 // words: less says nothing
)

// largestTitle returns the largest text of the first page that has any, unless that
// is a generic name, or hardly larger than the text.
func (r *reader) largestTitle() Fact {
	for _, p := range r.pages[:min(2, len(r.pages))] {
		largest := 0.0
		for _, l := range p.lines {
			if hasLetter(l.text) && !genericName.MatchString(l.text) && countLetters(l.text) > headingLetters {
				largest = max(largest, l.size)
			}
		}
		var text []string
		for _, l := range p.lines {
			if l.size > 0.95*largest && hasLetter(l.text) && !genericName.MatchString(l.text) && !monthDate.MatchString(l.text) {
				text = append(text, l.text)
			}
		}
		if n := len(text); n > 1 && sectionName.MatchString(text[n-1]) && !goesOnWith.MatchString(text[n-2]) {
			text = text[:n-1] // the first heading, set like the title
		}
		title := strings.Join(text, " ")
		if words(title) <= shortTitle { // "The Report": what else is large belongs to it
			text = text[:0]
			for _, l := range p.lines {
				if l.size > largeHeading*r.body.size && l.size > largest/2 && hasLetter(l.text) && !genericName.MatchString(l.text) && !monthDate.MatchString(l.text) && !seriesLine.MatchString(l.text) {
					text = append(text, l.text)
				}
			}
			title = strings.Join(text, " ")
		}
		if len(text) > 0 && len(text) <= titleLines && words(title) >= 2 && words(title) <= titleWords && largest > largeHeading*r.body.size {
			return Fact{title, fromTitlePage, largest > 1.4*r.body.size}
		}
		if len(p.lines) > 0 && hasProse(p.lines) {
			break
		}
	}
	return Fact{}
}

// findAuthor looks for the name of a body on a line of its own.
func (f *FrontMatter) findAuthor(lines []*line) {
	for _, l := range lines {
		if f.Author.Value == "" && bodyLine.MatchString(l.text) && (l.role == roleLeftOut || l.role == roleHeading) && f.Title.Value != l.text {
			f.Author = Fact{strings.TrimPrefix(l.text, "The "), fromTitlePage, false}
		}
	}
}
