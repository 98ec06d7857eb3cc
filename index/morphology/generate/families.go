package main

import (
	"maps"
	"slices"
	"strings"

	"socsearch/index/thesaurus/wordnet"
)

// families returns families.tsv: each word with those that WordNet says it is
// derived from or that are derived from it, and behind hyphens those that the
// corrections part from it.
func families(d *wordnet.Dictionary, fixes corrections) string {
	linked := maps.Clone(fixes.related)
	for _, lemma := range d.Lemmas() {
		for _, sense := range d.Senses(lemma) {
			for _, p := range sense.Synset.Pointers {
				if to := derived(lemma, sense.Synset, p); to != "" && to != lemma {
					linked[newPair(lemma, to)] = true
				}
			}
		}
	}
	relatives := map[string][]string{}
	for p := range linked {
		if !fixes.unrelated[p] {
			relatives[p.a], relatives[p.b] = append(relatives[p.a], p.b), append(relatives[p.b], p.a)
		}
	}
	for p := range fixes.unrelated {
		relatives[p.a], relatives[p.b] = append(relatives[p.a], "-"+p.b), append(relatives[p.b], "-"+p.a)
	}
	var b strings.Builder
	b.WriteString("# Made by index/morphology/generate from WordNet 3.0; see ../thesaurus/WORDNET-LICENSE. Not to be edited.\n")
	for _, word := range slices.Sorted(maps.Keys(relatives)) {
		list := relatives[word]
		slices.Sort(list)
		b.WriteString(word + "\t" + strings.Join(list, " ") + "\n")
	}
	return b.String()
}

// sharedStart is how many letters words begin with alike at least that are
// derived from one another: moon and lunar are none such.
const sharedStart = 2

// derived returns the word that a pointer leads to from a lemma by derivation;
// "" if it leads elsewhere.
func derived(lemma string, s *wordnet.Synset, p wordnet.Pointer) string {
	switch p.Relation {
	case wordnet.Derivation, wordnet.Pertainym, wordnet.Participle:
	default:
		return ""
	}
	if p.From < 0 || p.ToWord < 0 || !strings.EqualFold(s.Words[p.From], lemma) {
		return ""
	}
	to := strings.ToLower(p.To.Words[p.ToWord])
	if !isPlain(lemma) || !isPlain(to) || lemma[:min(sharedStart, len(lemma))] != to[:min(sharedStart, len(to))] {
		return ""
	}
	return to
}
