package cluster

import (
	"socsearch/index/match"
	"socsearch/index/plan"
	"socsearch/index/schema"
	"socsearch/index/words"
)

// idBoost brings passages that are meant by their ids before all others.
const idBoost = 1e4

// wanted is a query that finds passages, and what puts the best first.
type wanted struct {
	found object
	rank  []object
}

// body is what is asked for candidates.
func (w wanted) body(size int) object {
	query := object{"bool": object{"filter": []object{w.found}, "should": w.rank, "minimum_should_match": 0}}
	return object{"query": query, "size": size, "sort": []object{{"_score": "desc"}, {"place": "asc"}}, "_source": false, "track_total_hits": true}
}

// asked returns the query of an ask: the passages that package match finds.
func (x *Index) asked(ask *plan.Ask) wanted {
	all := x.translator(schema.Searched)
	printed := x.translator(schema.Printed)
	var w wanted
	switch {
	case ask.Plan == nil:
		w.found = nothing()
	case ask.Loose:
		some, _ := telling(printed, ask.Plan)
		var any []object
		for _, n := range plan.GroupOf(ask.By).Nodes {
			any = append(any, all.node(n))
		}
		w = wanted{both(either(any), some), all.rankNodes(plan.GroupOf(ask.By).Nodes)}
	case !plan.Several(ask.Plan):
		w = wanted{all.node(ask.By), all.rankOf(ask.By)}
	default:
		printed.breadth = match.Loosely
		w = wanted{both(all.node(ask.By), printed.node(ask.Plan)), all.rankOf(ask.By)}
	}
	if len(ask.IDs) > 0 {
		ids := object{"terms": object{schema.ID: ask.IDs}}
		w.found = either([]object{w.found, ids})
		w.rank = append(w.rank, object{"constant_score": object{"filter": ids, "boost": idBoost}})
	}
	return w
}

// unprinted is the query of an ask none of whose words is printed: names of
// organisations have them.
func (x *Index) unprinted(ask *plan.Ask) wanted {
	all := x.translator(schema.Searched)
	loosely := all
	loosely.breadth = match.Loosely
	return wanted{both(all.node(ask.By), loosely.node(ask.Plan)), all.rankOf(ask.By)}
}

// kin is the query of what prints all of a plan.
func (x *Index) kin(p plan.Node) wanted {
	t := x.translator(schema.Printed)
	strict := t
	strict.breadth = match.Strictly
	return wanted{strict.node(p), t.rankOf(p)}
}

// whole finds what matches all of an ask's words, and literal what prints them all
// themselves.
func (x *Index) whole(ask *plan.Ask) (whole, literal object) {
	printed := x.translator(schema.Printed)
	strictly, literally := printed, printed
	strictly.breadth, literally.breadth = match.Strictly, match.Literally
	switch {
	case ask.Plan == nil:
		whole, literal = nothing(), nothing()
	case ask.Loose:
		_, whole = telling(printed, ask.Plan)
		literal = literally.node(ask.Plan)
	default:
		whole, literal = strictly.node(ask.Plan), literally.node(ask.Plan)
	}
	if len(ask.IDs) > 0 {
		whole = either([]object{whole, {"terms": object{schema.ID: ask.IDs}}})
	}
	return whole, literal
}

// telling finds what has any of the words that tell, and what has all of them: see
// match.Matcher.
func telling(t translator, p plan.Node) (some, whole object) {
	var list []object
	nodes := match.Tell(plan.GroupOf(p).Nodes)
	for _, n := range nodes {
		list = append(list, t.node(n))
	}
	return either(list), both(list...)
}

// rankOf lists what raises the scores of passages, about as package match scores
// them: it chooses the candidates.
func (t translator) rankOf(p plan.Node) []object {
	switch p := p.(type) {
	case plan.Leaf:
		return t.rankLeaf(p)
	case plan.Group:
		if p.MinimumShouldMatch == plan.MatchMost || p.MinimumShouldMatch == plan.MatchSome {
			return t.rankNodes(p.Nodes)
		}
		var list []object
		for _, n := range p.Nodes {
			list = append(list, t.rankOf(n)...)
		}
		return list
	case plan.Restriction:
		return t.in(p.Fields).rankOf(p.Node)
	}
	return nil
}

// rankNodes ranks by words side by side: by what each counts, and by how much of them a
// passage has.
func (t translator) rankNodes(nodes []plan.Node) []object {
	var list []object
	for _, n := range nodes {
		if _, not := n.(plan.Negation); not {
			continue
		}
		list = append(list, t.rankOf(n)...)
		if w := t.weight(n); len(nodes) > 1 && w > 0 {
			list = append(list, object{"constant_score": object{"filter": t.node(n), "boost": w}})
		}
	}
	return list
}

// rankLeaf ranks by the best of a leaf's alternatives.
func (t translator) rankLeaf(l plan.Leaf) []object {
	var list []object
	for _, a := range l.Alternatives {
		if clauses := t.rankAlternative(a); len(clauses) == 1 {
			list = append(list, clauses[0])
		} else if len(clauses) > 1 {
			list = append(list, object{"bool": object{"should": clauses}})
		}
	}
	if len(list) == 0 {
		return nil
	}
	return []object{{"dis_max": object{"queries": list}}}
}

func (t translator) rankAlternative(a plan.Alternative) []object {
	const often = 1.5 // what occurs once or twice is saturated to about half of the most
	n := t.counts(t.fields, a)
	switch {
	case a.Node != nil:
		return t.rankOf(a.Node)
	case n == 0:
		return nil
	case a.Prefix, len(t.fields) < len(schema.Printed):
		return []object{{"constant_score": object{"filter": t.alternative(a), "boost": often * a.Weight * t.idf(n)}}}
	case len(a.Terms) > 1:
		return []object{t.rankPhrase(a, n)}
	}
	return []object{frequencies(a.Terms[0], a.Exact, a.Weight*t.idf(n))}
}

// rankPhrase ranks passages that have terms together by how often each of them stands
// there: hardly any has them together twice.
func (t translator) rankPhrase(a plan.Alternative, n int) object {
	weight := a.Weight * t.idf(n) / float32(len(a.Terms))
	var list []object
	for _, term := range a.Terms {
		list = append(list, frequencies(term, a.Exact, weight))
	}
	return object{"bool": object{"filter": []object{t.phrase(a)}, "should": list}}
}

// frequencies ranks by how often a term stands in a passage, as package match does: of
// several terms for one word, which stand at the same places, by that with most.
func frequencies(term string, exact bool, weight float32) object {
	var list []object
	for _, each := range words.AnyOf(term) {
		feature := object{"field": impacts + "." + encodeFeature(each, exact), "saturation": object{"pivot": match.K1}, "boost": weight * (match.K1 + 1)}
		list = append(list, object{"rank_feature": feature})
	}
	return object{"dis_max": object{"queries": list}}
}
