package morphology

import (
	_ "embed"
	"slices"
	"strings"
)

//go:embed families.tsv
var familiesData string

// families has the words that are derived from a word, or it from them; those
// behind a hyphen are none of its family, though a third word may say so.
var families = table(familiesData)

// Two words that are related by a third must begin alike: with sharedBeginning
// letters at least, and with all but changedEnd of the third or of the shorter of
// them. Government and governance both begin with govern; sign and significant
// meet in signify, and don't begin so.
const (
	sharedBeginning = 4
	changedEnd      = 2
)

// Relatives returns the lemmas of the words that are of one family with a lemma:
// those derived from it, those it is derived from, and those derived from the
// same word. It is never of its own family.
func Relatives(lemma string) []string {
	near, never := direct(lemma)
	all := slices.Clone(near)
	for _, n := range near {
		others, _ := direct(n)
		for _, further := range others {
			if further != lemma && !slices.Contains(all, further) && !slices.Contains(never, further) && beginAlike(lemma, further, n) {
				all = append(all, further)
			}
		}
	}
	return all
}

// direct returns what stands in the table: the words that are derived from a word
// or it from them, and behind hyphens those that are not of its family.
func direct(lemma string) (near, never []string) {
	list, _ := families.find(lemma)
	for w := range strings.FieldsSeq(list) {
		if other, not := strings.CutPrefix(w, "-"); not {
			never = append(never, other)
		} else {
			near = append(near, w)
		}
	}
	return near, never
}

// beginAlike reports whether two words that are related by a third begin alike.
func beginAlike(a, b, third string) bool {
	shorter := min(len(a), len(b))
	n := 0
	for n < shorter && a[n] == b[n] {
		n++
	}
	return n >= sharedBeginning && n >= min(shorter, len(third))-changedEnd
}
