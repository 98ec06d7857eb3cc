package commitment

import (
	"maps"
	"slices"
	"strings"
	"sync"

	"socsearch/sources/document"
)

// reading is a document while it is read. One passage says nothing of another but who
// sets up what, so that the second half is read beside the first, and of it once more
// what names somebody whom the first sets up.
type reading struct {
	passages []document.Passage
	quoted   [][]span // of each passage
	unnamed  [][]bool // of each passage's commitments: a passive without agent
}

// readHalves reads the first half by one grammar, which knows afterwards all that was
// set up, and the second by another.
func (r *reading) readHalves(first, second *grammar) {
	middle := len(r.passages) / 2
	var done sync.WaitGroup
	done.Go(func() {
		for i := middle; i < len(r.passages); i++ {
			r.read(second, i)
		}
	})
	for i := range middle {
		r.read(first, i)
	}
	done.Wait()
	for i := middle; i < len(r.passages) && len(first.created) > 0; i++ {
		if !r.names(i, first.created) {
			continue
		}
		again := *first
		again.created = maps.Clone(first.created)
		for key, made := range second.created {
			if made.passage < i {
				again.created[key] = made
			}
		}
		r.read(&again, i)
	}
}

func (r *reading) read(g *grammar, i int) {
	g.at, g.quoted = i, r.quoted[i]
	g.passage(&r.passages[i])
	r.unnamed[i] = slices.Clone(g.unnamed)
}

// names reports whether a passage may name one of those that were set up.
func (r *reading) names(i int, created map[string]making) bool {
	p := &r.passages[i]
	text := strings.ToLower(p.Text)
	for _, f := range p.Footnotes {
		text += " " + strings.ToLower(f.Text)
	}
	for key := range created {
		last := key[strings.LastIndexByte(key, ' ')+1:]
		named := func(m document.Mention) bool { return m.Slug == key }
		if strings.Contains(text, last) || slices.ContainsFunc(p.Organisations, named) || slices.ContainsFunc(p.Implied, named) {
			return true
		}
	}
	return false
}
