package library

import (
	"strings"

	"socsearch/index/engine"
	"socsearch/index/schema"
	"socsearch/sources"
	"socsearch/sources/document"
	"socsearch/sources/split"
	"socsearch/sources/tag"
)

// Catalogue is what an index knows besides its passages: corpus.json.
type Catalogue struct {
	Documents     []Document          `json:"documents"`
	Organisations []*tag.Organisation `json:"organisations"`
	Threats       []tag.Threat        `json:"threats"`
	Strands       []tag.Strand        `json:"strands"`
	Definitions   []tag.Definition    `json:"definitions"`
	// Lengths are the mean numbers of words in the searched fields, by field.
	Lengths map[string]float64 `json:"lengths"`

	BySlug map[string]*tag.Organisation
	closed map[string][]engine.FacetValue // the values of closed facets in natural order
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

func New(c *sources.Corpus) *Catalogue {
	cat := &Catalogue{Organisations: c.Gazetteer.Organisations, Threats: c.Threats.List, Strands: c.Strands.List, Definitions: c.Definitions}
	for _, d := range c.Documents {
		own := Document{Manifest: *d.Manifest, Contents: d.Contents, Passages: d.Passages, Account: d.Account, Unread: d.Unread, Doubts: d.Doubts}
		own.setPages(c.Passages)
		cat.Documents = append(cat.Documents, own)
	}
	return cat
}

func (c *Catalogue) Prepare() {
	c.BySlug = map[string]*tag.Organisation{}
	for _, o := range c.Organisations {
		c.BySlug[o.Slug] = o
	}
	c.closed = map[string][]engine.FacetValue{}
	for _, f := range schema.FacetFields {
		if f.Closed {
			c.closed[f.Name] = c.listClosed(f.Name)
		}
	}
}

// Document returns a document by its slug; nil if there is none.
func (c *Catalogue) Document(slug string) *Document {
	for i := range c.Documents {
		if c.Documents[i].Slug == slug {
			return &c.Documents[i]
		}
	}
	return nil
}

// Principal returns the document that the others are about: the only one that
// isn't based on another; nil where there are several.
func (c *Catalogue) Principal() *Document {
	var principal *Document
	for i := range c.Documents {
		switch {
		case c.Documents[i].BasedOn != nil:
		case principal != nil:
			return nil
		default:
			principal = &c.Documents[i]
		}
	}
	return principal
}

// parts lists the parts of all documents in reading order.
func (c *Catalogue) parts() []engine.FacetValue {
	var parts []engine.FacetValue
	for _, d := range c.Documents {
		for _, o := range d.Outline {
			if o.Part != "" {
				parts = append(parts, engine.FacetValue{Value: o.Part, Label: o.Heading})
			}
		}
	}
	return parts
}

// objectives returns the headings of the objectives that documents have, by number.
func (c *Catalogue) objectives() map[int]string {
	headings := map[int]string{}
	var walk func([]*document.Outline)
	walk = func(nodes []*document.Outline) {
		for _, o := range nodes {
			if o.Objective > 0 {
				headings[o.Objective] = o.Heading
			}
			walk(o.Children)
		}
	}
	for _, d := range c.Documents {
		walk(d.Outline)
	}
	return headings
}

// Label returns what a person reads for a value of a facet.
func (c *Catalogue) Label(facet, value string) string {
	switch facet {
	case schema.FacetOrganisation:
		if o := c.BySlug[value]; o != nil {
			return o.Name
		}
	case schema.FacetDocument:
		for _, d := range c.Documents {
			if d.Slug == value {
				return d.Title
			}
		}
	default:
		for _, v := range c.ClosedValues(facet) {
			if v.Value == value {
				return v.Label
			}
		}
	}
	return strings.ReplaceAll(value, "-", " ")
}
