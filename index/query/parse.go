package query

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"socsearch/sources/document"
)

// The limits of a query. What goes beyond is cut off, and a note says so.
const (
	MaxLength = 1000 // characters: several sentences, far more than anyone types
	MaxTerms  = 64   // words and phrases: each costs a walk through the index
	MaxDepth  = 16   // brackets within brackets: bounds the stack
	MaxSlop   = 100  // words between near words: the length of a paragraph
)

// Query is what was typed, read.
type Query struct {
	Raw   string
	Root  Node     // nil for an empty query
	Notes []string // sentences: what could not be read as it was meant, and was left out or read as words
	// NoWord reports that something was typed and no word was among it.
	NoWord bool
}

// String returns the query in the language.
func (q Query) String() string {
	if q.Root == nil {
		return ""
	}
	return q.Root.String()
}

// What other programs read as part of their language, and we don't.
var (
	wildcardWithin = regexp.MustCompile(`\pL[*?]+\pL|(?:^|[\s(])\*+\pL`)
	wildcardQuoted = regexp.MustCompile(`["“][^"”]*\*[^"”]*["”]`)
	lostTilde      = regexp.MustCompile(`~[\s\p{Zs}]*(?:[^\d\s\p{Zs}]|$)|[\pL\d]~`)
)

// noteMarks says which marks stand for nothing where they stand.
func (p *parser) noteMarks(text string) {
	if wildcardWithin.MatchString(text) {
		p.note("A star stands for the end of a word only: within a word, * and ? stand for nothing.")
	}
	if wildcardQuoted.MatchString(text) {
		p.note("In quotation marks a star stands for nothing.")
	}
	if lostTilde.MatchString(text) {
		p.note("A ~ was left out: it stands between a phrase in quotation marks and a number, as in \"these words\"~5.")
	}
	for _, t := range p.tokens {
		if t.cut {
			p.note("Words may stand %d words apart at most.", MaxSlop)
		}
	}
}

// Parse reads a query. Every text can be read.
func Parse(text string) Query {
	q := Query{Raw: text}
	p := &parser{}
	if utf8.RuneCountInString(text) > MaxLength {
		text = string([]rune(text)[:MaxLength])
		p.note("Only the first %d characters were searched.", MaxLength)
	}
	text, changed := visible(strings.ToValidUTF8(text, " "))
	if changed {
		p.note("Characters that can’t be seen were left out.")
	}
	var broken bool
	if p.tokens, broken = lex(text); broken {
		p.note("A quotation mark is never closed: the words after it were searched as words.")
	}
	p.noteMarks(text)
	p.joinPercent()
	p.limitTerms()
	var nodes []Node
	for p.peek() != kindEnd {
		if p.peek() == kindClose {
			p.next()
			p.note("A closing bracket has no opening one: it was left out.")
			continue
		}
		if n := p.or(0); n != nil {
			nodes = append(nodes, n)
		}
	}
	q.Root = words(nodes)
	if q.Root == nil {
		q.Root = p.operatorsAsWords()
	}
	if q.Root == nil && strings.TrimSpace(text) != "" {
		q.NoWord = true
		p.note("There is no word to search for.")
	}
	q.Notes = p.notes
	return q
}

// operatorsAsWords reads a query of nothing but AND, OR and NOT as those words.
func (p *parser) operatorsAsWords() Node {
	var nodes []Node
	for _, t := range p.tokens {
		if name := map[kind]string{kindAnd: "and", kindOr: "or", kindNot: "not"}[t.kind]; name != "" && t.text != "" {
			nodes = append(nodes, Word{name})
		}
	}
	return words(nodes)
}

type parser struct {
	tokens []token
	at     int
	notes  []string
}

func (p *parser) note(format string, args ...any) {
	n := fmt.Sprintf(format, args...)
	for _, said := range p.notes {
		if said == n {
			return
		}
	}
	p.notes = append(p.notes, n)
}

// joinPercent makes a number and “per cent” behind it one word, with the sign.
func (p *parser) joinPercent() {
	is := func(i int, word string) bool {
		return i < len(p.tokens) && p.tokens[i].kind == kindWord && strings.EqualFold(p.tokens[i].text, word)
	}
	for i := range p.tokens {
		n := 0
		switch {
		case i >= len(p.tokens) || p.tokens[i].kind != kindWord || !amount.MatchString(p.tokens[i].text):
		case is(i+1, "percent"):
			n = 1
		case is(i+1, "per") && is(i+2, "cent"):
			n = 2
		}
		if n > 0 {
			p.tokens[i].text += "%"
			p.tokens = slices.Delete(p.tokens, i+1, i+1+n)
		}
	}
}

var amount = regexp.MustCompile(`^\d[\d.,]*$`)

