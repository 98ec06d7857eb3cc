package commitment

import (
	"slices"
)

// class is what kind of thing a subject is: who can undertake, and what can't.
type class int

const (
	classThing     class = iota // a measure: programme, strategy, money
	classNone                   // none was found
	classWe                     // the government, or whom "we" stands for
	classBody                   // a public body, or its people
	classThis                   // "this", "these", or "it" for a measure
	classFocus                  // our focus, our priority
	classIntention              // our aim, our intention
	classTime                   // this year, 2019
	classOther                  // others than the state
	classBystander              // who neither undertakes nor is asked
	classThere                  // there will be
)

// subject is who or what does what a predicate says.
type subject struct {
	class       class
	actors      []string
	start, end  int    // tokens
	ours        bool   // "our plan", "the government’s plan"
	one         bool   // "a", "one": one of several
	of          string // slug of a body within a measure's name: "an ECVCU pilot"
	subordinate bool   // of a clause that another clause governs: "how we will"
	conditional bool   // "if it works, we will"
	fronted     []token
	words       string // as printed, for expectations
}

func (s *subject) body() bool { return s.class == classWe || s.class == classBody }

var pronouns = words{"we": true, "i": true, "it": true, "they": true, "this": true, "these": true, "there": true, "he": true, "she": true, "that": true}

var determiners = words{"the": true, "our": true, "this": true, "these": true, "a": true, "an": true, "its": true, "their": true, "all": true,
	"every": true, "each": true, "any": true, "both": true, "his": true, "her": true, "one": true, "that": true, "those": true, "some": true}

var conjunctions = words{"and": true, "but": true, "or": true, "&": true}

// findSubject finds the subject of the predicate whose first word is token at.
// from is where its clause begins.
func (g *grammar) findSubject(tokens []token, from, at int) subject {
	j := at
	for j > from && (g.v.adverbs[tokens[j-1].lower] || tokens[j-1].lower == "particular" && j-1 > from && tokens[j-2].lower == "in") {
		j--
	}
	if j == from {
		return subject{class: classNone, start: from, end: from}
	}
	before := tokens[j-1]
	switch {
	case conjunctions[before.lower]:
		return subject{class: classNone, start: j, end: j}
	case before.lower == "which" || before.lower == "who" || before.lower == "that" && j-1 > from || g.v.subordinators[before.lower] && before.lower != "that":
		return subject{class: classThing, subordinate: true, start: j - 1, end: j}
	case pronouns[before.lower] && before.slug == "":
		s := g.pronoun(before.lower)
		s.start, s.end = j-1, j
		s.fronted = tokens[from : j-1]
		g.govern(&s, tokens[from:j-1])
		return s
	}
	return g.nounSubject(tokens, from, j)
}

// govern sets what the words before a subject say of its clause.
func (g *grammar) govern(s *subject, before []token) {
	if n := len(before); n > 0 && (before[n-1].lower == "since" || before[n-1].lower == "once") { // since they will be held
		s.subordinate = true
	}
	for i := len(before) - 1; i >= 0; i-- {
		w := before[i]
		if w.mark && w.text != ":" {
			break
		}
		if g.v.subordinators[w.lower] && !(i == 0 && w.lower == "that") && !(w.lower == "once" || w.lower == "since") {
			s.subordinate = true
		}
	}
	if len(before) > 0 && slices.ContainsFunc(before, func(t token) bool { return t.mark }) {
		first := before[0].lower
		s.conditional = first == "if" || first == "unless" || first == "whether" || first == "should"
	}
}

// pronoun returns the subject that a pronoun is.
func (g *grammar) pronoun(word string) subject {
	switch word {
	case "we", "i":
		return subject{class: classWe, actors: []string{g.we}}
	case "there":
		return subject{class: classThere, actors: []string{g.we}}
	case "it", "they", "he", "she":
		if g.antecedent.class == classBody {
			return subject{class: classBody, actors: g.antecedent.actors}
		}
		return subject{class: classThis, actors: g.antecedent.actors}
	}
	return subject{class: classThis}
}

// piece is tokens between commas.
type piece struct{ start, end int }

func (g *grammar) pieces(tokens []token, from, to int) []piece {
	var list []piece
	start := from
	for i := from; i <= to; i++ {
		if i == to || tokens[i].mark {
			if i > start {
				list = append(list, piece{start, i})
			}
			start = i + 1
		}
	}
	return list
}

// frontedPiece reports whether a piece can't be a subject: "in addition", "led by
// the NCA", "to reach them".
func (g *grammar) frontedPiece(tokens []token, p piece) bool {
	first := tokens[p.start]
	if first.slug != "" {
		return false
	}
	if conjunctions[first.lower] && p.end-p.start > 1 {
		first = tokens[p.start+1]
	}
	return first.slug == "" && (g.v.fronting[first.lower] || g.v.adverbs[first.lower] && p.end-p.start < 3 || g.v.relatives[first.lower] && !determiners[first.lower] ||
		gerund(first.lower) || g.v.participle(first.lower) && !first.capital() || first.lower == "not")
}

