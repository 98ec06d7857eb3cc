package index

import (
	"fmt"
	"slices"
	"strings"

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
	filler       bool // a word that means little by itself: see fillerWords
}

// alternative is one way to find a leaf: a term, several that stand together,
// or a plan of its own.
type alternative struct {
	terms  []string
	exact  bool // terms are word forms as written
	prefix bool // the term, the only one, is the beginning of a word form
	near   bool // the terms may stand in any order, slop words apart
	slop   int
	plan   plan    // instead of terms
	added  bool    // it is no form of what was typed
	stands bool    // it stands for the word without being it
	kin    bool    // it is a word of the same family
	apart  bool    // it is the parts of a compound wherever they stand
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

// numbered is passages by their numbers, or those of their footnotes.
type numbered struct {
	field   string
	numbers []string
}

func isFootnoteNumber(s string) bool {
	const digits = 4 // more is an amount
	return len(s) <= digits && strings.Trim(s, "0123456789") == ""
}

// planner turns query trees into plans.
type planner struct {
	of    *collection
	ask   *probes
	exact bool // match word forms as typed
	plain bool // no expansion, no correction
	wide  bool // take in what is only near the words, and passages with some of them
	kin   bool // take in words of the same family, to rank by
	loud  bool // all of the query is in capitals

	expanded []Expanded        // what was added, in the order of the query
	notes    []string          // how it was read
	instead  map[string]string // phrases that stand nowhere, and those that were meant
}

// err is why planning failed; nil if it didn't.
func (p *planner) err() error { return p.ask.err }

func (p *planner) plan(n query.Node) plan {
	switch n := n.(type) {
	case query.Word:
		return single(p.words([]string{n.Text}))
	case query.Prefix:
		return p.prefix(n.Text)
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
	bare.plain, bare.kin = true, false
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

func (p *planner) phrase(n query.Phrase) plan {
	terms := exactTerms(n.Text)
	if len(terms) == 0 {
		return nil
	}
	a := alternative{terms: terms, exact: true, near: n.Near, slop: n.Slop, weight: 1}
	l := literal(a)
	found := p.passagesWith(phraseFields, a)
	p.hintPhrase(n, found)
	if found > 0 {
		return restriction{phraseFields, l}
	}
	return l // of names and headings alone
}

// prefix plans the beginning of a word. Where it is the beginning of a compound
// (anti-corr), the parts before stand as typed, and the whole may be written as
// one word.
func (p *planner) prefix(text string) plan {
	terms := exactTerms(text)
	if len(terms) == 0 {
		return nil
	}
	var l leaf
	l.literal = true
	joined := alternative{terms: []string{strings.Join(terms, "")}, exact: true, prefix: true, weight: 1}
	last := len(terms) - 1
	forms := p.of.terms().withPrefix(searchedFields, terms[last], maxExpansion+1)
	switch {
	case len(forms) > maxExpansion:
		forms = forms[:maxExpansion]
		p.note("“%s*” begins more words than can be searched: the %d commonest were.", text, maxExpansion)
	case len(forms) == 0 && len(p.of.terms().withPrefix(searchedFields, joined.terms[0], 1)) == 0:
		p.note("No word of the documents begins with “%s”.", text)
	}
	if last > 0 && len(forms) > 0 {
		l.alternatives = append(l.alternatives, alternative{terms: append(terms[:last:last], strings.Join(forms, orMark)), exact: true, weight: 1})
	}
	l.alternatives = append(l.alternatives, joined)
	return l
}

// note says what a person must know of how a query was read.
func (p *planner) note(format string, args ...any) {
	if n := fmt.Sprintf(format, args...); !slices.Contains(p.notes, n) {
		p.notes = append(p.notes, n)
	}
}

// phraseFields are where a phrase is looked for first: if it stands there, it isn't
// looked for in headings and names of organisations.
var phraseFields = []string{fieldText, fieldNote}

func (p *planner) field(n query.Field) plan {
	switch n.Name {
	case query.FieldParagraph:
		if numbers := paragraphNumbers(n.Node.String()); numbers != nil {
			return numbered{fieldNumber, numbers}
		}
		return p.plan(n.Node)
	case query.FieldFootnote:
		if w, ok := n.Node.(query.Word); ok && isFootnoteNumber(w.Text) {
			return numbered{fieldNoteNumber, []string{strings.TrimLeft(w.Text, "0")}}
		}
		return restriction{[]string{fieldNote}, p.plan(n.Node)}
	}
	return restriction{[]string{fieldSection}, p.plan(n.Node)}
}
