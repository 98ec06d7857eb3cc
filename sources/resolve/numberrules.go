package resolve

import (
	"slices"
	"strconv"
	"strings"

	"socsearch/sources/document"
)

// The rules for what is named by number: paragraphs, pages, footnotes, figures.

func (r *reading) readParagraphs() (bool, *MissingError) {
	if slices.Contains(paragraphWords, r.peek(0)) && r.peek(1) == lastWord {
		return r.readLastParagraph()
	}
	beside := r.at > 0 && r.words[r.at-1] == "and" // "p 63 and para 5" are two places
	if !r.wordThenNumber(paragraphWords...) {
		return false, nil
	}
	if beside && r.segment().bare() && !r.segment().empty() {
		r.segments = append(r.segments, &segment{})
	}
	spans := r.numbers(paragraphWords)
	last := r.segment().last()
	if last != nil && last.kind == KindFootnote && len(r.segment().pieces) == 1 && !beside {
		return true, r.addNotedParagraphs(last, spans)
	}
	if last != nil && last.count != nil { // "Article 35 GDPR, paras 1 and 7"
		numbers, missing := r.countNumbers(last.count, spans)
		r.segment().pieces = r.segment().pieces[:len(r.segment().pieces)-1]
		r.addCount(last.count, numbers)
		return true, missing
	}
	if last != nil && last.takesPositions() {
		last.positions = spans
		return true, nil
	}
	if t := r.pageOf(spans); t != nil {
		r.segment().add(&piece{kind: Kind(document.KindParagraph), thing: t, positions: spans})
		return true, nil
	}
	return true, r.addParagraphs(spans)
}

// addNotedParagraphs takes the paragraphs in which footnotes stand that were named
// before them: "fn 39, para 70". Footnotes that stand elsewhere are a slip, or the
// writer's own.
func (r *reading) addNotedParagraphs(notes *piece, spans []span) *MissingError {
	passages, missing := r.counted("paragraph", spans, r.reader.numbers, r.byNumber)
	if missing != nil {
		return missing
	}
	*notes = piece{kind: Kind(document.KindParagraph), passages: passages, notes: notes.notes}
	return nil
}

// readLastParagraph takes the last paragraph of a foreword, a box or an entry.
func (r *reading) readLastParagraph() (bool, *MissingError) {
	start := r.at
	r.at += 2
	if last := r.segment().last(); last != nil && last.thing != nil && last.takesPositions() { // "Foreword, final paragraph"
		number := strconv.Itoa(len(last.thing.passages))
		last.positions = []span{{number, number}}
		return true, nil
	}
	if t := r.thingAfter(); t != nil {
		last := strconv.Itoa(len(t.passages))
		r.addThing(r.passages[t.passages[0]].Kind, t)
		r.segment().last().positions = []span{{last, last}}
		return true, nil
	}
	r.at = start
	return false, nil
}

// pageOf is the page just named, if its paragraphs are counted on it and the
// numbers aren't those of numbered paragraphs there: "p 38, para 1".
func (r *reading) pageOf(spans []span) *thing {
	limits := r.segment().limits
	if len(limits) != 1 || !r.segment().bare() || limits[0].kind != KindPage {
		return nil
	}
	numbered, err := between("paragraph", spans, r.reader.numbers, r.missing)
	onPage := func(number string) bool { return len(r.held(r.byNumber[number], limits)) > 0 }
	if err == nil && len(numbered) > 0 && !slices.ContainsFunc(numbered, func(n string) bool { return !onPage(n) }) {
		return nil
	}
	if limits[0].ofFile {
		return r.byPage["pdf "+limits[0].values[0]]
	}
	return r.pageThing(limits[0].values[0])
}

func (r *reading) addParagraphs(spans []span) *MissingError {
	passages, missing := r.counted("paragraph", spans, r.reader.numbers, r.byNumber)
	// "para 9 of the foreword" is none of the document's own, if it is one of the foreword.
	if t := r.thingAfter(); t != nil {
		r.addThing(r.passages[t.passages[0]].Kind, t)
		r.segment().last().positions = spans
		return nil
	}
	r.segment().add(&piece{kind: Kind(document.KindParagraph), passages: passages})
	return missing
}

// thingAfter takes the box, foreword or entry whose paragraph was just named: "para
// 2 of the box on firearms", "para 3 of the foreword"; nil if none follows.
func (r *reading) thingAfter() *thing {
	start := r.at
	of := r.next("of", "in", "from")
	r.next("the")
	var t *thing
	if box := r.next("box"); box {
		for r.next("on", "about", "entitled", "titled", "called", "headed", "the") {
		}
		if t = r.thingHere(r.boxes); t == nil {
			t = r.boxByWords()
		}
	} else if of {
		if t = r.thingHere(r.forewords); t == nil {
			if t = r.thingHere(r.boxes); t != nil && !r.next("box") {
				t = nil
			}
		}
	}
	if t == nil {
		r.at = start
	}
	return t
}

