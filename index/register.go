package index

import (
	"slices"

	"socsearch/index/engine"
	"socsearch/index/schema"
	"socsearch/sources/document"
)

// mostRegistered bounds the passages of a register: beyond it a register is no
// longer read but searched, with the filter by commitment.
const mostRegistered = 20_000

// Register lists the passages that undertake something, in reading order, or,
// with expectations, those that expect something of others. Others than the
// values of a facet in filter, if there are any, are left out before any passage
// is read.
func (x *Index) Register(expectations bool, filters engine.Filters) ([]*document.Passage, error) {
	under := engine.Filters{}
	for name, f := range filters {
		under[name] = engine.Filter{All: f.All, Reject: f.Reject}
	}
	if expectations {
		under[schema.Expectation] = engine.Filter{Any: []string{schema.Expected}}
	} else {
		f := under[schema.FacetCommitment]
		for _, s := range document.Strengths {
			f.Any = append(f.Any, string(s))
		}
		under[schema.FacetCommitment] = f
	}
	return x.passagesUnder(under, 0, mostRegistered)
}

// Undertakes lists the commitments of an organisation in reading order, each with
// its passage; "government" is none.
func (x *Index) Undertakes(slug string) ([]Undertaking, error) {
	passages, err := x.Register(false, nil)
	if err != nil {
		return nil, err
	}
	var list []Undertaking
	for _, p := range passages {
		for i := range p.Commitments {
			if slices.Contains(p.Commitments[i].Actors, slug) {
				list = append(list, Undertaking{p, &p.Commitments[i]})
			}
		}
	}
	return list, nil
}

// Undertaking is a commitment in its passage.
type Undertaking struct {
	Passage    *document.Passage
	Commitment *document.Commitment
}
