package resolve

import (
	"maps"
	"slices"
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
	(*reading).readEntryOfAnnex,
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
	(*reading).readTables,
	(*reading).readBox,
	(*reading).readAnnex,
	(*reading).readForeword,
	(*reading).readObjectives,
	(*reading).readPart,
	(*reading).readBoxByTitle,
	(*reading).readEntry,
	(*reading).readHeading,
	(*reading).readLines,
	(*reading).readBareNumbers,
	(*reading).readOtherEntry,
}

// startWords are the words with which a rule begins that aren't names.
var startWords = func() map[string]bool {
	words := slices.Concat(paragraphWords, pageWords, footnoteWords, figureWords, tableWords, objectiveWords, partWords, noise, signals, imprint, countryStarts(),
		slices.Collect(maps.Keys(series)), []string{"table", "chart", "graph", "diagram", "map", "picture", "policies", "box", "text", "annex", "foreword", "entry", "entries", "untitled", "unnamed", "pdf", ";"})
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

// paragraphWords, pageWords and so on are how people name what they count.
var (
	paragraphWords = []string{"para", "paras", "paragraph", "paragraphs", "par", "pars"}
	pageWords      = []string{"p", "pp", "pg", "pgs", "page", "pages"}
	footnoteWords  = []string{"fn", "fns", "footnote", "footnotes", "n", "nn", "note", "notes"}
	figureWords    = []string{"fig", "figs", "figure", "figures"}
	tableWords     = []string{"table", "tables", "tbl"}
	objectiveWords = []string{"obj", "objs", "objective", "objectives"}
	partWords      = []string{"part", "parts", "pt", "pts"}
)
