package resolve

import (
	"slices"
	"strconv"
	"strings"

	"socsearch/sources/document"
)

// The rules for annexes and entries.

// readAnnex takes an annex and the organisations named after it.
func (r *reading) readAnnex() (bool, *MissingError) {
	at := slices.IndexFunc(r.annexes, func(a phrase) bool { return r.has(a.tokens) })
	if at < 0 && r.peek(0) == "annex" && len(r.annexNames()) == 1 { // "Annex, NCA": there is one
		if r.at++; r.thingNext(r.entries) {
			r.segment().inAnnex = true
			return true, nil
		}
		r.at--
	}
	if at < 0 {
		return r.readOtherAnnex()
	}
	annex := r.annexes[at].tokens
	r.at += len(annex)
	r.readAnnexed()
	found := false
	for {
		start := r.at
		for r.next("and", "the", "entry", "entries", "on", "for", "under") {
		}
		t := r.thingHere(r.entries)
		if t == nil {
			r.at = start
			break
		}
		r.addThing(document.KindAnnex, t)
		r.next("entry", "entries")
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

// readAnnexed passes the document to which an annex or a foreword belongs: "Annex A to
// Cm 9718".
func (r *reading) readAnnexed() {
	of := r.at
	if !r.next("to", "of", "in") {
		return
	}
	r.next("the")
	if known, _ := r.readDocument(); !known {
		r.at = of
	}
}

// readEntryOfAnnex takes "NCA in Annex A", "the entry for HMRC in Annex A".
func (r *reading) readEntryOfAnnex() (bool, *MissingError) {
	start := r.at
	for r.next("entry", "entries", "for", "on", "of", "the") {
	}
	var found []*thing
	for t := r.thingHere(r.entries); t != nil && t.annex != ""; t = r.thingHere(r.entries) {
		found = append(found, t)
		for r.next("entry", "entries", "in", "under", "at", "of", "the", "-", "and") {
		}
	}
	at := slices.IndexFunc(r.annexes, func(a phrase) bool { return r.has(a.tokens) })
	if len(found) == 0 || at < 0 {
		r.at = start
		return false, nil
	}
	r.at += len(r.annexes[at].tokens)
	for _, t := range found {
		r.addThing(document.KindAnnex, t)
	}
	r.readAnnexed()
	return true, nil
}

func (r *reading) readOtherAnnex() (bool, *MissingError) {
	if r.peek(0) != "annex" || len(r.peek(1)) != 1 {
		return false, nil
	}
	known := "no annexes"
	if len(r.annexes) > 0 {
		known = list(r.annexNames())
	}
	r.at += 2
	r.segment().inAnnex = true
	return true, r.missing("Annex "+strings.ToUpper(r.words[r.at-1]), known)
}

// annexNames are the document's annexes that have entries.
func (r *reading) annexNames() []string {
	var names []string
	for _, e := range r.entries {
		if e.annex != "" && !slices.Contains(names, e.annex) {
			names = append(names, e.annex)
		}
	}
	return names
}

// thingNext reports whether the name of a thing comes next.
func (r *reading) thingNext(things []*thing) bool {
	start := r.at
	for r.next("the", "entry", "on", "for") {
	}
	found := r.thingHere(things) != nil
	r.at = start
	return found
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

// readEntry takes an entry of a document that is nothing but entries, where the
// document is named or a paragraph of the entry follows: an organisation's name
// alone is a word to search for.
func (r *reading) readEntry() (bool, *MissingError) {
	start := r.at
	t := r.thingHere(r.entries)
	if after := r.at; t != nil && t.annex == "" { // "SFO entry on the roles page"
		for r.next("entry", "section", "on", "in", "of", "the") {
		}
		if !r.certainNext() {
			r.at = after
		}
	}
	if t != nil && t.annex != "" && r.segment().inAnnex { // "Annex A, p 70, SFO"
		r.addThing(document.KindAnnex, t)
		return true, nil
	}
	if t == nil || t.annex != "" || r.named == levelNone && !slices.Contains(paragraphWords, r.peek(0)) && !r.certainNext() { // "NCA (roles page)"
		r.at = start
		return false, nil
	}
	r.next("section") // as APA has it
	r.addThing(document.KindRole, t)
	return true, nil
}
