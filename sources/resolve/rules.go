package resolve

import (
	"slices"
	"strings"
	"time"

	"socsearch/sources/document"
)

func (r *reading) readDocument() (bool, *MissingError) {
	for _, p := range r.phrases {
		if !r.has(p.tokens) || p.level == levelDate && r.named == levelNone && !r.backed && !r.documentAfter(len(p.tokens)) {
			continue
		}
		r.at += len(p.tokens)
		r.whole = r.whole || p.whole
		switch p.level {
		case levelDate:
			r.dated, r.whole = true, true
			if slices.Contains([]string{"-", "/", "to"}, r.peek(0)) && year.MatchString(r.peek(1)) { // a paper for several years
				r.otherYear = r.words[r.at-1] + "–" + r.peek(1)
				r.at += 2
			}
		case levelBacker:
			r.backed = true
		default:
			r.named = max(r.named, p.level)
		}
		return true, nil
	}
	return false, nil
}

// countries are what stands before the author of a paper of the government, or
// before its title, as libraries and other countries' guides have it: "Great
// Britain. Home Office" (AACR2 24.17), and behind all (Bluebook 20.2.4): "(UK)".
var countries = [][]string{{"great", "britain"}, {"gb"}, {"united", "kingdom"}, {"uk"}, {"uks"}, {"britain"}, {"britains"}, {"british"},

	{"governments"}, {"uk", "governments"}, {"hm", "governments"}, {"british", "governments"}}

func countryStarts() []string {
	var words []string
	for _, c := range countries {
		words = append(words, c[0])
	}
	return words
}

// readCountry passes a country's name before the author or the title, or at the end.
func (r *reading) readCountry() (bool, *MissingError) {
	for _, c := range countries {
		end := r.named > levelNone && (r.at+len(c) == len(r.words) || r.named == levelCertain && placeWord(r.peek(len(c))))
		if r.has(c) && (end || r.nameAfter(len(c))) {
			r.at += len(c)
			return true, nil
		}
	}
	return false, nil
}

// placeWord reports whether a word begins a place: a label or a number.
func placeWord(word string) bool {
	return isNumber(word) || slices.Contains(paragraphWords, word) || slices.Contains(pageWords, word)
}

// nameAfter reports whether the document's author, publisher or title begins so
// many words on, behind its date or not.
func (r *reading) nameAfter(n int) bool {
	after := *r
	after.at += n
	for _, p := range r.phrases {
		if p.level == levelDate && after.has(p.tokens) {
			after.at += len(p.tokens)
			break
		}
	}
	after.next("the")
	return slices.ContainsFunc(r.phrases, func(p phrase) bool { return p.level != levelDate && after.has(p.tokens) })
}

// documentAfter reports whether a name of the document begins so many words on:
// "the 2018 strategy".
func (r *reading) documentAfter(n int) bool {
	after := *r
	after.at += n
	return slices.ContainsFunc(r.phrases, func(p phrase) bool { return p.level > levelNone && after.has(p.tokens) })
}

// readOtherYear finds the year of another edition, or of another paper by the same
// author: "(HM Government, 2013, para 79)" is not the strategy of 2018.
func (r *reading) readOtherYear() (bool, *MissingError) {
	if n := r.dayAndMonth(); n > 0 && r.named > levelNone && !r.dated { // "October 2013"
		r.at += n
	}
	if !year.MatchString(r.peek(0)) || !r.segment().empty() && !r.documentAfter(1) {
		return false, nil
	}
	// A range's second year, of "2023 to 2028", belongs to the first.
	if r.named <= levelNone && !r.documentAfter(1) || r.dated {
		return false, nil
	}
	r.otherYear = r.peek(0)
	r.at++
	for r.at < len(r.words) && (r.next("to", "-", "/") || isNumber(r.peek(0)) && len(r.peek(0)) <= 4 && r.at > 0 && slices.Contains([]string{"to", "-", "/"}, r.words[r.at-1])) {
		if isNumber(r.peek(0)) {
			r.at++
		}
	}
	r.whole = true
	return true, nil
}

// dayAndMonth is how many words before a year are its month and day; 0 if none are.
func (r *reading) dayAndMonth() int {
	for n := range 2 {
		for month := time.January; month <= time.December; month++ {
			name := strings.ToLower(month.String())
			if word := r.peek(n); (word == name || word == name[:3]) && year.MatchString(r.peek(n+1)) && (n == 0 || isNumber(r.peek(0))) {
				return n + 1
			}
		}
	}
	return 0
}

// wrongYear says what there isn't where another year was read.
func (r *reading) wrongYear() *MissingError {
	if r.named == levelCertain {
		return &MissingError{What: r.otherYear + " edition of " + r.name()}
	}
	return &MissingError{What: "paper of " + r.otherYear + " by " + r.manifest.Author}
}

