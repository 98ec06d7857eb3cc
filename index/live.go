package index

import (
	"errors"
	"sync"
)

// Live is the index that is in use. Another can be put in its place while
// searches are under way: each goes on with the one that it began with, which
// is closed when the last has let go.
type Live struct {
	mu      sync.Mutex
	current *held
}

type held struct {
	index *Index
	users int // searches under way, and one for being current
}

// ErrNotReady says that no index is open yet.
var ErrNotReady = errors.New("the index is not ready yet")

// Acquire returns the index in use and a function that lets go of it, which
// must be called once. While there is none the error is [ErrNotReady].
func (l *Live) Acquire() (*Index, func(), error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	h := l.current
	if h == nil {
		return nil, nil, ErrNotReady
	}
	h.users++
	return h.index, sync.OnceFunc(func() { l.release(h) }), nil
}

func (l *Live) release(h *held) {
	l.mu.Lock()
	h.users--
	last := h.users == 0
	l.mu.Unlock()
	if last {
		h.index.Close()
	}
}

// Swap puts an index into use; nil takes the one in use out.
func (l *Live) Swap(x *Index) {
	l.mu.Lock()
	old := l.current
	l.current = nil
	if x != nil {
		l.current = &held{x, 1}
	}
	l.mu.Unlock()
	if old != nil {
		l.release(old)
	}
}

// Drop takes an index out of service if it is the one in use.
func (l *Live) Drop(x *Index) {
	l.mu.Lock()
	old := l.current
	if old == nil || old.index != x {
		l.mu.Unlock()
		return
	}
	l.current = nil
	l.mu.Unlock()
	l.release(old)
}
