package commitment

import (
	"slices"
)

// Who sets up what is new.

// making is who sets something up, and in which passage that is said.
type making struct {
	actors  []string
	passage int
}

// remember notes who sets up posts with a name, for what their holders will do:
// "is introducing Community Coordinators"; and new bodies, which don't set up and fund
// themselves: "will establish a new network (SOCnet)".
func (g *grammar) remember(s *sentence, predicates []*predicate, actors []string) {
	for _, p := range predicates {
		if !g.v.creating[p.verb] {
			continue
		}
		if slug := g.newBody(s.tokens, p.verbAt+1); slug != "" && !slices.Contains(actors, slug) {
			g.created[slug] = making{actors, g.at}
		}
		for i := p.verbAt + 2; i < len(s.tokens) && i < p.verbAt+objectWords; i++ {
			if w := s.tokens[i]; g.v.bodies[w.lower] && w.capital() && s.tokens[i-1].capital() {
				g.created[lastTwo(s.tokens[:i+1])] = making{actors, g.at}
				break
			}
		}
	}
}

// newBody is the body that is the object of a verb, if it is called new; "" if none is.
func (g *grammar) newBody(tokens []token, from int) string {
	isNew := false
	for _, t := range tokens[from:min(from+objectWords, len(tokens))] {
		switch {
		case t.slug != "" && isNew:
			return t.slug
		case g.v.prepositions[t.lower] || t.text == ",":
			return ""
		}
		isNew = isNew || t.lower == "new"
	}
	return ""
}

// makers are who sets up the body that a subject is, if it was said to be new before;
// else the subject's own actors.
func (g *grammar) makers(s *subject) []string {
	if s.class == classBody && len(s.actors) == 1 && g.created[s.actors[0]].actors != nil {
		return g.created[s.actors[0]].actors
	}
	return s.actors
}
