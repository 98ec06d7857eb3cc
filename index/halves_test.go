package index

import (
	"os"
	"slices"
	"testing"

	"socsearch/index/match"
)

// TestHalves chooses the weights again, with every query left out in turn and
// with either set alone, and measures them with what was left out: what the
// figures would be if nothing had been chosen with the queries that they are
// measured with.
func TestHalves(t *testing.T) {
	if os.Getenv("SOCSEARCH_LONG") == "" {
		t.Skip("runs for half a minute: set SOCSEARCH_LONG=1")
	}
	near, filler := match.NearnessWeight, match.FillerWeight
	defer func() { match.NearnessWeight, match.FillerWeight = near, filler }()
	x := openMeaning(t)
	queries := readJudged(t, judgedSets[0])
	first := len(queries)
	queries = append(queries, readJudged(t, judgedSets[1])...)
	var choices []choice
	for _, match.NearnessWeight = range []float32{0.5, 1, 1.25, 1.5, 1.75, 2, 2.5, 3} {
		for _, match.FillerWeight = range []float32{0.1, 0.3, 0.5, 1} {
			c := choice{near: match.NearnessWeight, filler: match.FillerWeight}
			for _, q := range queries {
				c.ndcg = append(c.ndcg, measure(rankBases(t, x, q), q.Relevant).ndcg)
			}
			choices = append(choices, c)
		}
	}
	all := func(int) bool { return true }
	inFirst := func(i int) bool { return i < first }
	inSecond := func(i int) bool { return i >= first }
	var left float64
	for out := range queries {
		left += best(choices, func(i int) bool { return i != out }).ndcg[out]
	}
	chosen, byFirst, bySecond := best(choices, all), best(choices, inFirst), best(choices, inSecond)
	t.Logf("chosen with all queries: meaning %v, fillers %v: nDCG %.3f", chosen.near, chosen.filler, chosen.mean(all))
	t.Logf("each query left out in turn: nDCG %.3f", left/float64(len(queries)))
	t.Logf("chosen with the first set: meaning %v, fillers %v: the second has nDCG %.3f, at best %.3f", byFirst.near, byFirst.filler, byFirst.mean(inSecond), bySecond.mean(inSecond))
	t.Logf("chosen with the second set: meaning %v, fillers %v: the first has nDCG %.3f, at best %.3f", bySecond.near, bySecond.filler, bySecond.mean(inFirst), byFirst.mean(inFirst))
	if got := left / float64(len(queries)); got < leastOverall-0.01 {
		t.Errorf("with each query left out in turn nDCG is %.3f, want %.3f", got, leastOverall-0.01)
	}
}

// choice is a pair of weights with what each query is worth with them.
type choice struct {
	near, filler float32
	ndcg         []float64
}

// mean is over the queries that are in a part.
func (c choice) mean(in func(int) bool) float64 {
	var sum, n float64
	for i, v := range c.ndcg {
		if in(i) {
			sum += v
			n++
		}
	}
	return sum / n
}

// best returns the choice that is best over a part of the queries.
func best(choices []choice, in func(int) bool) choice {
	return slices.MaxFunc(choices, func(a, b choice) int {
		switch {
		case a.mean(in) < b.mean(in):
			return -1
		case a.mean(in) > b.mean(in):
			return 1
		}
		return 0
	})
}
