package index

import (
	"context"
	"errors"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"socsearch/index/query"
)

// patience is a context that ends when it was asked so many times whether it has:
// a request that is cancelled in the middle of a search, at a place of the test's
// choosing.
type patience struct {
	context.Context
	left int
}

func (p *patience) Err() error {
	if p.left--; p.left < 0 {
		return context.DeadlineExceeded
	}
	return nil
}

func (p *patience) Done() <-chan struct{} { return nil }

func (p *patience) Deadline() (time.Time, bool) { return time.Time{}, false }

// TestCancelledSearchTeachesNothing cancels searches at every place where they
// look whether they are: each fails as a whole or answers rightly, and the
// searches after it answer as if it had never been.
func TestCancelledSearchTeachesNothing(t *testing.T) {
	queries := []string{"local-community", "cyber-attack", "county lines", "law-enforcement", "prison-based", `"county lines" OR money-laundering`, "cybersecurity"}
	answer := func(x *Index, ctx context.Context, q string) ([]string, error) {
		found, err := x.Search(ctx, Request{Query: query.Parse(q), Page: 1, PerPage: 500})
		if err != nil {
			return nil, err
		}
		var ids []string
		for _, h := range found.Hits {
			ids = append(ids, h.Passage.ID)
		}
		return ids, nil
	}
	dir, hash := buildTestIndex(t)
	fresh := func() *Index { // with nothing kept in it
		x, err := Open(dir, hash)
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { x.Close() })
		return x
	}
	for _, q := range queries {
		want, err := answer(fresh(), context.Background(), q)
		if err != nil {
			t.Fatal(err)
		}
		cancelled := 0
		for places := 0; ; places++ {
			x := fresh()
			got, err := answer(x, &patience{context.Background(), places}, q)
			if err == nil {
				if diff := cmp.Diff(want, got); diff != "" {
					t.Errorf("%q, asked %d times: %s", q, places, diff)
				}
				break
			}
			if !errors.Is(err, context.DeadlineExceeded) {
				t.Fatalf("%q: %v", q, err)
			}
			cancelled++
			after, err := answer(x, context.Background(), q)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(want, after); diff != "" {
				t.Errorf("%q after a search that was cancelled at place %d: %s", q, places, diff)
			}
		}
		if cancelled == 0 {
			t.Errorf("%q was never cancelled: the test tries nothing", q)
		}
	}
}
