package local

import (
	"math/rand/v2"
	"testing"

	"socsearch/index/engine"
	"socsearch/index/match"
)

// TestRareValues counts values that few documents have by their lists, and holds the
// counts against those of the sets.
func TestRareValues(t *testing.T) {
	const size = 64 * (leastWords + 1)
	r := rand.New(rand.NewPCG(1, 2))
	random := func(share int) match.Bitset {
		set := make(match.Bitset, match.BitsetWords(size))
		for d := range uint32(size) {
			if r.IntN(share) == 0 {
				set.Add(d)
			}
		}
		return set
	}
	sets := map[facetKey]match.Bitset{}
	for value, share := range map[string]int{"rare": 5_000, "few": 200, "many": 10, "most": 1} {
		sets[facetKey{"organisation", value}] = random(share)
	}
	x := newFacets(size, openTestIndex(t).Catalogue, sets)
	for value, want := range map[string]bool{"rare": true, "few": true, "many": false, "most": false} {
		v := x.by["organisation"].values[x.by["organisation"].place[value]]
		if (v.list != nil) != want {
			t.Errorf("the documents of %s are listed: %v", value, v.list != nil)
		}
	}
	for _, share := range []int{1, 3, 1_000} {
		found := random(share)
		for _, f := range x.Narrow(nil, found, engine.Filters{}, false).Counts() {
			for _, v := range f.Values {
				if want := found.Common(x.Set(f.Name, v.Value)); v.Count != want {
					t.Errorf("%s %s stands in %d documents of one in %d, want %d", f.Name, v.Value, v.Count, share, want)
				}
			}
		}
	}
}
