package resolve

import (
	"slices"
	"strconv"
	"strings"

	"socsearch/sources/document"
)

func (r *reading) readDocument() (bool, *MissingError) {
	for _, p := range r.phrases {
		if !r.has(p.tokens) || p.level == levelDate && r.named == levelNone && !r.backed {
			continue
		}
		r.at += len(p.tokens)
		switch p.level {
		case levelDate:
			r.dated = true
		case levelBacker:
			r.backed = true
		default:
			r.named = max(r.named, p.level)
		}
		return true, nil
	}
	return false, nil
}

// series are the abbreviations of parliamentary papers.
var series = map[string]string{"cm": "Cm", "cp": "CP", "cmnd": "Cmnd", "cmd": "Cmd", "hc": "HC", "hl": "HL"}

// readOtherSeries finds the number of a paper that isn't this document. The
// document that it is, if it is here, has a better reading.
func (r *reading) readOtherSeries() (bool, *MissingError) {
	name := series[r.peek(0)]
	if name == "" || !usable(r.peek(1)) {
		return false, nil
	}
	r.at += 2
	return true, &MissingError{What: name + " " + r.words[r.at-1]}
}

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
	if !usable(r.peek(0)) || !r.segment().empty() {
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

// readBox takes a box by its title, or by the page alone.
func (r *reading) readBox() (bool, *MissingError) {
	if !r.next("box") {
		return false, nil
	}
	if t := r.thingHere(r.boxes); t != nil {
		r.addThing(document.KindBox, t)
		return true, nil
	}
	if next := r.peek(0); r.named == levelCertain && next != "" && next != ";" && next != "on" && !r.isCountWord() {
		return true, r.missing("box “"+r.rest()+"”", "the boxes "+list(quoted(r.boxes)))
	}
	r.segment().add(&piece{kind: Kind(document.KindBox), anyBox: true})
	return true, nil
}

// readBoxByTitle takes "Firearms and Drugs box", as APA has it.
func (r *reading) readBoxByTitle() (bool, *MissingError) {
	start := r.at
	t := r.thingHere(r.boxes)
	if t == nil || !r.next("box") {
		r.at = start
		return false, nil
	}
	r.addThing(document.KindBox, t)
	return true, nil
}

// readAnnex takes an annex and the organisations named after it.
func (r *reading) readAnnex() (bool, *MissingError) {
	at := slices.IndexFunc(r.annexes, func(a phrase) bool { return r.has(a.tokens) })
	if at < 0 {
		return r.readOtherAnnex()
	}
	annex := r.annexes[at].tokens
	r.at += len(annex)
	found := false
	for {
		start := r.at
		for r.next("and", "the") {
		}
		t := r.thingHere(r.entries)
		if t == nil {
			r.at = start
			break
		}
		r.addThing(document.KindAnnex, t)
		found = true
	}
	if found {
		return true, nil
	}
	if next := r.peek(0); next != "" && next != ";" && !r.isCountWord() && !slices.Contains(noise, next) && !r.documentNext() {
		return true, r.missingEntry(annex)
	}
	r.limitToAnnex(annex)
	return true, nil
}

// documentNext tells whether a name of the document comes next.
func (r *reading) documentNext() bool {
	return slices.ContainsFunc(r.phrases, func(p phrase) bool { return r.has(p.tokens) })
}

func (r *reading) readOtherAnnex() (bool, *MissingError) {
	if r.peek(0) != "annex" || len(r.peek(1)) != 1 {
		return false, nil
	}
	known := "no annexes"
	if len(r.annexes) > 0 {
		var names []string
		for _, e := range r.entries {
			if !slices.Contains(names, e.annex) {
				names = append(names, e.annex)
			}
		}
		known = list(names)
	}
	r.at += 2
	return true, r.missing("Annex "+strings.ToUpper(r.words[r.at-1]), known)
}

func (r *reading) missingEntry(annex []string) *MissingError {
	entries := r.entriesOf(annex)
	first, last := entries[0], entries[len(entries)-1]
	return &MissingError{Document: r.manifest.Slug, What: "“" + r.rest() + "” in " + first.annex,
		Known: first.annex + " has " + strconv.Itoa(len(entries)) + " entries, " + first.label + " to " + last.label}
}

// entriesOf are the entries of the annex that words name; all of its kind for want
// of better.
func (r *reading) entriesOf(annex []string) []*thing {
	var entries []*thing
	for _, e := range r.entries {
		if words := tokens(e.annex); len(words) <= len(annex) && slices.Equal(words, annex[:len(words)]) {
			entries = append(entries, e)
		}
	}
	return entries
}

// readForeword takes the foreword; what stands in its place under another
// heading, such as "Summary", only where a paragraph of it or the document is
// named, since that is a word to search for.
func (r *reading) readForeword() (bool, *MissingError) {
	start := r.at
	if t := r.thingHere(r.forewords); t != nil {
		if r.words[start] == "foreword" || r.named == levelCertain || slices.Contains(paragraphWords, r.peek(0)) {
			r.addThing(document.KindForeword, t)
			return true, nil
		}
		r.at = start
	}
	if !r.next("foreword") {
		return false, nil
	}
	return true, r.missing("foreword", "no foreword")
}

// readEntry takes an entry of a document that is nothing but entries, where the
// document is named or a paragraph of the entry follows: an organisation's name
// alone is a word to search for.
func (r *reading) readEntry() (bool, *MissingError) {
	start := r.at
	t := r.thingHere(r.entries)
	if t == nil || t.annex != "" || r.named == levelNone && !slices.Contains(paragraphWords, r.peek(0)) {
		r.at = start
		return false, nil
	}
	r.next("section") // as APA has it
	r.addThing(document.KindRole, t)
	return true, nil
}

// thingHere takes the name of a thing, the longest that fits; nil if none does.
func (r *reading) thingHere(things []*thing) *thing {
	var best *thing
	longest := 0
	for _, t := range things {
		for _, name := range t.names {
			if len(name) > longest && r.has(name) {
				best, longest = t, len(name)
			}
		}
	}
	r.at += longest
	return best
}

func (r *reading) addThing(kind document.Kind, t *thing) {
	r.segment().add(&piece{kind: Kind(kind), thing: t})
}

// isCountWord tells whether a word that numbers follow comes next.
func (r *reading) isCountWord() bool {
	return slices.Contains(paragraphWords, r.peek(0)) || slices.Contains(pageWords, r.peek(0)) || slices.Contains(footnoteWords, r.peek(0))
}

// rest takes what remains of the segment, for messages.
func (r *reading) rest() string {
	words := r.words[r.at:]
	if end := slices.Index(words, ";"); end >= 0 {
		words = words[:end]
	}
	r.at += len(words)
	return strings.Join(words, " ")
}

func quoted(boxes []*thing) []string {
	var titles []string
	for _, b := range boxes {
		if len(b.names) > 0 {
			titles = append(titles, strings.TrimPrefix(b.label, "the box "))
		}
	}
	return titles
}
