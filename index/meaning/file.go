package meaning

import (
	"encoding/binary"
	"fmt"
	"os"
	"strings"
)

// Vectors are those of an index: of each document its passage's and those of
// its sentences.
type Vectors struct {
	rows   []byte
	starts []uint32 // where the vectors of each document begin, and the end
}

// Open reads a file that [Making.Write] wrote, for an index of count documents.
// All of it is kept in memory: some 1.7 kB a passage.
func Open(path string, count int) (*Vectors, error) {
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	return Parse(data, path, count)
}

// Parse reads what stands in such a file; name is for errors.
func Parse(data []byte, name string, count int) (*Vectors, error) {
	end := fmt.Sprintf("%08d %s", count, modelName)
	const width = 4 // bytes of a start
	tail := width*(count+1) + len(end)
	if len(data) < tail || !strings.HasSuffix(string(data[len(data)-len(end):]), end) {
		return nil, fmt.Errorf("%s isn't the vectors of %d passages by this program's model: build the index again", name, count)
	}
	v := &Vectors{rows: data[:len(data)-tail], starts: make([]uint32, count+1)}
	for i := range v.starts {
		v.starts[i] = binary.LittleEndian.Uint32(data[len(v.rows)+width*i:])
		if i > 0 && v.starts[i] < v.starts[i-1] {
			return nil, fmt.Errorf("%s: the vectors of passage %d end before they begin", name, i)
		}
	}
	if vectorSize*int(v.starts[count]) != len(v.rows) {
		return nil, fmt.Errorf("%s has %d bytes of %d vectors", name, len(v.rows), v.starts[count])
	}
	return v, nil
}

// Nearness is how near passages are to a query.
type Nearness struct {
	vectors *Vectors
	cosines []float32 // of each vector
	// Documents has for each document the cosine of its passage plus that of its
	// nearest sentence, -2 to 2; None for one without vectors.
	Documents []float32
}

// None is the nearness of a document that has no vectors.
const None = -2

// Near compares a query with every passage.
func (v *Vectors) Near(q *Query) *Nearness {
	n := &Nearness{
		vectors: v, Documents: make([]float32, len(v.starts)-1),
		cosines: q.cosines(v.rows, make([]float32, 0, len(v.rows)/vectorSize)),
	}
	for d := range n.Documents {
		own := n.of(d)
		if len(own) == 0 {
			n.Documents[d] = None
			continue
		}
		nearest := own[0] // a passage without sentences is one
		for i, c := range own[1:] {
			if i == 0 || c > nearest {
				nearest = c
			}
		}
		n.Documents[d] = own[0] + nearest
	}
	return n
}

func (n *Nearness) of(document int) []float32 {
	return n.cosines[n.vectors.starts[document]:n.vectors.starts[document+1]]
}

// Sentence returns where in the text of a document's passage the sentence is
// that is nearest to the query: all of the text where none is told apart.
func (n *Nearness) Sentence(document int, text string) Span {
	sentences, own := telling(text), n.of(document)
	if len(sentences) == 0 || len(own) != len(sentences)+1 {
		return Span{0, len(text)}
	}
	best := 0
	for i, c := range own[1:] {
		if c > own[1+best] {
			best = i
		}
	}
	return sentences[best]
}
