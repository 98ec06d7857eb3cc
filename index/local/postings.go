package local

import (
	"context"
	"errors"
	"fmt"

	"socsearch/index/engine"
	"socsearch/index/schema"
	"socsearch/index/words"
)

// postings reads the lists of a store.
type postings struct {
	store  *store
	places *places
	size   int
	norms  map[string]norms // by field
	terms  func() *words.Vocabulary
}

// Size is how many documents there are; their numbers run from 0.
func (p *postings) Size() int { return p.size }

// Documents returns the numbers of the documents that have a value in a field that is
// looked up whole, in ascending order.
func (p *postings) Documents(ctx context.Context, field, value string) ([]uint32, error) {
	return p.store.documents(ctx, field, value)
}

// List reads what is known of one term in a field: its documents from the store, those
// of a word form from beside it, as the rest.
func (p *postings) List(ctx context.Context, field, term string, withPlaces bool) (*engine.Postings, error) {
	l := new(engine.Postings)
	line, found := p.terms().Line(field, term)
	if !found {
		return l, nil
	}
	b, found, err := p.places.block(field, line)
	if err != nil || !found {
		return l, err
	}
	plain := schema.Plain(field)
	if b.asTerm {
		if line, found = p.terms().Line(plain, term); found {
			b, found, err = p.places.block(plain, line)
		}
		if err != nil || !found {
			return nil, errors.Join(err, fmt.Errorf("%s: %w", placesName, errDamaged))
		}
	}
	if b.passages != nil {
		l.Documents, err = b.documents(p.size)
	} else {
		l.Documents, err = p.store.documents(ctx, plain, term)
	}
	if err != nil {
		return nil, err
	}
	return l, b.fill(l, p.norms[field], p.places.columns[field].lengths, withPlaces)
}
