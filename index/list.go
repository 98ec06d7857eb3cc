package index

import "slices"

// list is what the index says of a term in a field: the documents, how much the
// term counts in each (weighted and normalised by length), and where it stands.
// It is shared between searches and never changed.
type list struct {
	documents   []uint32
	frequencies []float32
	starts      []uint32 // where a document's places begin, and one more at the end
	places      []uint32 // numbers of words, from 1, ascending
}

// at returns the places in the i-th document.
func (l *list) at(i int) []uint32 { return l.places[l.starts[i]:l.starts[i+1]] }

// bytes is about what the list takes in memory.
func (l *list) bytes() int {
	const header = 200
	return header + 4*(cap(l.documents)+cap(l.frequencies)+cap(l.starts)+cap(l.places))
}

// or returns the list of what is in either of two lists with places. A place that
// is in both counts once.
func (l *list) or(other *list) *list {
	if len(l.documents) == 0 {
		return other
	}
	if len(other.documents) == 0 {
		return l
	}
	out := &list{starts: []uint32{0}}
	for i, j := 0, 0; i < len(l.documents) || j < len(other.documents); {
		switch {
		case j == len(other.documents) || i < len(l.documents) && l.documents[i] < other.documents[j]:
			out.add(l.documents[i], l.frequencies[i], l.at(i))
			i++
		case i == len(l.documents) || l.documents[i] > other.documents[j]:
			out.add(other.documents[j], other.frequencies[j], other.at(j))
			j++
		default:
			a, b := l.at(i), other.at(j)
			places := append(slices.Clone(a), b...)
			slices.Sort(places)
			places = slices.Compact(places)
			sum := l.frequencies[i] + other.frequencies[j]
			out.add(l.documents[i], sum*float32(len(places))/float32(len(a)+len(b)), places)
			i, j = i+1, j+1
		}
	}
	return out
}

func (l *list) add(document uint32, frequency float32, places []uint32) {
	l.documents, l.frequencies = append(l.documents, document), append(l.frequencies, frequency)
	l.places = append(l.places, places...)
	l.starts = append(l.starts, uint32(len(l.places)))
}
