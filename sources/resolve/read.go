package resolve

import (
	"maps"
	"slices"

	"socsearch/sources/document"
)

// reading is what one document's reader makes of a reference.
type reading struct {
	*reader
	words []string
	at    int // the next word

	named  int  // how well the document is named
	backed bool // its publisher is named
	dated  bool
	whole  bool // it is cited as a whole, by title, number or year: a bare number is a page now
	// otherYear is the year of another edition or paper, which is cited then.
	otherYear string
	open      bool   // "ff": the end of a range was left open
	ordinal   bool   // a paragraph's number was an ordinal in words
	label     string // the word that stood before the last numbers: "paras"
	segments  []*segment
	// absent is the first thing named that doesn't exist. It counts only once all
	// is read: "50" of "50 million" isn't a paragraph.
	absent *MissingError
}

// rules read what stands at r.at and move on, also past what they find missing; the
// first that knows it is taken. The order counts: a document's name before a part
// of it of the same name, a number last.
var rules = []func(r *reading) (known bool, missing *MissingError){
	(*reading).readDocument,
	(*reading).readCountry,
	(*reading).readOtherSeries,
	(*reading).readOtherYear,
	(*reading).readCrossReference,
	(*reading).readType,
	(*reading).readCount,
	(*reading).readCounts,
	(*reading).readParagraphs,
	(*reading).readPages,
	(*reading).readFootnotes,
	(*reading).readFigures,
	(*reading).readBox,
	(*reading).readAnnex,
	(*reading).readForeword,
	(*reading).readObjectives,
	(*reading).readPart,
	(*reading).readBoxByTitle,
	(*reading).readEntryOfAnnex,
	(*reading).readEntry,
	(*reading).readHeading,
	(*reading).readLines,
	(*reading).readBareNumbers,
	(*reading).readOtherEntry,
}

// startWords are the words with which a rule begins that aren't names.
var startWords = func() map[string]bool {
	words := slices.Concat(paragraphWords, pageWords, footnoteWords, figureWords, objectiveWords, partWords, noise, signals, imprint, countryStarts(),
		slices.Collect(maps.Keys(series)), []string{"table", "chart", "graph", "diagram", "map", "picture", "policies", "box", "text", "annex", "foreword", "entry", "untitled", "unnamed", "pdf", ";"})
	set := map[string]bool{}
	for _, w := range words {
		set[w] = true
	}
	return set
}()

// mayStart tells whether a reference can begin with a word: most searches can't,
// and need no further look.
func (d *reader) mayStart(word string) bool {
	return isNumber(word) || startWords[word] || d.starters[word]
}

// noise are words that join the parts of a reference.
var noise = []string{"the", "of", "at", "in", "on", "from", "see", "and", "also", "-", "above", "below", "supra", "cf", "eg", "generally",
	"especially", "esp", "particularly", "by", "inclusive", "incl", "infra"}

// signals are words that bring a reference in: "as stated in para 79". A number
// alone is none after them: "under 18".
var signals = []string{"as", "stated", "set", "out", "noted", "described", "discussed", "mentioned", "quoted", "cited", "explained", "said",
	"per", "under", "within", "contra", "compare", "paraphrasing", "quoting", "citing",
	"refers", "refer", "published", "issued"}

// imprint are the words for who printed a paper and where, after its name.
var imprint = []string{"london", "hmso", "tso", "stationery", "office", "her", "majestys"}

// citation is what somebody wrote, taken apart.
type citation struct {
	words     []string // tokens
	addresses []string // web addresses in it
	book      string   // the digits of an ISBN in it; "" for none
}

// read reads a citation. The reading is never nil: where there is an error it tells
// how well the document was named.
func (d *reader) read(c citation) (*reading, error) {
	words := c.words
	r := &reading{reader: d, words: words, segments: []*segment{{}}}
	r.skipUnknownAuthor()
	words = words[r.at:]
	if len(words) > 0 && !d.mayStart(words[0]) {
		return r, ErrNotReference
	}
	if slices.ContainsFunc(c.addresses, d.hasAddress) {
		r.named, r.whole = levelCertain, true
	}
	if c.book != "" {
		if c.book != onlyDigits(d.manifest.ISBN) {
			r.absent = &MissingError{What: "book with the ISBN " + c.book}
		} else {
			r.named, r.whole = levelCertain, true
		}
	}
	r.skipListed()
	for r.at < len(r.words) {
		if err := r.step(); err != nil {
			return r, err
		}
	}
	if !r.isReference() || len(c.addresses) > 0 && r.named < levelCertain { // another page's address
		return r, ErrNotReference
	}
	switch {
	case r.otherYear != "" && (r.absent == nil || r.absent.Document != ""): // whatever it has where
		return r, r.wrongYear()
	case r.absent != nil:
		return r, r.absent
	}
	return r, nil
}

// skipListed passes the number of a note, or of an entry in a list of references:
// the 12 of "12. HM Government, …" is no paragraph.
func (r *reading) skipListed() {
	if !usable(r.peek(0)) {
		return
	}
	r.at++
	if !slices.ContainsFunc(r.phrases, func(p phrase) bool { return (p.level == levelAuthor || p.level == levelBacker) && r.has(p.tokens) }) {
		r.at--
	}
}

func (r *reading) step() error {
	if r.next(";") {
		r.segments = append(r.segments, &segment{})
		if r.label != "" && r.onlyNumbers() { // "paras 79; 82"
			r.words = slices.Insert(slices.Clone(r.words), r.at, r.label)
		}
		return nil
	}
	for _, rule := range rules {
		known, missing := rule(r)
		if missing != nil && r.absent == nil {
			r.absent = missing
		}
		if known {
			return nil
		}
	}
	if r.named > levelNone && (r.next(inSeriesWord) || r.isSection() && r.next("section")) {
		return nil
	}
	if r.hasAfter(figureWords, "table", "chart", "graph", "diagram", "map", "picture") {
		r.at++
		return nil
	}
	if r.next(noise...) || r.next(signals...) || r.named > levelNone && r.next(imprint...) {
		return nil
	}
	return ErrNotReference
}

