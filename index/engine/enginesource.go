package engine

import (
	"context"

	"socsearch/index/plan"
)

// Source is where lists come from: the store of an engine. A list that can't be read
// whole is an error, never a shorter list.
type Source interface {
	// Size is how many documents there are; their numbers run from 0.
	Size() int
	// List returns the documents that have a term in a field, with what it counts in
	// each (see weigher), and its places if they are wanted. A term that isn't there
	// has an empty list.
	List(ctx context.Context, field, term string, withPlaces bool) (*Postings, error)
	// Documents returns the numbers of the documents that have a term in a field, or a
	// value in one that is looked up whole, in ascending order.
	Documents(ctx context.Context, field, value string) ([]uint32, error)
}

// Sample is a Source that holds some passages of a collection, and knows how many of
// the collection have what is looked for: scores hang on that.
type Sample interface {
	Source
	// Collection is how many passages the collection has.
	Collection() int
	// Counted is how many of them have an alternative in some fields.
	Counted(fields []string, a plan.Alternative) int
	// Hits is how many hits the passages are the best of; 0: they are all.
	Hits() int
}
