package cluster

import (
	"context"
	"math"

	"socsearch/index/engine"
	"socsearch/index/plan"
)

// findEverything lists all passages under filters.
func (x *Index) findEverything(ctx context.Context, s *engine.Search) (*engine.Found, error) {
	kept := filtered(s.Filters, s.Implied, "")
	aggs := facetCounts(s)
	aggs["kept"] = object{"filter": kept}
	answer, err := x.search(ctx, object{"size": 0, "track_total_hits": false, "aggs": aggs})
	if err != nil {
		return nil, err
	}
	total := answer.Aggregations["kept"].Count
	found := &engine.Found{Total: total, Whole: total, Literal: total, WithoutFilters: x.Manifest.Passages}
	if err := x.facets(found, answer.Aggregations, s); err != nil {
		return nil, err
	}
	if s.Everywhere {
		if err := x.everywhere(ctx, found, kept, nothing()); err != nil {
			return nil, err
		}
	}
	if s.Most > 0 && total > s.Most {
		return found, nil
	}
	places, err := x.places(ctx, kept, s.From, s.Size)
	for _, place := range places {
		found.Hits = append(found.Hits, engine.Hit{Place: place, Match: engine.MatchWords})
	}
	return found, err
}

// everywhere lists where all hits stand that are kept.
func (x *Index) everywhere(ctx context.Context, found *engine.Found, kept, partial object) error {
	places, err := x.places(ctx, kept, 0, math.MaxInt32)
	if err != nil {
		return err
	}
	some, err := x.places(ctx, both(kept, partial), 0, math.MaxInt32)
	if err != nil {
		return err
	}
	for _, place := range places {
		is := len(some) > 0 && some[0] == place
		if is {
			some = some[1:]
		}
		found.Everywhere = append(found.Everywhere, engine.Standing{Place: place, Partial: is})
	}
	return nil
}

// findMany finds what an ask looks for where it has more hits than are looked at:
// the cluster counts them.
func (x *Index) findMany(ctx context.Context, s *engine.Search, ask *plan.Ask, query wanted, kin []int) (*engine.Found, error) {
	kept := filtered(s.Filters, s.Implied, "")
	whole, literal := x.whole(ask)
	body := query.body(x.most)
	aggs := facetCounts(s)
	aggs["all"] = object{"filter": everything()}
	aggs["kept"] = object{"filter": kept, "aggs": object{"whole": object{"filter": whole}, "literal": object{"filter": literal}}}
	body["aggs"], body["post_filter"], body["track_total_hits"] = aggs, kept, false
	answer, err := x.search(ctx, body)
	if err != nil {
		return nil, err
	}
	counted := answer.Aggregations["kept"]
	found := &engine.Found{
		Total: counted.Count, Whole: counted.Inner["whole"].Count, Literal: counted.Inner["literal"].Count,
		Loose: ask.Loose, WithoutFilters: answer.Aggregations["all"].Count,
	}
	if err := x.facets(found, answer.Aggregations, s); err != nil {
		return nil, err
	}
	found.Loose = ask.Loose
	if s.Everywhere {
		if err := x.everywhere(ctx, found, both(query.found, kept), but(everything(), whole)); err != nil {
			return nil, err
		}
	}
	if s.Most > 0 && found.Total > s.Most {
		return found, nil
	}
	best, err := answer.scoredPlaces()
	if err != nil {
		return nil, err
	}
	if s.InOrder {
		if best, err = x.pageInOrder(ctx, s, found, both(query.found, kept), whole); err != nil {
			return nil, err
		}
	}
	return found, x.listMany(ctx, s, ask, query, found, best, kin)
}

// pageInOrder lists the places of a page in reading order: those that match all of
// the words first.
func (x *Index) pageInOrder(ctx context.Context, s *engine.Search, found *engine.Found, kept, whole object) ([]int, error) {
	first, err := x.places(ctx, both(kept, whole), s.From, s.Size)
	if err != nil || len(first) == s.Size || found.Whole == found.Total {
		return first, err
	}
	rest, err := x.places(ctx, but(kept, whole), max(0, s.From-found.Whole), s.Size-len(first))
	return append(first, rest...), err
}

// listMany scores the candidates, and makes the page of them and of what stands
// behind them.
func (x *Index) listMany(ctx context.Context, s *engine.Search, ask *plan.Ask, query wanted, found *engine.Found, best, kin []int) error {
	var behind []int
	if from := max(s.From, x.most); !s.InOrder && s.From+s.Size > x.most && from < found.Total {
		var err error
		if behind, err = x.behind(ctx, s, query, from, s.From+s.Size-from); err != nil {
			return err
		}
	}
	from, err := x.sampleOf(ctx, found.WithoutFilters, best, behind, kin)
	if err != nil {
		return err
	}
	m := x.matcher(from)
	alone := *ask
	alone.Wider = nil
	f, err := m.Find(ctx, &alone)
	if err != nil {
		return err
	}
	byPlace := map[int]numbered{}
	for _, h := range from.kept(f, s) {
		byPlace[h.Place] = h
	}
	var hits []numbered
	for _, place := range best {
		if h, ok := byPlace[place]; ok {
			hits = append(hits, h)
		}
	}
	if !s.InOrder {
		sortHits(hits, false)
		least := float32(0)
		if len(hits) > 0 {
			least = hits[len(hits)-1].Score
		}
		hits = hits[min(s.From, len(hits)):min(s.From+s.Size, len(hits))]
		for _, place := range behind {
			h := byPlace[place]
			h.Score = min(h.Score, least)
			hits = append(hits, h)
		}
	}
	found.Hits = plain(hits)
	return x.tellKin(ctx, m, from, f, s, found)
}

// behind lists hits behind the candidates, in the order of their impacts: n of them
// after the first from.
func (x *Index) behind(ctx context.Context, s *engine.Search, query wanted, from, n int) ([]int, error) {
	body := query.body(pageSize)
	body["track_total_hits"], body["post_filter"] = false, filtered(s.Filters, s.Implied, "")
	var places []int
	for len(places) < n {
		answer, err := x.search(ctx, body)
		if err != nil {
			return nil, err
		}
		page, err := answer.scoredPlaces()
		if err != nil {
			return nil, err
		}
		skip := min(from, len(page))
		from -= skip
		places = append(places, page[skip:min(len(page), skip+n-len(places))]...)
		if len(page) < pageSize {
			break
		}
		body["search_after"] = answer.Hits.Hits[pageSize-1].Sort
	}
	return places, nil
}
