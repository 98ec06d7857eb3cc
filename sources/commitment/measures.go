package commitment

import (
	"slices"
)

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
