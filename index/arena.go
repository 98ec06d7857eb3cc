package index

import (
	"context"
	"runtime"
	"sync"
)

// arena hands out the slices that a search needs until it ends, from memory that
// the next search uses again. What it hands out must not outlive the search. A
// nil arena hands out new memory.
type arena struct {
	numbers []uint32
	scores  []float32
	words   []uint64
}

// admission lets so many searches run at once that their arenas stay within
// arenaMemory: of a small index as many as there are, of a large one no fewer
// than there are processors.
type admission chan struct{}

const (
	arenaMemory     = 256 << 20
	arenaBytes      = 40 // for each document of the index, of a search for several frequent words
	mostAtOnce  int = 1 << 10
)

func newAdmission(documents int) admission {
	n := min(arenaMemory/arenaBytes/max(documents, 1), mostAtOnce)
	return make(admission, max(n, runtime.GOMAXPROCS(0)))
}

// enter waits for a place; leave must be called if there is no error.
func (a admission) enter(ctx context.Context) error {
	select {
	case a <- struct{}{}:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}

func (a admission) leave() { <-a }

var arenas = sync.Pool{New: func() any { return new(arena) }}

func newArena() *arena { return arenas.Get().(*arena) }

// free gives the arena back, with all that it handed out.
func (a *arena) free() {
	a.numbers, a.scores, a.words = a.numbers[:0], a.scores[:0], a.words[:0]
	arenas.Put(a)
}

// leastSlab is how many elements are got from the system at least.
const leastSlab = 1 << 10

// take returns an empty slice with room for n from a slab; where the slab has no
// room left a larger one takes its place, and the old one goes with its slices.
func take[T any](slab *[]T, n int) []T {
	used := len(*slab)
	if cap(*slab)-used < n {
		*slab, used = make([]T, 0, max(2*cap(*slab), n, leastSlab)), 0
	}
	*slab = (*slab)[:used+n]
	return (*slab)[used : used : used+n]
}

// hits returns empty hits with room for n.
func (a *arena) hits(n int) hits {
	if a == nil {
		return hits{documents: make([]uint32, 0, n), scores: make([]float32, 0, n)}
	}
	return hits{documents: take(&a.numbers, n), scores: take(&a.scores, n)}
}

// zeros returns n zero scores.
func (a *arena) zeros(n int) []float32 {
	if a == nil {
		return make([]float32, n)
	}
	s := take(&a.scores, n)[:n]
	clear(s)
	return s
}

// set returns an empty set for an index of n documents.
func (a *arena) set(n int) bitset {
	if a == nil {
		return make(bitset, bitsetWords(n))
	}
	s := take(&a.words, bitsetWords(n))[:bitsetWords(n)]
	clear(s)
	return s
}
