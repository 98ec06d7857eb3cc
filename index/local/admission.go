package local

import (
	"context"
	"runtime"
)

// admission bounds how many searches run at once, so that their arenas stay within
// arenaMemory: of a small index as many as there are, of a large one no fewer
// than there are processors.
type admission chan struct{}

const (
	arenaMemory     = 256 << 20
	arenaBytes      = 40 // for each document of the index, of a search for several frequent words
	mostAtOnce  int = 1 << 10
)

func newAdmission(documents int) admission {
	n := min(arenaMemory/arenaBytes/max(documents, 1), mostAtOnce)
	return make(admission, max(n, runtime.GOMAXPROCS(0)))
}

// enter waits for a place; leave must be called if there is no error.
func (a admission) enter(ctx context.Context) error {
	select {
	case a <- struct{}{}:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}

func (a admission) leave() { <-a }