// limitTerms drops the words beyond the limit.
func (p *parser) limitTerms() {
	terms := 0
	for i, t := range p.tokens {
		if t.kind == kindWord || t.kind == kindPhrase || t.kind == kindPrefix {
			terms++
		}
		if terms > MaxTerms {
			p.tokens = p.tokens[:i]
			p.note("Only the first %d words were searched.", MaxTerms)
			return
		}
	}
}

func (p *parser) peek() kind {
	if p.at >= len(p.tokens) {
		return kindEnd
	}
	return p.tokens[p.at].kind
}

func (p *parser) next() token {
	t := p.tokens[p.at]
	p.at++
	return t
}

// or = and { OR and }
func (p *parser) or(depth int) Node { return either(p.sides(kindOr, "OR", p.and, depth)) }

// and = words { AND words }
func (p *parser) and(depth int) Node { return all(p.sides(kindAnd, "AND", p.words, depth)) }

// sides reads what stands on the sides of an operator that may come again.
func (p *parser) sides(operator kind, name string, side func(depth int) Node, depth int) []Node {
	var nodes []Node
	for sides := 1; ; sides++ {
		if n := side(depth); n != nil {
			nodes = append(nodes, n)
		}
		if p.peek() != operator {
			p.noteSides(name, sides, len(nodes))
			return nodes
		}
		p.next()
	}
}

// noteSides says that an operator has nothing on one of its sides.
func (p *parser) noteSides(operator string, sides, nodes int) {
	if sides > 1 && nodes > 0 && nodes < sides {
		p.note("%s has nothing on one side: it was left out.", operator)
	}
}

// words = unary { unary }
func (p *parser) words(depth int) Node {
	var nodes []Node
	for {
		switch p.peek() {
		case kindEnd, kindClose, kindOr, kindAnd:
			return words(nodes)
		}
		if n := p.unary(depth); n != nil {
			nodes = append(nodes, n)
		}
	}
}

// unary = NOT unary | field ":" unary | "(" or ")" | word | prefix | phrase
func (p *parser) unary(depth int) Node {
	if p.peek() == kindEnd || p.peek() == kindClose || p.peek() == kindOr || p.peek() == kindAnd {
		return nil
	}
	if depth > MaxDepth {
		p.next()
		p.note("Brackets are nested too deeply: the innermost were left out.")
		return nil
	}
	t := p.next()
	switch t.kind {
	case kindNot:
		n := p.unary(depth + 1)
		if inner, double := n.(Not); double {
			return inner.Node
		}
		if n == nil {
			return nil
		}
		return Not{n}
	case kindField:
		return p.field(t.text, depth)
	case kindOpen:
		n := p.or(depth + 1)
		if p.peek() == kindClose {
			p.next()
		} else {
			p.note("An opening bracket is never closed: it was closed at the end.")
		}
		return n
	case kindPrefix:
		return Prefix{t.text}
	case kindPhrase:
		return Phrase{Text: t.text, Near: t.slop >= 0, Slop: max(t.slop, 0)}
	}
	return Word{t.text}
}

func (p *parser) field(name string, depth int) Node {
	n := p.unary(depth + 1)
	switch inner := n.(type) {
	case nil:
		p.note("Nothing follows “%s:”: it was searched as a word.", name)
		return Word{name}
	case Field: // heading:footnote:x is footnote:x
		return inner
	case Not: // heading:-x is -heading:x
		return Not{p.within(name, inner.Node)}
	}
	return p.within(name, n)
}

// within puts a field before each word of a node, so that para:(79 OR 80) is
// para:79 OR para:80. What is no number of a paragraph is a word.
func (p *parser) within(name string, n Node) Node {
	if name != FieldParagraph {
		return Field{name, n}
	}
	each := func(nodes []Node) []Node {
		var out []Node
		for _, inner := range nodes {
			out = append(out, p.within(name, inner))
		}
		return out
	}
	switch n := n.(type) {
	case Words:
		return either(each(n.Nodes))
	case Or:
		return either(each(n.Nodes))
	case And:
		return all(each(n.Nodes))
	case Not:
		return Not{p.within(name, n.Node)}
	case Word:
		if isParagraphNumber(n.Text) {
			return Field{name, n}
		}
		p.note("“%s” is no paragraph’s number: it was searched as a word.", n.Text)
	}
	return n
}

// isParagraphNumber reports whether a word is a number, by chapter or of an annex
// perhaps, or a range of them.
func isParagraphNumber(s string) bool {
	if n, ok := document.ParseNumber(s); ok {
		return strings.ContainsAny(n.String(), "0123456789")
	}
	_, _, ok := document.ParseRange(s)
	return ok
}
