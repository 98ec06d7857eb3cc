package index

import (
	"context"
	"strings"

	"socsearch/index/engine"
	"socsearch/index/plan"
	"socsearch/index/snippet"
)

// mostNear is how many passages are shown that have relatives of the words alone:
// they are apart, and a page of results is enough.
const mostNear = 10

// kinPlan asks for the passages that have all the words of a query, some of them as
// words of the same family alone.
type kinPlan struct {
	plan      plan.Node
	relatives *snippet.Highlighter
}

// planKin plans that; nil where there is nothing to look for.
func (x *Index) planKin(ctx context.Context, r Request) (*kinPlan, error) {
	if r.Query.Root == nil || r.Exact || r.Plain || len(r.Places) > 0 || r.Page != 1 || r.PerPage == 0 {
		return nil, nil
	}
	p, err := x.collection.Kin(ctx, r.Query)
	if err != nil {
		return nil, err
	}
	kin := &kinPlan{p, snippet.New(plan.OnlyKin(p))}
	if len(kin.relatives.Prose) == 0 {
		return nil, nil
	}
	return kin, nil
}

// kindred makes results of such passages.
func (x *Index) kindred(ctx context.Context, found []engine.Hit, kin *kinPlan) ([]Hit, error) {
	entries, err := x.entries(ctx, found)
	if err != nil {
		return nil, err
	}
	marks := snippet.New(kin.plan)
	var list []Hit
	for i, e := range entries {
		because := strings.Join(kin.relatives.Words(e), ", ")
		if because == "" { // in its heading
			continue
		}
		list = append(list, Hit{Passage: e.Passage, Score: found[i].Score, Snippet: marks.Snippet(e), Match: engine.MatchFamily, Because: because})
	}
	return list, nil
}
