package commitment

import (
	"slices"
)

// passive judges "will be taken forward by", "will be maintained".
func (g *grammar) passive(s *sentence, p *predicate) (verdict, int) {
	word, next := s.tokens[p.verbAt].lower, g.wordAt(s.tokens, p.verbAt+1)
	if p.better || g.v.imposed[word] || g.v.imposed[word+" "+next] || p.subject.class == classThere {
		return no, 1
	}
	if g.ofTheText(s, p) {
		return no, 21
	}
	class, actors := g.agent(s.tokens, p)
	effect := g.v.effects[p.verb]
	if class == classBody || class == classWe {
		p.subject.actors = actors
		if effect {
			return doubt, 2
		}
		return yes, 9
	}
	p.unnamed = !p.subject.body()
	switch {
	case class != classNone:
		return only(doubt, !effect), 9
	case effect || p.verb == "drive" || p.verb == "improve" || p.verb == "strengthen" || p.verb == "reduce":
		return doubt, 10
	}
	if led := g.leaders(s.tokens, p.subject.start, p.subject.end); len(led) > 0 {
		p.subject.actors, p.unnamed = led, false
	} else { // what is done to a body isn't done by it: "SOCnet will be funded"
		made := g.makers(&p.subject)
		if p.subject.class != classBody || slices.Equal(made, p.subject.actors) {
			made = g.runner(s, p)
		}
		p.subject.actors = made
	}
	return yes, 10
}

// runner returns who does what a passive leaves open: the body that acts before it in
// the sentence, whoever undertook the sentence before that it goes on with, else the
// government.
func (g *grammar) runner(s *sentence, p *predicate) []string {
	for i := range s.predicates {
		before := &s.predicates[i]
		if before.at >= p.at {
			break
		}
		if before.subject.class == classBody && before.form == formWill && !before.passive && !before.copula && p.subject.class == classThis {
			return before.subject.actors
		}
	}
	if s.after && !g.v.funding[p.verb] {
		return s.actorsBefore
	}
	return []string{g.government}
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
		sub.actors = g.makers(sub)
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
		p.subject.actors = append([]string{g.government}, p.subject.actors...)
		return yes, 10
	case p.subject.class == classWe:
		return no, 1
	}
	p.subject.actors = []string{g.government}
	return doubt, 10
}