// readCrossReference takes "(n 3)" after an author: the work that is cited in the
// writer's own note 3, which is the author's here.
func (r *reading) readCrossReference() (bool, *MissingError) {
	if r.named <= levelNone && !r.backed || !r.next(crossWord) {
		return false, nil
	}
	r.dated, r.whole = true, true
	return true, nil
}

// series are the abbreviations of parliamentary papers.
var series = map[string]string{"cm": "Cm", "cp": "CP", "cmnd": "Cmnd", "cmd": "Cmd", "hc": "HC", "hl": "HL"}

// readOtherSeries finds the number of a paper that isn't this document. The
// document that it is, if it is here, has a better reading.
func (r *reading) readOtherSeries() (bool, *MissingError) {
	name := series[r.peek(0)]
	if name == "" || !usable(r.peek(1)) || r.isCountName() { // "policy HC3"
		return false, nil
	}
	r.at += 2
	return true, &MissingError{What: name + " " + r.words[r.at-1]}
}

// readBox takes a box by its title, or by the page alone.
func (r *reading) readBox() (bool, *MissingError) {
	if slices.Contains([]string{"text", "untitled", "unnamed"}, r.peek(0)) && r.peek(1) == "box" {
		r.at++
	}
	if !r.next("box") {
		return false, nil
	}
	start := r.at
	for r.next("on", "about", "entitled", "titled", "called", "headed", "the") {
	}
	if t := r.thingHere(r.boxes); t != nil {
		r.addThing(document.KindBox, t)
		return true, nil
	}
	if t := r.boxByWords(); t != nil {
		r.addThing(document.KindBox, t)
		return true, nil
	}
	r.at = start
	if next := r.peek(0); r.named == levelCertain && next != "" && next != ";" && next != "on" && !r.isCountWord() {
		return true, r.missing("box “"+r.rest()+"”", "the boxes "+list(quoted(r.boxes)))
	}
	r.segment().add(&piece{kind: Kind(document.KindBox), anyBox: true})
	return true, nil
}

// boxByWords takes the box whose title alone has the words that come next: "box on
// firearms". It takes nothing where two have them, or none, nor by words of the
// document's own title alone: all of its boxes are about those.
func (r *reading) boxByWords() *thing {
	start := r.at
	var words []string
	for r.at < len(r.words) && !r.isCountWord() && r.peek(0) != ";" && !isNumber(r.peek(0)) && !r.documentNext() {
		if !slices.Contains(noise, r.peek(0)) {
			words = append(words, r.peek(0))
		}
		r.at++
	}
	title := tokens(r.manifest.Title)
	if !slices.ContainsFunc(words, func(w string) bool { return !slices.Contains(title, w) }) {
		r.at = start
		return nil
	}
	var found *thing
	for _, b := range r.boxes {
		if len(b.names) == 0 || slices.ContainsFunc(words, func(w string) bool { return !slices.Contains(b.names[0], w) }) {
			continue
		}
		if found != nil {
			found = nil
			break
		}
		found = b
	}
	if found == nil {
		r.at = start
	}
	return found
}

// readBoxByTitle takes "Firearms and Drugs box", as APA has it.
func (r *reading) readBoxByTitle() (bool, *MissingError) {
	start := r.at
	t := r.thingHere(r.boxes)
	if t == nil { // "WePROTECT box"
		const longest = 6 // words
		if n := slices.Index(r.words[r.at:min(len(r.words), r.at+longest)], "box"); n > 0 {
			before := *r
			before.words = r.words[:r.at+n]
			if t = before.boxByWords(); t != nil {
				r.at += n
			}
		}
	}
	if t == nil || !r.next("box") {
		r.at = start
		return false, nil
	}
	r.addThing(document.KindBox, t)
	return true, nil
}

// certainNext reports whether a name that is the document's alone comes next.
func (r *reading) certainNext() bool {
	return slices.ContainsFunc(r.phrases, func(p phrase) bool { return p.level == levelCertain && r.has(p.tokens) })
}

// documentNext tells whether a name of the document comes next.
func (r *reading) documentNext() bool {
	return slices.ContainsFunc(r.phrases, func(p phrase) bool { return r.has(p.tokens) })
}

// readForeword takes the foreword; what stands in its place under another
// heading, such as "Summary", only where a paragraph of it or the document is
// named, since that is a word to search for.
func (r *reading) readForeword() (bool, *MissingError) {
	start := r.at
	if t := r.thingHere(r.forewords); t != nil {
		if slices.Contains(r.words[start:r.at], "foreword") || r.named == levelCertain || slices.Contains(paragraphWords, r.peek(0)) {
			r.addThing(document.KindForeword, t)
			r.readAnnexed()
			return true, nil
		}
		r.at = start
	}
	if !r.next("foreword") {
		return false, nil
	}
	return true, r.missing("foreword", "no foreword")
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
