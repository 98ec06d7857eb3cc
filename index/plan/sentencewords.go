package plan

import (
	"strings"

	"socsearch/index/query"
)

// SentenceWords is how many plain words make a query a sentence: a question, or
// a need in a person's own words. In fewer every word is meant.
const SentenceWords = 5

// PlainWords returns the words of a query that is words alone: without quotation
// marks, operators, fields, beginnings or digits; nil for any other.
func PlainWords(q query.Query) []string {
	nodes := []query.Node{q.Root}
	if row, ok := q.Root.(query.Words); ok {
		nodes = row.Nodes
	}
	var words []string
	for _, n := range nodes {
		w, ok := n.(query.Word)
		if !ok || strings.ContainsAny(w.Text, "0123456789") {
			return nil
		}
		words = append(words, w.Text)
	}
	return words
}

func IsFiller(n Node) bool {
	l, ok := n.(Leaf)
	return ok && l.filler
}
