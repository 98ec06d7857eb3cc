package web

import (
	"net/url"
	"strings"

	"socsearch/index"
	"socsearch/sources/document"
)

// stripView is a picture of the documents: a mark for every passage, those that
// were found set off, and the same as a table.
type stripView struct {
	Groups  []stripGroup
	Found   int
	Total   int
	Partial bool // some of those found match a part of the words
}

// stripGroup is a part of a document, or an objective in it.
type stripGroup struct {
	Label string // "Objective 2"
	Title string // what stands after the colon
	Marks []stripMark
	Found int
	Link  string // the search narrowed to the group
}

// stripMark is a passage in the picture.
type stripMark struct {
	Label, Link string
	Class       string // "found", "part" for some of the words, "" for not found
}

// maxStrip is how many passages are drawn: beyond some papers a picture shows
// nothing any more and weighs more than the results.
const maxStrip = 1_000

// newStrip draws the hits of a search among all passages; nothing where there
// are no hits.
func newStrip(x *index.Index, asked search, hits []index.Standing) (stripView, error) {
	if len(hits) == 0 {
		return stripView{}, nil
	}
	passages, err := x.Passages("", 0, maxStrip)
	if err != nil {
		return stripView{}, err
	}
	classes := map[int]string{}
	strip := stripView{Found: len(hits), Total: len(passages)}
	for _, h := range hits {
		classes[h.Place] = "found"
		if h.Partial {
			classes[h.Place], strip.Partial = "part", true
		}
	}
	words := queryAddress(asked.request.Query.Raw)
	before := ""
	for i, p := range passages {
		if key := groupKey(p); key != before || len(strip.Groups) == 0 {
			strip.Groups = append(strip.Groups, newStripGroup(x, asked, p))
			before = key
		}
		g := &strip.Groups[len(strip.Groups)-1]
		mark := stripMark{Label: p.Label, Link: p.URL, Class: classes[i]}
		if mark.Class != "" {
			mark.Link += words
			g.Found++
		}
		g.Marks = append(g.Marks, mark)
	}
	return strip, nil
}

// groupKey tells which group of the picture a passage belongs to.
func groupKey(p *document.Passage) string {
	return p.Document + "/" + p.Part + "/" + objectiveValue(p.Objective)
}

func objectiveValue(n document.OptionalInt) string {
	return string(rune('0' + n))
}

// newStripGroup names the group that a passage begins, and the search narrowed
// to it.
func newStripGroup(x *index.Index, asked search, p *document.Passage) stripGroup {
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
		label = capitalise(x.Document(p.Document).ShortName())
		narrow.Set("document", p.Document)
	}
	g := stripGroup{}
	g.Label, g.Title, _ = strings.Cut(label, ": ")
	at := asked.address.page(1)
	for name := range narrow {
		at = at.set(name, narrow.Get(name))
	}
	g.Link = "/" + at.String()
	return g
}
