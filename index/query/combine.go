package query

// words, all and either put nodes together, without a shell around one and with
// those of the same kind on one level.
func words(nodes []Node) Node {
	return single(flat(nodes, func(w Words) []Node { return w.Nodes }), func(nodes []Node) Node { return Words{nodes} })
}

func all(nodes []Node) Node {
	return single(flat(nodes, func(a And) []Node { return a.Nodes }), func(nodes []Node) Node { return And{nodes} })
}

func either(nodes []Node) Node {
	return single(flat(nodes, func(o Or) []Node { return o.Nodes }), func(nodes []Node) Node { return Or{nodes} })
}

// flat puts what is in nodes of one kind in their place.
func flat[N Node](nodes []Node, inside func(N) []Node) []Node {
	var list []Node
	for _, n := range nodes {
		if same, ok := n.(N); ok {
			list = append(list, inside(same)...)
		} else {
			list = append(list, n)
		}
	}
	return list
}

func single(nodes []Node, several func([]Node) Node) Node {
	switch len(nodes) {
	case 0:
		return nil
	case 1:
		return nodes[0]
	}
	return several(nodes)
}
