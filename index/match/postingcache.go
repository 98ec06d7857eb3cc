package match

import (
	"context"

	"socsearch/index/engine"
	"socsearch/index/lru"
	"socsearch/index/plan"
	"socsearch/index/words"
)

// scoredList is the hits of a term over several fields, with their final
// scores. It is shared and never changed.
type scoredList struct {
	Hits
	idf float32
}

func (l *scoredList) Bytes() int { return 8 * cap(l.Documents) }

// listsMemory is how many bytes of decoded lists are kept: all of a few hundred
// documents' (some MB), and of the largest collections those that are asked for.
const listsMemory = 192 << 20

// listKey names a list. fields is a field, or several that are scored together.
type listKey struct {
	fields, term string
}

// Lists is the lists of an engine. It keeps decoded ones, the last used the longest.
type Lists struct {
	engine.Source
	sample engine.Sample // the source, if it holds some passages of a collection only
	terms  func() *words.Vocabulary
	kept   *lru.Cache[listKey, keptList]
}

type keptList interface{ Bytes() int }

func NewLists(s engine.Source, terms func() *words.Vocabulary) *Lists {
	l := &Lists{Source: s, terms: terms, kept: lru.New(listsMemory, func(key listKey, l keptList) int { return len(key.fields) + len(key.term) + l.Bytes() })}
	l.sample, _ = s.(engine.Sample)
	return l
}

// placesOf returns the list of a term in a field with its places.
func (x *Lists) placesOf(ctx context.Context, field, term string) (*engine.Postings, error) {
	key := listKey{field, term}
	if kept, ok := x.kept.Get(key); ok {
		return kept.(*engine.Postings), nil
	}
	l, err := x.readList(ctx, field, term, true)
	if err == nil {
		x.kept.Put(key, l)
	}
	return l, err
}

// readList decodes what the store has of a term in a field, or of several terms
// as if they were one.
func (x *Lists) readList(ctx context.Context, field, term string, withPlaces bool) (*engine.Postings, error) {
	terms := words.AnyOf(term)
	if len(terms) == 1 {
		return x.List(ctx, field, term, withPlaces)
	}
	all := new(engine.Postings)
	for _, t := range terms {
		l, err := x.List(ctx, field, t, true)
		if err != nil {
			return nil, err
		}
		all = all.Or(l)
	}
	return all, nil
}

// Count counts the documents that have each of what is asked for.
func (x *Lists) Count(ctx context.Context, wanted []plan.Occurrence) ([]int, error) {
	counts := make([]int, len(wanted))
	for i, w := range wanted {
		h, _, err := (&Matcher{Lists: x, Fields: w.Fields}).leaf(ctx, w.Leaf)
		if err != nil {
			return nil, err
		}
		counts[i] = len(h.Documents)
	}
	return counts, nil
}
