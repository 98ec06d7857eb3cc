package match

import (
	"context"
	"slices"
	"strings"

	"socsearch/index/plan"
	"socsearch/index/schema"
)

// Matcher runs a plan.
type Matcher struct {
	Lists  *Lists
	Fields []string // where to look
	Arena  *Arena
	Breadth
}

// Breadth is how much of words side by side a passage must have.
type Breadth int

const (
	asPlanned Breadth = iota
	Strictly          // all
	Literally         // all, and in themselves: nothing that stands for them
	typed             // all, in a form of what was typed: no other name of it
	Loosely           // any
)

// Skips reports whether an alternative is left out.
func (b Breadth) Skips(a plan.Alternative) bool {
	return a.Stands && b == Literally || a.Added && b == typed || a.Apart && b == Strictly
}

// Of returns how many of a group's nodes a passage must match.
func (b Breadth) Of(n plan.MinimumShouldMatch) plan.MinimumShouldMatch {
	words := n == plan.MatchMost || n == plan.MatchSome
	switch {
	case words && (b == Strictly || b == Literally || b == typed):
		return plan.MatchAll
	case words && b == Loosely:
		return plan.MatchAny
	}
	return n
}

// often is how many postings or hits are looked at between looks at the clock.
const often = 1 << 12

// Match returns the documents that a plan matches, and how much weight the plan
// has among others in a group.
func (m *Matcher) Match(ctx context.Context, p plan.Node) (Hits, float32, error) {
	if err := ctx.Err(); err != nil {
		return Hits{}, 0, err
	}
	switch p := p.(type) {
	case plan.Leaf:
		return m.leaf(ctx, p)
	case plan.Group:
		return m.group(ctx, p)
	case plan.Negation:
		h, weight, err := m.Match(ctx, p.Node)
		return m.Without(m.Everything(), h), weight, err
	case plan.Restriction:
		narrow := *m
		narrow.Fields = p.Fields
		return narrow.Match(ctx, p.Node)
	case plan.Numbered:
		h, err := m.numbered(ctx, p)
		return h, 1, err
	}
	return Hits{}, 0, nil
}

// Everything is every document with no score.
func (m *Matcher) Everything() Hits {
	n := m.Lists.Size()
	all := m.Arena.hits(n)
	for d := range n {
		all.add(uint32(d), 0)
	}
	return all
}

// leaf scores each alternative of a leaf; a document has the best of them. What
// stands for a word has less weight than the word, but where no passage has the word
// it is all there is: often the word that tells what is meant.
func (m *Matcher) leaf(ctx context.Context, l plan.Leaf) (Hits, float32, error) {
	var found []Hits
	var weight float32
	own := false // the word itself stands somewhere
	for i, a := range l.Alternatives {
		if m.Skips(a) {
			continue
		}
		h, idf, err := m.alternative(ctx, a)
		if err != nil {
			return Hits{}, 0, err
		}
		if len(h.Documents) > 0 {
			found = append(found, m.Weighted(h, a.Weight))
		}
		if i == 0 {
			own = m.many(a, len(h.Documents)) > 0
		}
		if own {
			idf *= a.Weight
		}
		weight = max(weight, idf)
	}
	return m.Union(found, greater), weight, nil
}

func (m *Matcher) alternative(ctx context.Context, a plan.Alternative) (Hits, float32, error) {
	switch {
	case a.Node != nil:
		return m.Match(ctx, a.Node)
	case len(a.Terms) == 0:
		return Hits{}, 0, nil
	case a.Prefix && len(a.Terms) == 1:
		return m.prefix(ctx, a)
	case len(a.Terms) > 1:
		return m.phrase(ctx, a)
	}
	return m.term(ctx, a.Terms[0], a.Exact)
}

