package web

import (
	"cmp"
	"context"
	"slices"

	"socsearch/index"
	"socsearch/sources/document"
)

// registerFound is what the register has for a request.
type registerFound struct {
	lines  []registered // all of them, in the order that was asked for
	facets []registerFacet
}

type registerFacet struct {
	registerField
	values       []index.Count
	withoutValue int
}

// findRegistered reads the register.
func findRegistered(ctx context.Context, x *index.Index, q registerRequest) (registerFound, error) {
	all, err := registerLines(ctx, x, q)
	if err != nil {
		return registerFound{}, err
	}
	var found registerFound
	for _, e := range all {
		if q.keeps(e, "") {
			found.lines = append(found.lines, e)
		}
	}
	for _, f := range registerFields {
		if f.own && q.list == listExpectations {
			continue
		}
		found.facets = append(found.facets, q.count(x, f, all))
	}
	q.order(found.lines)
	return found, nil
}

// registerLines lists the lines of the passages that have the words asked for.
func registerLines(ctx context.Context, x *index.Index, q registerRequest) ([]registered, error) {
	passages, err := x.Register(q.list == listExpectations, nil)
	if err != nil {
		return nil, err
	}
	if q.query.Root != nil {
		r := index.Request{Query: q.query, WordsOnly: true, Page: 1, PerPage: maxExport, Most: maxExport}
		found, err := x.Search(ctx, r)
		if err != nil {
			return nil, err
		}
		has := map[string]bool{}
		for _, h := range found.Hits {
			has[h.Passage.ID] = !h.Partial
		}
		passages = slices.DeleteFunc(passages, func(p *document.Passage) bool { return !has[p.ID] })
	}
	var lines []registered
	for _, p := range passages {
		if q.list == listExpectations {
			for i := range p.Expectations {
				lines = append(lines, registered{passage: p, expectation: &p.Expectations[i]})
			}
			continue
		}
		for i := range p.Commitments {
			lines = append(lines, registered{passage: p, commitment: &p.Commitments[i]})
		}
	}
	return lines, nil
}

// keeps reports whether a line is left by every filter but the plain one of a
// field.
func (q registerRequest) keeps(e registered, but string) bool {
	for _, f := range registerFields {
		filter, ok := q.filters[f.name]
		if !ok {
			continue
		}
		values := q.valuesOf(e, f)
		has := func(v string) bool { return slices.Contains(values, v) }
		if slices.ContainsFunc(filter.Reject, has) || slices.ContainsFunc(filter.All, func(v string) bool { return !has(v) }) {
			return false
		}
		if f.name != but && len(filter.Any) > 0 && !slices.ContainsFunc(filter.Any, has) {
			return false
		}
	}
	return true
}

func (q registerRequest) valuesOf(e registered, f registerField) []string {
	values := f.values(e)
	if q.implied && f.name == index.FacetOrganisation {
		for _, m := range e.passage.Implied {
			values = append(values, m.Slug)
		}
	}
	return values
}

// count counts the values of a field under every filter but its own plain one.
func (q registerRequest) count(x *index.Index, f registerField, all []registered) registerFacet {
	facet := registerFacet{registerField: f}
	counts := map[string]int{}
	for _, e := range all {
		if !q.keeps(e, f.name) {
			continue
		}
		values := q.valuesOf(e, f)
		if len(values) == 0 {
			facet.withoutValue++
		}
		for _, v := range values {
			counts[v]++
		}
	}
	chosen := q.filters[f.name].Any
	add := func(v, label string) {
		facet.values = append(facet.values, index.Count{FacetValue: index.FacetValue{Value: v, Label: label}, Count: counts[v], Selected: slices.Contains(chosen, v)})
		delete(counts, v)
	}
	if f.closed {
		for _, v := range registerValues(x, f) {
			add(v.Value, v.Label)
		}
	}
	for _, v := range chosen {
		if _, ok := counts[v]; !ok && !f.closed {
			counts[v] = 0
		}
	}
	listed := len(facet.values)
	for v := range counts {
		facet.values = append(facet.values, index.Count{FacetValue: index.FacetValue{Value: v, Label: registerLabel(x, f, v)}, Count: counts[v], Selected: slices.Contains(chosen, v)})
	}
	slices.SortFunc(facet.values[listed:], func(a, b index.Count) int {
		if f.name == paramBy {
			return cmp.Compare(a.Value, b.Value)
		}
		return cmp.Or(cmp.Compare(b.Count, a.Count), cmp.Compare(a.Label, b.Label))
	})
	return facet
}
