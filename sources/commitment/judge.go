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
	after   bool // the sentence before is a commitment

	predicates   []predicate
	actorsBefore []string // of the sentence before, if it is one
}

// dated reports whether a sentence holds a deadline or a period. Few need to be
// asked.
func (g *grammar) dated(s *sentence) bool { return len(g.dates(s.printed)) > 0 }

// money reports whether a sentence holds a sum.
func (s *sentence) money() bool { return sumPattern.MatchString(s.printed) }

// judge decides whether a predicate is a commitment, and returns the row of the
// table of rules by which it was decided (see doc.go).
func (g *grammar) judge(s *sentence, p *predicate) (verdict, int) {
	v, row := g.decide(s, p)
	if v == yes && p.subject.conditional {
		return doubt, 25
	}
	return v, row
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

// passive judges "will be taken forward by", "will be maintained".
func (g *grammar) passive(s *sentence, p *predicate) (verdict, int) {
	word := s.tokens[p.verbAt].lower
	if p.better || g.v.imposed[word] {
		return no, 1
	}
	class, actors := g.agent(s.tokens, p)
	effect := g.v.effects[p.verb]
	switch {
	case class == classBody || class == classWe:
		p.subject.actors = actors
		if effect {
			return doubt, 2
		}
		return yes, 9
	case class != classNone:
		return only(doubt, !effect), 9
	case effect || p.verb == "drive" || p.verb == "improve" || p.verb == "strengthen" || p.verb == "reduce":
		return doubt, 10
	}
	if led := g.leaders(s.tokens, p.subject.start, p.subject.end); len(led) > 0 {
		p.subject.actors = led
	} else if p.subject.class != classBody {
		p.subject.actors = g.runner(s, p)
	}
	return yes, 10
}

// runner returns who does what a passive leaves open: whoever undertook the
// sentence before that it goes on with, else the government.
func (g *grammar) runner(s *sentence, p *predicate) []string {
	if s.after && !g.v.funding[p.verb] {
		return s.actorsBefore
	}
	return []string{g.we}
}

// agent returns who does what a passive says, if "by" names it.
func (g *grammar) agent(tokens []token, p *predicate) (class, []string) {
	for i := p.verbAt + 1; i < len(tokens) && i < p.verbAt+12; i++ {
		if tokens[i].mark && tokens[i].text != "," {
			break
		}
		if tokens[i].lower != "by" {
			continue
		}
		if gerund(g.wordAt(tokens, i+1)) || isYear(g.wordAt(tokens, i+1)) || g.months(tokens, i+1) {
			continue
		}
		var list []token
		for _, q := range g.pieces(tokens, i+1, len(tokens)) {
			if len(list) > 0 && g.frontedPiece(tokens, q) {
				break
			}
			list = append(append(list, token{text: ",", lower: ",", mark: true}), tokens[q.start:q.end]...)
		}
		sub := g.classify(list[1:])
		return sub.class, sub.actors
	}
	return classNone, nil
}

func (g *grammar) months(tokens []token, at int) bool {
	return monthNumber(g.wordAt(tokens, at)) > 0 || g.wordAt(tokens, at) == "the" && (g.wordAt(tokens, at+1) == "end" || monthNumber(g.wordAt(tokens, at+1)) > 0)
}

// description judges "will be a national capability", "will be central to".
func (g *grammar) description(s *sentence, p *predicate) (verdict, int) {
	sub := &p.subject
	next := g.wordAt(s.tokens, p.verbAt+1)
	switch {
	case g.v.ready[p.verb] || g.v.ready[p.verb+" "+next]:
		if g.dated(s) {
			return yes, 11
		}
		return doubt, 11
	case p.better || g.v.important[p.verb] || g.v.important[next]:
		return no, 7
	case (sub.class == classFocus || sub.class == classIntention) && sub.ours:
		return doubt, 7
	case sub.class == classThere:
		return only(doubt, next == "new"), 6
	case sub.body() && g.actAdded(s.tokens, p.verbAt):
		return doubt, 5
	}
	return no, 5
}

// actAdded reports whether a comma and a gerund follow: ", using its data".
func (g *grammar) actAdded(tokens []token, from int) bool {
	for i := from; i+1 < len(tokens); i++ {
		if tokens[i].text == "," && gerund(tokens[i+1].lower) && tokens[i+1].lower != "including" && !g.v.effects[g.v.lemma(tokens[i+1].lower)] {
			return true
		}
	}
	return false
}

// having judges "will have".
func (g *grammar) having(s *sentence, p *predicate) (verdict, int) {
	next := g.wordAt(s.tokens, p.verbAt+1)
	access := (p.subject.body() || p.subject.class == classThing) && (next == "access" || g.v.moneyWords[next])
	return only(doubt, access), 4
}

// receiving judges what somebody is given: the government gives it.
func (g *grammar) receiving(s *sentence, p *predicate) (verdict, int) {
	money := s.money() || slices.ContainsFunc(s.tokens[min(p.verbAt+1, len(s.tokens)):], func(t token) bool { return g.v.moneyWords[t.lower] })
	switch {
	case p.subject.class == classBody && money:
		p.subject.actors = append([]string{g.we}, p.subject.actors...)
		return yes, 10
	case p.subject.class == classWe:
		return no, 1
	}
	p.subject.actors = []string{g.we}
	return doubt, 10
}

// ours judges what we will do.
func (g *grammar) ours(s *sentence, p *predicate) (verdict, int) {
	if g.v.states[p.verb] {
		return no, 22
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
	case p.verb == "act" && g.wordAt(s.tokens, p.verbAt+1) == "as":
		return only(doubt, true), 5
	case g.v.states[p.verb] || p.verb == "require" || p.verb == "form" || p.verb == "represent":
		return no, 1
	case g.v.effects[p.verb] && !g.furtherAct(s.tokens, p.verbAt):
		return doubt, 2
	}
	return yes, 2
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

// measures judges what a measure will do: an effect is none, but the content of
// a promised thing may be an act of somebody.
func (g *grammar) measures(s *sentence, p *predicate) (verdict, int) {
	at := p.verbAt
	next := g.wordAt(s.tokens, at+1)
	if p.verb == "include" || p.verb == "involve" {
		k := g.skip(s.tokens, at+1)
		w := g.wordAt(s.tokens, k)
		if !s.after || p.subject.class != classThis {
			return only(doubt, s.after), 8
		}
		if gerund(w) && p.verb == "involve" || gerund(w) && p.form == formWill {
			return yes, 8
		}
		return doubt, 8
	}
	phrasal := p.verb + " " + next
	content := g.v.contents[p.verb] || g.v.contents[phrasal] || p.verb == "provide" && g.providesThing(s.tokens, at)
	if p.verb == "set" && next != "out" && next != "up" {
		content = false
	}
	switch {
	case p.subject.of != "" && slices.ContainsFunc(p.chain, func(verb string) bool { return g.v.soft[verb] }): // a NECC pilot will look to
		p.subject.actors = []string{p.subject.of}
		return doubt, 4
	case g.v.events[p.verb] || g.v.events[phrasal] || slices.Contains(p.chain, "start") || slices.Contains(p.chain, "begin") || p.verb == "continue":
		if g.dated(s) && !g.intransitiveOther(s.tokens, at) {
			if len(p.subject.actors) == 0 {
				p.subject.actors = g.runner(s, p)
			}
			return yes, 11
		}
		return only(doubt, s.after || p.subject.ours), 11
	case content && (s.after || p.subject.ours):
		return doubt, 4
	case p.verb == "fund" || p.verb == "invest" || p.verb == "align" && p.subject.ours:
		return doubt, 3
	}
	return no, 1
}

// intransitiveOther reports whether an event's verb has an object, as "continue
// to distort" and "open a door" have.
func (g *grammar) intransitiveOther(tokens []token, at int) bool {
	w := g.wordAt(tokens, at+1)
	return w == "to" || determiners[w]
}

// providesThing reports whether what is provided is a document or a service.
func (g *grammar) providesThing(tokens []token, at int) bool {
	for i := at + 1; i < len(tokens) && i < at+6; i++ {
		if tokens[i].mark || g.v.prepositions[tokens[i].lower] {
			return false
		}
		if g.v.provided[tokens[i].lower] {
			return true
		}
	}
	return false
}

// leaders returns the bodies that lead what the words between two tokens name:
// "a new FCO-led network", "led by the NCA", "jointly run by".
func (g *grammar) leaders(tokens []token, from, to int) []string {
	var list []string
	add := func(t token) {
		if t.slug != "" && !slices.Contains(list, t.slug) {
			list = append(list, t.slug)
		}
	}
	for i := from; i < to && i < len(tokens); i++ {
		switch {
		case tokens[i].lower == "led" && i > 0 && tokens[i-1].slug != "" || tokens[i].lower == "led" && i > 1 && tokens[i-1].mark:
			if i > 0 {
				add(tokens[i-1])
			}
		case tokens[i].lower == "led" && g.wordAt(tokens, i+1) == "by", tokens[i].lower == "jointly":
			for k := i + 1; k < to && k < i+14; k++ {
				if tokens[k].lower == "to" || tokens[k].lower == "with" || tokens[k].mark && tokens[k].text != "," {
					break
				}
				add(tokens[k])
			}
		}
	}
	return list
}
