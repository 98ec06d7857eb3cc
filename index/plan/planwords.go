package plan

import (
	"slices"
	"strings"

	"socsearch/index/analysis"
	"socsearch/index/morphology"
	"socsearch/index/query"
	"socsearch/index/schema"
	"socsearch/index/words"
)

// words plans a run of words: the phrases in it that mean one thing, and the
// words between them that mean something.
func (p *Planner) words(run []string) []Node {
	var plans []Node
	run = p.respell(words.SpellAmounts(run))
	if p.collocation(run) {
		return []Node{p.conceptLeaf(run)}
	}
	for i := 0; i < len(run); {
		if n := p.concept(run[i:]); n > 1 {
			plans = append(plans, p.conceptLeaf(run[i:i+n]))
			i += n
			continue
		}
		plans = append(plans, p.word(run[i])...)
		i++
	}
	if len(plans) > 0 || p.exact {
		return plans
	}
	for _, w := range run { // function words alone
		if l, ok := p.BareWord(w); ok {
			plans = append(plans, l)
		}
	}
	return plans
}

// word plans one word; a function word is nothing.
func (p *Planner) word(text string) []Node {
	if p.exact {
		if terms := words.ExactTerms(text); len(terms) > 0 {
			return []Node{Literal(Alternative{Terms: terms, Exact: true, Weight: 1})}
		}
		return nil
	}
	if p.isFunctionWord(text) {
		return nil
	}
	l, ok := p.BareWord(text)
	if !ok {
		return nil
	}
	if !p.plain {
		l.Alternatives = append(l.Alternatives, p.expand([]string{text}, p.Occurs(l))...)
	}
	l.filler = words.FillerWords[strings.ToLower(text)]
	if p.Families {
		l.Alternatives = append(l.Alternatives, p.familiesOf(l.Alternatives)...)
	}
	return []Node{l}
}

// isFunctionWord reports whether a word is a function word where it stands.
func (p *Planner) isFunctionWord(text string) bool {
	if p.Loud || !p.of.Terms().Occurs(analysis.AcronymMark+text) {
		text = strings.ToLower(text)
	}
	return words.IsFunctionWord(text)
}

// BareWord plans a word as it is; ok is false if it holds no term. The words
// that people typed last are remembered.
func (p *Planner) BareWord(text string) (l Leaf, ok bool) {
	if l, ok := p.of.typed.Get(text); ok {
		return l, len(l.Alternatives) > 0
	}
	l, ok = p.analyseWord(text)
	l.Alternatives = slices.Clip(l.Alternatives)
	if p.Err() == nil {
		p.of.typed.Put(strings.Clone(text), l)
	}
	return l, ok
}

func (p *Planner) analyseWord(text string) (l Leaf, ok bool) {
	tokens := analysis.Prose(text)
	if len(tokens) == 0 {
		return l, false
	}
	parts := words.MainTerms(tokens)
	for i, term := range parts {
		parts[i] = p.known(term)
	}
	l.Alternatives = []Alternative{{Terms: parts, Weight: 1}}
	if joined := words.JoinedTerm(tokens, len(parts)); joined != "" {
		l.Alternatives = append(l.Alternatives, Alternative{Terms: []string{joined}, Weight: 1})
	}
	if len(parts) > 1 && !p.anyOccurs(l) {
		l.Alternatives = append(l.Alternatives, Alternative{Node: allOf(parts), Weight: apartWeight, Stands: true, Apart: true})
	}
	return l, true
}

// apartWeight is what a compound counts whose parts stand apart.
const apartWeight = 0.5

// allOf plans terms that must all stand in a passage, wherever.
func allOf(terms []string) Node {
	g := Group{MinimumShouldMatch: MatchAll}
	for _, t := range terms {
		g.Nodes = append(g.Nodes, Leaf{Alternatives: []Alternative{{Terms: []string{t}, Weight: 1}}})
	}
	return g
}

// anyOccurs reports whether a passage holds any of a leaf's alternatives.
func (p *Planner) anyOccurs(l Leaf) bool {
	return p.ask.leaf(schema.Searched, l) > 0
}

