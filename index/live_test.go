package index

import (
	"context"
	"errors"
	"sync"
	"testing"

	"socsearch/index/query"
)

// TestSwapUnderLoad swaps indexes while searches are under way: none fails.
func TestSwapUnderLoad(t *testing.T) {
	dir, hash := buildTestIndex(t)
	open := func() *Index {
		x, err := Open(dir, hash)
		must(t, err)
		return x
	}
	live := new(Live)
	live.Swap(open())
	ctx, stop := context.WithCancel(context.Background())
	var searchers sync.WaitGroup
	for range 4 {
		searchers.Go(func() {
			for ctx.Err() == nil {
				x, release, err := live.Acquire()
				if err != nil {
					t.Error(err)
					return
				}
				r, err := x.Search(context.Background(), Request{Query: query.Parse("county lines"), Page: 1, PerPage: 10})
				if err != nil || r.Total == 0 {
					t.Errorf("Search = %v, %v", r, err)
				}
				release()
			}
		})
	}
	for range 20 {
		live.Swap(open())
	}
	stop()
	searchers.Wait()
	live.Swap(nil)
	if _, _, err := live.Acquire(); !errors.Is(err, ErrNotReady) {
		t.Errorf("Acquire of nothing = %v", err)
	}
}
