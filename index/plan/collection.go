package plan

import (
	"context"

	"socsearch/index/lru"
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

// typedMemory is how many bytes of words of queries are kept with their terms: more
// words than people use.
const typedMemory = 1 << 20

// NewCollection returns what planning needs. Terms and words are asked for when they
// are first needed.
func NewCollection(terms func() *words.Vocabulary, lexicon func() *words.Lexicon, count CountFunc) *Collection {
	typed := lru.New(typedMemory, func(word string, l Leaf) int { return len(word) + l.bytes() })
	return &Collection{Terms: terms, Lexicon: lexicon, Count: count, typed: typed}
}

// bytes is about what a leaf of terms takes in memory.
func (l Leaf) bytes() int {
	const alternative, term = 100, 16
	n := 0
	for _, a := range l.Alternatives {
		n += alternative
		for _, t := range a.Terms {
			n += term + len(t)
		}
	}
	return n
}

// Planner returns a planner that asks the index within a context. What it plans is
// worth something only while err is nil.
func (c *Collection) Planner(ctx context.Context, exact, plain bool) *Planner {
	count := func(o []Occurrence) ([]int, error) { return c.Count(ctx, o) }
	return &Planner{of: c, ask: &probes{count: count}, exact: exact, plain: plain}
}
