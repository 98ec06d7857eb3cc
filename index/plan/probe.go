package plan

// probes asks the index what planning depends on: whether words stand anywhere,
// or together. Copies of a planner share one. The first question that can't be
// answered, because a request was cancelled or a file can't be read, is the error
// of the whole plan: "don't know" is never taken for "no".
type probes struct {
	count func([]Occurrence) ([]int, error) // within the request
	err   error
}

// leaf returns how many passages have a leaf in some fields; 0 once something went
// wrong.
func (p *probes) leaf(fields []string, l Leaf) int {
	if p.err != nil {
		return 0
	}
	counts, err := p.count([]Occurrence{{fields, l}})
	if err != nil {
		p.err = err
		return 0
	}
	return counts[0]
}
