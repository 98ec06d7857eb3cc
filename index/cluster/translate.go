package cluster

import (
	"slices"

	"socsearch/index/match"
	"socsearch/index/plan"
	"socsearch/index/schema"
	"socsearch/index/words"
)

// object is a part of a request's body. Bodies are made of these and encoded as
// JSON; nothing of a query is ever joined into one.
type object = map[string]any

// translator turns plans into queries that find the same passages as package match.
type translator struct {
	counts  func(fields []string, a plan.Alternative) int
	terms   *words.Vocabulary
	size    int // passages of the collection
	fields  []string
	breadth match.Breadth
}

func nothing() object    { return object{"match_none": object{}} }
func everything() object { return object{"match_all": object{}} }

// either finds what any of some queries does.
func either(list []object) object {
	switch len(list) {
	case 0:
		return nothing()
	case 1:
		return list[0]
	}
	return object{"bool": object{"should": list, "minimum_should_match": 1}}
}

// both finds what all of some queries do.
func both(list ...object) object {
	if len(list) == 1 {
		return list[0]
	}
	return object{"bool": object{"filter": list}}
}

// but finds what a query does and others don't.
func but(found object, not ...object) object {
	return object{"bool": object{"filter": []object{found}, "must_not": not}}
}

// in returns a translator for other fields.
func (t translator) in(fields []string) translator {
	t.fields = fields
	return t
}

// node finds the passages that a plan matches.
func (t translator) node(p plan.Node) object {
	switch p := p.(type) {
	case plan.Leaf:
		return t.leaf(p)
	case plan.Group:
		return t.group(p)
	case plan.Negation:
		return but(everything(), t.node(p.Node))
	case plan.Restriction:
		return t.in(p.Fields).node(p.Node)
	case plan.Numbered:
		return object{"terms": object{p.Field: p.Numbers}}
	}
	return nothing()
}

func (t translator) leaf(l plan.Leaf) object {
	var list []object
	for _, a := range l.Alternatives {
		if !t.breadth.Skips(a) {
			list = append(list, t.alternative(a))
		}
	}
	return either(list)
}

func (t translator) alternative(a plan.Alternative) object {
	switch {
	case a.Node != nil:
		return t.node(a.Node)
	case len(a.Terms) == 0:
		return nothing()
	case a.Prefix && len(a.Terms) == 1:
		return t.anyTerm(t.terms.WithPrefix(t.fields, a.Terms[0], plan.MaxExpansion), true)
	case len(a.Terms) > 1:
		return t.phrase(a)
	}
	return t.anyTerm(words.AnyOf(a.Terms[0]), a.Exact)
}

// anyTerm finds the passages that have any of some terms in any of the fields.
func (t translator) anyTerm(terms []string, exact bool) object {
	encoded := make([]string, len(terms))
	for i, term := range terms {
		encoded[i] = encode(term)
	}
	var list []object
	for _, field := range t.fields {
		list = append(list, object{"terms": object{schema.FieldFor(field, exact): encoded}})
	}
	return either(list)
}

func (t translator) phrase(a plan.Alternative) object {
	var list []object
	for _, field := range t.fields {
		list = append(list, together(schema.FieldFor(field, a.Exact), a))
	}
	return either(list)
}

// together finds terms that stand together in a field. Of two that are near each
// other neither may serve for both; of more, one that is there twice may serve for
// two of the others (as plan.Alternative has it), but not for the first.
func together(field string, a plan.Alternative) object {
	if !a.Near {
		return spans(field, a.Terms, 0, true)
	}
	if len(a.Terms) == 2 {
		return object{"intervals": object{field: object{"all_of": object{
			"mode": "unordered_no_overlap", "max_gaps": a.Slop, "intervals": []object{interval(a.Terms[0]), interval(a.Terms[1])},
		}}}}
	}
	var distinct []string
	for _, term := range a.Terms {
		if !slices.Contains(distinct, term) {
			distinct = append(distinct, term)
		}
	}
	near := spans(field, distinct, a.Slop+len(a.Terms)-len(distinct), false)
	if !slices.Contains(a.Terms[1:], a.Terms[0]) {
		return near
	}
	twice := plan.Alternative{Terms: []string{a.Terms[0], a.Terms[0]}, Near: true, Slop: a.Slop + len(a.Terms) - 2}
	return both(near, together(field, twice))
}

// interval finds a term, or any of several.
func interval(term string) object {
	var list []object
	for _, each := range words.AnyOf(term) {
		list = append(list, object{"match": object{"query": encode(each), "analyzer": "keyword"}})
	}
	if len(list) == 1 {
		return list[0]
	}
	return object{"any_of": object{"intervals": list}}
}

// spans finds terms near each other.
func spans(field string, terms []string, slop int, ordered bool) object {
	var clauses []object
	for _, term := range terms {
		var list []object
		for _, each := range words.AnyOf(term) {
			list = append(list, object{"span_term": object{field: encode(each)}})
		}
		if len(list) == 1 {
			clauses = append(clauses, list[0])
		} else {
			clauses = append(clauses, object{"span_or": object{"clauses": list}})
		}
	}
	if len(clauses) == 1 {
		return clauses[0]
	}
	return object{"span_near": object{"clauses": clauses, "slop": slop, "in_order": ordered}}
}

// group finds what a group matches: any, all, or a share of its nodes' weight.
func (t translator) group(g plan.Group) object {
	var matched, excluded []object
	var nodes []plan.Node
	for _, n := range g.Nodes {
		if not, ok := n.(plan.Negation); ok && g.MinimumShouldMatch != plan.MatchAny {
			excluded = append(excluded, t.node(not.Node))
			continue
		}
		matched, nodes = append(matched, t.node(n)), append(nodes, n)
	}
	found := everything()
	if len(matched) > 0 || len(excluded) == 0 {
		found = t.combine(g.MinimumShouldMatch, matched, nodes)
	}
	if len(excluded) > 0 {
		found = but(found, excluded...)
	}
	return found
}

func (t translator) combine(n plan.MinimumShouldMatch, matched []object, nodes []plan.Node) object {
	n = t.breadth.Of(n)
	switch {
	case len(matched) == 0:
		return nothing()
	case n == plan.MatchAll:
		return both(matched...)
	case n == plan.MatchAny || n == plan.MatchSome || len(matched) == 1:
		return either(matched)
	}
	weights := make([]float32, len(nodes))
	for i, p := range nodes {
		weights[i] = t.weight(p)
	}
	return covering(matched, match.FillWeights(weights, t.idf(1)), n)
}

// covering finds what matches at least a share of a query: the sum of the shares of the
// nodes that are matched.
func covering(matched []object, weights []float32, n plan.MinimumShouldMatch) object {
	shares, least := match.Shares(n, weights)
	var list []object
	for i, m := range matched {
		if shares[i] > 0 {
			list = append(list, object{"constant_score": object{"filter": m, "boost": shares[i]}})
		}
	}
	if len(list) == 0 {
		return either(matched)
	}
	const rounding = 1e-6 // sums of shares differ by the order in which they are added
	return object{"function_score": object{"query": object{"bool": object{"should": list}}, "min_score": least - rounding}}
}
