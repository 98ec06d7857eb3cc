package local

import (
	"crypto/sha256"
	"encoding/binary"

	bleveindex "github.com/blevesearch/bleve_index_api"

	"socsearch/index/analysis"
	"socsearch/index/schema"
)

// inversion turns texts into lists: for each term of a field the passages that have
// it, how often it stands there and where. It holds what isn't written yet.
type inversion struct {
	terms   [analyses]map[string]*inverted
	lengths [][]byte            // by column: the numbers of terms of each passage, as varints
	sums    []uint64            // by column: of these numbers
	kept    map[string]*reading // of texts that come again
	held    int                 // bytes of lists
}

// The two analyses of a text: terms, and word forms as they are written.
const (
	prose = iota
	exact
	analyses
)

// columns are the searched fields, first by terms and then by forms.
var columns = func() (names []string) {
	for _, suffix := range []string{prose: "", exact: schema.ExactSuffix} {
		for _, f := range schema.Searched {
			names = append(names, f+suffix)
		}
	}
	return names
}()

// analysisOf returns the analysis of a column.
func analysisOf(column int) int { return column / len(schema.Searched) }

// inverted is a term with its lists, by searched field; nil where it doesn't stand.
type inverted struct {
	alone  *bleveindex.TokenFreq // as the store wants it
	fields []*occurrences
}

// occurrences is where a term stands in a field. Passages are the places of passages
// in reading order.
type occurrences struct {
	count uint32 // of passages, in all
	chunk
	pending uint32             // how often it stands in the last passage so far
	at      uint32             // where it stood there last
	written *[sha256.Size]byte // of the whole list, once it is written
}

// chunk is a part of a list.
type chunk struct {
	first, last uint32 // passages
	passages    []byte // behind the first, as distances
	frequencies []byte // of all
	places      []byte // in each passage, as distances
}

func (c *chunk) size() int { return len(c.passages) + len(c.frequencies) + len(c.places) }

// reading is an analysed text.
type reading struct {
	stand [analyses][]standing        // in the order of the text
	set   bleveindex.TokenFrequencies // its terms, once each
}

// standing is a term at its place.
type standing struct {
	*inverted
	place uint32
}

func newInversion() *inversion {
	v := &inversion{lengths: make([][]byte, len(columns)), sums: make([]uint64, len(columns)), kept: map[string]*reading{}}
	for a := range v.terms {
		v.terms[a] = map[string]*inverted{}
	}
	return v
}

// mostKept is how many texts are kept with their terms: headings, names and notes,
// some MB.
const mostKept = 2_000

// readAgain is [inversion.read] for texts that come again.
func (v *inversion) readAgain(text string) *reading {
	r := v.kept[text]
	if r == nil {
		if len(v.kept) == mostKept {
			clear(v.kept)
		}
		r = v.read(text)
		v.kept[text] = r
	}
	return r
}

// read analyses a text.
func (v *inversion) read(text string) *reading {
	terms, forms := analysis.Both(text)
	r := &reading{set: make(bleveindex.TokenFrequencies, len(terms))}
	r.stand = [analyses][]standing{prose: v.standings(prose, terms), exact: v.standings(exact, forms)}
	for i, s := range r.stand[prose] {
		r.set[terms[i].Term] = s.alone
	}
	return r
}

func (v *inversion) standings(analysed int, tokens []analysis.Token) []standing {
	list := make([]standing, len(tokens))
	for i, t := range tokens {
		term := v.terms[analysed][t.Term]
		if term == nil {
			term = &inverted{termAlone(t.Term), make([]*occurrences, len(schema.Searched))}
			v.terms[analysed][string(term.alone.Term)] = term
		}
		list[i] = standing{term, uint32(t.Position)}
	}
	return list
}

// add puts a field of a passage into the lists.
func (v *inversion) add(passage uint32, field int, r *reading) {
	for a, list := range r.stand {
		for _, s := range list {
			v.held += s.in(field).add(passage, s.place)
		}
		column := a*len(schema.Searched) + field
		v.lengths[column] = binary.AppendUvarint(v.lengths[column], uint64(len(list)))
		v.sums[column] += uint64(len(list))
	}
}

func (t *inverted) in(field int) *occurrences {
	if t.fields[field] == nil {
		t.fields[field] = new(occurrences)
	}
	return t.fields[field]
}

// add adds an occurrence, in reading order, and returns by how many bytes the list
// has grown.
func (o *occurrences) add(passage, place uint32) int {
	before := o.size()
	switch {
	case o.pending > 0 && o.last == passage:
		o.places = binary.AppendUvarint(o.places, uint64(place-o.at))
	default:
		o.endPassage()
		if len(o.frequencies) == 0 {
			o.first = passage
		} else {
			o.passages = binary.AppendUvarint(o.passages, uint64(passage-o.last))
		}
		o.last = passage
		o.count++
		o.places = binary.AppendUvarint(o.places, uint64(place))
	}
	o.pending++
	o.at = place
	return o.size() - before
}

// endPassage writes how often the term stands in the last passage.
func (o *occurrences) endPassage() {
	if o.pending > 0 {
		o.frequencies = binary.AppendUvarint(o.frequencies, uint64(o.pending))
		o.pending = 0
	}
}

// take returns what isn't written yet, and begins anew.
func (o *occurrences) take() chunk {
	o.endPassage()
	c := o.chunk
	o.chunk = chunk{}
	return c
}