// conceptLeaf plans several words that mean one thing together.
func (p *Planner) conceptLeaf(run []string) Node {
	bare := *p
	bare.plain = true
	all := Group{MinimumShouldMatch: p.minimumShouldMatch(), Pairs: p.pairs(run)}
	if words.IsAmount(run) {
		all.MinimumShouldMatch = MatchAll
	}
	for _, w := range run {
		all.Nodes = append(all.Nodes, bare.word(w)...)
	}
	l := Leaf{Alternatives: []Alternative{{Node: all, Weight: 1}}, literal: words.IsAmount(run)}
	if !p.plain && !l.literal {
		l.Alternatives = append(l.Alternatives, p.expand(run, p.allOccur(run))...)
	}
	return l
}

// allOccur reports whether the documents have every word of a run.
func (p *Planner) allOccur(run []string) bool {
	return !slices.ContainsFunc(run, func(w string) bool {
		l, ok := p.BareWord(w)
		return ok && !words.IsFunctionWord(w) && !p.Occurs(l)
	})
}

// pairWeight is how much two words of the query side by side count against
// the words themselves.
const pairWeight = 0.6

// pairs lists the pairs of neighbouring words of a run.
func (p *Planner) pairs(run []string) []Alternative {
	var pairs []Alternative
	if p.exact {
		return nil
	}
	last := ""
	for _, w := range run {
		if words.IsFunctionWord(w) {
			continue
		}
		l, ok := p.BareWord(w)
		if !ok {
			continue
		}
		for _, term := range l.Alternatives[0].Terms {
			if last != "" && last != term {
				pairs = append(pairs, Alternative{Terms: []string{last, term}, Near: true, Slop: nearSlop, Weight: pairWeight})
			}
			last = term
		}
	}
	return pairs
}

// nearSlop is how many words may stand between two that are close.
const nearSlop = 2

// known returns the term for a word in capitals: the acronym, or the word in small
// letters where the documents have no such acronym.
func (p *Planner) known(term string) string {
	acronym, isAcronym := strings.CutPrefix(term, analysis.AcronymMark)
	if !isAcronym || p.isAcronym(term, acronym) {
		return term
	}
	if plain := strings.ToLower(acronym); p.of.Terms().Occurs(plain) {
		return plain
	}
	return strings.Join(morphology.Lemmas(strings.ToLower(acronym)), words.OrMark)
}

// isAcronym reports whether the documents have an acronym: they or their manifests
// say what it stands for, or it is no English word, or they have the word in small
// letters no more often (it may be a word that stands in capitals somewhere).
func (p *Planner) isAcronym(term, acronym string) bool {
	switch plain := strings.ToLower(acronym); {
	case !p.of.Terms().Occurs(term):
		return false
	case len(p.of.Lexicon().Acronyms.Names[words.AcronymKey(acronym)]) > 0 || !morphology.Known(plain) || words.FunctionWords[plain]:
		return true
	default:
		lemmas := strings.Join(morphology.Lemmas(plain), words.OrMark)
		return 2*p.of.Terms().Frequency(schema.Text, term) >= p.of.Terms().Frequency(schema.Text, lemmas)
	}
}

// isLoud reports whether a query is in capitals alone, of several words: they say
// nothing of acronyms then.
func isLoud(q query.Query) bool {
	return len(strings.Fields(q.Raw)) > 1 && strings.ToUpper(q.Raw) == q.Raw && strings.ToLower(q.Raw) != q.Raw
}

// Printed reports whether the documents print a form of the word of a leaf: in a
// text, a heading or a footnote. The parts of a compound must stand together.
func (p *Planner) Printed(l Leaf) bool {
	for _, a := range l.Alternatives {
		if a.Stands {
			continue
		}
		if !slices.ContainsFunc(a.Terms, func(t string) bool { return !p.of.Terms().PrintsTerm(t) }) {
			one := Leaf{Alternatives: []Alternative{a}}
			if len(a.Terms) == 1 || p.anyOccurs(one) {
				return true
			}
		}
	}
	return false
}

// Occurs reports whether the word of a leaf stands in the documents.
func (p *Planner) Occurs(l Leaf) bool {
	for _, a := range l.Alternatives {
		all := true
		for _, t := range a.Terms {
			all = all && p.of.Terms().Occurs(t)
		}
		if all {
			return true
		}
	}
	return false
}
