package meaning

import (
	"context"
	"runtime"

	"socsearch/index/lru"
)

// Encoder makes queries' vectors, a few at a time, and keeps those that were
// asked for last.
type Encoder struct {
	turns chan struct{}
	kept  *lru.Cache[string, *Query]
}

const (
	// queryPieces is how many pieces of a query are read: more than a long
	// question has; a pasted page costs no more.
	queryPieces = 64
	// queriesMemory is how many bytes of queries are kept: some thousands.
	queriesMemory = 3 << 20
)

// NewEncoder returns an encoder that works on as many queries at once as there
// are processors; others wait. The weights are read when the first is asked for,
// or by [Encoder.Warm].
func NewEncoder() *Encoder {
	kept := lru.New(queriesMemory, func(text string, _ *Query) int { return len(text) + Width })
	return &Encoder{make(chan struct{}, runtime.GOMAXPROCS(0)), kept}
}

// Warm reads the weights, so that the first query needn't wait for them.
func (e *Encoder) Warm() { theModel() }

// Query returns what a query means: about 10 ms of one processor's time. The
// error is the context's, that ended before it was the query's turn.
func (e *Encoder) Query(ctx context.Context, text string) (*Query, error) {
	if q, ok := e.kept.Get(text); ok {
		return q, nil
	}
	select {
	case e.turns <- struct{}{}:
	case <-ctx.Done():
		return nil, ctx.Err()
	}
	defer func() { <-e.turns }()
	if q, ok := e.kept.Get(text); ok { // another had the same while this one waited
		return q, nil
	}
	m := theModel()
	q := newQuery(m.encode(m.pieces.of(queryPrefix+text, queryPieces)))
	e.kept.Put(text, q)
	return q, nil
}
