package web

import (
	"fmt"
	"net/url"
	"strings"

	"socsearch/cmd/server/ask"
	"socsearch/index/engine"
	"socsearch/sources/document"
)

// hitMapView is a picture of the documents: a line with a mark for every passage
// that was found, and the same by parts as a table.
type hitMapView struct {
	Line    hitLine
	Groups  []hitGroup
	Found   int
	Total   int
	Partial bool // some of those found match a part of the words
}

// hitGroup is a part of a document, or an objective in it.
type hitGroup struct {
	Label string // "Objective 2"
	Title string // what stands after the colon
	Line  hitLine
	Found int
	Link  string // the search narrowed to the group
}

// hitLine is a row of passages as it is drawn: one unit wide for each. Whole and
// Partial are the paths of the marks.
type hitLine struct {
	Width          int
	Whole, Partial string
}

// add draws the next passage.
func (l *hitLine) add(found, partial bool) {
	mark := fmt.Sprintf("M%d 0h1v1h-1z", l.Width)
	switch {
	case partial:
		l.Partial += mark
	case found:
		l.Whole += mark
	}
	l.Width++
}

// maxHitMap is how many passages are drawn: beyond some papers a picture shows
// nothing any more and weighs more than the results.
const maxHitMap = 1_000

// newHitMap draws the hits of a search among all passages; nothing where there
// are no hits.
func (x *snapshot) newHitMap(asked ask.Search, hits []engine.Standing) (hitMapView, error) {
	if len(hits) == 0 {
		return hitMapView{}, nil
	}
	passages, err := x.Passages("", 0, maxHitMap)
	if err != nil {
		return hitMapView{}, err
	}
	found := map[int]engine.Standing{}
	v := hitMapView{Found: len(hits), Total: len(passages)}
	for _, h := range hits {
		found[h.Place] = h
		v.Partial = v.Partial || h.Partial
	}
	before := ""
	for i, p := range passages {
		if key := groupKey(p); key != before || len(v.Groups) == 0 {
			v.Groups = append(v.Groups, x.newHitGroup(asked, p))
			before = key
		}
		g := &v.Groups[len(v.Groups)-1]
		h, isHit := found[i]
		g.Line.add(isHit, h.Partial)
		v.Line.add(isHit, h.Partial)
		if isHit {
			g.Found++
		}
	}
	return v, nil
}

// groupKey tells which group of the picture a passage belongs to.
func groupKey(p *document.Passage) string {
	return p.Document + "/" + p.Part + "/" + objectiveValue(p.Objective)
}

func objectiveValue(n document.OptionalInt) string {
	return string(rune('0' + n))
}

// newHitGroup names the group that a passage begins, and the search narrowed to
// it.
func (x *snapshot) newHitGroup(asked ask.Search, p *document.Passage) hitGroup {
	narrow := url.Values{}
	label := ""
	switch {
	case p.Objective > 0:
		label = x.Label("objective", objectiveValue(p.Objective))
		narrow.Set("objective", objectiveValue(p.Objective))
	case p.Part != "":
		label = x.Label("part", p.Part)
		narrow.Set("part", p.Part)
	default:
		label = ask.Capitalise(x.Document(p.Document).ShortName())
		narrow.Set("document", p.Document)
	}
	g := hitGroup{}
	g.Label, g.Title, _ = strings.Cut(label, ": ")
	at := asked.Address.ToPage(1)
	for name := range narrow {
		at = at.Set(name, narrow.Get(name))
	}
	g.Link = "/" + at.String()
	return g
}
