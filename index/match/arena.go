package match

import (
	"sync"
)

// Arena hands out the slices that a search needs until it ends, from memory that
// the next search uses again. What it hands out must not outlive the search. A
// nil arena hands out new memory.
type Arena struct {
	numbers []uint32
	scores  []float32
	words   []uint64
}

var arenas = sync.Pool{New: func() any { return new(Arena) }}

func NewArena() *Arena { return arenas.Get().(*Arena) }

// Free gives the arena back, with all that it handed out.
func (a *Arena) Free() {
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
func (a *Arena) hits(n int) Hits {
	if a == nil {
		return Hits{Documents: make([]uint32, 0, n), Scores: make([]float32, 0, n)}
	}
	return Hits{Documents: take(&a.numbers, n), Scores: take(&a.scores, n)}
}

// zeros returns n zero scores.
func (a *Arena) zeros(n int) []float32 {
	if a == nil {
		return make([]float32, n)
	}
	s := take(&a.scores, n)[:n]
	clear(s)
	return s
}

// Set returns an empty set for an index of n documents.
func (a *Arena) Set(n int) Bitset {
	if a == nil {
		return make(Bitset, BitsetWords(n))
	}
	s := take(&a.words, BitsetWords(n))[:BitsetWords(n)]
	clear(s)
	return s
}
