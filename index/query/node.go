package query

import (
	"fmt"
	"strings"
)

// Node is a part of a query's tree. Its String is in the language: parsed again
// it gives the same tree.
type Node interface {
	String() string
}

// Word is a word as typed.
type Word struct{ Text string }

// Prefix is the beginning of a word.
type Prefix struct{ Text string }

// Phrase is words in quotation marks: in this order and with nothing between
// them, or, if Near, in any order with at most Slop other words between.
type Phrase struct {
	Text string
	Near bool
	Slop int
}

// Field narrows a node to a part of the passages: a name of [Fields].
type Field struct {
	Name string
	Node Node
}

// Not leaves out what its node matches.
type Not struct{ Node Node }

// Words are nodes that stand side by side: not all of them need match, but the
// more do, the better.
type Words struct{ Nodes []Node }

// And wants all of its nodes.
type And struct{ Nodes []Node }

// Or wants any of its nodes.
type Or struct{ Nodes []Node }

// The names that a field may have in the language.
const (
	FieldFootnote  = "footnote"
	FieldHeading   = "heading"
	FieldParagraph = "para"
)

// Fields lists the names of fields.
var Fields = []string{FieldFootnote, FieldHeading, FieldParagraph}

func (n Word) String() string   { return n.Text }
func (n Prefix) String() string { return n.Text + "*" }

func (n Phrase) String() string {
	if n.Near {
		return fmt.Sprintf(`"%s"~%d`, n.Text, n.Slop)
	}
	return `"` + n.Text + `"`
}

func (n Field) String() string { return n.Name + ":" + bracket(n.Node) }
func (n Not) String() string   { return "-" + bracket(n.Node) }
func (n Words) String() string { return join(n.Nodes, " ", isWords, isAnd, isOr) }
func (n And) String() string   { return join(n.Nodes, " AND ", isWords, isAnd, isOr) }
func (n Or) String() string    { return join(n.Nodes, " OR ", isOr) }

// join writes nodes with a separator, those in brackets that would else be read
// otherwise.
func join(nodes []Node, separator string, needsBrackets ...func(Node) bool) string {
	var parts []string
	for _, n := range nodes {
		s := n.String()
		for _, needs := range needsBrackets {
			if needs(n) {
				s = "(" + s + ")"
				break
			}
		}
		parts = append(parts, s)
	}
	return strings.Join(parts, separator)
}

func bracket(n Node) string {
	if isWords(n) || isAnd(n) || isOr(n) {
		return "(" + n.String() + ")"
	}
	return n.String()
}

func isWords(n Node) bool { _, ok := n.(Words); return ok }
func isAnd(n Node) bool   { _, ok := n.(And); return ok }
func isOr(n Node) bool    { _, ok := n.(Or); return ok }

// Walk calls visit for a node and all below it, the node itself first; not goes
// true below a [Not].
func Walk(n Node, visit func(n Node, not bool)) { walk(n, false, visit) }

func walk(n Node, not bool, visit func(Node, bool)) {
	if n == nil {
		return
	}
	visit(n, not)
	switch n := n.(type) {
	case Field:
		walk(n.Node, not, visit)
	case Not:
		walk(n.Node, !not, visit)
	case Words:
		walkAll(n.Nodes, not, visit)
	case And:
		walkAll(n.Nodes, not, visit)
	case Or:
		walkAll(n.Nodes, not, visit)
	}
}

func walkAll(nodes []Node, not bool, visit func(Node, bool)) {
	for _, n := range nodes {
		walk(n, not, visit)
	}
}
