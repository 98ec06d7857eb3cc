package words

import (
	"strings"

	"socsearch/index/analysis"
)

// OrMark stands between terms that are equally good: the lemmas of a word that is
// a form of several (meeting|meet). No term holds it.
const OrMark = "|"

// AnyOf returns the terms that a term of a plan stands for.
func AnyOf(term string) []string { return strings.Split(term, OrMark) }

// MainTerms returns the terms by which words are looked for.
func MainTerms(tokens []analysis.Token) []string {
	var terms []string
	for _, t := range tokens {
		switch {
		case t.Main:
			terms = append(terms, t.Term)
		case t.Or:
			terms[len(terms)-1] += OrMark + t.Term
		}
	}
	return terms
}

// JoinedTerm returns the term of a compound of two parts written as one word.
func JoinedTerm(tokens []analysis.Token, parts int) string {
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

func ExactTerms(text string) []string {
	var terms []string
	for _, t := range analysis.Exact(text) {
		terms = append(terms, t.Term)
	}
	return terms
}
