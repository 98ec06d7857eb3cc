package main

import (
	"maps"
	"slices"
	"strings"
)

// families returns families.tsv: each word with those that WordNet says it is
// derived from or that are derived from it, and behind hyphens those that the
// corrections part from it.
func families(d derivations, fixes corrections) string {
	linked := maps.Clone(d.pairs)
	maps.Copy(linked, fixes.related)
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
	b.WriteString("# Made by index/morphology/generate from WordNet 3.0; see WORDNET-LICENSE. Not to be edited.\n")
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

// derived reports whether two words that WordNet calls derivations are of one
// family here: plain words that begin alike.
func derived(a, b string) bool {
	return a != b && isPlain(a) && isPlain(b) && a[:min(sharedStart, len(a))] == b[:min(sharedStart, len(b))]
}
