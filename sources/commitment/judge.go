package commitment

import (
	"slices"
	"strings"
)

// verdict is what a rule makes of a predicate.
type verdict int

const (
	no verdict = iota
	doubt
	yes
)

// sentence is what the rules may look at.
type sentence struct {
	tokens  []token
	printed string
	dates   []date // once they were asked for
	asked   bool
	after   bool // the sentence before is a commitment

	predicates   []predicate
	actorsBefore []string // of the sentence before, if it is one
}

// dated reports whether a sentence holds a deadline or a period. Few need to be
// asked.
func (g *grammar) dated(s *sentence) bool {
	if !s.asked {
		s.dates, s.asked = g.dates(s.printed), true
	}
	return len(s.dates) > 0
}

// money reports whether a sentence holds a sum.
func (s *sentence) money() bool { return sumPattern.MatchString(s.printed) }

// judge decides whether a predicate is a commitment, and returns the row of the
// table of rules by which it was decided (see doc.go).
func (g *grammar) judge(s *sentence, p *predicate) (verdict, int) {
	v, row := g.decide(s, p)
	if v == yes && (p.subject.conditional || g.onlyIf(s.tokens, p.at)) {
		return doubt, 25
	}
	return v, row
}

// onlyIf reports whether a condition follows a modal, before the next mark: "shall do so
// only if", "will only be added if".
func (g *grammar) onlyIf(tokens []token, from int) bool {
	only := false
	for i := from; i < len(tokens) && !tokens[i].mark; i++ {
		switch tokens[i].lower {
		case "only":
			only = true
		case "if", "when", "unless":
			return only
		}
	}
	return false
}

func (g *grammar) decide(s *sentence, p *predicate) (verdict, int) {
	sub := &p.subject
	if sub.subordinate {
		return no, 21
	}
	switch p.form {
	case formDue:
		return yes, 11
	case formPlan, formPledge:
		return only(yes, sub.body() && !g.v.states[p.verb]), 23
	case formDetermined:
		return only(doubt, sub.body()), 23
	case formMust:
		return only(doubt, sub.class == classWe && !p.copula && !p.passive), 15
	case formIntention:
		return yes, 23
	case formTo:
		return g.isTo(p)
	case formMoney:
		return only(yes, sub.body() && s.money() && (g.dated(s) || g.runsOn(s))), 17
	case formCreate:
		return g.creation(s, p)
	case formIncludes:
		return only(doubt, s.after && sub.class == classThis), 8
	}
	return g.will(s, p)
}

func only(v verdict, when bool) verdict {
	if when {
		return v
	}
	return no
}

// runsOn reports whether a sentence says that a sum is given year by year.
func (g *grammar) runsOn(s *sentence) bool {
	return strings.Contains(s.printed, "per year") || strings.Contains(s.printed, "annually") || strings.Contains(s.printed, "a year") || strings.Contains(s.printed, "each year")
}

// isTo judges "our aim is to", "the government is to".
func (g *grammar) isTo(p *predicate) (verdict, int) {
	sub := &p.subject
	switch {
	case p.passive || p.copula:
		return only(doubt, sub.body()), 11
	case sub.class == classFocus && sub.ours:
		return yes, 7
	case sub.class == classIntention && sub.ours:
		p.chain = append(p.chain, "aim")
		return doubt, 23
	case sub.body():
		return yes, 11
	}
	return no, 23
}

// creation judges "is introducing" a thing that isn't there yet.
func (g *grammar) creation(s *sentence, p *predicate) (verdict, int) {
	if !p.subject.body() {
		return no, 19
	}
	at := p.verbAt + 1
	if w := g.wordAt(s.tokens, at); w == "up" || w == "in" || w == "out" || w == "forward" {
		at++
	} else if p.verb == "set" || p.verb == "bring" || p.verb == "roll" {
		return no, 19
	}
	object := g.wordAt(s.tokens, at)
	isNew := object == "a" || object == "an" || object == "new" || g.wordAt(s.tokens, at+1) == "new"
	if determiners[object] && !isNew || !g.v.creating[p.verb] && !isNew {
		return no, 19
	}
	if g.dated(s) {
		return yes, 18
	}
	return doubt, 18
}

