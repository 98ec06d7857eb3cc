package cluster

import (
	"cmp"
	"context"
	"slices"
	"strconv"
	"strings"

	"socsearch/index/engine"
	"socsearch/index/match"
	"socsearch/index/plan"
	"socsearch/index/schema"
)

// mostCandidates is how many of the best hits package match looks at: as many as its
// proximity does.
const mostCandidates = 1_000

// Find answers a search.
func (x *Index) Find(ctx context.Context, s engine.Search) (*engine.Found, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	if s.Ask.Everything {
		return x.findEverything(ctx, &s)
	}
	return x.findAsk(ctx, &s, &s.Ask)
}

// candidates are the best hits of a query.
type candidates struct {
	places []int // best first
	total  int   // hits in all
}

// candidatesOf asks for the candidates of several queries at once.
func (x *Index) candidatesOf(ctx context.Context, bodies ...object) ([]candidates, error) {
	answers, err := x.searchMany(ctx, bodies)
	if err != nil {
		return nil, err
	}
	list := make([]candidates, len(answers))
	for i, a := range answers {
		list[i].total = a.Hits.Total.Value
		if list[i].places, err = a.scoredPlaces(); err != nil {
			return nil, err
		}
	}
	return list, nil
}

// scoredPlaces are the places of hits that are sorted by score and place.
func (a *answer) scoredPlaces() ([]int, error) {
	places := make([]int, len(a.Hits.Hits))
	for i, h := range a.Hits.Hits {
		if len(h.Sort) != 2 {
			return nil, errAnswer
		}
		place, err := strconv.Atoi(string(h.Sort[1]))
		if err != nil {
			return nil, errAnswer
		}
		places[i] = place
	}
	return places, nil
}

// learnAsk counts what the plans of a search hang on.
func (x *Index) learnAsk(ctx context.Context, ask *plan.Ask, kin plan.Node) error {
	var list []plan.Occurrence
	add := func(p plan.Node, fields []string) {
		if p != nil {
			x.translator(fields).occurrences(p, func(o plan.Occurrence) { list = append(list, o) })
		}
	}
	add(ask.By, schema.Searched)
	add(ask.Plan, schema.Searched)
	if ask.Loose {
		add(ask.Plan, schema.Printed)
	}
	add(kin, schema.Printed)
	return x.learn(ctx, list)
}

// findAsk finds what an ask looks for.
func (x *Index) findAsk(ctx context.Context, s *engine.Search, ask *plan.Ask) (*engine.Found, error) {
	if err := x.learnAsk(ctx, ask, s.Kin); err != nil {
		return nil, err
	}
	query := x.asked(ask)
	bodies := []object{query.body(x.most)}
	if s.Kin != nil {
		bodies = append(bodies, x.kin(s.Kin).body(x.most))
	}
	list, err := x.candidatesOf(ctx, bodies...)
	if err != nil {
		return nil, err
	}
	if list[0].total == 0 && !ask.Loose && ask.Plan != nil && plan.Several(ask.Plan) {
		query = x.unprinted(ask)
		again, err := x.candidatesOf(ctx, query.body(x.most))
		if err != nil {
			return nil, err
		}
		list[0] = again[0]
	}
	var kin []int
	if s.Kin != nil {
		kin = list[1].places
	}
	if list[0].total > x.most {
		return x.findMany(ctx, s, ask, query, kin)
	}
	return x.findFew(ctx, s, ask, list[0].places, kin)
}

// sampleOf makes lists of the passages at some places.
func (x *Index) sampleOf(ctx context.Context, hits int, places ...[]int) (*sample, error) {
	all := slices.Concat(places...)
	slices.Sort(all)
	entries, err := x.entries(ctx, slices.Compact(all))
	return &sample{x, entries, hits}, err
}

// matcher goes over a sample.
func (x *Index) matcher(s *sample) *match.Matcher {
	return &match.Matcher{Lists: match.NewLists(s, x.Terms), Fields: schema.Searched}
}

// findFew finds what an ask looks for among all of its hits.
func (x *Index) findFew(ctx context.Context, s *engine.Search, ask *plan.Ask, places, kin []int) (*engine.Found, error) {
	from, err := x.sampleOf(ctx, 0, places, kin)
	if err != nil {
		return nil, err
	}
	little := -1
	first := *ask
	if ask.Wider != nil {
		first.Wider = func(_ context.Context, hits int) (*plan.Ask, error) {
			little = hits
			return nil, nil
		}
	}
	m := x.matcher(from)
	f, err := m.Find(ctx, &first)
	if err != nil {
		return nil, err
	}
	if little >= 0 {
		wider, err := ask.Wider(ctx, little)
		if err != nil {
			return nil, err
		}
		if wider != nil && wider.Loose {
			loose := *wider
			loose.IDs = ask.IDs
			return x.findAsk(ctx, s, &loose)
		}
		if wider != nil {
			if from, err = x.widened(ctx, wider, places, kin); err != nil {
				return nil, err
			}
			first.Wider = func(context.Context, int) (*plan.Ask, error) { return wider, nil }
			m = x.matcher(from)
			if f, err = m.Find(ctx, &first); err != nil {
				return nil, err
			}
		}
	}
	return x.tell(ctx, m, from, f, s)
}

