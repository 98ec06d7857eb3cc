package wordnet

import (
	"maps"
	"slices"
	"strings"
)

// Sense is one meaning of a word.
type Sense struct {
	Synset *Synset
	Rank   int // among the senses of its part of speech, from 1
	// Share is which part of the word's uses have this sense, over all parts of
	// speech: the count in the tagged texts and, since most words are rare
	// there, 1/rank of a use for each sense.
	Share float64
	count int
}

// Senses returns the senses of a lemma in small letters; nil if it has none.
func (d *Dictionary) Senses(lemma string) []Sense { return d.index[lemma] }

// Lemmas lists every lemma in order.
func (d *Dictionary) Lemmas() []string { return slices.Sorted(maps.Keys(d.index)) }

// Count returns how often a lemma was met in the tagged texts.
func (d *Dictionary) Count(lemma string) int {
	n := 0
	for _, s := range d.index[lemma] {
		n += s.count
	}
	return n
}

// ShareOf returns the share of a lemma's uses that have the sense of a synset.
func (d *Dictionary) ShareOf(lemma string, s *Synset) float64 {
	for _, sense := range d.index[strings.ToLower(lemma)] {
		if sense.Synset == s {
			return sense.Share
		}
	}
	return 0
}

// senseTypes are the parts of speech by the number that a sense key has for
// them; 5 is a satellite adjective.
var senseTypes = map[byte]Part{'1': Noun, '2': Verb, '3': Adjective, '4': Adverb, '5': Adjective}

// addCount reads how often a sense was met in the tagged texts.
func (d *Dictionary) addCount(line string) error {
	f := &fields{left: strings.Fields(line)}
	lemma, key, _ := strings.Cut(f.next(), "%")
	rank, count := f.number(10), f.number(10)
	if f.err != nil || key == "" {
		return f.err
	}
	senses := d.index[strings.ReplaceAll(lemma, "_", " ")]
	for i := range senses {
		if senses[i].Synset.Part == senseTypes[key[0]] && senses[i].Rank == rank {
			senses[i].count = count
		}
	}
	return nil
}

func (d *Dictionary) setShares() {
	for _, senses := range d.index {
		sum := 0.0
		for i := range senses {
			senses[i].Share = float64(senses[i].count) + 1/float64(senses[i].Rank)
			sum += senses[i].Share
		}
		for i := range senses {
			senses[i].Share /= sum
		}
	}
}
