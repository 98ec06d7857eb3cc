package index

import (
	"strings"

	"socsearch/index/analysis"
	"socsearch/index/query"
)

// A plan is a query's tree with its words turned into terms of the index. Its
// nodes are leaf, group, negation and restriction.
type plan interface{}

// leaf is one word or phrase of a query with the ways to find it.
type leaf struct {
	alternatives []alternative
}

// alternative is one way to find a leaf: a term, or several that follow each
// other.
type alternative struct {
	terms  []string
	exact  bool // terms are word forms as written
	near   bool // the terms may stand in any order, slop words apart
	slop   int
	weight float32 // 1 for the word itself, less for what stands for it
	prefix bool    // terms[0] is the beginning of a word form
}

// group is nodes side by side.
type group struct {
	nodes []plan
	need  need
}

// need tells how many nodes of a group a passage must match.
type need int

const (
	needAny need = iota
	needAll
	needMost // words: see enough
)

type negation struct{ node plan }

// restriction narrows a node to fields; none: the number of a paragraph.
type restriction struct {
	fields []string
	node   plan
}

// paragraphs are numbered paragraphs from..to.
type paragraphs struct{ from, to int }

// planner turns query trees into plans.
type planner struct {
	index *Index
	exact bool // match word forms as typed
}

func (p *planner) plan(n query.Node) plan {
	switch n := n.(type) {
	case query.Word:
		return p.word(n.Text)
	case query.Prefix:
		return leaf{[]alternative{{terms: []string{analysis.ExactTerm(n.Text)}, exact: true, prefix: true, weight: 1}}}
	case query.Phrase:
		return p.phrase(n)
	case query.Not:
		return negation{p.plan(n.Node)}
	case query.And:
		return group{p.plans(n.Nodes), needAll}
	case query.Or:
		return group{p.plans(n.Nodes), needAny}
	case query.Words:
		return group{p.plans(n.Nodes), needMost}
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

// word plans a word; one that holds none of a term's characters is nothing.
func (p *planner) word(text string) plan {
	if p.exact {
		terms := exactTerms(text)
		if len(terms) == 0 {
			return nil
		}
		return leaf{[]alternative{{terms: terms, exact: true, weight: 1}}}
	}
	tokens := analysis.Prose(text)
	if len(tokens) == 0 {
		return nil
	}
	parts := mainTerms(tokens)
	for i, term := range parts {
		parts[i] = p.known(term)
	}
	l := leaf{[]alternative{{terms: parts, weight: 1}}}
	if joined := joinedTerm(tokens, len(parts)); joined != "" {
		l.alternatives = append(l.alternatives, alternative{terms: []string{joined}, weight: 1})
	}
	return l
}

// known returns the term for a word in capitals: the acronym, or the plain word
// where the documents have no such acronym.
func (p *planner) known(term string) string {
	acronym, isAcronym := strings.CutPrefix(term, analysis.AcronymMark)
	if !isAcronym || p.index.documentFrequency(fieldText, term)+p.index.documentFrequency(fieldNote, term)+p.index.documentFrequency(fieldName, term) > 0 {
		return term
	}
	return analysis.Stem(strings.ToLower(acronym))
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
	return leaf{[]alternative{{terms: terms, exact: true, near: n.Near, slop: n.Slop, weight: 1}}}
}

func (p *planner) field(n query.Field) plan {
	switch n.Name {
	case query.FieldParagraph:
		from, to, ok := paragraphRange(n.Node.String())
		if !ok {
			return p.plan(n.Node)
		}
		return paragraphs{from, to}
	case query.FieldFootnote:
		return restriction{[]string{fieldNote}, p.plan(n.Node)}
	}
	return restriction{[]string{fieldSection}, p.plan(n.Node)}
}
