package index

import (
	"strings"

	"socsearch/sources"
	"socsearch/sources/document"
	"socsearch/sources/split"
	"socsearch/sources/tag"
)

// catalogue is what an index knows besides its passages: corpus.json.
type catalogue struct {
	Documents     []Document          `json:"documents"`
	Organisations []*tag.Organisation `json:"organisations"`
	Threats       []tag.Threat        `json:"threats"`
	Strands       []tag.Strand        `json:"strands"`
	Definitions   []tag.Definition    `json:"definitions"`
	// Lengths are the mean numbers of words in the searched fields, by field.
	Lengths map[string]float64 `json:"lengths"`

	organisations map[string]*tag.Organisation
	closed        map[string][]FacetValue // the values of closed facets in natural order
}

// Document is what an index knows of a document.
type Document struct {
	document.Manifest
	Contents []*document.Heading
	Passages int
	Account  split.Account
	Unread   map[string]int // characters that aren't in the account, by reason
	Doubts   []string       // what a person should look at, a sentence each
	// FirstPage and LastPage are printed pages; 0 where the document has none.
	FirstPage, LastPage int
}

// setPages takes a document's pages from its manifest, or from its passages.
func (d *Document) setPages(passages []document.Passage) {
	if d.Pages != nil {
		d.FirstPage, d.LastPage = d.Pages.First, d.Pages.Last
		return
	}
	for i := range passages {
		p := &passages[i]
		if p.Document != d.Slug || p.Page == 0 {
			continue
		}
		if d.FirstPage == 0 || int(p.Page) < d.FirstPage {
			d.FirstPage = int(p.Page)
		}
		d.LastPage = max(d.LastPage, int(p.PageEnd))
	}
}

func newCatalogue(c *sources.Corpus) *catalogue {
	cat := &catalogue{Organisations: c.Gazetteer.Organisations, Threats: c.Threats.List, Strands: c.Strands.List, Definitions: c.Definitions}
	for _, d := range c.Documents {
		own := Document{Manifest: *d.Manifest, Contents: d.Contents, Passages: d.Passages, Account: d.Account, Unread: d.Unread, Doubts: d.Doubts}
		own.setPages(c.Passages)
		cat.Documents = append(cat.Documents, own)
	}
	return cat
}

func (c *catalogue) prepare() {
	c.organisations = map[string]*tag.Organisation{}
	for _, o := range c.Organisations {
		c.organisations[o.Slug] = o
	}
	c.closed = map[string][]FacetValue{}
	for _, f := range FacetFields {
		if f.Closed {
			c.closed[f.Name] = c.listClosed(f.Name)
		}
	}
}

// parts lists the parts of all documents in reading order.
func (c *catalogue) parts() []FacetValue {
	var parts []FacetValue
	for _, d := range c.Documents {
		for _, o := range d.Outline {
			if o.Part != "" {
				parts = append(parts, FacetValue{o.Part, o.Heading})
			}
		}
	}
	return parts
}

// objectiveLabel returns the heading of an objective; fallback if there is none.
func (c *catalogue) objectiveLabel(n int, fallback string) string {
	label := fallback
	var walk func([]*document.Outline)
	walk = func(nodes []*document.Outline) {
		for _, o := range nodes {
			if o.Objective == n {
				label = o.Heading
			}
			walk(o.Children)
		}
	}
	for _, d := range c.Documents {
		walk(d.Outline)
	}
	return label
}

// label returns what a person reads for a value of a facet.
func (c *catalogue) label(facet, value string) string {
	switch facet {
	case FacetOrganisation:
		if o := c.organisations[value]; o != nil {
			return o.Name
		}
	case FacetDocument:
		for _, d := range c.Documents {
			if d.Slug == value {
				return d.Title
			}
		}
	default:
		for _, v := range c.closedValues(facet) {
			if v.Value == value {
				return v.Label
			}
		}
	}
	return strings.ReplaceAll(value, "-", " ")
}
