package resolve

import (
	"slices"
	"strconv"
	"strings"

	"socsearch/sources/document"
)

// addTo adds a passage to the thing that it is counted with, else to a new one.
func addTo(things []*thing, passages []*document.Passage, i int, create func(*document.Passage) *thing) []*thing {
	p := passages[i]
	for _, t := range slices.Backward(things) {
		if passages[t.passages[0]].Place.Group == p.Place.Group {
			t.passages = append(t.passages, i)
			return things
		}
	}
	t := create(p)
	t.passages = []int{i}
	return append(things, t)
}

// addNamesakes lets things of one name know each other: who names one means them all.
func addNamesakes(things []*thing) {
	byName := map[string][]*thing{}
	for _, t := range things {
		if len(t.names) > 0 {
			name := strings.Join(t.names[0], " ")
			byName[name] = append(byName[name], t)
		}
	}
	for _, same := range byName {
		for i, t := range same {
			t.namesakes = slices.Concat(same[:i], same[i+1:])
		}
	}
}

func newBox(p *document.Passage) *thing {
	if p.Title == "" {
		return &thing{label: "the box on page " + strconv.Itoa(int(p.Page))}
	}
	short, _ := document.WithoutAbbreviation(p.Title)
	return &thing{names: [][]string{tokens(p.Title), tokens(short)}, label: "the box “" + p.Title + "”"}
}

// newEntry knows an organisation by the names that the entry's tags give it.
func newEntry(p *document.Passage) *thing {
	t := &thing{names: [][]string{tokens(p.Title)}, label: p.Title}
	for _, o := range p.Organisations {
		if p.Place.Group != o.Slug && p.Place.Group != "annex-"+o.Slug {
			continue
		}
		t.names = append(t.names, tokens(o.Slug))
		if o.Abbreviation != "" {
			t.names = append(t.names, tokens(o.Abbreviation))
		}
	}
	if p.Kind == document.KindAnnex {
		t.annex = p.Place.In
	}
	return t
}
