package main

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"socsearch/index/analysis"
	"socsearch/index/morphology"
	"socsearch/sources"
	"socsearch/sources/document"
)

// documents returns documents.tsv: what the tables make of the words of the
// embedded documents.
func documents() (string, error) {
	corpus, err := sources.Load(sources.Embedded())
	if err != nil {
		return "", err
	}
	forms := map[string]map[string]int{} // by lemma: passages by form
	for i := range corpus.Passages {
		for form := range printed(&corpus.Passages[i]) {
			for _, lemma := range morphology.Lemmas(form) {
				if forms[lemma] == nil {
					forms[lemma] = map[string]int{}
				}
				forms[lemma][form]++
			}
		}
	}
	var b strings.Builder
	b.WriteString("# Made by index/morphology/generate. To correct it see corrections.txt.\n# word\tprinted forms, with the number of passages\twords of its family in the documents\n")
	for _, lemma := range slices.Sorted(maps.Keys(forms)) {
		fmt.Fprintf(&b, "%s\t%s\t%s\n", lemma, counted(forms[lemma]), strings.Join(among(morphology.Relatives(lemma), forms), ", "))
	}
	return b.String(), nil
}

// printed returns the plain words of a passage, its title and its footnotes.
func printed(p *document.Passage) map[string]bool {
	texts := []string{p.Title, p.Text}
	for _, n := range p.Footnotes {
		texts = append(texts, n.Text)
	}
	words := map[string]bool{}
	for _, t := range analysis.Exact(strings.Join(texts, "\n")) {
		if word := strings.TrimSuffix(t.Term, "'s"); isPlain(word) {
			words[word] = true
		}
	}
	return words
}

func counted(forms map[string]int) string {
	var list []string
	for _, form := range slices.Sorted(maps.Keys(forms)) {
		list = append(list, fmt.Sprintf("%s %d", form, forms[form]))
	}
	return strings.Join(list, ", ")
}

func among(relatives []string, forms map[string]map[string]int) []string {
	list := slices.DeleteFunc(relatives, func(r string) bool { return forms[r] == nil })
	slices.Sort(list)
	return list
}
