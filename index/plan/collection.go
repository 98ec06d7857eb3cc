package plan

import (
	"context"

	lru "github.com/hashicorp/golang-lru/v2"

	"socsearch/index/words"
)

// Collection is what planning knows of an index: its terms, its words, and how many
// passages have something.
type Collection struct {
	Terms   func() *words.Vocabulary
	Lexicon func() *words.Lexicon
	Count   CountFunc
	typed   *lru.Cache[string, Leaf] // words of queries with their terms
}

// CountFunc counts the passages that have each of what is asked for. "Don't know" is
// an error, never 0.
type CountFunc func(ctx context.Context, wanted []Occurrence) ([]int, error)

// typedWords is how many words of queries are kept with their terms: more than
// people use, less than 1 MB.
const typedWords = 4096

// NewCollection returns what planning needs. Terms and words are asked for when they
// are first needed.
func NewCollection(terms func() *words.Vocabulary, lexicon func() *words.Lexicon, count CountFunc) *Collection {
	typed, err := lru.New[string, Leaf](typedWords)
	if err != nil {
		panic(err) // the size is a constant
	}
	return &Collection{Terms: terms, Lexicon: lexicon, Count: count, typed: typed}
}

// Planner returns a planner that asks the index within a context. What it plans is
// worth something only while err is nil.
func (c *Collection) Planner(ctx context.Context, exact, plain bool) *Planner {
	count := func(o []Occurrence) ([]int, error) { return c.Count(ctx, o) }
	return &Planner{of: c, ask: &probes{count: count}, exact: exact, plain: plain}
}
