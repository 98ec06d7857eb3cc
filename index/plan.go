package index

import (
	"context"
	"slices"
	"strconv"
	"strings"

	"socsearch/index/analysis"
	"socsearch/index/query"
)

// A plan is a query's tree with its words turned into terms of the index. Its
// nodes are leaf, group, negation, restriction and numbered.
type plan interface{}

// leaf is a word, a phrase or a concept of several words, with the ways to find
// it.
type leaf struct {
	alternatives []alternative
	literal      bool // meant as it is: words in quotation marks, a beginning, an amount
}

// alternative is one way to find a leaf: a term, several that stand together,
// or a plan of its own.
type alternative struct {
	terms  []string
	exact  bool // terms are word forms as written
	prefix bool // terms[0] is the beginning of a word form
	near   bool // the terms may stand in any order, slop words apart
	slop   int
	plan   plan    // instead of terms
	weight float32 // 1 for the words themselves, less for what stands for them
}

func literal(a alternative) leaf { return leaf{alternatives: []alternative{a}, literal: true} }

// group is nodes side by side.
type group struct {
	nodes []plan
	need  need
	// closer are pairs of words that stand side by side in the query: passages
	// where they do, too, come first. They need not match.
	closer []alternative
}

// need tells how many nodes of a group a passage must match.
type need int

const (
	needAny  need = iota
	needAll       // every one
	needMost      // words: a share of their weight, see shareFor
	needSome      // words, relaxed: any share, ranked by it
)

type negation struct{ node plan }

// restriction narrows a node to fields.
type restriction struct {
	fields []string
	node   plan
}

// numbered is passages by their numbers, or those of their footnotes, from..to.
type numbered struct {
	field    string
	from, to int
}

func isFootnoteNumber(s string) bool {
	const digits = 4 // more is an amount
	return len(s) <= digits && strings.Trim(s, "0123456789") == ""
}

// planner turns query trees into plans.
type planner struct {
	ctx   context.Context
	index *Index
	exact bool // match word forms as typed
	plain bool // no expansion, no correction
	wide  bool // take in what is only near the words, and passages with some of them

	expanded []Expanded // what was added, in the order of the query
}

func (p *planner) plan(n query.Node) plan {
	switch n := n.(type) {
	case query.Word:
		return single(p.words([]string{n.Text}))
	case query.Prefix:
		return literal(alternative{terms: []string{analysis.ExactTerm(n.Text)}, exact: true, prefix: true, weight: 1})
	case query.Phrase:
		return p.phrase(n)
	case query.Not:
		return negation{p.unexpanded(n.Node)}
	case query.And:
		return group{nodes: p.plans(n.Nodes), need: needAll}
	case query.Or:
		return group{nodes: p.plans(n.Nodes), need: needAny}
	case query.Words:
		return p.sideBySide(n.Nodes)
	case query.Field:
		return p.field(n)
	}
	return nil
}

func (p *planner) plans(nodes []query.Node) []plan {
	var plans []plan
	for _, n := range nodes {
		if planned := p.plan(n); planned != nil {
			plans = append(plans, planned)
		}
	}
	return plans
}

// unexpanded plans what must not stand in a passage: the words alone.
func (p *planner) unexpanded(n query.Node) plan {
	bare := *p
	bare.plain = true
	return bare.plan(n)
}

// sideBySide plans a row of nodes; words that follow each other are planned
// together, because some of them are phrases.
func (p *planner) sideBySide(nodes []query.Node) plan {
	g := group{need: p.need()}
	var run []string
	flush := func() {
		g.nodes = append(g.nodes, p.words(run)...)
		g.closer = append(g.closer, p.pairs(run)...)
		run = nil
	}
	for _, n := range nodes {
		if w, ok := n.(query.Word); ok {
			run = append(run, w.Text)
			continue
		}
		flush()
		if planned := p.plan(n); planned != nil {
			g.nodes = append(g.nodes, planned)
		}
	}
	flush()
	return g
}

