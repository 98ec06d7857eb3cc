package wordnet

import (
	"slices"
	"strings"
)

// detachments are the endings that morphy(7) takes off an inflected word, with
// what it puts in their place.
var detachments = map[Part][][2]string{
	Noun:      {{"s", ""}, {"ses", "s"}, {"xes", "x"}, {"zes", "z"}, {"ches", "ch"}, {"shes", "sh"}, {"men", "man"}, {"ies", "y"}},
	Verb:      {{"s", ""}, {"ies", "y"}, {"es", "e"}, {"es", ""}, {"ed", "e"}, {"ed", ""}, {"ing", "e"}, {"ing", ""}},
	Adjective: {{"er", ""}, {"est", ""}, {"er", "e"}, {"est", "e"}},
}

// Base returns the lemmas that a form, in small letters, can be of: the form
// itself and its base forms, as far as the dictionary has them.
func (d *Dictionary) Base(form string) []string {
	var bases []string
	add := func(base string, part Part) {
		if slices.Contains(bases, base) {
			return
		}
		for _, s := range d.index[base] {
			if s.Synset.Part == part {
				bases = append(bases, base)
				return
			}
		}
	}
	for _, p := range parts {
		add(form, p.part)
		for _, base := range d.exceptions[p.part][form] {
			add(base, p.part)
		}
		for _, e := range detachments[p.part] {
			if stem, found := strings.CutSuffix(form, e[0]); found {
				add(stem+e[1], p.part)
			}
		}
	}
	return bases
}

// Irregular returns the irregular inflected forms of a lemma: thieves of thief.
func (d *Dictionary) Irregular(lemma string) []string { return d.irregular[lemma] }
