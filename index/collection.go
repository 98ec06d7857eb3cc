package index

import (
	"context"

	lru "github.com/hashicorp/golang-lru/v2"
)

// collection is what planning knows of an index: its terms, its words, and how many
// passages have something.
type collection struct {
	terms func() *vocabulary
	words func() *lexicon
	count countFunc
	typed *lru.Cache[string, leaf] // words of queries with their terms
}

// countFunc counts the passages that have a leaf in some fields. "Don't know" is an
// error, never 0.
type countFunc func(ctx context.Context, fields []string, l leaf) (int, error)

// typedWords is how many words of queries are kept with their terms: more than
// people use, less than 1 MB.
const typedWords = 4096

// newCollection returns what planning needs. Terms and words are asked for when they
// are first needed.
func newCollection(terms func() *vocabulary, words func() *lexicon, count countFunc) *collection {
	typed, err := lru.New[string, leaf](typedWords)
	if err != nil {
		panic(err) // the size is a constant
	}
	return &collection{terms: terms, words: words, count: count, typed: typed}
}

// planner returns a planner that asks the index within a context. What it plans is
// worth something only while err is nil.
func (c *collection) planner(ctx context.Context, exact, plain bool) *planner {
	return &planner{of: c, ask: &probes{ctx: ctx, count: c.count}, exact: exact, plain: plain}
}
