package index

import "context"

// probes asks the index what planning depends on: whether words stand anywhere,
// or together. Copies of a planner share one. The first question that can't be
// answered, because a request was cancelled or a file can't be read, is the error
// of the whole plan: "don't know" is never taken for "no".
type probes struct {
	ctx   context.Context
	index *Index
	err   error
}

// documents returns how many passages a search of some fields finds; 0 once
// something went wrong.
func (p *probes) documents(fields []string, find func(m *matcher) (hits, error)) int {
	if p.err != nil {
		return 0
	}
	h, err := find(&matcher{ctx: p.ctx, index: p.index, fields: fields})
	if err != nil {
		p.err = err
		return 0
	}
	return len(h.documents)
}

// leaf reports whether a passage has a leaf in some fields.
func (p *probes) leaf(fields []string, l leaf) bool {
	return p.documents(fields, func(m *matcher) (hits, error) {
		h, _, err := m.leaf(l)
		return h, err
	}) > 0
}
