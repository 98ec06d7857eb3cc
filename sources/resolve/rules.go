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