// term scores the documents that have a term in any of the fields.
func (m *Matcher) term(ctx context.Context, term string, exact bool) (Hits, float32, error) {
	key := listKey{m.scoredKey(exact), term}
	if kept, ok := m.Lists.kept.Get(key); ok {
		l := kept.(*scoredList)
		return l.Hits, l.idf, nil
	}
	var found []Hits
	for _, field := range m.Fields {
		l, err := m.Lists.readList(ctx, schema.FieldFor(field, exact), term, false)
		if err != nil {
			return Hits{}, 0, err
		}
		if len(l.Documents) > 0 {
			found = append(found, Hits{Documents: l.Documents, Scores: l.Frequencies})
		}
	}
	all := m.Union(found, Sum)
	l := &scoredList{Hits: Hits{slices.Clone(all.Documents), slices.Clone(all.Scores), true}}
	if n := m.many(plan.Alternative{Terms: []string{term}, Exact: exact}, len(all.Documents)); n > 0 {
		l.idf = m.idf(n)
		l.saturate(l.idf)
	}
	m.Lists.kept.Put(key, l)
	return l.Hits, l.idf, nil
}

// scoredKey names the fields that are scored together.
func (m *Matcher) scoredKey(exact bool) string {
	const all, allExact = "*", "*" + schema.ExactSuffix
	switch {
	case len(m.Fields) != len(schema.Searched):
		return schema.FieldFor("*"+strings.Join(m.Fields, " "), exact)
	case exact:
		return allExact
	}
	return all
}

// saturate turns frequencies into scores.
func (h Hits) saturate(idf float32) {
	for i, f := range h.Scores {
		h.Scores[i] = idf * f * (K1 + 1) / (K1 + f)
	}
}

func fieldWeight(field string) float32 { return fieldWeights[schema.Plain(field)] }

// group matches nodes side by side.
func (m *Matcher) group(ctx context.Context, g plan.Group) (Hits, float32, error) {
	var matched, excluded []Hits
	var weights []float32
	var total float32
	for _, n := range g.Nodes {
		node := n
		not, isNegation := n.(plan.Negation)
		isNegation = isNegation && g.MinimumShouldMatch != plan.MatchAny // either side of OR is enough, without a word as with one
		if isNegation {
			node = not.Node
		}
		h, weight, err := m.Match(ctx, node)
		if err != nil {
			return Hits{}, 0, err
		}
		if isNegation {
			excluded = append(excluded, h)
			continue
		}
		matched = append(matched, h)
		weights = append(weights, weight)
		total += weight
	}
	h := m.combine(g.MinimumShouldMatch, matched, FillWeights(weights, m.idf(1)))
	if len(matched) == 0 && len(excluded) > 0 {
		h = m.Everything()
	}
	for _, e := range excluded {
		h = m.Without(h, e)
	}
	h, err := m.RaiseByProximity(ctx, h, g.Pairs)
	return h, total, err
}

// numbered finds passages by their numbers, or those of their footnotes.
func (m *Matcher) numbered(ctx context.Context, p plan.Numbered) (Hits, error) {
	var found []Hits
	for _, n := range p.Numbers {
		documents, err := m.Lists.Documents(ctx, p.Field, n)
		if err != nil {
			return Hits{}, err
		}
		found = append(found, sameScore(documents))
	}
	return m.Union(found, greater), nil
}

// Places finds passages by their ids.
func (m *Matcher) Places(ctx context.Context, ids []string) (Hits, error) {
	var found []Hits
	for _, id := range ids {
		documents, err := m.Lists.Documents(ctx, schema.ID, id)
		if err != nil {
			return Hits{}, err
		}
		found = append(found, sameScore(documents))
	}
	return m.Union(found, greater), nil
}

// sameScore gives documents that are all as good the score 1.
func sameScore(documents []uint32) Hits {
	h := Hits{Documents: documents, Scores: make([]float32, len(documents))}
	for i := range h.Scores {
		h.Scores[i] = 1
	}
	return h
}

// prefix scores the documents that have a word with a beginning.
func (m *Matcher) prefix(ctx context.Context, a plan.Alternative) (Hits, float32, error) {
	var found []Hits
	var best float32
	for _, form := range m.Lists.terms().WithPrefix(m.Fields, a.Terms[0], plan.MaxExpansion) {
		if err := ctx.Err(); err != nil {
			return Hits{}, 0, err
		}
		h, idf, err := m.term(ctx, form, true)
		if err != nil {
			return Hits{}, 0, err
		}
		found = append(found, h)
		best = max(best, idf)
	}
	return m.Union(found, greater), best, nil
}
