package index

import (
	"context"
	"strings"

	"socsearch/index/match"
	"socsearch/index/plan"
	"socsearch/index/schema"
	"socsearch/index/snippet"
)

// mostNear is how many passages are shown that have relatives of the words alone:
// they are apart, and a page of results is enough.
const mostNear = 10

// kindred finds the passages that have all the words of a query, some of them as
// words of the same family alone, best first: those that weren't found.
func (x *Index) kindred(ctx context.Context, a *match.Arena, r Request, f *findings) ([]Hit, error) {
	if r.Query.Root == nil || r.Exact || r.Plain || len(r.Places) > 0 || r.Page != 1 || r.PerPage == 0 {
		return nil, nil
	}
	p := x.collection.Planner(ctx, false, false)
	p.Families, p.Loud = true, plan.IsLoud(r.Query)
	kin := p.Plan(r.Query.Root)
	relatives := snippet.New(plan.OnlyKin(kin))
	if err := p.Err(); err != nil || len(relatives.Prose) == 0 {
		return nil, err
	}
	m := &match.Matcher{Ctx: ctx, Lists: x.local.Lists, Fields: schema.Printed, Arena: a, Breadth: match.Strictly}
	h, _, err := m.Match(kin)
	if err != nil {
		return nil, err
	}
	h = m.Without(h, f.Hits)
	n := x.local.Facets.Narrow(a, a.Set(len(x.local.Order)).AddAll(h.Documents), r.Filters, r.Implied)
	near := &findings{Hits: h, whole: n.Kept}
	marks := snippet.New(kin)
	page := x.page(near, n.Kept, &Results{Total: n.Kept.Count(), Whole: n.Kept.Count()}, Request{Query: r.Query, Page: 1, PerPage: mostNear})
	var list []Hit
	for _, d := range page {
		e, err := x.passage(d.Document)
		if err != nil {
			return nil, err
		}
		because := strings.Join(relatives.Words(e), ", ")
		if because == "" { // in its heading
			continue
		}
		list = append(list, Hit{Passage: e.Passage, Score: d.Score, Snippet: marks.Snippet(e), Match: MatchFamily, Because: because})
	}
	return list, nil
}
