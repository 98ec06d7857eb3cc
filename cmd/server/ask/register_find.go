package ask

import (
	"cmp"
	"context"
	"slices"

	"socsearch/index"
	"socsearch/index/engine"
	"socsearch/index/schema"
	"socsearch/sources/document"
)

// RegisterFound is what the register has for a request.
type RegisterFound struct {
	Lines  []Line // all of them, in the order that was asked for
	Facets []RegisterFacet
}

type RegisterFacet struct {
	RegisterField
	Values       []engine.Count
	WithoutValue int
}

// FindRegistered reads the register.
func (x Snapshot) FindRegistered(ctx context.Context, q Register) (RegisterFound, error) {
	all, err := x.registerLines(ctx, q)
	if err != nil {
		return RegisterFound{}, err
	}
	var found RegisterFound
	for _, e := range all {
		if q.keeps(e, "") {
			found.Lines = append(found.Lines, e)
		}
	}
	for _, f := range RegisterFields {
		if f.own && q.List == ListExpectations {
			continue
		}
		found.Facets = append(found.Facets, x.countRegister(q, f, all))
	}
	q.order(found.Lines)
	return found, nil
}

// registerLines lists the lines of the passages that have the words asked for.
func (x Snapshot) registerLines(ctx context.Context, q Register) ([]Line, error) {
	passages, err := x.Register(q.List == ListExpectations, nil)
	if err != nil {
		return nil, err
	}
	if q.Query.Root != nil {
		r := index.Request{Query: q.Query, WordsOnly: true, Page: 1, PerPage: MaxExport, Most: MaxExport}
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
	var lines []Line
	for _, p := range passages {
		if q.List == ListExpectations {
			for i := range p.Expectations {
				lines = append(lines, Line{Passage: p, Expectation: &p.Expectations[i]})
			}
			continue
		}
		for i := range p.Commitments {
			lines = append(lines, Line{Passage: p, Commitment: &p.Commitments[i]})
		}
	}
	return lines, nil
}

// keeps reports whether a line is left by every filter but the plain one of a
// field.
func (q Register) keeps(e Line, but string) bool {
	for _, f := range RegisterFields {
		filter, ok := q.filters[f.Name]
		if !ok {
			continue
		}
		values := q.valuesOf(e, f)
		has := func(v string) bool { return slices.Contains(values, v) }
		if slices.ContainsFunc(filter.Reject, has) || slices.ContainsFunc(filter.All, func(v string) bool { return !has(v) }) {
			return false
		}
		if f.Name != but && len(filter.Any) > 0 && !slices.ContainsFunc(filter.Any, has) {
			return false
		}
	}
	return true
}

func (q Register) valuesOf(e Line, f RegisterField) []string {
	values := f.values(e)
	if q.implied && f.Name == schema.FacetOrganisation {
		for _, m := range e.Passage.Implied {
			values = append(values, m.Slug)
		}
	}
	return values
}

// countRegister counts the values of a field under every filter but its own plain one.
func (x Snapshot) countRegister(q Register, f RegisterField, all []Line) RegisterFacet {
	facet := RegisterFacet{RegisterField: f}
	counts := map[string]int{}
	for _, e := range all {
		if !q.keeps(e, f.Name) {
			continue
		}
		values := q.valuesOf(e, f)
		if len(values) == 0 {
			facet.WithoutValue++
		}
		for _, v := range values {
			counts[v]++
		}
	}
	chosen := q.filters[f.Name].Any
	add := func(v, label string) {
		facet.Values = append(facet.Values, engine.Count{FacetValue: engine.FacetValue{Value: v, Label: label}, Count: counts[v], Selected: slices.Contains(chosen, v)})
		delete(counts, v)
	}
	if f.closed {
		for _, v := range x.RegisterValues(f) {
			add(v.Value, v.Label)
		}
	}
	for _, v := range chosen {
		if _, ok := counts[v]; !ok && !f.closed {
			counts[v] = 0
		}
	}
	listed := len(facet.Values)
	for v := range counts {
		facet.Values = append(facet.Values, engine.Count{FacetValue: engine.FacetValue{Value: v, Label: x.RegisterLabel(f, v)}, Count: counts[v], Selected: slices.Contains(chosen, v)})
	}
	slices.SortFunc(facet.Values[listed:], func(a, b engine.Count) int {
		if f.Name == ParamBy {
			return cmp.Compare(a.Value, b.Value)
		}
		return cmp.Or(cmp.Compare(b.Count, a.Count), cmp.Compare(a.Label, b.Label))
	})
	return facet
}
