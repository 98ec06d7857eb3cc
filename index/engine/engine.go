package engine

import (
	"context"
	"errors"
	"iter"

	"socsearch/index/plan"
	"socsearch/sources/document"
)

// ErrUnavailable says that an engine doesn't answer now and may soon: what it runs on
// is down, overloaded, or in part missing.
var ErrUnavailable = errors.New("the search engine doesn't answer")

// Engine finds passages. They are known by their places in reading order, from 0;
// within an index that is open the passage at a place never changes.
//
// Whatever can't be answered whole, because a file can't be read, a part of the
// index is missing or the context has ended, is an error, never a smaller answer.
// The methods may be called from many goroutines.
type Engine interface {
	// Count counts the passages that have each of what is asked for.
	Count(ctx context.Context, wanted []plan.Occurrence) ([]int, error)
	// Find answers a search.
	Find(ctx context.Context, s Search) (*Found, error)
	// Passages returns the passages at some places, in their order.
	Passages(ctx context.Context, places []int) ([]*document.Passage, error)
	// Place returns where the passage with an id stands; ok is false for none.
	Place(ctx context.Context, id string) (place int, ok bool, err error)
	// InOrder lists the places of passages under filters, in reading order: most at
	// the most after the first from. The filters may name the fields of
	// schema.Lookup besides facets.
	InOrder(ctx context.Context, under Filters, from, most int) ([]int, error)
	// IDs goes through the ids of a document's passages, in no order.
	IDs(ctx context.Context, document string) iter.Seq2[string, error]
	// Check asks whether the engine answers.
	Check(ctx context.Context) error
	// Close lets go of the index; no call may be under way.
	Close() error
}
