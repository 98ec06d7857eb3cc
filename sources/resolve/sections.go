package resolve

import (
	"slices"
	"strconv"
	"strings"

	"socsearch/sources/document"
)

// The rules for what stands under a heading: paragraphs that are numbered anew under
// it, as those of articles are, and headings that say where a paragraph stands.

// readCount takes paragraphs that are numbered anew under a heading: "conclusions
// para 10", "recommendation 3", "Article 5(2)"; without a number all of them, where
// the heading has one itself or the document is named: "Article 28".
func (r *reading) readCount() (bool, *MissingError) {
	start := r.at
	r.next("policy") // "policy GB6"
	found := r.countHere()
	if found == nil {
		r.at = start
		return false, nil
	}
	if name := r.words[start:r.at]; !r.numberFollows() {
		if r.named == levelNone && !slices.ContainsFunc(name, isNumber) {
			r.at = start
			return false, nil
		}
		r.addCount(found, found.numbers)
		return true, nil
	}
	r.next(paragraphWords...)
	numbers, missing := between("paragraph", r.numbers(paragraphWords), found.numbers, func(what, known string) *MissingError {
		return &MissingError{Document: r.manifest.Slug, What: what + " in " + found.label, Known: "it has " + known}
	})
	r.addCount(found, numbers)
	return true, missing
}

// countHere takes the heading of paragraphs that are numbered anew under it; nil if
// none stands next.
func (r *reading) countHere() *count {
	var things []*thing
	for _, c := range r.counts {
		things = append(things, &c.thing)
	}
	t := r.thingHere(things)
	if t == nil {
		return nil
	}
	return r.counts[slices.Index(things, t)]
}

// numberFollows reports whether a paragraph's number stands next, with a word for it
// or without.
func (r *reading) numberFollows() bool {
	return usable(r.peek(0)) || slices.Contains(paragraphWords, r.peek(0)) && usable(r.peek(1))
}

func (r *reading) addCount(c *count, numbers []string) {
	p := &piece{kind: Kind(document.KindParagraph)}
	for _, n := range numbers {
		p.passages = append(p.passages, c.byNumber[n]...)
	}
	r.segment().add(p)
}

// numbered are the words for what is numbered and has numbered paragraphs, by their
// plurals.
var numbered = map[string]string{"articles": "article", "annexes": "annex", "policies": "policy"}

// readCounts takes several of them, "arts 33–34", and says which there isn't of a
// document that has others: "Article 100".
func (r *reading) readCounts() (bool, *MissingError) {
	label, several := numbered[r.peek(0)], true
	if label == "" {
		label, several = r.peek(0), false
	}
	known := r.numbersUnder(label)
	if len(known) == 0 || !usable(r.peek(1)) || !several && r.named == levelNone {
		return false, nil
	}
	r.at++
	numbers, missing := between(label, r.numbers(nil), known, r.missing)
	for _, n := range numbers {
		for _, c := range r.counts {
			if slices.ContainsFunc(c.names, func(name []string) bool { return slices.Equal(name, []string{label, n}) }) {
				r.addCount(c, c.numbers)
			}
		}
	}
	if missing != nil {
		missing.What += " with numbered paragraphs"
	}
	return true, missing
}

// numbersUnder are the numbers of the headings that are a word and a number, in
// reading order: of "Article 5" and so on under "article".
func (r *reading) numbersUnder(label string) []string {
	var numbers []string
	for _, c := range r.counts {
		for _, name := range c.names {
			if len(name) == 2 && name[0] == label && isNumber(name[1]) && !slices.Contains(numbers, name[1]) {
				numbers = append(numbers, name[1])
			}
		}
	}
	return numbers
}

// readHeading takes a heading of a document that is named, as APA has it for
// documents without pages (APA 7 8.13): with the word "section", or before a paragraph
// or page. Else its words are words to search for.
func (r *reading) readHeading() (bool, *MissingError) {
	if r.named <= levelNone {
		return false, nil
	}
	var heading phrase
	for _, h := range r.headings {
		if r.has(h.tokens) {
			heading = h
			break
		}
	}
	end := r.at + len(heading.tokens)
	if heading.tokens == nil || end == len(r.words) || r.words[end] != "section" && !slices.Contains(paragraphWords, r.words[end]) && !slices.Contains(pageWords, r.words[end]) {
		return false, nil
	}
	r.at = end
	r.next("section")
	under := func(p *document.Passage) bool {
		return slices.ContainsFunc(p.Section, func(s string) bool { return slices.Equal(tokens(s), heading.tokens) })
	}
	name := "“" + strings.Join(heading.tokens, " ") + "”"
	r.addLimit(&limit{
		kind: KindSection, values: []string{name}, what: "under " + name, holds: under,
		where: func(p *document.Passage) string { return "under “" + p.Section[len(p.Section)-1] + "”" },
	})
	return true, nil
}

// readOtherEntry finds the name of an entry that there isn't in a document that is
// all entries. As the words may be to search for as well, the error is bare.
func (r *reading) readOtherEntry() (bool, *MissingError) {
	const longest = 8 // words of an organisation's name
	cited := r.named == levelCertain || r.named == levelAuthor && r.dated
	if len(r.reader.numbers) > 0 || len(r.entries) == 0 || !cited || !r.segment().empty() {
		return false, nil
	}
	rest := r.words[r.at:]
	if len(rest) > longest || slices.ContainsFunc(rest, func(w string) bool { return isNumber(w) || w == ";" || w == amount }) {
		return false, nil
	}
	first, last := r.entries[0], r.entries[len(r.entries)-1]
	missing := r.missing("entry “"+r.rest()+"”", strconv.Itoa(len(r.entries))+" entries, "+first.label+" to "+last.label)
	missing.Bare = true
	return true, missing
}

// isSection reports whether what was read last is a place that people call a
// section: "Executive Summary section".
func (r *reading) isSection() bool { return !r.segment().empty() && !isNumber(r.peek(1)) }

// readLines refuses the lines of a paragraph with the reason.
func (r *reading) readLines() (bool, *MissingError) {
	p := r.segment().last()
	if p == nil || len(p.passages) == 0 || !usable(r.peek(1)) || !r.next("line", "lines") {
		return false, nil
	}
	number := r.peek(0)
	r.numbers(nil)
	return true, &MissingError{Document: r.manifest.Slug, What: "line " + number + " to go by",
		Known: "lines end elsewhere in every copy of " + r.name() + ", and " + r.passages[p.passages[0]].Label + " is the place"}
}
