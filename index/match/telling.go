package match

import (
	"context"
	"slices"

	"socsearch/index/plan"
)

// Nodes matches each of a group's nodes.
func (m *Matcher) Nodes(ctx context.Context, nodes []plan.Node) (matched []Hits, weights []float32, err error) {
	for _, n := range nodes {
		h, weight, err := m.Match(ctx, n)
		if err != nil {
			return nil, nil, err
		}
		matched, weights = append(matched, h), append(weights, weight)
	}
	return matched, weights, nil
}

// Telling returns the documents that have any of the words that tell what is
// meant, and those that have all of the words but for fillers.
//
// Fillers never tell, unless there are no other words.
func (m *Matcher) Telling(nodes []plan.Node, matched []Hits) (some, whole Bitset) {
	fillers := fillersAlone(nodes)
	some = m.Arena.Set(m.Lists.Size())
	for i, n := range nodes {
		if plan.IsFiller(n) && !fillers {
			continue
		}
		some.AddAll(matched[i].Documents)
		if own := m.Set(matched[i]); whole == nil {
			whole = own
		} else {
			whole.And(own)
		}
	}
	return some, whole
}

// Tell returns the nodes that tell.
func Tell(nodes []plan.Node) []plan.Node {
	if fillersAlone(nodes) {
		return nodes
	}
	return slices.DeleteFunc(slices.Clone(nodes), plan.IsFiller)
}

func fillersAlone(nodes []plan.Node) bool {
	return !slices.ContainsFunc(nodes, func(n plan.Node) bool { return !plan.IsFiller(n) })
}

// Among keeps the hits that are in a set.
func (m *Matcher) Among(h Hits, set Bitset) Hits {
	kept := m.Arena.hits(len(h.Documents))
	for i, d := range h.Documents {
		if set.Has(d) {
			kept.add(d, h.Scores[i])
		}
	}
	return kept
}
