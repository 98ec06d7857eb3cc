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

// Documents returns the numbers of the documents that have a term in a field, or a
// value in one that is looked up whole, in ascending order.
func (p *postings) Documents(ctx context.Context, field, value string) ([]uint32, error) {
	if schema.Plain(field) == field {
		return p.store.documents(ctx, field, value)
	}
	_, documents, err := p.block(ctx, field, value)
	return documents, err
}

// List reads what is known of one term in a field: its documents from the store, those
// of a word form from beside it, as the rest.
func (p *postings) List(ctx context.Context, field, term string, withPlaces bool) (*engine.Postings, error) {
	b, documents, err := p.block(ctx, field, term)
	l := &engine.Postings{Documents: documents}
	if err != nil || len(documents) == 0 {
		return l, err
	}
	return l, b.fill(l, p.norms[field], p.places.columns[field].lengths, withPlaces)
}

// block returns what stands beside the store of a term in a field, and its documents;
// none if it doesn't stand there.
func (p *postings) block(ctx context.Context, field, term string) (b block, documents []uint32, err error) {
	line, found := p.terms().Line(field, term)
	if !found {
		return block{}, nil, nil
	}
	if b, found, err = p.places.block(field, line); err != nil || !found {
		return block{}, nil, err
	}
	plain := schema.Plain(field)
	if b.asTerm {
		if line, found = p.terms().Line(plain, term); found {
			b, found, err = p.places.block(plain, line)
		}
		if err != nil || !found {
			return block{}, nil, errors.Join(err, fmt.Errorf("%s: %w", placesName, errDamaged))
		}
	}
	if b.passages != nil {
		documents, err = b.documents(p.size)
	} else {
		documents, err = p.store.documents(ctx, plain, term)
	}
	return b, documents, err
}
