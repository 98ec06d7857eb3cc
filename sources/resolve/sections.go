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
	policy := r.next("policy", "policies") // "policy GB6"
	found := r.countHere()
	if code := r.peek(0); policy && found == nil && len(r.counts) > 0 && r.named > levelNone && len(code) <= 3 && isNumber(r.peek(1)) {
		r.at += 2
		first, last := r.counts[0], r.counts[len(r.counts)-1]
		return true, r.missing("policy "+strings.ToUpper(code)+r.words[r.at-1], "numbered paragraphs under "+first.label+" to "+last.label)
	}
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
		r.segment().last().count = found
		return true, nil
	}
	r.next(append(paragraphWords, subWord)...)
	numbers, missing := r.countNumbers(found, r.numbers(paragraphWords))
	r.addCount(found, numbers)
	return true, missing
}

func (r *reading) countNumbers(c *count, spans []span) ([]string, *MissingError) {
	return between("paragraph", spans, c.numbers, func(what, known string) *MissingError {
		return &MissingError{Document: r.manifest.Slug, What: what + " in " + c.label, Known: "it has " + known}
	})
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

// isCountName reports whether the heading of such paragraphs stands next.
func (r *reading) isCountName() bool {
	before := r.at
	found := r.countHere() != nil
	r.at = before
	return found
}

// numberFollows reports whether a paragraph's number stands next, with a word for it
// or without.
func (r *reading) numberFollows() bool {
	word := slices.Contains(paragraphWords, r.peek(0)) || r.peek(0) == subWord
	return usable(r.peek(0)) || word && usable(r.peek(1))
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
var numbered = map[string]string{"articles": "article", "annexes": "annex", "policies": "policy", "sections": "section", "regulations": "regulation", "rules": "rule", "schedules": "schedule"}

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
	if r.pointsFollow() {
		return r.readPoints(label)
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

// pointsFollow reports whether paragraphs of those that are named next are named with
// them: "arts 33(1) and 34(1)".
func (r *reading) pointsFollow() bool {
	rest := r.words[r.at+1:]
	end := slices.IndexFunc(rest, func(w string) bool { return !isNumber(w) && w != "and" && w != "-" && w != "to" && w != subWord })
	if end < 0 {
		end = len(rest)
	}
	return slices.Contains(rest[:end], subWord)
}

// readPoints takes one after the other, as if its word stood before each.
func (r *reading) readPoints(label string) (bool, *MissingError) {
	r.at++
	for usable(r.peek(0)) || r.peek(0) == "and" && usable(r.peek(1)) {
		r.next("and")
		end := r.at + 1
		for end+1 < len(r.words) && r.words[end] == subWord {
			end += 2
		}
		one := *r
		one.words = slices.Concat(r.words[:r.at], []string{label}, r.words[r.at:end])
		known, missing := one.readCount()
		if !known { // there is none, whatever its paragraphs
			one.words = one.words[:r.at+2]
			known, missing = one.readCounts()
		}
		if !known || missing != nil {
			r.at = end
			return known, missing
		}
		r.at = one.at - 1
	}
	return true, nil
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

// readHeading takes a heading as APA has it for documents without pages (APA 7 8.13):
// with the word "section", or before a paragraph or page; of a document that isn't
// named, one of several words before a paragraph. Else its words are words to search
// for.
func (r *reading) readHeading() (bool, *MissingError) {
	var heading phrase
	for _, h := range r.headings {
		if r.has(h.tokens) {
			heading = h
			break
		}
	}
	end := r.at + len(heading.tokens)
	if heading.tokens == nil || end == len(r.words) {
		return false, nil
	}
	place := slices.Contains(paragraphWords, r.words[end])
	if r.named > levelNone {
		place = place || r.words[end] == "section" || slices.Contains(pageWords, r.words[end])
	} else if len(heading.tokens) == 1 {
		return false, nil
	}
	if !place {
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
	if len(rest) > longest || slices.Contains(noise, rest[0]) || slices.Contains(signals, rest[0]) || slices.ContainsFunc(rest, func(w string) bool { return isNumber(w) || w == ";" || w == amount }) {
		return false, nil
	}
	first, last := r.entries[0], r.entries[len(r.entries)-1]
	missing := r.missing("entry “"+r.rest()+"”", strconv.Itoa(len(r.entries))+" entries, "+first.label+" to "+last.label)
	missing.Bare = true
	return true, missing
}

// skipHeading passes what remains of a heading whose first two words were read: the
// "Our Response" of "Part Three: Our Response".
func (r *reading) skipHeading() {
	label, number := r.words[r.at-2], small(r.words[r.at-1])
	for _, h := range r.headings {
		if n := len(h.tokens); n > 2 && number > 0 && h.tokens[0] == label && small(h.tokens[1]) == number && r.has(h.tokens[2:]) {
			r.at += n - 2
			return
		}
	}
}

// isSection reports whether what was read last is a place that people call a
// section: "Executive Summary section".
func (r *reading) isSection() bool { return !r.segment().empty() && !isNumber(r.peek(1)) }

// readLines refuses the lines of a paragraph with the reason.
func (r *reading) readLines() (bool, *MissingError) {
	if r.segment().empty() || !usable(r.peek(1)) || !r.next("line", "lines") {
		return false, nil
	}
	number := r.peek(0)
	r.numbers(nil)
	known := "lines end elsewhere in every copy of " + r.name()
	if p := r.segment().last(); p != nil && len(p.passages) > 0 {
		known += ", and " + r.passages[p.passages[0]].Label + " is the place"
	}
	return true, &MissingError{Document: r.manifest.Slug, What: "line " + number + " to go by", Known: known}
}
