package plan

import (
	"fmt"
	"slices"
	"strings"

	"socsearch/index/query"
	"socsearch/index/schema"
	"socsearch/index/words"
)

// A plan is a query's tree with its words turned into terms of the index. Its
// nodes are leaf, group, negation, restriction and numbered.
type Node interface{}

// Leaf is a word, a phrase or a concept of several words, with the ways to find
// it.
type Leaf struct {
	Alternatives []Alternative
	literal      bool // meant as it is: words in quotation marks, a beginning, an amount
	filler       bool // a word that means little by itself: see fillerWords
}

// Alternative is one way to find a leaf: a term, several that stand together,
// or a plan of its own.
type Alternative struct {
	Terms  []string
	Exact  bool // terms are word forms as written
	Prefix bool // the term, the only one, is the beginning of a word form
	Near   bool // the terms may stand in any order, slop words apart
	Slop   int
	Node   Node    // instead of terms
	Added  bool    // it is no form of what was typed
	Stands bool    // it stands for the word without being it
	Family bool    // it is a word of the same family
	Apart  bool    // it is the parts of a compound wherever they stand
	Weight float32 // 1 for the words themselves, less for what stands for them
}

func Literal(a Alternative) Leaf { return Leaf{Alternatives: []Alternative{a}, literal: true} }

// Group is nodes side by side.
type Group struct {
	Nodes              []Node
	MinimumShouldMatch MinimumShouldMatch
	// Pairs are words that stand side by side in the query: passages where they do, too,
	// come first. They need not match.
	Pairs []Alternative
}

// MinimumShouldMatch tells how many nodes of a group a passage must match.
type MinimumShouldMatch int

const (
	MatchAny  MinimumShouldMatch = iota
	MatchAll                     // every one
	MatchMost                    // words: a share of their weight, see shareFor
	MatchSome                    // words, relaxed: any share, ranked by it
)

type Negation struct{ Node Node }

// Restriction narrows a node to fields.
type Restriction struct {
	Fields []string
	Node   Node
}

// Numbered is passages by their numbers, or those of their footnotes.
type Numbered struct {
	Field   string
	Numbers []string
}

func isFootnoteNumber(s string) bool {
	const digits = 4 // more is an amount
	return len(s) <= digits && strings.Trim(s, "0123456789") == ""
}

// Planner turns query trees into plans.
type Planner struct {
	of       *Collection
	ask      *probes
	exact    bool // match word forms as typed
	plain    bool // no expansion, no correction
	Wide     bool // take in what is only near the words, and passages with some of them
	Families bool // take in words of the same family, to rank by
	Loud     bool // all of the query is in capitals

	Expanded []Expanded        // what was added, in the order of the query
	Notes    []string          // how it was read
	Instead  map[string]string // phrases that stand nowhere, and those that were meant
}

// Err is why planning failed; nil if it didn't.
func (p *Planner) Err() error { return p.ask.err }

func (p *Planner) Plan(n query.Node) Node {
	switch n := n.(type) {
	case query.Word:
		return single(p.words([]string{n.Text}))
	case query.Prefix:
		return p.prefix(n.Text)
	case query.Phrase:
		return p.phrase(n)
	case query.Not:
		return Negation{p.unexpanded(n.Node)}
	case query.And:
		return Group{Nodes: p.plans(n.Nodes), MinimumShouldMatch: MatchAll}
	case query.Or:
		return Group{Nodes: p.plans(n.Nodes), MinimumShouldMatch: MatchAny}
	case query.Words:
		return p.sideBySide(n.Nodes)
	case query.Field:
		return p.field(n)
	}
	return nil
}

func (p *Planner) plans(nodes []query.Node) []Node {
	var plans []Node
	for _, n := range nodes {
		if planned := p.Plan(n); planned != nil {
			plans = append(plans, planned)
		}
	}
	return plans
}

// unexpanded plans what must not stand in a passage: the words alone.
func (p *Planner) unexpanded(n query.Node) Node {
	bare := *p
	bare.plain, bare.Families = true, false
	return bare.Plan(n)
}

