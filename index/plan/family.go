package plan

import (
	"slices"
	"strings"

	"socsearch/index/analysis"
	"socsearch/index/morphology"
	"socsearch/index/query"
	"socsearch/index/words"
)

// familyWeight is what a word counts that is only of the family of the one that
// was typed: it helps to rank passages that have other words of the query.
const familyWeight = 0.9

// WithFamilies plans a query again with words of the same family, if it has several
// words; else it returns the plan that it has.
func (p *Planner) WithFamilies(n query.Node, planned Node) Node {
	if p.plain || p.exact || !Several(planned) {
		return planned
	}
	kin := *p
	kin.Families, kin.Expanded = true, nil
	return kin.Plan(n)
}

// familiesOf returns the ways to find words of the families of a word, and of what
// it was corrected to, that are no inflections of it.
func (p *Planner) familiesOf(of []Alternative) []Alternative {
	var terms []string
	for _, a := range of {
		if len(a.Terms) == 1 && !a.Exact && a.Weight >= correctionWeight {
			terms = append(terms, words.AnyOf(a.Terms[0])...)
		}
	}
	var alternatives []Alternative
	for _, lemma := range terms {
		for _, r := range morphology.Relatives(lemma) {
			if !slices.Contains(terms, r) && p.of.Terms().Occurs(r) {
				terms = append(terms, r)
				alternatives = append(alternatives, Alternative{Terms: []string{r}, Weight: familyWeight, Stands: true, Family: true})
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
