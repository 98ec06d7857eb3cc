package wordnet

import "math"

// How much a synset tells is measured by what stands below it, after Seco, Veale
// and Hayes, “An intrinsic information content metric for semantic similarity in
// WordNet” (2004): a leaf tells 1, the top of the hierarchy 0. It needs no
// counts from texts, which don't know most of our words.

// Similarity tells how much of what two synsets tell is told already by one
// that stands above both (or is one of them): Lin's measure, from 0 to 1.
func Similarity(a, b, above *Synset) float64 {
	if a.tells+b.tells == 0 {
		return 0
	}
	return 2 * above.tells / (a.tells + b.tells)
}

// setTells sets what each noun and verb tells; other parts of speech stand in no
// hierarchy and tell all.
func (d *Dictionary) setTells() {
	size := map[Part]float64{}
	for _, s := range d.synsets {
		size[s.Part]++
	}
	for _, s := range d.synsets {
		s.tells = 1
		if s.Part == Noun || s.Part == Verb {
			below := map[*Synset]bool{}
			descend(s, below)
			s.tells = 1 - math.Log(float64(len(below)))/math.Log(size[s.Part])
		}
	}
}

// descend collects a synset and all below it.
func descend(s *Synset, below map[*Synset]bool) {
	if below[s] {
		return
	}
	below[s] = true
	for _, p := range s.Pointers {
		if p.Relation == Hyponym {
			descend(p.To, below)
		}
	}
}
