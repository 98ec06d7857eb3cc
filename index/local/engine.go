package local

import (
	"context"
	"fmt"
	"iter"

	"socsearch/index/engine"
	"socsearch/index/match"
	"socsearch/index/plan"
	"socsearch/index/schema"
	"socsearch/sources/document"
)

var _ engine.Engine = (*Index)(nil)

// Count counts the passages that have each of what is asked for.
func (x *Index) Count(ctx context.Context, wanted []plan.Occurrence) ([]int, error) {
	return x.Lists.Count(ctx, wanted)
}

// Passages reads the passages at some places.
func (x *Index) Passages(ctx context.Context, places []int) ([]*document.Passage, error) {
	list := make([]*document.Passage, len(places))
	for i, place := range places {
		p, err := x.passages.read(uint32(place))
		if err != nil {
			return nil, err
		}
		if list[i] = p; ctx.Err() != nil {
			return nil, ctx.Err()
		}
	}
	return list, nil
}

// Place returns where the passage with an id stands.
func (x *Index) Place(ctx context.Context, id string) (place int, ok bool, err error) {
	documents, err := x.Store.documents(ctx, schema.ID, id)
	if err != nil || len(documents) == 0 {
		return 0, false, err
	}
	return int(documents[0]), true, nil
}

// InOrder lists the places of passages under filters.
func (x *Index) InOrder(ctx context.Context, under engine.Filters, from, most int) ([]int, error) {
	set := x.Facets.under(under)
	var places []int
	for place := range x.Manifest.Passages {
		switch {
		case set != nil && !set.Has(uint32(place)):
		case from > 0:
			from--
		case len(places) == most:
			return places, ctx.Err()
		default:
			places = append(places, place)
		}
	}
	return places, ctx.Err()
}

// under returns the documents under filters by facets and by what is looked up as
// they are; nil for all.
func (x *facets) under(filters engine.Filters) match.Bitset {
	if len(filters) == 0 {
		return nil
	}
	kept := make(match.Bitset, match.BitsetWords(x.size))
	kept.Fill(x.size)
	for name, f := range filters {
		if len(f.Any) > 0 {
			any := make(match.Bitset, match.BitsetWords(x.size))
			for _, v := range f.Any {
				any.Or(x.Set(name, v))
			}
			kept.And(any)
		}
		for _, v := range f.All {
			kept.And(x.Set(name, v))
		}
		for _, v := range f.Reject {
			kept.AndNot(x.Set(name, v))
		}
	}
	return kept
}

// IDs goes through the ids of a document's passages, in alphabetical order.
func (x *Index) IDs(ctx context.Context, document string) iter.Seq2[string, error] {
	return func(yield func(string, error) bool) {
		dict, err := x.Store.reader.FieldDictPrefix(schema.ID, []byte(document+"/"))
		if err != nil {
			yield("", err)
			return
		}
		defer dict.Close()
		for {
			e, err := dict.Next()
			if err == nil {
				err = ctx.Err()
			}
			if err != nil {
				yield("", err)
				return
			}
			if e == nil || !yield(e.Term, nil) {
				return
			}
		}
	}
}

// Check reads the first passage.
func (x *Index) Check(ctx context.Context) error {
	if x.Manifest.Passages == 0 {
		return nil // an empty index answers, with nothing
	}
	if _, err := x.Passages(ctx, []int{0}); err != nil {
		return fmt.Errorf("the first passage can't be read: %w", err)
	}
	return nil
}
