package match

import (
	"context"

	"socsearch/index/plan"
	"socsearch/index/schema"
	"socsearch/index/words"
)

// Having returns the documents that a plan matches, without scores: what it takes to
// tell passages that print all that was asked for from those that don't.
func (m *Matcher) Having(ctx context.Context, p plan.Node) (Bitset, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	set := m.Arena.Set(m.Lists.Size())
	return set, m.addHaving(ctx, set, p)
}

// addHaving adds the documents that a plan matches to a set.
func (m *Matcher) addHaving(ctx context.Context, set Bitset, p plan.Node) error {
	switch p := p.(type) {
	case plan.Leaf:
		for _, a := range p.Alternatives {
			if m.Skips(a) {
				continue
			}
			if err := m.addAlternative(ctx, set, a); err != nil {
				return err
			}
		}
		return nil
	case plan.Group:
		return m.addGroup(ctx, set, p)
	case plan.Negation:
		not, err := m.Having(ctx, p.Node)
		if err == nil {
			set.Or(m.complement(not))
		}
		return err
	case plan.Restriction:
		narrow := *m
		narrow.Fields = p.Fields
		return narrow.addHaving(ctx, set, p.Node)
	}
	h, _, err := m.Match(ctx, p)
	set.AddAll(h.Documents)
	return err
}

// complement turns a set into that of all other documents.
func (m *Matcher) complement(set Bitset) Bitset {
	all := m.Arena.Set(m.Lists.Size())
	all.Fill(m.Lists.Size())
	all.AndNot(set)
	return all
}

func (m *Matcher) addAlternative(ctx context.Context, set Bitset, a plan.Alternative) error {
	switch {
	case a.Node != nil:
		return m.addHaving(ctx, set, a.Node)
	case len(a.Terms) == 0:
		return nil
	case a.Prefix && len(a.Terms) == 1:
		for _, form := range m.Lists.terms().WithPrefix(m.Fields, a.Terms[0], plan.MaxExpansion) {
			if err := m.addTerm(ctx, set, form, true); err != nil {
				return err
			}
		}
		return nil
	case len(a.Terms) == 1:
		return m.addTerm(ctx, set, a.Terms[0], a.Exact)
	}
	for _, field := range m.Fields {
		h, err := m.phraseIn(ctx, schema.FieldFor(field, a.Exact), a, nil)
		if err != nil {
			return err
		}
		set.AddAll(h.Documents)
	}
	return nil
}

// addGroup adds the documents that have enough of a group's nodes, and none that it
// excludes. A share of the words' weight is a matter of scores.
func (m *Matcher) addGroup(ctx context.Context, set Bitset, g plan.Group) error {
	how := m.Of(g.MinimumShouldMatch)
	if how != plan.MatchAll && how != plan.MatchAny {
		h, _, err := m.group(ctx, g)
		set.AddAll(h.Documents)
		return err
	}
	var matched, excluded Bitset
	for _, node := range g.Nodes {
		not, isNegation := node.(plan.Negation)
		isNegation = isNegation && g.MinimumShouldMatch != plan.MatchAny // see group
		if isNegation {
			node = not.Node
		}
		found, err := m.Having(ctx, node)
		if err != nil {
			return err
		}
		switch {
		case isNegation && excluded == nil:
			excluded = found
		case isNegation:
			excluded.Or(found)
		case matched == nil:
			matched = found
		case how == plan.MatchAll:
			matched.And(found)
		default:
			matched.Or(found)
		}
	}
	if matched == nil && excluded != nil {
		matched = m.complement(excluded)
	}
	matched.AndNot(excluded)
	set.Or(matched)
	return nil
}

// documentsWith is the documents that have a term in any of some fields: a list, or
// of frequent terms a set. It is shared and never changed.
type documentsWith struct {
	list []uint32
	set  Bitset
}

func (d *documentsWith) Bytes() int { return 4*cap(d.list) + 8*cap(d.set) }

// setShare is the share of all documents from which on a set takes no more room than
// a list.
const setShare = 1.0 / 32

// addTerm adds the documents that have a term in any of the fields.
func (m *Matcher) addTerm(ctx context.Context, set Bitset, term string, exact bool) error {
	key := listKey{"in " + m.scoredKey(exact), term}
	kept, ok := m.Lists.kept.Get(key)
	if !ok {
		with, err := m.documentsWith(ctx, term, exact)
		if err != nil {
			return err
		}
		m.Lists.kept.Put(key, with)
		kept = with
	}
	with := kept.(*documentsWith)
	set.Or(with.set)
	set.AddAll(with.list)
	return nil
}

func (m *Matcher) documentsWith(ctx context.Context, term string, exact bool) (*documentsWith, error) {
	var lists [][]uint32
	all := 0
	for _, field := range m.Fields {
		for _, t := range words.AnyOf(term) {
			list, err := m.Lists.Documents(ctx, schema.FieldFor(field, exact), t)
			if err != nil {
				return nil, err
			}
			if len(list) > 0 {
				lists, all = append(lists, list), all+len(list)
			}
		}
	}
	if float64(all) <= setShare*float64(m.Lists.Size()) {
		with := new(documentsWith)
		for _, list := range lists {
			with.list = append(with.list, list...) // some twice, which does no harm
		}
		return with, nil
	}
	set := make(Bitset, BitsetWords(m.Lists.Size()))
	for _, list := range lists {
		set.AddAll(list)
	}
	return &documentsWith{set: set}, nil
}