// will judges what "will" is said of.
func (g *grammar) will(s *sentence, p *predicate) (verdict, int) {
	sub := &p.subject
	switch {
	case g.v.generic[g.wordAt(s.tokens, p.at+1)]:
		return no, 1
	case sub.class == classNone:
		if p.copula && len(sub.fronted) > 0 { // at the core of X will be
			return only(doubt, slices.ContainsFunc(sub.fronted, func(t token) bool { return t.lower == "core" || t.lower == "heart" || t.lower == "centre" })), 6
		}
		return no, 6
	case slices.Contains(p.chain, "be to"):
		return g.willBeTo(s, p)
	case p.passive:
		return g.passive(s, p)
	case p.copula:
		return g.description(s, p)
	case sub.class == classTime:
		return only(yes, p.verb == "see"), 11
	case sub.class == classThere:
		return only(doubt, p.copula), 6
	case p.verb == "have":
		return g.having(s, p)
	case p.verb == "receive":
		return g.receiving(s, p)
	case sub.class == classWe:
		return g.ours(s, p)
	case sub.class == classBody:
		return g.bodys(s, p)
	case sub.class == classOther:
		return only(doubt, g.underLeadership(sub)), 13
	case sub.class == classBystander:
		return no, 1
	case sub.class == classIntention || sub.class == classFocus:
		return no, 7
	}
	return g.measures(s, p)
}

// willBeTo judges "our focus will be to", "one requirement will be to".
func (g *grammar) willBeTo(s *sentence, p *predicate) (verdict, int) {
	sub := &p.subject
	switch {
	case (sub.class == classFocus || sub.class == classIntention) && (sub.ours || sub.body()):
		return yes, 7
	case sub.class == classFocus && sub.one:
		sub.actors = g.runner(s, p)
		return yes, 7
	case sub.class == classThing && sub.one:
		return doubt, 7
	}
	return no, 7
}

// ours judges what we will do.
func (g *grammar) ours(s *sentence, p *predicate) (verdict, int) {
	if g.v.states[p.verb] {
		return no, 22
	}
	if g.expects(s, p) {
		return no, 13
	}
	if g.ofTheText(s, p) {
		return no, 21
	}
	if g.v.rhetoric[p.verb] || g.wordAt(s.tokens, p.verbAt+1) == "no" {
		return doubt, 25
	}
	return yes, 2
}

// bodys judges what a named body will do. Where all that it will do is an
// effect, a reader may doubt it.
func (g *grammar) bodys(s *sentence, p *predicate) (verdict, int) {
	switch {
	case g.expects(s, p):
		return no, 13
	case p.verb == "act" && g.wordAt(s.tokens, p.verbAt+1) == "as":
		return only(doubt, true), 5
	case g.v.states[p.verb] || p.verb == "require" || p.verb == "form" || p.verb == "represent":
		return no, 1
	case g.v.effects[p.verb] && !g.furtherAct(s.tokens, p.verbAt):
		return doubt, 2
	}
	return yes, 2
}

// expects reports whether a body will only expect something of others: "the
// regulator will expect firms to".
func (g *grammar) expects(s *sentence, p *predicate) bool {
	return p.verb == "expect" && p.verbAt > p.at && g.wordAt(s.tokens, p.verbAt+1) != "to"
}

// ofTheText reports whether a sentence speaks of what its own text will say: "we
// will discuss this below", "details will be found in Annex A". A writer who says
// "I shall say more" speaks of the text wherever it stands.
func (g *grammar) ofTheText(s *sentence, p *predicate) bool {
	if !g.v.telling[p.verb] && !g.v.telling[p.verb+" "+g.wordAt(s.tokens, p.verbAt+1)] {
		return false
	}
	if g.wordAt(s.tokens, p.subject.start) == "i" {
		return true
	}
	for i := p.verbAt + 1; i < len(s.tokens); i++ {
		w := s.tokens[i].lower
		ends := i+1 == len(s.tokens) || s.tokens[i+1].mark
		if g.v.textPlaces[w] || ends && (w == "here" || w == "below" || w == "above" || w == "elsewhere") {
			return true
		}
	}
	return false
}

// furtherAct reports whether an act is coordinated with a verb, or stands in a
// "by …ing".
func (g *grammar) furtherAct(tokens []token, from int) bool {
	for i := from + 1; i+1 < len(tokens); i++ {
		next := tokens[i+1].lower
		if tokens[i].lower == "and" {
			if k := g.skip(tokens, i+1); k < len(tokens) && g.v.forms[tokens[k].lower] == tokens[k].lower && !g.v.effects[tokens[k].lower] {
				return true
			}
		}
		if (tokens[i].lower == "by" || tokens[i].lower == "through") && gerund(next) {
			return true
		}
	}
	return false
}

// underLeadership reports whether a body leads what others will do.
func (g *grammar) underLeadership(sub *subject) bool {
	for i, t := range sub.fronted {
		if t.lower == "leadership" || t.lower == "direction" {
			for _, u := range sub.fronted[i:] {
				if u.slug != "" {
					sub.actors = append(sub.actors, u.slug)
				}
			}
		}
	}
	return len(sub.actors) > 0
}
