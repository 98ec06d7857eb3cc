package index

import (
	"fmt"

	"socsearch/index/match"
	"socsearch/index/schema"
	"socsearch/sources/document"
)

// ErrNotFound says that there is no such passage.
var ErrNotFound = fmt.Errorf("no such passage")

// Passage returns the passage with an id.
func (x *Index) Passage(id string) (*document.Passage, error) {
	number, err := x.number(id)
	if err != nil {
		return nil, err
	}
	e, err := x.passage(number)
	if err != nil {
		return nil, err
	}
	return e.Passage, nil
}

// Place returns where a passage stands in reading order, from 0.
func (x *Index) Place(id string) (int, error) {
	number, err := x.number(id)
	if err != nil {
		return 0, err
	}
	return int(x.local.Order[number]), nil
}

// number returns the document number of the passage with an id.
func (x *Index) number(id string) (uint32, error) {
	number, ok, err := x.local.Number(id)
	if err == nil && !ok {
		err = ErrNotFound
	}
	return number, err
}

// Passages returns passages in reading order, most at the most after the first
// from: those of one document, or of all if slug is "".
func (x *Index) Passages(slug string, from, most int) ([]*document.Passage, error) {
	if slug != "" {
		return x.passagesIn(x.local.Facets.Set(schema.FacetDocument, slug), from, most)
	}
	all := make(match.Bitset, match.BitsetWords(len(x.local.Order)))
	all.Fill(len(x.local.Order))
	return x.passagesIn(all, from, most)
}

// passagesIn returns passages of a set in reading order.
func (x *Index) passagesIn(set match.Bitset, from, most int) ([]*document.Passage, error) {
	var list []*document.Passage
	for _, number := range x.local.InOrder {
		if !set.Has(number) {
			continue
		}
		if from > 0 {
			from--
			continue
		}
		if len(list) == most {
			break
		}
		e, err := x.passage(number)
		if err != nil {
			return nil, err
		}
		list = append(list, e.Passage)
	}
	return list, nil
}

// Standing is where a hit stands.
type Standing struct {
	Place   int  // in reading order, from 0
	Partial bool // it matches some of the words only
}

// standings lists hits in reading order.
func (x *Index) standings(kept, whole match.Bitset) []Standing {
	var list []Standing
	for place, number := range x.local.InOrder {
		if kept.Has(number) {
			list = append(list, Standing{place, !whole.Has(number)})
		}
	}
	return list
}
