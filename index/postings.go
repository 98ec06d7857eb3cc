package index

import (
	"context"
	"math"

	bleveindex "github.com/blevesearch/bleve_index_api"
)

// hits are documents, by number, with their scores.
type hits struct {
	documents []uint32 // ascending
	scores    []float32
}

func (h *hits) add(document uint32, score float32) {
	h.documents = append(h.documents, document)
	h.scores = append(h.scores, score)
}

// The parameters of BM25F (Robertson and Zaragoza, The Probabilistic Relevance
// Framework, 2009). The relevance test hardly moves between k1 1.2 and 5, b 0.4
// and 0.75, and headings and names from half to twice the text: these are from
// the middle.
const (
	bm25K1 = 2   // how soon further occurrences stop to count
	bm25B  = 0.6 // how much long passages are held back
)

// fieldWeights tell how much a word counts in a field.
var fieldWeights = map[string]float32{
	fieldText:    1,
	fieldHeading: 1.2, // what stands under a heading is about it
	fieldName:    1.2,
	fieldNote:    0.5, // an aside
	fieldSection: 1,
}

// documentFrequency returns how many documents have a term in a field.
func (x *Index) documentFrequency(field, term string) int {
	postings, err := x.store.reader.TermFieldReader(context.Background(), []byte(term), field, false, false, false)
	if err != nil {
		return 0
	}
	defer postings.Close()
	return int(postings.Count())
}

// occurs tells whether a term stands in any searched field.
func (x *Index) occurs(term string) bool {
	for _, field := range searchedFields {
		if x.documentFrequency(field, term) > 0 {
			return true
		}
	}
	return false
}

// idf is the weight of a term that stands in n documents.
func (x *Index) idf(n int) float32 {
	total := float64(len(x.order))
	return float32(math.Log(1 + (total-float64(n)+0.5)/(float64(n)+0.5)))
}

// frequencies returns the documents with a term in a field, and for each the
// weighted and length-normalised number of its occurrences.
func (x *Index) frequencies(ctx context.Context, field, term string) (hits, error) {
	var h hits
	weight := fieldWeight(field)
	mean := float32(max(x.Lengths[plainField(field)], 1))
	err := x.eachPosting(ctx, field, term, func(d *bleveindex.TermFieldDoc) {
		length := float32(1 / (d.Norm * d.Norm)) // bleve keeps 1/√length
		h.add(uint32(d.ID.Value()), weight*float32(d.Freq)/(1-bm25B+bm25B*length/mean))
	})
	return h, err
}

func (x *Index) eachPosting(ctx context.Context, field, term string, visit func(*bleveindex.TermFieldDoc)) error {
	postings, err := x.store.reader.TermFieldReader(ctx, []byte(term), field, true, true, false)
	if err != nil {
		return err
	}
	defer postings.Close()
	var doc bleveindex.TermFieldDoc
	const often = 1 << 12 // postings between looks at the clock
	for n := 0; ; n++ {
		if n%often == 0 && ctx.Err() != nil {
			return ctx.Err()
		}
		d, err := postings.Next(&doc)
		if err != nil || d == nil {
			return err
		}
		visit(d)
	}
}

// merge joins two hits; where both have a document, join makes the score.
func merge(a, b hits, join func(a, b float32) float32) hits {
	if len(a.documents) == 0 {
		return b
	}
	if len(b.documents) == 0 {
		return a
	}
	out := hits{make([]uint32, 0, len(a.documents)+len(b.documents)), make([]float32, 0, len(a.documents)+len(b.documents))}
	i, j := 0, 0
	for i < len(a.documents) && j < len(b.documents) {
		switch {
		case a.documents[i] < b.documents[j]:
			out.add(a.documents[i], a.scores[i])
			i++
		case a.documents[i] > b.documents[j]:
			out.add(b.documents[j], b.scores[j])
			j++
		default:
			out.add(a.documents[i], join(a.scores[i], b.scores[j]))
			i, j = i+1, j+1
		}
	}
	out.documents = append(append(out.documents, a.documents[i:]...), b.documents[j:]...)
	out.scores = append(append(out.scores, a.scores[i:]...), b.scores[j:]...)
	return out
}

func sum(a, b float32) float32     { return a + b }
func greater(a, b float32) float32 { return max(a, b) }

// common keeps the hits of a that b has too, with the sum of their scores.
func common(a, b hits) hits {
	var out hits
	for i, j := 0, 0; i < len(a.documents) && j < len(b.documents); {
		switch {
		case a.documents[i] < b.documents[j]:
			i++
		case a.documents[i] > b.documents[j]:
			j++
		default:
			out.add(a.documents[i], a.scores[i]+b.scores[j])
			i, j = i+1, j+1
		}
	}
	return out
}

// without keeps the hits of a that b hasn't.
func without(a, b hits) hits {
	var out hits
	j := 0
	for i, d := range a.documents {
		for j < len(b.documents) && b.documents[j] < d {
			j++
		}
		if j == len(b.documents) || b.documents[j] != d {
			out.add(d, a.scores[i])
		}
	}
	return out
}
