package index

import (
	"context"
	"fmt"

	"socsearch/index/engine"
	"socsearch/index/schema"
	"socsearch/index/snippet"
	"socsearch/sources/document"
)

// ErrNotFound says that there is no such passage.
var ErrNotFound = fmt.Errorf("no such passage")

// Passage returns the passage with an id.
func (x *Index) Passage(id string) (*document.Passage, error) {
	place, err := x.Place(id)
	if err != nil {
		return nil, err
	}
	e, err := x.entriesAt(context.Background(), []int{place})
	if err != nil {
		return nil, err
	}
	return e[0].Passage, nil
}

// Place returns where a passage stands in reading order, from 0.
func (x *Index) Place(id string) (int, error) {
	place, ok, err := x.engine.Place(context.Background(), id)
	if err == nil && !ok {
		err = ErrNotFound
	}
	return place, err
}

// Passages returns passages in reading order, most at the most after the first
// from: those of one document, or of all if slug is "".
func (x *Index) Passages(slug string, from, most int) ([]*document.Passage, error) {
	if slug == "" {
		return x.passagesUnder(nil, from, most)
	}
	return x.passagesUnder(engine.Filters{schema.FacetDocument: {Any: []string{slug}}}, from, most)
}

// passagesUnder returns passages under filters in reading order.
func (x *Index) passagesUnder(filters engine.Filters, from, most int) ([]*document.Passage, error) {
	places, err := x.engine.InOrder(context.Background(), filters, from, most)
	if err != nil {
		return nil, err
	}
	entries, err := x.entriesAt(context.Background(), places)
	if err != nil || len(entries) == 0 {
		return nil, err
	}
	list := make([]*document.Passage, len(entries))
	for i, e := range entries {
		list[i] = e.Passage
	}
	return list, nil
}

// entries returns the passages of hits.
func (x *Index) entries(ctx context.Context, hits []engine.Hit) ([]*snippet.Entry, error) {
	places := make([]int, len(hits))
	for i, h := range hits {
		places[i] = h.Place
	}
	return x.entriesAt(ctx, places)
}

// entriesAt returns the passages at places, from the engine what isn't kept.
func (x *Index) entriesAt(ctx context.Context, places []int) ([]*snippet.Entry, error) {
	list := make([]*snippet.Entry, len(places))
	var missing []int
	for i, place := range places {
		e, ok := x.decoded.Get(place)
		if list[i] = e; !ok {
			missing = append(missing, place)
		}
	}
	if len(missing) == 0 {
		return list, nil
	}
	read, err := x.engine.Passages(ctx, missing)
	if err != nil {
		return nil, err
	}
	for i := range list {
		if list[i] == nil {
			list[i] = &snippet.Entry{Passage: read[0]}
			x.decoded.Put(places[i], list[i])
			read = read[1:]
		}
	}
	return list, nil
}
