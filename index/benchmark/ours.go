package main

import (
	"context"
	"fmt"
	"os"

	"socsearch/index"
	"socsearch/index/local"
	"socsearch/index/query"
)

type ours struct{ index *index.Index }

func buildOurs(dir string, c collection) (engine, error) {
	if _, err := os.Stat(dir); err != nil {
		if err := local.BuildFrom(context.Background(), dir, c.corpus, c.passages, local.OriginFolder); err != nil {
			return nil, err
		}
	}
	x, err := index.Open(dir, c.corpus.Hash)
	return &ours{x}, err
}

func (o *ours) search(q string) (int, error) {
	r, err := o.index.Search(context.Background(), index.Request{Query: query.Parse(q), Plain: true, Page: 1, PerPage: 10})
	if err != nil {
		return 0, err
	}
	if len(r.Hits) > 0 && r.Hits[0].Snippet.HTML == "" {
		return 0, fmt.Errorf("no snippet")
	}
	return r.Total, nil
}

func (o *ours) close() error { return o.index.Close() }
