package cluster

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"net/http"
)

// bulk is documents that wait to be handed over.
type bulk struct {
	ids   []string
	lines map[string][]byte // by id
	size  int
}

func (b *bulk) add(id string, doc object) error {
	line, err := json.Marshal(doc)
	if err != nil {
		return err
	}
	if b.lines == nil {
		b.lines = map[string][]byte{}
	}
	b.ids, b.lines[id] = append(b.ids, id), line
	b.size += len(line)
	return nil
}

// body is a bulk request for the documents with some ids.
func (b *bulk) body() ([]byte, error) {
	var out bytes.Buffer
	e := json.NewEncoder(&out)
	for _, id := range b.ids {
		if err := e.Encode(object{"index": object{"_id": id}}); err != nil {
			return nil, err
		}
		out.Write(b.lines[id])
		out.WriteByte('\n')
	}
	return out.Bytes(), nil
}

// flush hands documents over. Those that the cluster has no room for now are handed
// over again, later and later: writing a document again changes nothing.
func (g *generation) flush(ctx context.Context, b *bulk) error {
	wait := firstWait
	for try := 1; len(b.ids) > 0; try++ {
		body, err := b.body()
		if err != nil {
			return err
		}
		rejected, err := g.bulk(ctx, body)
		switch {
		case err != nil && (!passes(err) || try == bulkTries):
			return err
		case err == nil && len(rejected) > 0 && try == bulkTries:
			return fmt.Errorf("the cluster has had no room for %d documents after %d tries", len(rejected), try)
		case err == nil:
			b.ids = rejected
		}
		if len(b.ids) > 0 {
			if sleep(ctx, wait); ctx.Err() != nil {
				return ctx.Err()
			}
			wait *= 2
		}
	}
	*b = bulk{}
	return nil
}

// bulk sends a bulk request and returns the ids of the documents that there was no
// room for.
func (g *generation) bulk(ctx context.Context, body []byte) (rejected []string, err error) {
	var result struct {
		Errors bool
		Items  []map[string]struct {
			ID     string `json:"_id"`
			Status int
			Error  json.RawMessage
		}
	}
	err = g.client.ask(ctx, call{method: http.MethodPost, path: "/" + g.name + "/_bulk", body: body, lines: true}, &result)
	if err != nil || !result.Errors {
		return nil, err
	}
	for _, item := range result.Items {
		for _, i := range item {
			switch {
			case i.Status == http.StatusTooManyRequests || i.Status == http.StatusServiceUnavailable:
				rejected = append(rejected, i.ID)
			case i.Status >= http.StatusMultipleChoices:
				return nil, fmt.Errorf("document %s: %w", i.ID, &statusError{i.Status, reasonOf(mustWrap(i.Error))})
			}
		}
	}
	return rejected, nil
}
