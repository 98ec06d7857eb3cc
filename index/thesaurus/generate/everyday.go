package main

import (
	"cmp"
	"slices"
	"strings"

	"socsearch/index/thesaurus"
	"socsearch/index/thesaurus/wordnet"
)

// How far each step away from a word's own sense counts. A synonym is the
// measure; the others are judged by how often what they lead to would be
// accepted for the word.
const (
	stepDerivation = 0.8  // scam → to scam, forger → forgery
	stepSimilar    = 0.5  // crooked & corrupt
	stepBroader    = 0.6  // heroin → opiate, times their similarity
	stepNarrower   = 0.5  // narcotic → heroin, times their similarity
	stepRelated    = 0.35 // jail, prison: two kinds of one thing, times their similarity
	furtherUp      = 0.85 // for each broader step after the first
	stepOther      = 0.3  // entailment, cause, attribute, membership, see also
)

// Limits of what is kept.
const (
	// closest is how similar a broader, narrower or related sense must be:
	// below it stand person, act, device, which anything leads to.
	closest        = 0.6
	closestRelated = 0.8
	maxSteps       = 4    // broader steps
	minShare       = 0.1  // of a sense among the uses of its word: rarer ones are noise
	minWeight      = 0.07 // of what a headword leads to
	minWeightFar   = 0.12 // of what it leads to by a step to another sense
	minWeightMany  = 0.3  // of what one of several words leads to: some of these are found as they are
	minOfBest      = 0.4  // of the weight of the best
	maxTargets     = 5
)

// found collects the best weight and relation by term.
type found map[*term]thesaurus.Expansion

func (f found) add(t *term, weight float64, r thesaurus.Relation) {
	if e, known := f[t]; !known || weight > e.Weight {
		f[t] = thesaurus.Expansion{To: t.text, Weight: weight, Relation: r}
	}
}

// everyday returns everyday.tsv: words that the documents don't use.
func (m *maker) everyday() string {
	var entries []thesaurus.Entry
	for _, lemma := range m.dict.Lemmas() {
		if !isHeadword(lemma) || m.words.Has(lemma) || m.words.Has(m.usualSpelling(lemma)) {
			continue
		}
		expansions := m.expand(lemma)
		if len(expansions) == 0 {
			continue
		}
		entries = append(entries, thesaurus.Entry{Headword: plain(lemma), Expansions: expansions})
		for _, form := range m.dict.Irregular(lemma) {
			if isHeadword(form) && !m.words.Has(form) && thesaurus.Key(form) != thesaurus.Key(lemma) && m.dict.Senses(form) == nil {
				entries = append(entries, thesaurus.Entry{Headword: plain(form), Expansions: expansions})
			}
		}
	}
	return thesaurus.Write(withoutRepetition(entries))
}

// plain writes a lemma as it is looked up: without hyphens.
func plain(lemma string) string { return strings.ReplaceAll(lemma, "-", " ") }

// withoutRepetition keeps one entry of those with the same headword, the
// weightiest: of knock-off and knock off, and of a form of two words.
func withoutRepetition(entries []thesaurus.Entry) []thesaurus.Entry {
	slices.SortStableFunc(entries, func(a, b thesaurus.Entry) int {
		return cmp.Or(cmp.Compare(a.Headword, b.Headword), cmp.Compare(b.Expansions[0].Weight, a.Expansions[0].Weight))
	})
	return slices.CompactFunc(entries, func(a, b thesaurus.Entry) bool { return a.Headword == b.Headword })
}

// expand returns where a lemma leads, best first. What several senses lead to
// is weighed by their sum: a word is meant in one of them.
func (m *maker) expand(lemma string) []thesaurus.Expansion {
	if same := m.compound(lemma); same != "" {
		return []thesaurus.Expansion{{To: same, Weight: 1, Relation: thesaurus.Spelling}}
	}
	sums := found{}
	for _, sense := range m.dict.Senses(lemma) {
		if sense.Share < minShare || isInstance(sense.Synset) {
			continue
		}
		bySense := found{}
		m.explore(lemma, sense.Synset, bySense)
		for t, e := range bySense {
			old := sums[t]
			weight := e.Weight * sense.Share
			if weight < old.Weight {
				e.Relation = old.Relation
			}
			sums[t] = thesaurus.Expansion{To: e.To, Weight: old.Weight + weight, Relation: e.Relation}
		}
	}
	least := minWeight
	if strings.ContainsAny(lemma, " -") {
		least = minWeightMany
	}
	return cut(sums, least)
}

