package cluster

import (
	"context"
	"fmt"
	"iter"
	"slices"
	"strconv"

	"socsearch/index/engine"
	"socsearch/index/match"
	"socsearch/index/plan"
	"socsearch/index/schema"
	"socsearch/sources/document"
)

// entry is a passage that is kept decoded and analysed.
type entry struct {
	place   int
	passage *document.Passage
	values  schema.Values
	numbers map[string][]string // by field that is looked up whole
	fields  map[string]field
}

// field is an analysed text.
type field struct {
	length float32             // in terms
	terms  map[string][]uint32 // places by term
}

// entriesMemory is how many bytes of passages are kept decoded and analysed, some 10 KB
// each.
const entriesMemory = 100 << 20

// bytes is about what an entry takes in memory.
func (e *entry) bytes() int {
	const passage, term = 2 << 10, 40
	n := passage + 2*len(e.passage.Text)
	for _, f := range e.fields {
		n += term * len(f.terms)
	}
	return n
}

// readAtOnce is how many passages are asked for in one request: some 1 MB.
const readAtOnce = 500

func newEntry(s source) (*entry, error) {
	p, err := schema.ReadPassage([]byte(s.Passage))
	if err != nil {
		return nil, fmt.Errorf("passage %d: %w", s.Place, err)
	}
	r, err := schema.NewRecord(p)
	if err != nil {
		return nil, err
	}
	e := &entry{place: s.Place, passage: p, values: schema.ValuesOf(p), fields: map[string]field{}}
	e.numbers = map[string][]string{schema.ID: {p.ID}, schema.Number: {r.Number}, schema.NoteNumber: r.NoteNumber}
	for name, tokens := range texts(r) {
		f := field{float32(len(tokens)), make(map[string][]uint32, len(tokens))}
		for _, t := range tokens {
			f.terms[t.Term] = append(f.terms[t.Term], uint32(t.Position))
		}
		e.fields[name] = f
	}
	return e, nil
}

// entries returns the passages at some places, from the cluster what isn't kept.
func (x *Index) entries(ctx context.Context, places []int) ([]*entry, error) {
	list := make([]*entry, len(places))
	var missing []int
	for i, place := range places {
		e, ok := x.kept.Get(place)
		if list[i] = e; !ok {
			missing = append(missing, place)
		}
	}
	slices.Sort(missing)
	read := map[int]*entry{}
	for some := range slices.Chunk(slices.Compact(missing), readAtOnce) {
		answer, err := x.search(ctx, object{
			"size": len(some), "query": object{"terms": object{"place": some}}, "_source": []string{"place", "passage"}, "track_total_hits": false,
		})
		if err != nil {
			return nil, err
		}
		for _, h := range answer.Hits.Hits {
			e, err := newEntry(h.Source)
			if err != nil {
				return nil, err
			}
			x.kept.Put(e.place, e)
			read[e.place] = e
		}
	}
	for i, place := range places {
		if list[i] == nil {
			list[i] = read[place]
		}
		if list[i] == nil {
			return nil, fmt.Errorf("%w: passage %d of %s is missing", engine.ErrUnavailable, place, x.name)
		}
	}
	return list, nil
}

// sample is the candidates of a search as lists: the number of a document is its
// place among them, which are in reading order.
type sample struct {
	index   *Index
	entries []*entry
	hits    int // that they are the best of; 0: they are all
}

var _ engine.Sample = (*sample)(nil)

// Size is how many candidates there are.
func (s *sample) Size() int { return len(s.entries) }

// Collection is how many passages the index has.
func (s *sample) Collection() int { return s.index.Manifest.Passages }

// Hits is how many hits the candidates are the best of; 0: they are all.
func (s *sample) Hits() int { return s.hits }

// Counted is how many passages of the index have an alternative in some fields.
func (s *sample) Counted(fields []string, a plan.Alternative) int { return s.index.known(fields, a) }