// widened adds the candidates of a wider ask.
func (x *Index) widened(ctx context.Context, wider *plan.Ask, places, kin []int) (*sample, error) {
	if err := x.learnAsk(ctx, wider, nil); err != nil {
		return nil, err
	}
	list, err := x.candidatesOf(ctx, x.asked(wider).body(x.most), x.unprinted(wider).body(x.most))
	if err != nil {
		return nil, err
	}
	more := list[0].places
	if list[0].total == 0 {
		more = list[1].places
	}
	return x.sampleOf(ctx, 0, places, kin, more)
}

// tell tells what was found, where that is all in a sample.
func (x *Index) tell(ctx context.Context, m *match.Matcher, from *sample, f *match.Findings, s *engine.Search) (*engine.Found, error) {
	alone, err := x.weigh(ctx, m, from, f, s)
	if err != nil {
		return nil, err
	}
	found := &engine.Found{Loose: f.Loose, WithoutFilters: len(f.Documents)}
	all := make([]*entry, len(f.Documents))
	for i, d := range f.Documents {
		all[i] = from.entries[d]
	}
	hits := from.kept(f, s)
	for _, h := range hits {
		found.Total++
		if h.Match == engine.MatchWords {
			found.Whole++
		}
		if f.Literal.Has(h.document) {
			found.Literal++
		}
		if s.Everywhere {
			found.Everywhere = append(found.Everywhere, engine.Standing{Place: h.Place, Partial: h.Match == engine.MatchPartial})
		}
	}
	x.countEntries(found, all, s)
	if s.Most > 0 && found.Total > s.Most {
		return found, nil
	}
	sortHits(hits, s.InOrder)
	page := hits[min(s.From, len(hits)):min(s.From+s.Size, len(hits))]
	if s.From == 0 && s.Size > 0 {
		page = match.Join(page, alone, bestFirst, found.Total <= s.Size)
	}
	found.Hits = plain(page)
	return found, x.tellKin(ctx, m, from, f, s, found)
}

// numbered is a hit with its number in a sample.
type numbered struct {
	engine.Hit
	document uint32
}

func plain(hits []numbered) []engine.Hit {
	list := make([]engine.Hit, len(hits))
	for i, h := range hits {
		list[i] = h.Hit
	}
	return list
}

// kept are the hits of a sample under the filters, in reading order.
func (s *sample) kept(f *match.Findings, by *engine.Search) []numbered {
	var hits []numbered
	for i, d := range f.Documents {
		e := s.entries[d]
		if !by.Filters.Keep(e.values, by.Implied, "") {
			continue
		}
		h := numbered{engine.Hit{Place: e.place, Score: f.Scores[i], Match: engine.MatchPartial}, d}
		if f.Whole.Has(d) {
			h.Match = engine.MatchWords
		}
		hits = append(hits, h)
	}
	return hits
}

// sortHits puts hits in the order of a list.
func sortHits(hits []numbered, inOrder bool) {
	slices.SortFunc(hits, func(a, b numbered) int {
		if inOrder {
			return cmp.Or(strings.Compare(string(b.Match), string(a.Match)), cmp.Compare(a.Place, b.Place)) // words before partial
		}
		return bestFirst(a, b)
	})
}

func bestFirst(a, b numbered) int {
	return cmp.Or(cmp.Compare(b.Score, a.Score), cmp.Compare(a.Place, b.Place))
}

// tellKin adds the passages that weren't found and are asked for besides.
func (x *Index) tellKin(ctx context.Context, m *match.Matcher, from *sample, f *match.Findings, s *engine.Search, found *engine.Found) error {
	if s.Kin == nil {
		return nil
	}
	h, err := m.FindKin(ctx, s.Kin, f.Hits)
	if err != nil {
		return err
	}
	hits := from.kept(&match.Findings{Hits: h, Whole: m.Set(h)}, s)
	sortHits(hits, false)
	for _, k := range hits[:min(len(hits), s.KinSize)] {
		k.Match = engine.MatchFamily
		found.Kin = append(found.Kin, k.Hit)
	}
	return nil
}
