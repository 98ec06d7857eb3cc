package main

import (
	"fmt"
	"os"

	"github.com/blevesearch/bleve/v2"
	_ "github.com/blevesearch/bleve/v2/analysis/lang/en"
	"github.com/blevesearch/bleve/v2/search/query"

	"socsearch/sources/document"
)

// facetFields are the four facets that every engine counts.
var facetFields = []string{"organisation", "objective", "threat", "kind"}

const mostValues = 100 // of a facet: more than there are

// flat is a passage as the others index it.
type flat struct {
	Text         string   `json:"text"`
	Organisation []string `json:"organisation,omitempty"`
	Objective    string   `json:"objective,omitempty"`
	Threat       []string `json:"threat,omitempty"`
	Kind         string   `json:"kind"`
}

func flatten(p *document.Passage) flat {
	f := flat{Text: p.Text, Threat: p.Threats, Kind: string(p.Kind)}
	for _, o := range p.Organisations {
		f.Organisation = append(f.Organisation, o.Slug)
	}
	if p.Objective > 0 {
		f.Objective = fmt.Sprint(int(p.Objective))
	}
	return f
}

type bleveEngine struct{ index bleve.Index }

func buildBleve(dir string, c collection) (engine, error) {
	if _, err := os.Stat(dir); err == nil {
		x, err := bleve.Open(dir)
		return &bleveEngine{x}, err
	}
	m := bleve.NewIndexMapping()
	text := bleve.NewTextFieldMapping()
	text.Analyzer = "en"
	m.DefaultMapping.AddFieldMappingsAt("text", text)
	for _, name := range facetFields {
		m.DefaultMapping.AddFieldMappingsAt(name, bleve.NewKeywordFieldMapping())
	}
	x, err := bleve.New(dir, m)
	if err != nil {
		return nil, err
	}
	const batchSize = 2_000
	batch, i := x.NewBatch(), 0
	for p := range c.passages {
		if err := batch.Index(fmt.Sprint(i), flatten(p)); err != nil {
			return nil, err
		}
		if i++; batch.Size() == batchSize {
			if err := x.Batch(batch); err != nil {
				return nil, err
			}
			batch.Reset()
		}
	}
	return &bleveEngine{x}, x.Batch(batch)
}

func (e *bleveEngine) search(q string) (int, error) {
	var parsed query.Query
	if phrase, ok := quoted(q); ok {
		p := bleve.NewMatchPhraseQuery(phrase)
		p.SetField("text")
		parsed = p
	} else {
		m := bleve.NewMatchQuery(q)
		m.SetField("text")
		parsed = m
	}
	request := bleve.NewSearchRequestOptions(parsed, 10, 0, false)
	request.Highlight = bleve.NewHighlightWithStyle("html")
	request.Highlight.AddField("text")
	for _, name := range facetFields {
		request.AddFacet(name, bleve.NewFacetRequest(name, mostValues))
	}
	r, err := e.index.Search(request)
	if err != nil {
		return 0, err
	}
	return int(r.Total), nil
}

func (e *bleveEngine) close() error { return e.index.Close() }

// quoted returns the words of a query in quotation marks.
func quoted(q string) (phrase string, ok bool) {
	if len(q) > 2 && q[0] == '"' && q[len(q)-1] == '"' {
		return q[1 : len(q)-1], true
	}
	return "", false
}