// sideBySide plans a row of nodes; words that follow each other are planned
// together, because some of them are phrases.
func (p *Planner) sideBySide(nodes []query.Node) Node {
	g := Group{MinimumShouldMatch: p.minimumShouldMatch()}
	var run []string
	flush := func() {
		g.Nodes = append(g.Nodes, p.words(run)...)
		g.Pairs = append(g.Pairs, p.pairs(run)...)
		run = nil
	}
	for _, n := range nodes {
		if w, ok := n.(query.Word); ok {
			run = append(run, w.Text)
			continue
		}
		flush()
		if planned := p.Plan(n); planned != nil {
			g.Nodes = append(g.Nodes, planned)
		}
	}
	flush()
	return g
}

func single(plans []Node) Node {
	if len(plans) == 1 {
		return plans[0]
	}
	return Group{Nodes: plans, MinimumShouldMatch: MatchMost}
}

// minimumShouldMatch is how many of the words side by side a passage must have.
func (p *Planner) minimumShouldMatch() MinimumShouldMatch {
	if p.Wide {
		return MatchSome
	}
	return MatchMost
}

func (p *Planner) phrase(n query.Phrase) Node {
	terms := words.ExactTerms(n.Text)
	if len(terms) == 0 {
		return nil
	}
	a := Alternative{Terms: terms, Exact: true, Near: n.Near, Slop: n.Slop, Weight: 1}
	l := Literal(a)
	found := p.passagesWith(phraseFields, a)
	p.hintPhrase(n, found)
	if found > 0 {
		return Restriction{phraseFields, l}
	}
	return l // of names and headings alone
}

// MaxExpansion is how many words a beginning stands for at most: those that
// stand in most passages.
const MaxExpansion = 64

// prefix plans the beginning of a word. Where it is the beginning of a compound
// (anti-corr), the parts before stand as typed, and the whole may be written as
// one word.
func (p *Planner) prefix(text string) Node {
	terms := words.ExactTerms(text)
	if len(terms) == 0 {
		return nil
	}
	var l Leaf
	l.literal = true
	joined := Alternative{Terms: []string{strings.Join(terms, "")}, Exact: true, Prefix: true, Weight: 1}
	last := len(terms) - 1
	forms := p.of.Terms().WithPrefix(schema.Searched, terms[last], MaxExpansion+1)
	switch {
	case len(forms) > MaxExpansion:
		forms = forms[:MaxExpansion]
		p.note("“%s*” begins more words than can be searched: the %d commonest were.", text, MaxExpansion)
	case len(forms) == 0 && len(p.of.Terms().WithPrefix(schema.Searched, joined.Terms[0], 1)) == 0:
		p.note("No word of the documents begins with “%s”.", text)
	}
	if last > 0 && len(forms) > 0 {
		l.Alternatives = append(l.Alternatives, Alternative{Terms: append(terms[:last:last], strings.Join(forms, words.OrMark)), Exact: true, Weight: 1})
	}
	l.Alternatives = append(l.Alternatives, joined)
	return l
}

// note says what a person must know of how a query was read.
func (p *Planner) note(format string, args ...any) {
	if n := fmt.Sprintf(format, args...); !slices.Contains(p.Notes, n) {
		p.Notes = append(p.Notes, n)
	}
}

// phraseFields are where a phrase is looked for first: if it stands there, it isn't
// looked for in headings and names of organisations.
var phraseFields = []string{schema.Text, schema.Note}

func (p *Planner) field(n query.Field) Node {
	switch n.Name {
	case query.FieldParagraph:
		if numbers := paragraphNumbers(n.Node.String()); numbers != nil {
			return Numbered{schema.Number, numbers}
		}
		return p.Plan(n.Node)
	case query.FieldFootnote:
		if w, ok := n.Node.(query.Word); ok && isFootnoteNumber(w.Text) {
			return Numbered{schema.NoteNumber, []string{strings.TrimLeft(w.Text, "0")}}
		}
		return Restriction{[]string{schema.Note}, p.Plan(n.Node)}
	}
	return Restriction{[]string{schema.Heading}, p.Plan(n.Node)}
}
