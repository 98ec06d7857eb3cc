package lru

import (
	"math/rand/v2"
	"strings"
	"sync"
	"testing"
)

func length(key, value string) int { return len(key) + len(value) }

// TestOldestGo keeps as many values as there is room for, and those that were asked for
// before those that weren't.
func TestOldestGo(t *testing.T) {
	const room = 10
	c := New(room*(overhead+10), length)
	for i := range room {
		c.Put(string(rune('a'+i)), strings.Repeat("x", 9))
	}
	if c.Len() != room || c.Bytes() != room*(overhead+10) {
		t.Errorf("%d values of %d bytes are kept, want %d of %d", c.Len(), c.Bytes(), room, room*(overhead+10))
	}
	c.Get("a")
	c.Put("z", strings.Repeat("x", 9))
	for key, want := range map[string]bool{"a": true, "b": false, "c": true, "z": true} {
		if _, ok := c.Get(key); ok != want {
			t.Errorf("%s is kept: %v, want %v", key, ok, want)
		}
	}
	c.Put("z", strings.Repeat("x", 100)) // in place of the other: two must go
	if value, ok := c.Get("z"); !ok || len(value) != 100 || c.Len() != room-1 {
		t.Errorf("a value of %d bytes is kept among %d, want 100 among %d", len(value), c.Len(), room-1)
	}
}

// TestLargeValue doesn't let one value push out all others.
func TestLargeValue(t *testing.T) {
	c := New(1000, length)
	c.Put("small", "x")
	c.Put("large", strings.Repeat("x", 900))
	if _, ok := c.Get("large"); ok {
		t.Error("a value of nearly all room is kept")
	}
	if _, ok := c.Get("small"); !ok {
		t.Error("a large value has pushed out a small one")
	}
}

// TestBound uses a cache from several goroutines: it never holds more than it may, and
// what it holds is what it says.
func TestBound(t *testing.T) {
	const most = 10_000
	c := New(most, length)
	var workers sync.WaitGroup
	for w := range 4 {
		workers.Go(func() {
			r := rand.New(rand.NewPCG(1, uint64(w)))
			for range 5_000 {
				key := string(rune('a' + r.IntN(60)))
				if value, ok := c.Get(key); ok && value[:1] != key[:1] {
					t.Errorf("%q is kept under %q", value, key)
				}
				c.Put(key, key+strings.Repeat("x", r.IntN(500)))
				if n := c.Bytes(); n > most {
					t.Errorf("%d bytes are kept, %d at most", n, most)
				}
			}
		})
	}
	workers.Wait()
	all := 0
	for r := 'a'; r < 'a'+60; r++ {
		if value, ok := c.Get(string(r)); ok {
			all += overhead + length(string(r), value)
		}
	}
	if all != c.Bytes() {
		t.Errorf("the cache says %d bytes, and holds %d", c.Bytes(), all)
	}
}
