// Package lru keeps what was used last, up to a number of bytes.
package lru

import (
	"math"
	"sync"

	"github.com/hashicorp/golang-lru/v2/simplelru"
)

// Cache keeps values by their keys, the last used the longest, as long as all of them
// cost no more bytes than it may hold. It may be used by several goroutines. What it
// keeps is shared and must not be changed.
type Cache[K comparable, V any] struct {
	most, mostOne int // bytes
	cost          func(K, V) int

	mu    sync.Mutex
	kept  *simplelru.LRU[K, V]
	bytes int
}

// overhead is about what the cache itself needs for each value, in bytes.
const overhead = 100

// New returns a cache that holds as many bytes as cost says that its values and their
// keys take. A value that alone would take more than a quarter of them isn't kept.
func New[K comparable, V any](bytes int, cost func(K, V) int) *Cache[K, V] {
	const share = 4
	c := &Cache[K, V]{most: bytes, mostOne: bytes / share, cost: cost}
	c.kept, _ = simplelru.NewLRU(math.MaxInt, func(key K, old V) { c.bytes -= c.costOf(key, old) }) // only a size below 1 is an error
	return c
}

func (c *Cache[K, V]) costOf(key K, value V) int { return overhead + c.cost(key, value) }

// Get returns the value that is kept under a key.
func (c *Cache[K, V]) Get(key K) (value V, ok bool) {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.kept.Get(key)
}

// Put keeps a value in place of the one under its key, and lets go of those that were
// used longest ago. What a value costs must not change while it is kept.
func (c *Cache[K, V]) Put(key K, value V) {
	cost := c.costOf(key, value)
	if cost > c.mostOne {
		return
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	c.kept.Remove(key)
	c.kept.Add(key, value)
	for c.bytes += cost; c.bytes > c.most; {
		c.kept.RemoveOldest()
	}
}

// Bytes is how many bytes are kept.
func (c *Cache[K, V]) Bytes() int {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.bytes
}

// Len is how many values are kept.
func (c *Cache[K, V]) Len() int {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.kept.Len()
}