// onlyNumbers reports whether nothing but numbers comes next, up to a semicolon.
func (r *reading) onlyNumbers() bool {
	for i, w := range r.words[r.at:] {
		if w == ";" {
			return i > 0
		}
		if !usable(w) && w != "and" && w != "-" && w != "to" {
			return false
		}
	}
	return r.at < len(r.words)
}

// isReference tells whether what was read is enough: a place, or a document that
// is named for certain or by author and date. A publisher proves nothing, since
// it is an organisation in the text too: with the date it stands for the author of a
// place, "(Home Office, 2018, p. 31)", but not alone.
func (r *reading) isReference() bool {
	placed := r.absent != nil || r.otherYear != "" || slices.ContainsFunc(r.segments, func(s *segment) bool { return !s.empty() })
	if r.backed && r.named < levelCertain {
		return r.dated && placed
	}
	return placed || r.named == levelCertain || r.named == levelAuthor && r.dated
}

// segment is the last one begun: semicolons part them.
func (r *reading) segment() *segment { return r.segments[len(r.segments)-1] }

// peek is the word so many words on; "" beyond the last.
func (r *reading) peek(n int) string {
	if r.at+n >= len(r.words) {
		return ""
	}
	return r.words[r.at+n]
}

// next takes the next word if it is one of some.
func (r *reading) next(words ...string) bool {
	if r.at < len(r.words) && slices.Contains(words, r.words[r.at]) {
		r.at++
		return true
	}
	return false
}

// hasAfter reports whether one of some words comes next, with one of others after it,
// but for what joins them: "table in Figure 7".
func (r *reading) hasAfter(after []string, words ...string) bool {
	if !slices.Contains(words, r.peek(0)) {
		return false
	}
	n := 1
	for slices.Contains(noise, r.peek(n)) {
		n++
	}
	return slices.Contains(after, r.peek(n))
}

// has tells whether a run of words comes next.
func (r *reading) has(words []string) bool {
	return len(words) > 0 && r.at+len(words) <= len(r.words) && slices.Equal(r.words[r.at:r.at+len(words)], words)
}

// wordThenNumber takes a word if a number follows it.
func (r *reading) wordThenNumber(words ...string) bool {
	if r.numberAt(1) == "" || !r.next(words...) {
		return false
	}
	r.label = r.words[r.at-1]
	return true
}

// numberAt is the number that stands so many words on, as it is printed; "" if none
// does.
func (r *reading) numberAt(n int) string {
	if number := r.lettered[r.peek(n)+r.peek(n+1)]; number != "" || !usable(r.peek(n)) {
		return number
	}
	return r.peek(n)
}

// number takes the number that comes next.
func (r *reading) number() string {
	number := r.numberAt(0)
	if number != r.peek(0) {
		r.at++ // its letter
	}
	r.at++
	return number
}

// span is a run of numbers, from and to the same for one.
type span struct{ from, to string }

// usable tells whether a token is a number that somebody counts by.
func usable(token string) bool {
	const longest = 12
	return isNumber(token) && len(token) <= longest && (token[0] != '0' || token == "0")
}

// paragraphWords, pageWords and so on are how people name what they count.
var (
	paragraphWords = []string{"para", "paras", "paragraph", "paragraphs", "par", "pars"}
	pageWords      = []string{"p", "pp", "pg", "pgs", "page", "pages"}
	footnoteWords  = []string{"fn", "fns", "footnote", "footnotes", "n", "nn", "note", "notes"}
	figureWords    = []string{"fig", "figs", "figure", "figures"}
	objectiveWords = []string{"obj", "objs", "objective", "objectives"}
	partWords      = []string{"part", "parts", "pt", "pts"}
)

// skipPoint passes a numbered point of the paragraph just named.
func (r *reading) skipPoint() {
	for r.peek(0) == subWord {
		r.at += 2
	}
}

// dateNext reports whether a year comes next that is the document's and no number of
// what is counted in it.
func (r *reading) dateNext() bool {
	return year.MatchString(r.peek(0)) && r.byNumber[r.peek(0)] == nil &&
		slices.ContainsFunc(r.phrases, func(p phrase) bool { return p.level == levelDate && r.has(p.tokens) })
}

// numbers takes numbers and ranges: "3, 79 to 82 and 134-37".
func (r *reading) numbers(words []string) []span {
	var spans []span
	for {
		if r.peek(0) == "and" && r.numberAt(1) != "" && len(spans) > 0 {
			r.at++
		}
		if r.numberAt(0) == "" {
			return spans
		}
		if len(spans) > 0 && r.dateNext() { // "¶ 145 (2018)"
			return spans
		}
		from := r.number()
		r.skipPoint()
		s := span{from, from}
		start := r.at
		if r.next("-", "to", "until", "through") {
			r.next(words...) // "para 79 to para 82"
			switch end := r.peek(0); {
			case r.numberAt(0) != "":
				s.to = document.WrittenOut(s.from, r.number())
				r.skipPoint()
			case isNumber(end) && len(end) < len(s.from): // 101–03
				s.to = document.WrittenOut(s.from, end)
				r.at++
			default:
				r.at = start
			}
		}
		if r.next(followWord) {
			r.open = true
		}
		if r.next(ordinalMark) {
			r.ordinal = true
		}
		spans = append(spans, s)
	}
}
