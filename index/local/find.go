package local

import (
	"context"
	"fmt"
	"slices"

	"socsearch/index/engine"
	"socsearch/index/match"
	"socsearch/index/meaning"
	"socsearch/index/schema"
)

// Find answers a search. It has the matcher go over the store's lists, and narrows
// what that finds by sets of bits.
func (x *Index) Find(ctx context.Context, s engine.Search) (*engine.Found, error) {
	if err := x.admission.enter(ctx); err != nil {
		return nil, err
	}
	defer x.admission.leave()
	a := match.NewArena()
	defer a.Free()
	m := &match.Matcher{Lists: x.Lists, Fields: schema.Searched, Arena: a}
	f, err := m.Find(ctx, &s.Ask)
	if err != nil {
		return nil, err
	}
	near, err := x.weigh(ctx, m, f, &s)
	if err != nil {
		return nil, err
	}
	n := x.Facets.Narrow(a, m.Set(f.Hits), s.Filters, s.Implied)
	found := &engine.Found{
		Total:          n.Kept.Count(),
		Whole:          n.Kept.Common(f.Whole),
		Literal:        n.Kept.Common(f.Literal),
		Loose:          f.Loose,
		Facets:         n.Counts(),
		WithoutFilters: len(f.Documents),
	}
	if s.Everywhere {
		found.Everywhere = x.standings(n.Kept, f.Whole)
	}
	if found.Total == 0 {
		found.Obstacles = x.obstacles(n, &s)
	}
	if s.Most > 0 && found.Total > s.Most {
		return found, nil
	}
	page := x.page(f, n.Kept, found, &s)
	if s.From == 0 && s.Size > 0 && near != nil {
		page = match.Join(page, near.alone, match.BestFirst, found.Total <= s.Size)
	}
	if found.Hits, err = x.hits(page, f, near); err != nil || s.Kin == nil {
		return found, err
	}
	found.Kin, err = x.kin(ctx, m, f.Hits, &s)
	return found, err
}

// hits makes the results of documents.
func (x *Index) hits(page []match.Scored, f *match.Findings, near *byMeaning) ([]engine.Hit, error) {
	if len(page) == 0 {
		return nil, nil
	}
	hits := make([]engine.Hit, len(page))
	for i, d := range page {
		hits[i] = engine.Hit{Place: int(d.Document), Score: d.Score, Match: engine.MatchWords}
		switch {
		case near.has(d.Document):
			p, err := x.passages.read(d.Document)
			if err != nil {
				return nil, err
			}
			sentence := near.near.Sentence(int(d.Document), p.Text)
			hits[i].Match, hits[i].Because = engine.MatchMeaning, p.Text[sentence.Start:sentence.End]
		case !f.Whole.Has(d.Document):
			hits[i].Match = engine.MatchPartial
		}
	}
	return hits, nil
}

// obstacles counts what would be left without the filters of each facet.
func (x *Index) obstacles(n *Narrowed, s *engine.Search) []engine.Obstacle {
	var list []engine.Obstacle
	for _, f := range schema.FacetFields {
		if _, filtered := s.Filters[f.Name]; !filtered {
			continue
		}
		without := x.Facets.Narrow(n.Arena, n.Found, s.Filters.Without(f.Name), s.Implied).Kept
		list = append(list, engine.Obstacle{Facet: f.Name, Without: without.Count()})
	}
	return list
}

// kin finds the passages that weren't found and are asked for besides.
func (x *Index) kin(ctx context.Context, m *match.Matcher, found match.Hits, s *engine.Search) ([]engine.Hit, error) {
	h, err := m.FindKin(ctx, s.Kin, found)
	if err != nil {
		return nil, err
	}
	kept := x.Facets.Narrow(m.Arena, m.Set(h), s.Filters, s.Implied).Kept
	var hits []engine.Hit
	for _, d := range x.best(h, kept, min(s.KinSize, kept.Count())) {
		hits = append(hits, engine.Hit{Place: int(d.Document), Score: d.Score, Match: engine.MatchFamily})
	}
	return hits, nil
}

// byMeaning is what a search finds besides the passages that have its words.
type byMeaning struct {
	near  *meaning.Nearness
	alone []match.Scored // best first: passages without the words
}

// weigh ranks what was found by words and meaning together, and finds passages by
// meaning alone. It does nothing, and returns nil, where there is nothing to weigh.
func (x *Index) weigh(ctx context.Context, m *match.Matcher, f *match.Findings, s *engine.Search) (*byMeaning, error) {
	if s.ByMeaning == nil || x.Vectors == nil {
		return nil, nil
	}
	q, err := s.ByMeaning.Question(ctx, f.Tally())
	if err != nil {
		return nil, fmt.Errorf("waiting for a turn to read the question: %w", err)
	}
	if q == nil {
		return nil, nil
	}
	b := &byMeaning{near: x.Vectors.Near(q)}
	scale := match.NewNearnessScale(b.near.Documents)
	m.RankByNearness(f, b.near.Documents, scale)
	if !f.Loose || s.ByMeaning.Alone == 0 {
		return b, nil
	}
	found, candidates := m.Set(f.Hits), m.Arena.Set(x.Manifest.Passages)
	for d, n := range b.near.Documents {
		if n >= s.ByMeaning.Least && !found.Has(uint32(d)) {
			candidates.Add(uint32(d))
		}
	}
	kept := x.Facets.Narrow(m.Arena, candidates, s.Filters, s.Implied).Kept
	b.alone = match.Nearest(b.near.Documents, scale, kept, s.ByMeaning.Alone)
	return b, nil
}

// has reports whether a passage was found by meaning alone.
func (b *byMeaning) has(document uint32) bool {
	return b != nil && slices.ContainsFunc(b.alone, func(s match.Scored) bool { return s.Document == document })
}