func single(plans []plan) plan {
	if len(plans) == 1 {
		return plans[0]
	}
	return group{nodes: plans, need: needMost}
}

// need is how many of the words side by side a passage must have.
func (p *planner) need() need {
	if p.wide {
		return needSome
	}
	return needMost
}

// words plans a run of words: the phrases in it that mean one thing, and the
// words between them that mean something.
func (p *planner) words(run []string) []plan {
	var plans []plan
	run = spellAmounts(run)
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
	if isFunctionWord(text) {
		return nil
	}
	l, ok := p.bareWord(text)
	if !ok {
		return nil
	}
	if !p.plain {
		l.alternatives = append(l.alternatives, p.expand([]string{text}, p.occurs(l))...)
	}
	return []plan{l}
}

// bareWord plans a word as it is; ok is false if it holds no term. The words
// that people typed last are remembered.
func (p *planner) bareWord(text string) (l leaf, ok bool) {
	if l, ok := p.index.typed.Get(text); ok {
		return l, len(l.alternatives) > 0
	}
	l, ok = p.analyseWord(text)
	l.alternatives = slices.Clip(l.alternatives)
	p.index.typed.Add(strings.Clone(text), l)
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
		l.alternatives = append(l.alternatives, alternative{plan: allOf(parts), weight: apartWeight})
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
	m := &matcher{ctx: p.ctx, index: p.index, fields: searchedFields}
	h, _, err := m.leaf(l)
	return err == nil && len(h.documents) > 0
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
		l.alternatives = append(l.alternatives, p.expand(run, true)...)
	}
	return l
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

// known returns the term for a word in capitals: the acronym, or the plain word
// where the documents have no such acronym.
func (p *planner) known(term string) string {
	acronym, isAcronym := strings.CutPrefix(term, analysis.AcronymMark)
	if !isAcronym || p.index.occurs(term) {
		return term
	}
	if plain := strings.ToLower(acronym); p.index.occurs(plain) {
		return plain
	}
	return analysis.Stem(strings.ToLower(acronym))
}

// occurs tells whether the word of a leaf stands in the documents.
func (p *planner) occurs(l leaf) bool {
	for _, a := range l.alternatives {
		all := true
		for _, t := range a.terms {
			all = all && p.index.occurs(t)
		}
		if all {
			return true
		}
	}
	return false
}

func mainTerms(tokens []analysis.Token) []string {
	var terms []string
	for _, t := range tokens {
		if t.Main {
			terms = append(terms, t.Term)
		}
	}
	return terms
}

// joinedTerm returns the term of a compound of two parts written as one word.
func joinedTerm(tokens []analysis.Token, parts int) string {
	if parts != 2 {
		return ""
	}
	for _, t := range tokens {
		if !t.Main && t.End > tokens[0].End {
			return t.Term
		}
	}
	return ""
}

func exactTerms(text string) []string {
	var terms []string
	for _, t := range analysis.Exact(text) {
		terms = append(terms, t.Term)
	}
	return terms
}

func (p *planner) phrase(n query.Phrase) plan {
	terms := exactTerms(n.Text)
	if len(terms) == 0 {
		return nil
	}
	return literal(alternative{terms: terms, exact: true, near: n.Near, slop: n.Slop, weight: 1})
}

func (p *planner) field(n query.Field) plan {
	switch n.Name {
	case query.FieldParagraph:
		if from, to, ok := paragraphRange(n.Node.String()); ok {
			return numbered{fieldNumber, from, to}
		}
		return p.plan(n.Node)
	case query.FieldFootnote:
		if w, ok := n.Node.(query.Word); ok && isFootnoteNumber(w.Text) {
			n, _ := strconv.Atoi(w.Text)
			return numbered{fieldNoteNumber, n, n}
		}
		return restriction{[]string{fieldNote}, p.plan(n.Node)}
	}
	return restriction{[]string{fieldSection}, p.plan(n.Node)}
}
