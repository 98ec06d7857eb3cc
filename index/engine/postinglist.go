package engine

import (
	"slices"
)

// Postings is what the index says of a term in a field: the documents, how much the
// term counts in each (weighted and normalised by length), and where it stands.
// It is shared between searches and never changed.
type Postings struct {
	Documents   []uint32
	Frequencies []float32
	Starts      []uint32 // where a document's places begin, and one more at the end
	Places      []uint32 // numbers of words, from 1, ascending
}

// At returns the places in the i-th document.
func (l *Postings) At(i int) []uint32 { return l.Places[l.Starts[i]:l.Starts[i+1]] }

// Bytes is about what the list takes in memory.
func (l *Postings) Bytes() int {
	return 4 * (cap(l.Documents) + cap(l.Frequencies) + cap(l.Starts) + cap(l.Places))
}

// Or returns the list of what is in either of two lists with places. A place that
// is in both counts once.
func (l *Postings) Or(other *Postings) *Postings {
	if len(l.Documents) == 0 {
		return other
	}
	if len(other.Documents) == 0 {
		return l
	}
	out := &Postings{Starts: []uint32{0}}
	for i, j := 0, 0; i < len(l.Documents) || j < len(other.Documents); {
		switch {
		case j == len(other.Documents) || i < len(l.Documents) && l.Documents[i] < other.Documents[j]:
			out.add(l.Documents[i], l.Frequencies[i], l.At(i))
			i++
		case i == len(l.Documents) || l.Documents[i] > other.Documents[j]:
			out.add(other.Documents[j], other.Frequencies[j], other.At(j))
			j++
		default:
			a, b := l.At(i), other.At(j)
			places := append(slices.Clone(a), b...)
			slices.Sort(places)
			places = slices.Compact(places)
			sum := l.Frequencies[i] + other.Frequencies[j]
			out.add(l.Documents[i], sum*float32(len(places))/float32(len(a)+len(b)), places)
			i, j = i+1, j+1
		}
	}
	return out
}

func (l *Postings) add(document uint32, frequency float32, places []uint32) {
	l.Documents, l.Frequencies = append(l.Documents, document), append(l.Frequencies, frequency)
	l.Places = append(l.Places, places...)
	l.Starts = append(l.Starts, uint32(len(l.Places)))
}
