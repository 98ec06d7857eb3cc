package commitment

import "socsearch/sources/document"

// unsaid is the least number of passives without agent from which a document is
// asked whether its writer undertakes anything.
const unsaid = 3

// longDocument is how many passages a document has whose writer would have undertaken
// something with an actor, if anything.
const longDocument = 20

// doubtPassives marks what a document leaves without an actor as doubtful where
// its writer hardly ever says that somebody will act. "Arrangements will be made"
// is a promise in a paper of plans; in a law, guidance for others or an inquiry's
// report it is how things are, or a duty of its readers.
func (g *grammar) doubtPassives(passages []document.Passage) {
	nothing := g.acts == 0 && len(passages) >= longDocument
	if !nothing && (len(g.agentless) < unsaid || len(g.agentless) < g.acts) {
		return
	}
	for _, at := range g.agentless {
		passages[at.passage].Commitments[at.index].Sure = false
	}
}

// place is a commitment's: in which passage, which of its.
type place struct{ passage, index int }
