package cluster

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"

	"socsearch/index/engine"
)

// answer is what a search answers.
type answer struct {
	TimedOut bool `json:"timed_out"`
	Shards   struct {
		Total, Successful, Failed int
	} `json:"_shards"`
	Hits struct {
		Total struct {
			Value    int
			Relation string
		}
		Hits []hit
	}
	Aggregations map[string]aggregation
	Error        json.RawMessage
	Status       int
}

// hit is a hit of a search that asks for places or sources.
type hit struct {
	Score  float64           `json:"_score"`
	Source source            `json:"_source"`
	Sort   []json.RawMessage `json:"sort"`
}

// source is what is kept of a passage as it was handed in.
type source struct {
	ID      string `json:"id"`
	Place   int    `json:"place"`
	Passage string `json:"passage"`
}

// aggregation is what was counted: by a filter, by several with names, or by values.
type aggregation struct {
	Count   int             `json:"doc_count"`
	Buckets json.RawMessage `json:"buckets"`
	Others  int             `json:"sum_other_doc_count"`
	Inner   map[string]aggregation
}

// UnmarshalJSON reads an aggregation with those in it, whose names we gave.
func (a *aggregation) UnmarshalJSON(data []byte) error {
	type own aggregation
	if err := json.Unmarshal(data, (*own)(a)); err != nil {
		return err
	}
	var members map[string]json.RawMessage
	if err := json.Unmarshal(data, &members); err != nil {
		return err
	}
	for name, member := range members {
		if len(member) == 0 || member[0] != '{' || name == "buckets" {
			continue
		}
		var inner aggregation
		if err := json.Unmarshal(member, &inner); err != nil {
			return err
		}
		if a.Inner == nil {
			a.Inner = map[string]aggregation{}
		}
		a.Inner[name] = inner
	}
	return nil
}

// Named returns the buckets of filters by their names.
func (a aggregation) Named() map[string]aggregation {
	var named map[string]aggregation
	json.Unmarshal(a.Buckets, &named)
	return named
}

// values returns the buckets of values.
func (a aggregation) values() map[string]int {
	var list []struct {
		Key   string `json:"key"`
		Count int    `json:"doc_count"`
	}
	json.Unmarshal(a.Buckets, &list)
	counts := map[string]int{}
	for _, b := range list {
		counts[b.Key] = b.Count
	}
	return counts
}

// errAnswer says that an answer has another shape than was asked for.
var errAnswer = errors.New("OpenSearch answered what it wasn't asked")

// whole says whether an answer is of all shards; one that isn't is an error, never a
// smaller answer.
func (a *answer) whole() error {
	switch {
	case a.Error != nil:
		return &statusError{a.Status, reasonOf(mustWrap(a.Error))}
	case a.TimedOut:
		return fmt.Errorf("%w: a search ran out of time", engine.ErrUnavailable)
	case a.Shards.Failed > 0 || a.Shards.Successful != a.Shards.Total || a.Shards.Total == 0:
		return fmt.Errorf("%w: %d of %d shards answered", engine.ErrUnavailable, a.Shards.Successful, a.Shards.Total)
	}
	return nil
}

func mustWrap(e json.RawMessage) []byte {
	data, err := json.Marshal(map[string]json.RawMessage{"error": e})
	if err != nil {
		return e
	}
	return data
}

// search asks the index.
func (x *Index) search(ctx context.Context, body object) (*answer, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	a := new(answer)
	path := "/" + x.name + "/_search?allow_partial_search_results=false"
	if err := x.client.post(ctx, path, body, a); err != nil {
		return nil, x.gone(err)
	}
	return a, x.gone(a.whole())
}

// gone makes an index that isn't there any more something that passes: another has
// taken its place, and is noticed soon.
func (x *Index) gone(err error) error {
	if isStatus(err, http.StatusNotFound) {
		return fmt.Errorf("%w: index %s is gone", engine.ErrUnavailable, x.name)
	}
	return err
}
