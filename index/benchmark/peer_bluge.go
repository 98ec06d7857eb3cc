package main

import (
	"context"
	"fmt"
	"os"

	"github.com/blugelabs/bluge"
	"github.com/blugelabs/bluge/analysis"
	"github.com/blugelabs/bluge/analysis/lang/en"
	"github.com/blugelabs/bluge/search"
	"github.com/blugelabs/bluge/search/aggregations"
	"github.com/blugelabs/bluge/search/highlight"
)

type blugeEngine struct {
	reader   *bluge.Reader
	analyzer *analysis.Analyzer
}

func buildBluge(dir string, c collection) (engine, error) {
	e := &blugeEngine{analyzer: en.NewAnalyzer()}
	config := bluge.DefaultConfig(dir)
	if _, err := os.Stat(dir); err != nil {
		if err := e.write(config, c); err != nil {
			return nil, err
		}
	}
	var err error
	e.reader, err = bluge.OpenReader(config)
	return e, err
}

func (e *blugeEngine) write(config bluge.Config, c collection) error {
	w, err := bluge.OpenWriter(config)
	if err != nil {
		return err
	}
	const batchSize = 2_000
	batch, i := bluge.NewBatch(), 0
	for p := range c.passages {
		batch.Insert(e.document(fmt.Sprint(i), flatten(p)))
		if i++; i%batchSize == 0 {
			if err := w.Batch(batch); err != nil {
				return err
			}
			batch.Reset()
		}
	}
	if err := w.Batch(batch); err != nil {
		return err
	}
	return w.Close()
}

func (e *blugeEngine) document(id string, f flat) *bluge.Document {
	d := bluge.NewDocument(id)
	d.AddField(bluge.NewTextField("text", f.Text).WithAnalyzer(e.analyzer).StoreValue().SearchTermPositions().HighlightMatches())
	for name, values := range map[string][]string{"organisation": f.Organisation, "objective": {f.Objective}, "threat": f.Threat, "kind": {f.Kind}} {
		for _, v := range values {
			if v != "" {
				d.AddField(bluge.NewKeywordField(name, v).Aggregatable())
			}
		}
	}
	return d
}

func (e *blugeEngine) search(q string) (int, error) {
	var parsed bluge.Query = bluge.NewMatchQuery(q).SetField("text").SetAnalyzer(e.analyzer)
	if phrase, ok := quoted(q); ok {
		parsed = bluge.NewMatchPhraseQuery(phrase).SetField("text").SetAnalyzer(e.analyzer)
	}
	request := bluge.NewTopNSearch(10, parsed).WithStandardAggregations().IncludeLocations()
	for _, name := range facetFields {
		request.AddAggregation(name, aggregations.NewTermsAggregation(search.Field(name), mostValues))
	}
	found, err := e.reader.Search(context.Background(), request)
	if err != nil {
		return 0, err
	}
	highlighter := highlight.NewHTMLHighlighter()
	for m, err := found.Next(); m != nil || err != nil; m, err = found.Next() {
		if err != nil {
			return 0, err
		}
		err = m.VisitStoredFields(func(field string, value []byte) bool {
			if field == "text" {
				highlighter.BestFragment(m.Locations["text"], value)
			}
			return true
		})
		if err != nil {
			return 0, err
		}
	}
	return int(found.Aggregations().Count()), nil
}

func (e *blugeEngine) close() error { return e.reader.Close() }
