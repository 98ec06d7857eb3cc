package cluster

import (
	"time"
)

// node is a node as it was met last.
type node struct {
	url  string
	rest time.Time // until when others are asked first
	down bool      // nothing answers there: where that is so of all, none is asked
}

// pick returns the node whose turn it is, but for those asked already; nil if there
// is none that may be asked now.
func (c *client) pick(asked map[*node]bool) *node {
	c.mu.Lock()
	defer c.mu.Unlock()
	now := time.Now()
	var resting *node
	down := true // every node is
	for range c.nodes {
		c.turn = (c.turn + 1) % len(c.nodes)
		n := c.nodes[c.turn]
		down = down && n.down
		switch {
		case asked[n]:
		case now.After(n.rest):
			return n
		case resting == nil || n.rest.Before(resting.rest):
			resting = n
		}
	}
	if resting != nil && down && len(asked) == 0 {
		if now.Sub(c.probed) < probeEvery {
			return nil // one was tried just now
		}
		c.probed = now
	}
	return resting
}

// How a node was met.
type meeting int

const (
	well meeting = iota
	slow
	down
)

// met keeps how a node was met.
func (c *client) met(n *node, how meeting) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if n.rest, n.down = (time.Time{}), how == down; how != well {
		n.rest = time.Now().Add(nodeRest)
	}
}

// state counts the nodes, and those that failed lately.
func (c *client) state() (nodes, resting int) {
	c.mu.Lock()
	defer c.mu.Unlock()
	for _, n := range c.nodes {
		if time.Now().Before(n.rest) {
			resting++
		}
	}
	return len(c.nodes), resting
}

func (c *client) isDown(n *node) bool {
	c.mu.Lock()
	defer c.mu.Unlock()
	return n.down
}