// readBareNumbers takes numbers without a word for paragraphs, or for pages as
// OSCOLA and Chicago cite them: before "box", and before a paragraph that is
// counted on its page.
func (r *reading) readBareNumbers() (bool, *MissingError) {
	last := r.segment().last()
	ofForeword := r.whole && last != nil && last.kind == Kind(document.KindForeword) && last.takesPositions()
	if r.pageAndParagraph() && !r.segment().bare() {
		r.segments = append(r.segments, &segment{})
	}
	atPage := r.whole && r.at > 0 && r.words[r.at-1] == "at" && len(r.segment().limits) == 0 // "¶ 61, at 26"
	if r.numberAt(0) == "" || !r.segment().empty() && !ofForeword && !atPage {
		return false, nil
	}
	before := ""
	if r.at > 0 {
		before = r.words[r.at-1]
	}
	at := before == "at" && r.named > levelNone // "Cm 9718 at 31"
	switch {
	case !at && (slices.Contains([]string{"the", "of", "in", "on", "from", "at", "by"}, before) || slices.Contains(signals, before)):
		return false, nil // "the 43"
	case r.named == levelNone && year.MatchString(r.peek(0)) && len(r.byNumber[r.peek(0)]) == 0:
		return false, nil // 2018 alone
	case r.named == levelAuthor && !r.whole:
		return false, nil // an author and a number: of which of the author's papers?
	}
	spans := r.numbers(nil)
	byChapter := slices.ContainsFunc(spans, func(s span) bool { return strings.Trim(s.from, "0123456789") != "" })
	if (r.whole || at) && !byChapter {
		return true, r.limitToPages(spans)
	}
	onPage := slices.Contains(paragraphWords, r.peek(0)) && r.pageThing(spans[0].from) != nil
	if r.peek(0) == "box" || onPage {
		return true, r.limitToPages(spans)
	}
	missing := r.addParagraphs(spans)
	if missing != nil {
		missing.Bare = r.named == levelNone
	}
	return true, missing
}

func (r *reading) readPages() (bool, *MissingError) {
	beside := r.at > 0 && r.words[r.at-1] == "and" // "para 5 and p 63" are two places
	start := r.at
	ofFile := r.next("pdf") // as labels call pages without a printed number
	if !r.wordThenNumber(pageWords...) {
		r.at = start
		return false, nil
	}
	if beside && !r.segment().empty() {
		r.segments = append(r.segments, &segment{})
	}
	spans := r.numbers(pageWords)
	if r.has(ofTheFile) {
		r.at += len(ofTheFile)
		ofFile = true
	}
	if ofFile {
		return true, r.limitToFilePage(spans)
	}
	return true, r.limitToPages(spans)
}

var ofTheFile = []string{"of", "the", "file"}

// readFootnotes takes footnotes of what was just named, or of the document.
func (r *reading) readFootnotes() (bool, *MissingError) {
	beside := r.at > 0 && r.words[r.at-1] == "and" // "para 79 and fn 39" are two places
	if r.ownNote() || !r.wordThenNumber(footnoteWords...) {
		return false, nil
	}
	spans := r.numbers(footnoteWords)
	if slices.Contains(paragraphWords, r.peek(1)) {
		r.next("to") // "footnote 39 to para 70"
	}
	numbers, missing := between("footnote", spans, r.notes, r.missing)
	p := r.segment().last()
	if p != nil && beside && !r.hasNotes(p, numbers) {
		p = nil
	}
	if p == nil {
		p = &piece{kind: KindFootnote}
		r.segment().add(p)
	}
	p.notes = append(p.notes, numbers...)
	p.besides = p.besides || beside
	if p.kind == KindFootnote {
		for _, n := range numbers {
			p.passages = append(p.passages, r.byNote[n]...)
		}
	}
	return true, missing
}

// ownNote reports whether what comes next is OSCOLA's "see n 22" (1.2.2), a note of the
// writer's own.
func (r *reading) ownNote() bool {
	after := *r
	after.at += 2
	if after.next("of", "in", "to") && (after.next("the") || after.documentNext()) {
		return false // "see n 22 of the strategy"
	}
	return (r.peek(0) == "n" || r.peek(0) == "nn") && r.at > 0 && slices.Contains([]string{"see", "cf", "also", "generally"}, r.words[r.at-1]) &&
		r.named == levelNone && r.segment().empty()
}

// hasNotes reports whether all of some footnotes are cited in what was just named.
func (r *reading) hasNotes(p *piece, numbers []string) bool {
	return !slices.ContainsFunc(numbers, func(n string) bool {
		return !slices.ContainsFunc(r.byNote[n], func(i int) bool { return slices.Contains(p.passages, i) })
	})
}

func (r *reading) readFigures() (bool, *MissingError) {
	if !r.wordThenNumber(figureWords...) {
		return false, nil
	}
	passages, missing := r.counted("figure", r.numbers(figureWords), r.figures, r.byFigure)
	r.segment().add(&piece{kind: Kind(document.KindFigure), passages: passages})
	r.skipCaption(passages)
	return true, missing
}

// readTables reads "Table 2" where there are tables with numbers.
func (r *reading) readTables() (bool, *MissingError) {
	if len(r.tables) == 0 || !r.wordThenNumber(tableWords...) {
		return false, nil
	}
	passages, missing := r.counted("table", r.numbers(tableWords), r.tables, r.byTable)
	r.segment().add(&piece{kind: Kind(document.KindFigure), passages: passages})
	r.skipCaption(passages)
	return true, missing
}

// skipCaption passes the caption of a figure after its number.
func (r *reading) skipCaption(passages []int) {
	for _, i := range passages {
		if caption := tokens(r.passages[i].Title); len(caption) > 2 && r.has(caption[2:]) {
			r.at += len(caption) - 2
			return
		}
	}
}