// List returns the candidates that have a term in a field.
func (s *sample) List(ctx context.Context, name, term string, withPlaces bool) (*engine.Postings, error) {
	l := new(engine.Postings)
	if withPlaces {
		l.Starts = []uint32{0}
	}
	weigher := match.NewWeigher(name, s.index.Catalogue.Lengths)
	for i, e := range s.entries {
		f := e.fields[name]
		places := f.terms[term]
		if len(places) == 0 {
			continue
		}
		l.Documents = append(l.Documents, uint32(i))
		l.Frequencies = append(l.Frequencies, weigher.Weigh(float32(len(places)), f.length))
		if withPlaces {
			l.Places = append(l.Places, places...)
			l.Starts = append(l.Starts, uint32(len(l.Places)))
		}
	}
	return l, ctx.Err()
}

// Documents returns the candidates that have a term in a field, or a value in one that is looked up
// whole.
func (s *sample) Documents(ctx context.Context, name, value string) ([]uint32, error) {
	var list []uint32
	for i, e := range s.entries {
		if slices.Contains(e.numbers[name], value) || len(e.fields[name].terms[value]) > 0 {
			list = append(list, uint32(i))
		}
	}
	return list, ctx.Err()
}

// Passages returns the passages at some places.
func (x *Index) Passages(ctx context.Context, places []int) ([]*document.Passage, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	entries, err := x.entries(ctx, places)
	if err != nil {
		return nil, err
	}
	list := make([]*document.Passage, len(entries))
	for i, e := range entries {
		list[i] = e.passage
	}
	return list, nil
}

// Place returns where the passage with an id stands.
func (x *Index) Place(ctx context.Context, id string) (place int, ok bool, err error) {
	places, err := x.places(ctx, object{"term": object{schema.ID: id}}, 0, 1)
	if err != nil || len(places) == 0 {
		return 0, false, err
	}
	return places[0], true, nil
}

// InOrder lists the places of passages under filters.
func (x *Index) InOrder(ctx context.Context, under engine.Filters, from, most int) ([]int, error) {
	if len(under) == 0 { // every place is taken
		var places []int
		for place := from; place < x.Manifest.Passages && len(places) < most; place++ {
			places = append(places, place)
		}
		return places, ctx.Err()
	}
	places, err := x.places(ctx, filtered(under, false, ""), from, most)
	return places, err
}

// pageSize is how many places are asked for in one request: as many as an index
// allows.
const pageSize = 10_000

// places lists where the passages stand that a query finds, in reading order: most at
// the most after the first from. The index doesn't change, so that one page goes on where
// the last has ended.
func (x *Index) places(ctx context.Context, query object, from, most int) (places []int, err error) {
	body := object{"query": query, "sort": []object{{"place": "asc"}}, "_source": false, "track_total_hits": false}
	for len(places) < most {
		skip := from
		if skip+most-len(places) > pageSize {
			skip = 0 // pages from the beginning: an index hands over no more at once
		}
		size := min(pageSize, from-skip+most-len(places))
		body["size"] = size
		if delete(body, "from"); skip > 0 {
			body["from"] = skip
		}
		answer, err := x.search(ctx, body)
		if err != nil {
			return nil, err
		}
		from -= skip
		for _, h := range answer.Hits.Hits {
			place, err := strconv.Atoi(string(h.Sort[0]))
			if err != nil {
				return nil, errAnswer
			}
			if from > 0 {
				from--
			} else if len(places) < most {
				places = append(places, place)
			}
		}
		if len(answer.Hits.Hits) < size {
			break
		}
		body["search_after"] = answer.Hits.Hits[len(answer.Hits.Hits)-1].Sort
	}
	return places, nil
}

// IDs goes through the ids of a document's passages, in reading order.
func (x *Index) IDs(ctx context.Context, document string) iter.Seq2[string, error] {
	return func(yield func(string, error) bool) {
		body := object{"query": object{"term": object{schema.FacetDocument: document}}, "sort": []object{{"place": "asc"}}, "size": pageSize, "_source": []string{schema.ID}, "track_total_hits": false}
		for {
			answer, err := x.search(ctx, body)
			if err != nil {
				yield("", err)
				return
			}
			for _, h := range answer.Hits.Hits {
				if !yield(h.Source.ID, nil) {
					return
				}
			}
			if len(answer.Hits.Hits) < pageSize {
				return
			}
			body["search_after"] = answer.Hits.Hits[pageSize-1].Sort
		}
	}
}