// isInstance tells whether a synset is one person, place or thing with a name.
func isInstance(s *wordnet.Synset) bool {
	return slices.ContainsFunc(s.Pointers, func(p wordnet.Pointer) bool { return p.Relation == wordnet.InstanceOf })
}

// cut weighs by worth and keeps the best.
func cut(sums found, least float64) []thesaurus.Expansion {
	var list []thesaurus.Expansion
	for t, e := range sums {
		e.Weight = min(1, e.Weight*t.worth)
		list = append(list, e)
	}
	slices.SortFunc(list, func(a, b thesaurus.Expansion) int {
		return cmp.Or(cmp.Compare(b.Weight, a.Weight), cmp.Compare(a.To, b.To))
	})
	seen := map[string]bool{}
	list = slices.DeleteFunc(list, func(e thesaurus.Expansion) bool {
		repeated := seen[thesaurus.Key(e.To)]
		seen[thesaurus.Key(e.To)] = true
		far := e.Relation != thesaurus.Synonym && e.Relation != thesaurus.Derivation
		return repeated || e.Weight < least || far && e.Weight < minWeightFar || e.Weight < minOfBest*list[0].Weight
	})
	return list[:min(len(list), maxTargets)]
}

// explore finds what a lemma leads to in one of its senses.
func (m *maker) explore(lemma string, s *wordnet.Synset, f found) {
	m.express(s, 1, thesaurus.Synonym, f)
	for _, p := range s.Pointers {
		switch p.Relation {
		case wordnet.Derivation, wordnet.Pertainym, wordnet.Participle:
			if p.From >= 0 && strings.EqualFold(s.Words[p.From], lemma) {
				m.express(p.To, stepDerivation, thesaurus.Derivation, f)
			}
		case wordnet.Similar, wordnet.VerbGroup:
			m.express(p.To, stepSimilar, thesaurus.Similar, f)
		case wordnet.Hyponym:
			if sim := wordnet.Similarity(s, p.To, s); sim >= closest {
				m.express(p.To, stepNarrower*sim, thesaurus.Narrower, f)
			}
		case wordnet.Entailment, wordnet.Cause, wordnet.Attribute, wordnet.SeeAlso, wordnet.Member:
			m.express(p.To, stepOther, thesaurus.Related, f)
		}
	}
	m.broader(s, s, 1, stepBroader, f)
}

// broader climbs from a synset to the nearest above it that the documents have
// a word for, and looks at the other kinds of what stands right above it.
func (m *maker) broader(from, s *wordnet.Synset, step int, weight float64, f found) {
	if step > maxSteps {
		return
	}
	for _, p := range s.Pointers {
		if p.Relation != wordnet.Hypernym {
			continue
		}
		sim := wordnet.Similarity(from, p.To, p.To)
		if sim < closest {
			continue
		}
		if step == 1 {
			m.related(from, p.To, f)
		}
		if !m.express(p.To, weight*sim, thesaurus.Broader, f) {
			m.broader(from, p.To, step+1, weight*furtherUp, f)
		}
	}
}

func (m *maker) related(from, above *wordnet.Synset, f found) {
	for _, p := range above.Pointers {
		if p.Relation != wordnet.Hyponym || p.To == from {
			continue
		}
		if sim := wordnet.Similarity(from, p.To, above); sim >= closestRelated {
			m.name(p.To, stepRelated*sim, thesaurus.Related, f)
		}
	}
}

// express adds the words of a synset that the documents use, and words of the
// same family where they use those. It tells whether there are any.
func (m *maker) express(s *wordnet.Synset, weight float64, r thesaurus.Relation, f found) (any bool) {
	any = m.name(s, weight, r, f)
	if r == thesaurus.Synonym {
		r = thesaurus.Derivation
	}
	for _, p := range s.Pointers {
		if p.Relation != wordnet.Derivation && p.Relation != wordnet.Pertainym || p.ToWord < 0 {
			continue
		}
		lemma := p.To.Words[p.ToWord]
		if t := m.term(lemma); t != nil {
			f.add(t, weight*stepDerivation*m.meant(lemma, p.To), r)
			any = true
		}
	}
	return any
}

// name adds the words of a synset that the documents use.
func (m *maker) name(s *wordnet.Synset, weight float64, r thesaurus.Relation, f found) (any bool) {
	for _, lemma := range s.Words {
		if t := m.term(lemma); t != nil {
			f.add(t, weight*m.meant(lemma, s), r)
			any = true
		}
	}
	return any
}
