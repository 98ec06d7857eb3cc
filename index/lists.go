package index

import (
	"context"
	"math"
	"sync"

	"github.com/hashicorp/golang-lru/v2/simplelru"
)

// scoredList is the hits of a term over several fields, with their final
// scores. It is shared and never changed.
type scoredList struct {
	hits
	idf float32
}

func (l *scoredList) bytes() int { return 100 + 8*cap(l.documents) }

// listsMemory is how many bytes of decoded lists are kept: all of a few hundred
// documents' (some MB), and of the largest collections those that are asked for.
const listsMemory = 192 << 20

// listKey names a list. fields is a field, or several that are scored together.
type listKey struct {
	fields, term string
}

// source is where lists come from: the store of an engine. A list that can't be read
// whole is an error, never a shorter list.
type source interface {
	// Size is how many documents there are; their numbers run from 0.
	Size() int
	// List returns the documents that have a term in a field, with what it counts in
	// each (see weigher), and its places if they are wanted. A term that isn't there
	// has an empty list.
	List(ctx context.Context, field, term string, withPlaces bool) (*list, error)
	// Documents returns the numbers of the documents that have a value in a field that
	// is looked up whole, in ascending order.
	Documents(ctx context.Context, field, value string) ([]uint32, error)
}

// lists is the lists of an engine. It keeps decoded ones, the last used the longest.
type lists struct {
	source
	terms func() *vocabulary

	mu    sync.Mutex
	kept  *simplelru.LRU[listKey, keptList]
	bytes int
}

type keptList interface{ bytes() int }

func newLists(s source, terms func() *vocabulary) *lists {
	l := &lists{source: s, terms: terms}
	l.kept, _ = simplelru.NewLRU(math.MaxInt32, func(_ listKey, old keptList) { l.bytes -= old.bytes() })
	return l
}

func (l *lists) get(key listKey) (keptList, bool) {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.kept.Get(key)
}

func (l *lists) put(key listKey, kept keptList) {
	size := kept.bytes()
	if size > listsMemory/4 {
		return
	}
	l.mu.Lock()
	defer l.mu.Unlock()
	l.kept.Remove(key)
	l.kept.Add(key, kept)
	for l.bytes += size; l.bytes > listsMemory; {
		l.kept.RemoveOldest()
	}
}

// placesOf returns the list of a term in a field with its places.
func (x *lists) placesOf(ctx context.Context, field, term string) (*list, error) {
	key := listKey{field, term}
	if kept, ok := x.get(key); ok {
		return kept.(*list), nil
	}
	l, err := x.readList(ctx, field, term, true)
	if err == nil {
		x.put(key, l)
	}
	return l, err
}

// readList decodes what the store has of a term in a field, or of several terms
// as if they were one.
func (x *lists) readList(ctx context.Context, field, term string, withPlaces bool) (*list, error) {
	terms := anyOf(term)
	if len(terms) == 1 {
		return x.List(ctx, field, term, withPlaces)
	}
	all := new(list)
	for _, t := range terms {
		l, err := x.List(ctx, field, t, true)
		if err != nil {
			return nil, err
		}
		all = all.or(l)
	}
	return all, nil
}

// count counts the documents that have a leaf in some fields.
func (x *lists) count(ctx context.Context, fields []string, l leaf) (int, error) {
	h, _, err := (&matcher{ctx: ctx, lists: x, fields: fields}).leaf(l)
	return len(h.documents), err
}
