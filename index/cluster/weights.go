package cluster

import (
	"fmt"

	"socsearch/index/match"
	"socsearch/index/plan"
)

// idf is the weight of something that stands in n passages.
func (t translator) idf(n int) float32 { return match.IDF(n, t.size) }

// weight is how much weight a plan has among others in a group: see match.Matcher.
func (t translator) weight(p plan.Node) float32 {
	switch p := p.(type) {
	case plan.Leaf:
		return t.leafWeight(p)
	case plan.Group:
		var total float32
		for _, n := range p.Nodes {
			if _, not := n.(plan.Negation); !not || p.MinimumShouldMatch == plan.MatchAny {
				total += t.weight(n)
			}
		}
		return total
	case plan.Negation:
		return t.weight(p.Node)
	case plan.Restriction:
		return t.in(p.Fields).weight(p.Node)
	case plan.Numbered:
		return 1
	}
	return 0
}

func (t translator) leafWeight(l plan.Leaf) float32 {
	var weight float32
	own := false
	for i, a := range l.Alternatives {
		if t.breadth.Skips(a) {
			continue
		}
		n := t.counts(t.fields, a)
		idf := float32(0)
		switch {
		case a.Node != nil:
			idf = t.weight(a.Node)
		case a.Prefix && len(a.Terms) == 1:
			for _, form := range t.terms.WithPrefix(t.fields, a.Terms[0], plan.MaxExpansion) {
				idf = max(idf, t.idf(t.counts(t.fields, plan.Alternative{Terms: []string{form}, Exact: true})))
			}
		case n > 0:
			idf = t.idf(n)
		}
		if i == 0 {
			own = n > 0
		}
		if own {
			idf *= a.Weight
		}
		weight = max(weight, idf)
	}
	return weight
}

// occurrences lists what must be counted before a plan can be translated and its
// hits scored.
func (t translator) occurrences(p plan.Node, visit func(plan.Occurrence)) {
	alternative := func(a plan.Alternative) {
		visit(plan.Occurrence{Fields: t.fields, Leaf: plan.Leaf{Alternatives: []plan.Alternative{a}}})
	}
	switch p := p.(type) {
	case plan.Leaf:
		for _, a := range p.Alternatives {
			switch {
			case a.Node != nil:
				t.occurrences(a.Node, visit)
			case a.Prefix && len(a.Terms) == 1:
				for _, form := range t.terms.WithPrefix(t.fields, a.Terms[0], plan.MaxExpansion) {
					alternative(plan.Alternative{Terms: []string{form}, Exact: true})
				}
			}
			alternative(a)
		}
	case plan.Group:
		for _, n := range p.Nodes {
			t.occurrences(n, visit)
		}
		for _, pair := range p.Pairs {
			alternative(pair)
		}
	case plan.Negation:
		t.occurrences(p.Node, visit)
	case plan.Restriction:
		t.in(p.Fields).occurrences(p.Node, visit)
	}
}

// key names an occurrence of an alternative.
func key(fields []string, a plan.Alternative) string {
	if len(a.Terms) == 1 { // near nothing
		a.Near, a.Slop = false, 0
	}
	return fmt.Sprintf("%q %q %v %v %v %d %#v", fields, a.Terms, a.Exact, a.Prefix, a.Near, a.Slop, a.Node)
}

// depth is how many plans stand one in the other in an alternative: those within are
// counted first.
func depth(p plan.Node) int {
	most := 0
	switch p := p.(type) {
	case plan.Leaf:
		for _, a := range p.Alternatives {
			if a.Node != nil {
				most = max(most, 1+depth(a.Node))
			}
		}
	case plan.Group:
		for _, n := range p.Nodes {
			most = max(most, depth(n))
		}
	case plan.Negation:
		most = depth(p.Node)
	case plan.Restriction:
		most = depth(p.Node)
	}
	return most
}
