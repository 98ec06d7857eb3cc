package commitment

import (
	"slices"
	"strings"

	"socsearch/sources/document"
)

// kindOf returns what sort of act a predicate is. An empty verb yields to what
// follows "by": "will support it by providing £3.6 million".
func (g *grammar) kindOf(s *sentence, p *predicate) document.CommitmentKind {
	if slices.Contains(p.chain, "remain") {
		return document.CommitmentContinue
	}
	kind := g.verbKind(s, p.verb, p.verbAt)
	if kind == document.CommitmentAct && g.v.empty[p.verb] {
		for i := p.verbAt + 1; i+1 < len(s.tokens); i++ {
			if w := s.tokens[i+1].lower; (s.tokens[i].lower == "by" || s.tokens[i].lower == "through") && gerund(w) {
				kind = g.verbKind(s, g.v.lemma(w), i+1)
				break
			}
		}
	}
	if slices.Contains(p.chain, "continue") && kind != document.CommitmentFund {
		return document.CommitmentContinue
	}
	return kind
}

// verbKind returns the kind of an act by its verb, which stands at a token, and
// its object.
func (g *grammar) verbKind(s *sentence, verb string, at int) document.CommitmentKind {
	v := g.v
	switch {
	case v.legislating[verb] || v.legislatingWith[verb] && g.objectIs(s, at, v.laws):
		return document.CommitmentLegislate
	case v.publishing[verb]:
		return document.CommitmentPublish
	case v.publishingWith[verb] && (g.objectIs(s, at, v.documents) || verb == "set" && g.wordAt(s.tokens, at+1) == "out"):
		return document.CommitmentPublish
	case g.alsoPublishes(s, at):
		return document.CommitmentPublish
	case v.funding[verb] || v.fundingWith[verb] && g.sumNear(s, at):
		return document.CommitmentFund
	case v.measuring[verb]:
		return document.CommitmentMeasure
	case (verb == "use" || verb == "include") && g.measures2(s, at):
		return document.CommitmentMeasure
	case v.continuing[verb]:
		return document.CommitmentContinue
	}
	return document.CommitmentAct
}

// alsoPublishes reports whether a verb is coordinated with "publish" at once.
func (g *grammar) alsoPublishes(s *sentence, at int) bool {
	return g.wordAt(s.tokens, at+1) == "and" && g.v.publishing[g.wordAt(s.tokens, at+2)]
}

// measures2 reports whether what is used or included serves to measure: "will be
// used to monitor", "will include analysis … as part of the inspections".
func (g *grammar) measures2(s *sentence, at int) bool {
	return g.wordAt(s.tokens, at+1) == "to" && g.v.measuring[g.wordAt(s.tokens, at+2)] ||
		slices.ContainsFunc(s.tokens[at:], func(t token) bool { return t.lower == "inspection" || t.lower == "inspections" })
}

// objectWords is how far an object's noun may stand from its verb.
const objectWords = 8

// objectIs reports whether the object of a verb is one of the words: the last
// before the phrase's first preposition.
func (g *grammar) objectIs(s *sentence, at int, list words) bool {
	for i := at + 1; i < len(s.tokens) && i <= at+objectWords; i++ {
		t := s.tokens[i]
		if list[t.lower] {
			return true
		}
		if i > at+1 && (t.mark && t.text != "," || g.v.prepositions[t.lower] && t.slug == "") {
			return false
		}
	}
	return false
}

// sumNear reports whether a sum or a word for money is the object of a verb.
func (g *grammar) sumNear(s *sentence, at int) bool {
	for i := at + 1; i < len(s.tokens) && i <= at+objectWords; i++ {
		t := s.tokens[i]
		if g.v.moneyWords[t.lower] || strings.HasPrefix(t.lower, "£") {
			return true
		}
		if t.mark && t.text != "," || t.lower == "to" && !strings.HasPrefix(g.wordAt(s.tokens, i+1), "£") || t.lower == "for" {
			return false
		}
	}
	return false
}

// strengthOf returns how firmly a predicate undertakes: a hedge counts where it
// stands by the main act, not in a purpose or a side clause.
func (g *grammar) strengthOf(s *sentence, p *predicate, end int) document.Strength {
	for _, verb := range append(slices.Clone(p.chain), p.verb) {
		if !g.v.soft[verb] {
			continue
		}
		if verb == p.verb && verb == "look" && g.wordAt(s.tokens, p.verbAt+1) != "to" {
			continue
		}
		if g.firmBeside(s, p, verb) {
			continue
		}
		return document.Soft
	}
	from := p.subject.start
	for from > 0 && !(s.tokens[from-1].mark && s.tokens[from-1].text == ";") && g.isFronted(p, s.tokens[from-1]) {
		from--
	}
	main := g.mainClause(s, p, from, end)
	if slices.ContainsFunc(g.v.hedges, func(h string) bool { return strings.Contains(main, h) }) {
		return document.Soft
	}
	return document.Firm
}

func (g *grammar) isFronted(p *predicate, t token) bool {
	return slices.ContainsFunc(p.subject.fronted, func(f token) bool { return f.start == t.start })
}

// firmBeside reports whether a soft main verb is only one of several: "consider
// and implement".
func (g *grammar) firmBeside(s *sentence, p *predicate, verb string) bool {
	next := g.wordAt(s.tokens, p.verbAt+2)
	return verb == p.verb && g.wordAt(s.tokens, p.verbAt+1) == "and" && g.v.forms[next] == next && next != "" && !g.v.soft[next]
}

// mainClause returns the words of a predicate's clause up to its first purpose or
// side clause.
func (g *grammar) mainClause(s *sentence, p *predicate, from, end int) string {
	var list []string
	for i := from; i < end && i < len(s.tokens); i++ {
		t := s.tokens[i]
		if i > p.verbAt+1 {
			purpose := t.lower == "to" && !determiners[g.wordAt(s.tokens, i+1)] && g.wordAt(s.tokens, i-1) != "due" && i+1 < len(s.tokens) && s.tokens[i+1].slug == ""
			side := t.mark && i+1 < len(s.tokens) && (gerund(s.tokens[i+1].lower) || g.v.relatives[s.tokens[i+1].lower])
			if purpose || side || t.lower == "including" || t.mark && t.text == ";" {
				break
			}
		}
		list = append(list, t.lower)
	}
	return strings.Join(list, " ")
}
