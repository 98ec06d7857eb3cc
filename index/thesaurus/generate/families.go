package main

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"socsearch/index/thesaurus"
	"socsearch/index/thesaurus/wordnet"
)

// Limits of families.
const (
	minFamily = 0.15 // weight of a member
	maxFamily = 4    // members that a word leads to
)

// families returns families.tsv: words that the documents use, each with others
// of the same family that have another stem.
func (m *maker) families() string {
	var entries []thesaurus.Entry
	for _, stem := range m.words.Stems() {
		sums := found{}
		for _, lemma := range m.lemmas(stem) {
			m.family(lemma, stem, sums)
		}
		var list []thesaurus.Expansion
		for t, e := range sums {
			if e.Weight *= t.rare; e.Weight >= minFamily {
				list = append(list, e)
			}
		}
		if len(list) == 0 {
			continue
		}
		slices.SortFunc(list, func(a, b thesaurus.Expansion) int {
			return cmp.Or(cmp.Compare(b.Weight, a.Weight), cmp.Compare(a.To, b.To))
		})
		entries = append(entries, thesaurus.Entry{Headword: m.words.Forms(stem)[0], Expansions: list[:min(len(list), maxFamily)]})
	}
	return thesaurus.Write(entries)
}

// lemmas returns the lemmas of the printed forms of a stem that have that stem
// too.
func (m *maker) lemmas(stem string) []string {
	var lemmas []string
	for _, form := range m.words.Forms(stem) {
		if functionWords[form] {
			return nil
		}
		for _, lemma := range m.dict.Base(form) {
			if !slices.Contains(lemmas, lemma) && thesaurus.Key(lemma) == stem {
				lemmas = append(lemmas, lemma)
			}
		}
	}
	return lemmas
}

// family adds what the senses of a lemma are derivationally related to. The
// weight is the mean (geometric) of how often either word is meant in a sense
// that has to do with the other.
func (m *maker) family(lemma, stem string, sums found) {
	there, back := map[*term]float64{}, map[*term]float64{}
	for _, sense := range m.dict.Senses(lemma) {
		reached := map[*term]bool{}
		for _, p := range sense.Synset.Pointers {
			switch p.Relation {
			case wordnet.Derivation, wordnet.Pertainym, wordnet.Participle:
			default:
				continue
			}
			if p.From < 0 || p.ToWord < 0 || !strings.EqualFold(sense.Synset.Words[p.From], lemma) {
				continue
			}
			to := p.To.Words[p.ToWord]
			t := m.term(to)
			if t == nil || t.key == stem {
				continue
			}
			if !reached[t] {
				there[t] += sense.Share
				reached[t] = true
			}
			back[t] += m.dict.ShareOf(to, p.To)
		}
	}
	for t, share := range there {
		sums.add(t, stepDerivation*math.Sqrt(share*min(1, back[t])), thesaurus.Family)
	}
}
