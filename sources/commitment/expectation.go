package commitment

import (
	"cmp"
	"slices"

	"socsearch/sources/document"
)

var expecting = words{"expect": true, "want": true, "urge": true, "ask": true, "encourage": true}

var obliging = words{"must": true, "should": true}

// expectedBefore returns of whom something was expected last; "" if of nobody.
func expectedBefore(results []found) string {
	for i := len(results) - 1; i >= 0; i-- {
		if results[i].expects {
			return results[i].of
		}
	}
	return ""
}

// expectation judges whether a sentence says what others are to do (13): "we
// expect industry to", "companies must", "this requires companies to". before is
// of whom something was expected earlier in the passage.
func (g *grammar) expectation(f *found, s *sentence, before string) {
	for i := range s.tokens {
		t := s.tokens[i]
		if t.slug != "" || t.mark {
			continue
		}
		of, sure, end := "", true, i+1
		switch {
		case expecting[t.lower] && g.wordAt(s.tokens, g.back(s.tokens, i)) == "we":
			of, end = g.expectedOf(s.tokens, i, before)
		case obliging[t.lower]:
			of, sure = g.obliged(s.tokens, i, before)
		case t.lower == "requires" || t.lower == "require" && g.wordAt(s.tokens, i-1) == "will":
			of, end = g.requiredOf(s.tokens, i)
		case t.lower == "important" && g.wordAt(s.tokens, i+1) == "for":
			of, end = g.requiredOf(s.tokens, i+1)
			sure = false
		}
		if of == "" {
			continue
		}
		f.expects, f.of = true, of
		f.commitment.Sure = sure
		at := f.commitment.Start
		from, to := max(i-1, 0), min(end, len(s.tokens))
		start, stop := s.tokens[from].start, s.tokens[to-1].end
		f.commitment.Why = []document.Span{{Start: start, End: stop, Text: string([]rune(f.commitment.Text)[start-at : stop-at])}}
		return
	}
}

// back returns the token before one, adverbs left out.
func (g *grammar) back(tokens []token, i int) int {
	for i--; i > 0 && g.v.adverbs[tokens[i].lower]; i-- {
	}
	return max(i, 0)
}

// expectedOf reads "expect industry to …", and "expect progress" where bullets
// follow or somebody was named before.
func (g *grammar) expectedOf(tokens []token, i int, before string) (string, int) {
	if g.wordAt(tokens, i+1) == "to" {
		if tokens[i].lower == "expect" && g.wordAt(tokens, i+2) == "see" {
			return before, i + 3
		}
		return "", 0
	}
	if of, end := g.requiredOf(tokens, i); of != "" {
		return of, end
	}
	if tokens[i].lower == "expect" && !slices.ContainsFunc(tokens[i:], func(t token) bool { return t.lower == "that" }) {
		return before, i + 1
	}
	return "", 0
}

// requiredOf reads whom a verb at a token asks, before "to".
func (g *grammar) requiredOf(tokens []token, i int) (string, int) {
	const longest = 14
	for k := i + 1; k < len(tokens) && k <= i+longest; k++ {
		if tokens[k].mark && tokens[k].text != "," || tokens[k].lower == "that" {
			return "", 0
		}
		notTo := tokens[k].lower == "not" && g.wordAt(tokens, k+1) == "only"
		if tokens[k].lower != "to" && !notTo || k == i+1 {
			continue
		}
		sub := g.classify(tokens[i+1 : k])
		if sub.class == classOther || sub.class == classBody {
			return phrase(tokens[i+1 : k]), k + 1
		}
		if g.wordAt(tokens, i+1) == "them" {
			return "", 0
		}
		return "", 0
	}
	return "", 0
}

// obliged reads of whom "must" or "should" says something: of others, or of what
// others are to see to where they were named before.
func (g *grammar) obliged(tokens []token, i int, before string) (string, bool) {
	sub := g.findSubject(tokens, g.clauseStart(tokens, clauseAt(tokens, i), i), i)
	p := predicate{}
	g.readVerb(tokens, i+1, &p)
	switch {
	case sub.subordinate || sub.class == classNone:
		return "", false
	case sub.class == classOther && !p.passive:
		return sub.words, true
	case sub.class == classOther:
		return "", false
	case (sub.class == classThing || sub.class == classThis) && before != "":
		return cmp.Or(before, sub.words), p.passive && sub.class == classThing && p.verb != "do"
	}
	return "", false
}

func clauseAt(tokens []token, i int) int {
	for k := i - 1; k >= 0; k-- {
		if tokens[k].mark && (tokens[k].text == ";" || tokens[k].text == ":") {
			return k + 1
		}
	}
	return 0
}
