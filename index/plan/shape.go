package plan

// Several reports whether a plan is more than one word.
func Several(p Node) bool {
	l, ok := p.(Leaf)
	return !ok || l.Alternatives[0].Node != nil
}

// enoughFor is how many hits with all that was asked for are enough to show
// alone. Several words may well be meant loosely, and a page has room; words that
// mean one thing are meant as they are, unless hardly any passage has them; one
// word always is.
func enoughFor(p Node) int {
	const loosely, closely = 10, 3
	switch p := p.(type) {
	case Group:
		if len(p.Nodes) == 1 {
			return enoughFor(p.Nodes[0])
		}
		if p.MinimumShouldMatch == MatchMost {
			return loosely
		}
	case Leaf:
		if !p.literal && p.Alternatives[0].Node != nil {
			return closely
		}
	}
	return 0
}

// GroupOf returns a plan as a group.
func GroupOf(p Node) Group {
	if g, ok := p.(Group); ok {
		return g
	}
	return Group{Nodes: []Node{p}}
}

// OnlyKin keeps of a plan the words of the same family.
func OnlyKin(p Node) Node {
	switch p := p.(type) {
	case Leaf:
		var kin Leaf
		for _, a := range p.Alternatives {
			switch {
			case a.Family:
				kin.Alternatives = append(kin.Alternatives, a)
			case a.Node != nil:
				kin.Alternatives = append(kin.Alternatives, Alternative{Node: OnlyKin(a.Node)})
			}
		}
		return kin
	case Group:
		var kin Group
		for _, n := range p.Nodes {
			kin.Nodes = append(kin.Nodes, OnlyKin(n))
		}
		return kin
	case Restriction:
		return Restriction{p.Fields, OnlyKin(p.Node)}
	}
	return Group{}
}

// withoutFillers leaves out the fillers of a group that has other words: a snippet
// needn't show them.
func withoutFillers(g Group) Group {
	var nodes []Node
	for _, n := range g.Nodes {
		if !IsFiller(n) {
			nodes = append(nodes, n)
		}
	}
	if len(nodes) > 0 {
		g.Nodes = nodes
	}
	return g
}
