package local

import (
	"context"

	bleveindex "github.com/blevesearch/bleve_index_api"

	"socsearch/index/engine"
	"socsearch/index/match"
	"socsearch/index/words"
)

// postings reads the lists of a store.
type postings struct {
	store   *store
	size    int
	lengths map[string]float64 // mean numbers of words, by field
	terms   func() *words.Vocabulary
}

// Size is how many documents there are; their numbers run from 0.
func (p *postings) Size() int { return p.size }

// Documents returns the numbers of the documents that have a value in a field that is
// looked up whole, in ascending order.
func (p *postings) Documents(ctx context.Context, field, value string) ([]uint32, error) {
	return p.store.documents(ctx, field, value)
}

// List decodes what the store has of one term in a field.
func (p *postings) List(ctx context.Context, field, term string, withPlaces bool) (*engine.Postings, error) {
	l := new(engine.Postings)
	if !p.terms().Has(field, term) {
		return l, nil
	}
	postings, err := p.store.reader.TermFieldReader(ctx, []byte(term), field, true, true, withPlaces)
	if err != nil {
		return nil, err
	}
	defer postings.Close()
	n := int(postings.Count())
	l.Documents, l.Frequencies = make([]uint32, 0, n), make([]float32, 0, n)
	if withPlaces {
		l.Starts, l.Places = append(make([]uint32, 0, n+1), 0), make([]uint32, 0, n)
	}
	weigh := match.Weigher(field, p.lengths)
	err = eachPosting(ctx, postings, func(d *bleveindex.TermFieldDoc) {
		length := float32(1 / (d.Norm * d.Norm)) // bleve keeps 1/√length
		l.Documents = append(l.Documents, uint32(d.ID.Value()))
		l.Frequencies = append(l.Frequencies, weigh(float32(d.Freq), length))
		if withPlaces {
			for _, v := range d.Vectors {
				l.Places = append(l.Places, uint32(v.Pos))
			}
			l.Starts = append(l.Starts, uint32(len(l.Places)))
		}
	})
	return l, err
}

// betweenLooks is how many postings are read between looks at the context.
const betweenLooks = 1 << 12

func eachPosting(ctx context.Context, postings bleveindex.TermFieldReader, visit func(*bleveindex.TermFieldDoc)) error {
	var doc bleveindex.TermFieldDoc
	for n := 0; ; n++ {
		if n%betweenLooks == 0 && ctx.Err() != nil {
			return ctx.Err()
		}
		d, err := postings.Next(doc.Reset())
		if err != nil || d == nil {
			return err
		}
		visit(d)
	}
}
