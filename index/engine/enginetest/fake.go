package enginetest

import (
	"cmp"
	"context"
	"iter"
	"slices"
	"strings"

	"socsearch/index/engine"
	"socsearch/index/library"
	"socsearch/index/match"
	"socsearch/index/plan"
	"socsearch/index/schema"
	"socsearch/index/words"
	"socsearch/sources"
	"socsearch/sources/document"
)

// Fake is an engine that keeps a corpus in memory and looks at every passage: slow,
// and simple enough to be believed. It knows no meaning.
type Fake struct {
	Vocabulary *words.Vocabulary

	catalogue *library.Catalogue
	passages  []document.Passage
	values    []schema.Values // by place
	lists     *match.Lists
}

var _ engine.Engine = (*Fake)(nil)

// NewFake returns an engine of a corpus.
func NewFake(c *sources.Corpus) (*Fake, error) {
	memory, err := NewMemory(c.Passages)
	if err != nil {
		return nil, err
	}
	f := &Fake{catalogue: library.New(c), passages: c.Passages}
	f.catalogue.Prepare()
	if f.Vocabulary, err = memory.Vocabulary(); err != nil {
		return nil, err
	}
	f.lists = match.NewLists(memory, func() *words.Vocabulary { return f.Vocabulary })
	for i := range c.Passages {
		f.values = append(f.values, schema.ValuesOf(&c.Passages[i]))
	}
	return f, nil
}

// Count counts the passages that have each of what is asked for.
func (f *Fake) Count(ctx context.Context, wanted []plan.Occurrence) ([]int, error) {
	return f.lists.Count(ctx, wanted)
}

// Find answers a search.
func (f *Fake) Find(ctx context.Context, s engine.Search) (*engine.Found, error) {
	m := &match.Matcher{Lists: f.lists, Fields: schema.Searched}
	found, err := m.Find(ctx, &s.Ask)
	if err != nil {
		return nil, err
	}
	var hits []engine.Hit
	result := &engine.Found{Loose: found.Loose, WithoutFilters: len(found.Documents)}
	for i, d := range found.Documents {
		if !s.Filters.Keep(f.values[d], s.Implied, "") {
			continue
		}
		h := engine.Hit{Place: int(d), Score: found.Scores[i], Match: engine.MatchPartial}
		if found.Whole.Has(d) {
			h.Match = engine.MatchWords
			result.Whole++
		}
		if found.Literal.Has(d) {
			result.Literal++
		}
		hits = append(hits, h)
		if s.Everywhere {
			result.Everywhere = append(result.Everywhere, engine.Standing{Place: h.Place, Partial: h.Match == engine.MatchPartial})
		}
	}
	result.Total = len(hits)
	f.count(result, found.Documents, &s)
	if s.Most > 0 && result.Total > s.Most {
		return result, nil
	}
	sortHits(hits, s.InOrder)
	result.Hits = hits[min(s.From, len(hits)):min(s.From+s.Size, len(hits))]
	if s.Kin != nil {
		result.Kin, err = f.kin(ctx, m, found.Hits, &s)
	}
	return result, err
}

// sortHits puts hits in the order of a list.
func sortHits(hits []engine.Hit, inOrder bool) {
	slices.SortFunc(hits, func(a, b engine.Hit) int {
		if inOrder {
			return cmp.Or(strings.Compare(string(b.Match), string(a.Match)), cmp.Compare(a.Place, b.Place)) // words before partial
		}
		return cmp.Or(cmp.Compare(b.Score, a.Score), cmp.Compare(a.Place, b.Place))
	})
}

func (f *Fake) kin(ctx context.Context, m *match.Matcher, found match.Hits, s *engine.Search) ([]engine.Hit, error) {
	h, err := m.FindKin(ctx, s.Kin, found)
	if err != nil {
		return nil, err
	}
	var hits []engine.Hit
	for i, d := range h.Documents {
		if s.Filters.Keep(f.values[d], s.Implied, "") {
			hits = append(hits, engine.Hit{Place: int(d), Score: h.Scores[i], Match: engine.MatchFamily})
		}
	}
	sortHits(hits, false)
	return hits[:min(len(hits), s.KinSize)], nil
}

// count counts the facets, and where nothing is left what holds it back.
func (f *Fake) count(result *engine.Found, documents []uint32, s *engine.Search) {
	for _, field := range schema.FacetFields {
		counted := library.Counted{Values: map[string]int{}}
		without := 0
		for _, d := range documents {
			if s.Filters.Without(field.Name).Keep(f.values[d], s.Implied, "") {
				without++
			}
			if !s.Filters.Keep(f.values[d], s.Implied, field.Name) {
				continue
			}
			own := slices.Clone(f.values[d].Of(field.Name, s.Implied)) // they are the passage's
			if len(own) == 0 {
				counted.Without++
			}
			own = slices.Sorted(slices.Values(own)) // the passage keeps its order
			for _, v := range slices.Compact(own) {
				counted.Values[v]++
			}
		}
		selected := s.Filters[field.Name].Any
		result.Facets = append(result.Facets, f.catalogue.Facet(field, counted, selected, func(value string) bool {
			return slices.ContainsFunc(f.values, func(v schema.Values) bool { return slices.Contains(v.Of(field.Name, s.Implied), value) })
		}))
		if _, filtered := s.Filters[field.Name]; filtered && result.Total == 0 {
			result.Obstacles = append(result.Obstacles, engine.Obstacle{Facet: field.Name, Without: without})
		}
	}
}

// Passages returns the passages at some places.
func (f *Fake) Passages(ctx context.Context, places []int) ([]*document.Passage, error) {
	list := make([]*document.Passage, len(places))
	for i, place := range places {
		list[i] = &f.passages[place]
	}
	return list, ctx.Err()
}

// Place returns where the passage with an id stands.
func (f *Fake) Place(ctx context.Context, id string) (place int, ok bool, err error) {
	place = slices.IndexFunc(f.passages, func(p document.Passage) bool { return p.ID == id })
	return max(place, 0), place >= 0, ctx.Err()
}

// InOrder lists the places of passages under filters.
func (f *Fake) InOrder(ctx context.Context, under engine.Filters, from, most int) ([]int, error) {
	var places []int
	for place, v := range f.values {
		if under.Keep(v, false, "") {
			places = append(places, place)
		}
	}
	places = places[min(from, len(places)):]
	return places[:min(most, len(places))], ctx.Err()
}

// IDs goes through the ids of a document's passages.
func (f *Fake) IDs(ctx context.Context, document string) iter.Seq2[string, error] {
	return func(yield func(string, error) bool) {
		for _, p := range f.passages {
			if p.Document == document && !yield(p.ID, ctx.Err()) {
				return
			}
		}
	}
}

// Check reports nothing: memory answers.
func (f *Fake) Check(ctx context.Context) error { return ctx.Err() }

// Close does nothing.
func (f *Fake) Close() error { return nil }
