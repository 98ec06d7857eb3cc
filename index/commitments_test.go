package index

import (
	"cmp"
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"socsearch/index/local"
	"socsearch/sources"
	"socsearch/sources/document"
)

// indexOnce tells a test's child process to index once, "with" commitments or
// "without".
const indexOnce = "SOCSEARCH_INDEX_ONCE"

// TestCostOfCommitments indexes the embedded documents with and without what they
// undertake, as the indexer does: reading, tagging and building, each time in a process
// of its own, the two in turn. What counts is the time that it keeps processors busy, which
// hangs less on what else the machine does.
//
//	SOCSEARCH_LONG=1 go test ./index -run CostOfCommitments -v
func TestCostOfCommitments(t *testing.T) {
	if what := os.Getenv(indexOnce); what != "" {
		indexEmbedded(t, what == "without")
		return
	}
	if os.Getenv("SOCSEARCH_LONG") == "" {
		t.Skip("it measures time: set SOCSEARCH_LONG")
	}
	const rounds, most = 21, 1.10
	var with, without, busy, busyWithout []float64 // milliseconds
	for range rounds {
		elapsed, processors := childTimes(t, "without")
		without, busyWithout = append(without, elapsed), append(busyWithout, processors)
		elapsed, processors = childTimes(t, "with")
		with, busy = append(with, elapsed), append(busy, processors)
	}
	for _, times := range []struct {
		name          string
		with, without []float64
	}{{"elapsed", with, without}, {"processors", busy, busyWithout}} {
		a, b := median(times.with), median(times.without)
		t.Logf("%-10s with commitments %.0f ms, without %.0f ms: %+.1f %% (medians of %d)", times.name, a, b, 100*(a/b-1), rounds)
	}
	if got := median(busy) / median(busyWithout); got > most {
		t.Errorf("indexing takes processors %.3f times as long with commitments, want %.2f at most", got, most)
	}
}

// childTimes indexes in a process of its own and returns how long it took and how long
// it kept processors busy, in milliseconds.
func childTimes(t *testing.T, what string) (elapsed, busy float64) {
	t.Helper()
	child := exec.Command(os.Args[0], "-test.run=^TestCostOfCommitments$")
	child.Env = append(os.Environ(), indexOnce+"="+what)
	started := time.Now()
	if out, err := child.CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	milliseconds := func(d time.Duration) float64 { return float64(d) / float64(time.Millisecond) }
	return milliseconds(time.Since(started)), milliseconds(child.ProcessState.UserTime() + child.ProcessState.SystemTime())
}

func median[T cmp.Ordered](values []T) T { return slices.Sorted(slices.Values(values))[len(values)/2] }

// indexEmbedded reads the embedded documents and builds their index.
func indexEmbedded(t *testing.T, withoutCommitments bool) {
	r := &sources.Reader{WithoutCommitments: withoutCommitments}
	c, failures, err := r.Load(sources.Embedded())
	if err != nil || len(failures) > 0 {
		t.Fatal(err, failures)
	}
	found := slices.ContainsFunc(c.Passages, func(p document.Passage) bool { return len(p.Commitments) > 0 })
	if found == withoutCommitments {
		t.Fatalf("commitments were found: %v", found)
	}
	if err := local.Build(context.Background(), filepath.Join(t.TempDir(), "index"), c, local.OriginEmbedded); err != nil {
		t.Fatal(err)
	}
}
