package index

import (
	"slices"
	"strings"

	"socsearch/index/analysis"
	"socsearch/index/morphology"
	"socsearch/index/query"
)

// familyWeight is what a word counts that is only of the family of the one that
// was typed: it helps to rank passages that have other words of the query.
const familyWeight = 0.9

// withKin plans a query again with words of the same family, if it has several
// words; else it returns the plan that it has.
func (p *planner) withKin(n query.Node, planned plan) plan {
	if p.plain || p.exact || !several(planned) {
		return planned
	}
	kin := *p
	kin.kin, kin.expanded = true, nil
	return kin.plan(n)
}

// families returns the ways to find words of the families of a word, and of what
// it was corrected to, that are no inflections of it.
func (p *planner) families(of []alternative) []alternative {
	var terms []string
	for _, a := range of {
		if len(a.terms) == 1 && !a.exact && a.weight >= correctionWeight {
			terms = append(terms, anyOf(a.terms[0])...)
		}
	}
	var alternatives []alternative
	for _, lemma := range terms {
		for _, r := range morphology.Relatives(lemma) {
			if !slices.Contains(terms, r) && p.of.terms().occurs(r) {
				terms = append(terms, r)
				alternatives = append(alternatives, alternative{terms: []string{r}, weight: familyWeight, stands: true, kin: true})
			}
		}
	}
	return alternatives
}

// isFamily reports whether a word is of the family of the one that was typed,
// without being an inflection of it.
func isFamily(typed []string, word string) bool {
	if len(typed) != 1 || strings.ContainsAny(word, " -") {
		return false
	}
	a, b := analysis.ExactTerm(typed[0]), analysis.ExactTerm(word)
	if morphology.Inflected(a, b) {
		return false
	}
	for _, lemma := range morphology.Lemmas(a) {
		for _, other := range morphology.Lemmas(b) {
			if slices.Contains(morphology.Relatives(lemma), other) {
				return true
			}
		}
	}
	return false
}
