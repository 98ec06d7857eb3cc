package index

import (
	"context"
	"math"
	"slices"
	"sync"

	bleveindex "github.com/blevesearch/bleve_index_api"
	"github.com/hashicorp/golang-lru/v2/simplelru"
)

// list is what the index says of a term in a field: the documents, how much the
// term counts in each (weighted and normalised by length), and where it stands.
// It is shared between searches and never changed.
type list struct {
	documents   []uint32
	frequencies []float32
	starts      []uint32 // where a document's places begin, and one more at the end
	places      []uint32 // numbers of words, from 1, ascending
}

// at returns the places in the i-th document.
func (l *list) at(i int) []uint32 { return l.places[l.starts[i]:l.starts[i+1]] }

// bytes is about what the list takes in memory.
func (l *list) bytes() int {
	const header = 200
	return header + 4*(cap(l.documents)+cap(l.frequencies)+cap(l.starts)+cap(l.places))
}

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

// lists keeps decoded lists, the last used the longest.
type lists struct {
	mu    sync.Mutex
	kept  *simplelru.LRU[listKey, keptList]
	bytes int
}

type keptList interface{ bytes() int }

func newLists() *lists {
	l := &lists{}
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
func (x *Index) placesOf(ctx context.Context, field, term string) (*list, error) {
	key := listKey{field, term}
	if kept, ok := x.lists.get(key); ok {
		return kept.(*list), nil
	}
	l, err := x.readList(ctx, field, term, true)
	if err == nil {
		x.lists.put(key, l)
	}
	return l, err
}

// readList decodes what the store has of a term in a field, or of several terms
// as if they were one.
func (x *Index) readList(ctx context.Context, field, term string, withPlaces bool) (*list, error) {
	terms := anyOf(term)
	if len(terms) == 1 {
		return x.readTerm(ctx, field, term, withPlaces)
	}
	all := new(list)
	for _, t := range terms {
		l, err := x.readTerm(ctx, field, t, true)
		if err != nil {
			return nil, err
		}
		all = all.or(l)
	}
	return all, nil
}

// or returns the list of what is in either of two lists with places. A place that
// is in both counts once.
func (l *list) or(other *list) *list {
	if len(l.documents) == 0 {
		return other
	}
	if len(other.documents) == 0 {
		return l
	}
	out := &list{starts: []uint32{0}}
	for i, j := 0, 0; i < len(l.documents) || j < len(other.documents); {
		switch {
		case j == len(other.documents) || i < len(l.documents) && l.documents[i] < other.documents[j]:
			out.add(l.documents[i], l.frequencies[i], l.at(i))
			i++
		case i == len(l.documents) || l.documents[i] > other.documents[j]:
			out.add(other.documents[j], other.frequencies[j], other.at(j))
			j++
		default:
			a, b := l.at(i), other.at(j)
			places := append(slices.Clone(a), b...)
			slices.Sort(places)
			places = slices.Compact(places)
			sum := l.frequencies[i] + other.frequencies[j]
			out.add(l.documents[i], sum*float32(len(places))/float32(len(a)+len(b)), places)
			i, j = i+1, j+1
		}
	}
	return out
}

func (l *list) add(document uint32, frequency float32, places []uint32) {
	l.documents, l.frequencies = append(l.documents, document), append(l.frequencies, frequency)
	l.places = append(l.places, places...)
	l.starts = append(l.starts, uint32(len(l.places)))
}

// readTerm decodes what the store has of one term in a field.
func (x *Index) readTerm(ctx context.Context, field, term string, withPlaces bool) (*list, error) {
	l := new(list)
	if !x.terms().has(field, term) {
		return l, nil
	}
	postings, err := x.store.reader.TermFieldReader(ctx, []byte(term), field, true, true, withPlaces)
	if err != nil {
		return nil, err
	}
	defer postings.Close()
	n := int(postings.Count())
	l.documents, l.frequencies = make([]uint32, 0, n), make([]float32, 0, n)
	if withPlaces {
		l.starts, l.places = append(make([]uint32, 0, n+1), 0), make([]uint32, 0, n)
	}
	weight := fieldWeight(field)
	mean := float32(max(x.Lengths[plainField(field)], 1))
	err = eachPosting(ctx, postings, func(d *bleveindex.TermFieldDoc) {
		length := float32(1 / (d.Norm * d.Norm)) // bleve keeps 1/√length
		l.documents = append(l.documents, uint32(d.ID.Value()))
		l.frequencies = append(l.frequencies, weight*float32(d.Freq)/(1-bm25B+bm25B*length/mean))
		if withPlaces {
			for _, v := range d.Vectors {
				l.places = append(l.places, uint32(v.Pos))
			}
			l.starts = append(l.starts, uint32(len(l.places)))
		}
	})
	return l, err
}

// often is how many postings or hits are looked at between looks at the clock.
const often = 1 << 12

func eachPosting(ctx context.Context, postings bleveindex.TermFieldReader, visit func(*bleveindex.TermFieldDoc)) error {
	var doc bleveindex.TermFieldDoc
	for n := 0; ; n++ {
		if n%often == 0 && ctx.Err() != nil {
			return ctx.Err()
		}
		d, err := postings.Next(doc.Reset())
		if err != nil || d == nil {
			return err
		}
		visit(d)
	}
}
