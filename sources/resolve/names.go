package resolve

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
)

// types are what a paper is, beside its name: "Restoring Control: White Paper".
var types = [][]string{{"white", "paper"}, {"green", "paper"}, {"command", "paper"}, {"policy", "paper"}, {"consultation", "paper"},
	{"gov", "uk"}, {"accessible", "version"}, {"online", "version"}, {"pdf", "version"}, {"pdf"}, {"print"}, {"web"}}

// readType passes what the paper is, after a name of it, and where it was published.
func (r *reading) readType() (bool, *MissingError) {
	if r.named <= levelNone && !r.backed {
		return false, nil
	}
	for _, t := range types {
		if r.has(t) && !slices.Contains(pageWords, r.peek(len(t))) { // "PDF p 3"
			r.at += len(t)
			return true, nil
		}
	}
	return r.readUnknownPublisher(), nil
}

// readUnknownPublisher passes a publisher's name after its town, of a document that is
// named for certain: "London: Crown Copyright".
func (r *reading) readUnknownPublisher() bool {
	const longest = 5 // words
	if r.named < levelCertain || r.at == 0 || r.words[r.at-1] != "london" {
		return false
	}
	start := r.at
	for r.at-start < longest && r.at < len(r.words) && !isNumber(r.peek(0)) && !r.isCountWord() && !r.documentNext() && r.peek(0) != ";" {
		r.at++
	}
	return r.at > start
}

// skipUnknownAuthor passes an author before the title or the number of a document
// that names none itself: nothing says that it is another. A title counts if it is
// long enough to be this document's alone.
func (r *reading) skipUnknownAuthor() {
	const longestAuthor, leastTitle = 10, 3 // words
	if r.skipForewordsAuthor(); r.manifest.Author != "" {
		return
	}
	after := *r
	for after.at = 1; after.at <= min(longestAuthor, len(r.words)-1); after.at++ {
		before := after.words[after.at-1]
		if slices.Contains(countedWords, before) || series[before] != "" || isNumber(before) && !year.MatchString(before) {
			return
		}
		if slices.ContainsFunc(r.phrases, func(p phrase) bool { return p.whole && len(p.tokens) >= leastTitle && after.has(p.tokens) }) {
			r.at = after.at
			return
		}
	}
}

// skipForewordsAuthor passes the name of who wrote a foreword: "A Minister, ‘Foreword’
// in HM Government, …" (OSCOLA 3.2.5).
func (r *reading) skipForewordsAuthor() {
	const longest = 6 // words
	at := slices.Index(r.words[:min(len(r.words), longest+1)], "foreword")
	if at < 1 || len(r.forewords) == 0 || slices.ContainsFunc(r.words[:at], isNumber) {
		return
	}
	after := *r
	after.at = at + 1
	if after.next("to", "in") && after.nameAfter(0) {
		r.at = at
	}
}

var (
	// shortTitle is the one in brackets behind a law's: "(General Data Protection
	// Regulation)".
	shortTitle = regexp.MustCompile(`\(([^()]{6,80})\)$`)
	// dated is the day in a law's title, "Regulation (EU) 2016/679 of the European
	// Parliament and of the Council of 27 April 2016 on …": it is cited without, too.
	dated = regexp.MustCompile(`(?i) of \d{1,2} \pL+ \d{4}\b`)
	// numberedTitle is the number with which a title begins: "Guidelines 07/2020 on …".
	numberedTitle = regexp.MustCompile(`^\pL+ \d+/\d{4}\b`)
)

// shortTitles are what a title is cited by in short.
func shortTitles(title string) []string {
	short := []string{numberedTitle.FindString(title)}
	if m := shortTitle.FindStringSubmatch(title); m != nil {
		short = append(short, m[1])
	}
	if m := dated.FindStringSubmatchIndex(title); m != nil {
		short = append(short, title[:m[0]], title[:m[1]])
	}
	for _, article := range []string{"the ", "a ", "an "} {
		if len(title) > len(article) && strings.EqualFold(title[:len(article)], article) {
			short = append(short, title[len(article):])
		}
	}
	return short
}

// acronym is what people make of several names: NPPF of "National Planning Policy
// Framework". "" for names that give fewer letters than would be their own.
func acronym(title string, fewest int) string {
	const most = 8 // letters
	var b strings.Builder
	for word := range strings.FieldsSeq(title) {
		if first := []rune(word)[0]; unicode.IsUpper(first) {
			b.WriteRune(first)
		} else if unicode.IsDigit(first) {
			return ""
		}
	}
	if n := b.Len(); n < fewest || n > most {
		return ""
	}
	return b.String()
}

// department is what a Secretary of State's is called: the "Home Department" of the
// "Secretary of State for the Home Department"; "" of another name.
func department(author string) string {
	name, found := strings.CutPrefix(author, "Secretary of State for ")
	if !found {
		return ""
	}
	return strings.TrimPrefix(name, "the ")
}