// nounSubject finds a subject that is a noun phrase ending at token to.
func (g *grammar) nounSubject(tokens []token, from, to int) subject {
	pieces := g.pieces(tokens, from, to)
	if len(pieces) == 0 {
		return subject{class: classNone, start: from, end: from}
	}
	at := g.subjectPiece(tokens, pieces)
	if at < 0 {
		last := pieces[len(pieces)-1]
		start := g.phraseAtEnd(tokens, last)
		if start < 0 {
			return subject{class: classNone, start: to, end: to, fronted: tokens[from:to]}
		}
		at, pieces[len(pieces)-1].start = len(pieces)-1, start
	}
	if conjunctions[tokens[pieces[at].start].lower] && pieces[at].start+1 < to {
		pieces[at].start++
	}
	pieces[at].start = g.afterVerb(tokens, pieces[at])
	start := pieces[at].start
	var heads, printed []token
	for i, p := range pieces[at:] {
		if i > 0 && g.frontedPiece(tokens, p) {
			continue
		}
		if len(heads) > 0 {
			heads = append(heads, token{text: "and", lower: "and"})
			printed = append(printed, tokens[p.start-1])
		}
		printed = append(printed, tokens[p.start:p.end]...)
		heads = append(heads, tokens[p.start:p.end]...)
	}
	s := g.classify(heads)
	s.start, s.end, s.fronted = start, to, tokens[from:start]
	s.words = phrase(printed)
	g.govern(&s, tokens[from:start])
	last := pieces[len(pieces)-1]
	opens := tokens[last.start].lower
	if opens == "that" && start > from+1 && determiners[g.wordAt(tokens, last.start+1)] { // stressing X, and that the bodies will
		s.subordinate = true
	}
	if g.v.relatives[opens] && opens != "that" || (opens == "how" || opens == "what" || opens == "whether") && g.wordAt(tokens, last.start+1) != "to" || tokens[from].lower == "should" {
		s.subordinate = true
	}
	if g.clauseInside(heads) || g.clauseInside(tokens[last.start:last.end]) || g.imperative(heads) {
		s.subordinate = true
	}
	return s
}

var auxiliaries = words{"have": true, "has": true, "had": true, "is": true, "are": true, "was": true, "were": true}

// afterVerb moves the start of a subject behind the clause before it: "we have
// commissioned a review and our reforms will".
func (g *grammar) afterVerb(tokens []token, p piece) int {
	verb := false
	start := p.start
	for i := p.start; i+1 < p.end; i++ {
		verb = verb || auxiliaries[tokens[i].lower]
		if verb && conjunctions[tokens[i].lower] && tokens[i].slug == "" {
			start = i + 1
		}
	}
	return start
}

// clauseInside reports whether words that should be a subject hold "that" or
// another word that opens a clause: "success will mean that X will".
func (g *grammar) clauseInside(words []token) bool {
	for i := 1; i < len(words); i++ {
		t, before := words[i], words[i-1].lower
		next := ""
		if i+1 < len(words) {
			next = words[i+1].lower
		}
		toDo := next == "to" || conjunctions[next] // where and how to invest
		if g.v.subordinators[t.lower] && t.slug == "" && !toDo && t.lower != "once" && t.lower != "since" && t.lower != "than" {
			return true
		}
		if g.v.relatives[t.lower] && t.lower != "that" && g.v.prepositions[before] { // the circumstances in which
			return true
		}
	}
	return false
}

// imperative reports whether words begin with a verb, as "Ensure any noise" does.
func (g *grammar) imperative(words []token) bool {
	return len(words) > 1 && words[0].slug == "" && g.v.effects[words[0].lower] && !g.v.bodies[words[1].lower] && words[0].lower != "support"
}

// subjectPiece returns which piece the subject begins with; -1 for none.
func (g *grammar) subjectPiece(tokens []token, pieces []piece) int {
	at := -1
	for i := len(pieces) - 1; i >= 0; i-- {
		p := pieces[i]
		if g.frontedPiece(tokens, p) {
			continue
		}
		first := tokens[p.start].lower
		if conjunctions[first] && p.end-p.start > 1 {
			first = tokens[p.start+1].lower
		}
		if at < 0 || determiners[first] && !determiners[tokens[pieces[at].start].lower] {
			at = i
			continue
		}
		listed := hasAnd(tokens, piece{pieces[at].start, pieces[len(pieces)-1].end}) && !hasAnd(tokens, p)
		governed := i > 0 && g.frontedPiece(tokens, pieces[i-1]) && !determiners[first] && p.end-p.start < 3
		if listed && !governed {
			at = i
		}
	}
	return at
}

func hasAnd(tokens []token, p piece) bool {
	return slices.ContainsFunc(tokens[p.start:p.end], func(t token) bool { return t.lower == "and" && t.slug == "" })
}

// phraseAtEnd returns where the noun phrase at the end of a fronted piece begins,
// if the piece's preposition doesn't govern it: "In 2019 the Home Office"; -1 if
// there is none.
func (g *grammar) phraseAtEnd(tokens []token, p piece) int {
	for i := p.end - 1; i > p.start; i-- {
		t := tokens[i]
		if t.slug == "" && g.v.prepositions[t.lower] {
			return -1
		}
		if !determiners[t.lower] && t.slug == "" && !g.v.government[t.lower] {
			continue
		}
		if i > p.start && determiners[tokens[i-1].lower] {
			continue
		}
		if before := tokens[i-1]; g.v.prepositions[before.lower] || conjunctions[before.lower] || g.v.fronting[before.lower] || gerund(before.lower) || !determiners[t.lower] && before.slug == "" && before.capital() && i-1 > p.start {
			return -1
		}
		return i
	}
	return -1
}
