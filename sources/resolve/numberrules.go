package resolve

import (
	"slices"

	"socsearch/sources/document"
)

// The rules for what is named by number: paragraphs, pages, footnotes, figures.

func (r *reading) readParagraphs() (bool, *MissingError) {
	if !r.wordThenNumber(paragraphWords...) {
		return false, nil
	}
	spans := r.numbers(paragraphWords)
	if last := r.segment().last(); last != nil && last.takesPositions() {
		last.positions = spans
		return true, nil
	}
	if t := r.pageOf(spans); t != nil {
		r.segment().add(&piece{kind: Kind(document.KindParagraph), thing: t, positions: spans})
		return true, nil
	}
	return true, r.addParagraphs(spans)
}

// pageOf is the page just named, if its paragraphs are counted on it and the
// numbers aren't those of numbered paragraphs there: "p 38, para 1".
func (r *reading) pageOf(spans []span) *thing {
	limits := r.segment().limits
	if len(limits) != 1 || !r.segment().bare() || limits[0].kind != KindPage {
		return nil
	}
	numbered, err := between("paragraph", spans, r.reader.numbers, r.missing)
	onPage := func(number string) bool { return limits[0].holds(r.passages[r.byNumber[number]]) }
	if err == nil && len(numbered) > 0 && !slices.ContainsFunc(numbered, func(n string) bool { return !onPage(n) }) {
		return nil
	}
	return r.byPage[limits[0].value]
}

// readCount takes paragraphs that are numbered anew under a heading: "conclusions
// para 10", "recommendation 3".
func (r *reading) readCount() (bool, *MissingError) {
	start := r.at
	var found *count
	for _, c := range r.counts {
		if r.thingHere([]*thing{&c.thing}) != nil {
			found = c
			break
		}
	}
	isWord := slices.Contains(paragraphWords, r.peek(0))
	if found == nil || !usable(r.peek(0)) && !(isWord && usable(r.peek(1))) {
		r.at = start
		return false, nil
	}
	r.next(paragraphWords...)
	passages, missing := r.counted("paragraph", r.numbers(paragraphWords), found.numbers, found.byNumber)
	r.segment().add(&piece{kind: Kind(document.KindParagraph), passages: passages})
	return true, missing
}

func (r *reading) addParagraphs(spans []span) *MissingError {
	passages, missing := r.counted("paragraph", spans, r.reader.numbers, r.byNumber)
	r.segment().add(&piece{kind: Kind(document.KindParagraph), passages: passages})
	return missing
}

// readBareNumbers takes numbers without a word for paragraphs, or for pages as
// OSCOLA and Chicago cite them: before "box", and before a paragraph that is
// counted on its page.
func (r *reading) readBareNumbers() (bool, *MissingError) {
	if r.numberAt(0) == "" || !r.segment().empty() {
		return false, nil
	}
	spans := r.numbers(nil)
	onPage := slices.Contains(paragraphWords, r.peek(0)) && r.byPage[spans[0].from] != nil
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
	if !r.wordThenNumber(pageWords...) {
		return false, nil
	}
	spans := r.numbers(pageWords)
	if r.has(ofTheFile) { // as labels call pages without a printed number
		r.at += len(ofTheFile)
	}
	return true, r.limitToPages(spans)
}

var ofTheFile = []string{"of", "the", "file"}

// readFootnotes takes footnotes of what was just named, or of the document.
func (r *reading) readFootnotes() (bool, *MissingError) {
	if !r.wordThenNumber(footnoteWords...) {
		return false, nil
	}
	spans := r.numbers(footnoteWords)
	numbers, missing := between("footnote", spans, r.notes, r.missing)
	p := r.segment().last()
	if p == nil {
		p = &piece{kind: KindFootnote}
		r.segment().add(p)
	}
	p.notes = append(p.notes, numbers...)
	if p.kind == KindFootnote {
		for _, n := range numbers {
			p.passages = append(p.passages, r.byNote[n]...)
		}
	}
	return true, missing
}

func (r *reading) readFigures() (bool, *MissingError) {
	if !r.wordThenNumber(figureWords...) {
		return false, nil
	}
	passages, missing := r.counted("figure", r.numbers(figureWords), r.figures, r.byFigure)
	r.segment().add(&piece{kind: Kind(document.KindFigure), passages: passages})
	return true, missing
}
