package index

import (
	"slices"
	"strings"

	"socsearch/index/analysis"
	"socsearch/index/morphology"
	"socsearch/index/query"
)

// words plans a run of words: the phrases in it that mean one thing, and the
// words between them that mean something.
func (p *planner) words(run []string) []plan {
	var plans []plan
	run = p.respell(spellAmounts(run))
	if p.collocation(run) {
		return []plan{p.conceptLeaf(run)}
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
		if l, ok := p.bareWord(w); ok {
			plans = append(plans, l)
		}
	}
	return plans
}

// word plans one word; a function word is nothing.
func (p *planner) word(text string) []plan {
	if p.exact {
		if terms := exactTerms(text); len(terms) > 0 {
			return []plan{literal(alternative{terms: terms, exact: true, weight: 1})}
		}
		return nil
	}
	if p.isFunctionWord(text) {
		return nil
	}
	l, ok := p.bareWord(text)
	if !ok {
		return nil
	}
	if !p.plain {
		l.alternatives = append(l.alternatives, p.expand([]string{text}, p.occurs(l))...)
	}
	l.filler = fillerWords[strings.ToLower(text)]
	if p.kin {
		l.alternatives = append(l.alternatives, p.families(l.alternatives)...)
	}
	return []plan{l}
}

// isFunctionWord reports whether a word is a function word where it stands.
func (p *planner) isFunctionWord(text string) bool {
	if p.loud || !p.of.terms().occurs(analysis.AcronymMark+text) {
		text = strings.ToLower(text)
	}
	return isFunctionWord(text)
}

// bareWord plans a word as it is; ok is false if it holds no term. The words
// that people typed last are remembered.
func (p *planner) bareWord(text string) (l leaf, ok bool) {
	if l, ok := p.of.typed.Get(text); ok {
		return l, len(l.alternatives) > 0
	}
	l, ok = p.analyseWord(text)
	l.alternatives = slices.Clip(l.alternatives)
	if p.err() == nil {
		p.of.typed.Add(strings.Clone(text), l)
	}
	return l, ok
}

func (p *planner) analyseWord(text string) (l leaf, ok bool) {
	tokens := analysis.Prose(text)
	if len(tokens) == 0 {
		return l, false
	}
	parts := mainTerms(tokens)
	for i, term := range parts {
		parts[i] = p.known(term)
	}
	l.alternatives = []alternative{{terms: parts, weight: 1}}
	if joined := joinedTerm(tokens, len(parts)); joined != "" {
		l.alternatives = append(l.alternatives, alternative{terms: []string{joined}, weight: 1})
	}
	if len(parts) > 1 && !p.anyOccurs(l) {
		l.alternatives = append(l.alternatives, alternative{plan: allOf(parts), weight: apartWeight, stands: true, apart: true})
	}
	return l, true
}

// apartWeight is what a compound counts whose parts stand apart.
const apartWeight = 0.5

// allOf plans terms that must all stand in a passage, wherever.
func allOf(terms []string) plan {
	g := group{need: needAll}
	for _, t := range terms {
		g.nodes = append(g.nodes, leaf{alternatives: []alternative{{terms: []string{t}, weight: 1}}})
	}
	return g
}

// anyOccurs tells whether a passage holds any of a leaf's alternatives.
func (p *planner) anyOccurs(l leaf) bool {
	return p.ask.leaf(searchedFields, l) > 0
}

// conceptLeaf plans several words that mean one thing together.
func (p *planner) conceptLeaf(run []string) plan {
	bare := *p
	bare.plain = true
	all := group{need: p.need(), closer: p.pairs(run)}
	if isAmount(run) {
		all.need = needAll
	}
	for _, w := range run {
		all.nodes = append(all.nodes, bare.word(w)...)
	}
	l := leaf{alternatives: []alternative{{plan: all, weight: 1}}, literal: isAmount(run)}
	if !p.plain && !l.literal {
		l.alternatives = append(l.alternatives, p.expand(run, p.allOccur(run))...)
	}
	return l
}

// allOccur tells whether the documents have every word of a run.
func (p *planner) allOccur(run []string) bool {
	return !slices.ContainsFunc(run, func(w string) bool {
		l, ok := p.bareWord(w)
		return ok && !isFunctionWord(w) && !p.occurs(l)
	})
}

// closerWeight is how much two words of the query side by side count against
// the words themselves.
const closerWeight = 0.6

// pairs lists the pairs of neighbouring words of a run.
func (p *planner) pairs(run []string) []alternative {
	var pairs []alternative
	if p.exact {
		return nil
	}
	last := ""
	for _, w := range run {
		if isFunctionWord(w) {
			continue
		}
		l, ok := p.bareWord(w)
		if !ok {
			continue
		}
		for _, term := range l.alternatives[0].terms {
			if last != "" && last != term {
				pairs = append(pairs, alternative{terms: []string{last, term}, near: true, slop: nearSlop, weight: closerWeight})
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
func (p *planner) known(term string) string {
	acronym, isAcronym := strings.CutPrefix(term, analysis.AcronymMark)
	if !isAcronym || p.isAcronym(term, acronym) {
		return term
	}
	if plain := strings.ToLower(acronym); p.of.terms().occurs(plain) {
		return plain
	}
	return strings.Join(morphology.Lemmas(strings.ToLower(acronym)), orMark)
}

// isAcronym reports whether the documents have an acronym: they or their manifests
// say what it stands for, or it is no English word, or they have the word in small
// letters no more often (it may be a word that stands in capitals somewhere).
func (p *planner) isAcronym(term, acronym string) bool {
	switch plain := strings.ToLower(acronym); {
	case !p.of.terms().occurs(term):
		return false
	case len(p.of.words().acronyms.names[acronymKey(acronym)]) > 0 || !morphology.Known(plain) || functionWords[plain]:
		return true
	default:
		lemmas := strings.Join(morphology.Lemmas(plain), orMark)
		return 2*p.of.terms().frequency(fieldText, term) >= p.of.terms().frequency(fieldText, lemmas)
	}
}

// isLoud reports whether a query is in capitals alone, of several words: they say
// nothing of acronyms then.
func isLoud(q query.Query) bool {
	return len(strings.Fields(q.Raw)) > 1 && strings.ToUpper(q.Raw) == q.Raw && strings.ToLower(q.Raw) != q.Raw
}

// printed reports whether the documents print a form of the word of a leaf: in a
// text, a heading or a footnote. The parts of a compound must stand together.
func (p *planner) printed(l leaf) bool {
	for _, a := range l.alternatives {
		if a.stands {
			continue
		}
		if !slices.ContainsFunc(a.terms, func(t string) bool { return !p.of.terms().printsTerm(t) }) {
			one := leaf{alternatives: []alternative{a}}
			if len(a.terms) == 1 || p.anyOccurs(one) {
				return true
			}
		}
	}
	return false
}

// occurs tells whether the word of a leaf stands in the documents.
func (p *planner) occurs(l leaf) bool {
	for _, a := range l.alternatives {
		all := true
		for _, t := range a.terms {
			all = all && p.of.terms().occurs(t)
		}
		if all {
			return true
		}
	}
	return false
}
