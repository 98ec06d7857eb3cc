package match

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/bits-and-blooms/bitset"
)

// random returns about a third of the numbers below n, ascending.
func random(n int, seed uint64) []uint32 {
	r := rand.New(rand.NewPCG(seed, 1))
	var list []uint32
	for d := range n {
		if r.IntN(3) == 0 {
			list = append(list, uint32(d))
		}
	}
	return list
}

// TestBitset holds sets of sizes around whole words against those of a library.
func TestBitset(t *testing.T) {
	for _, n := range []int{1, 63, 64, 65, 339, 4096, 5000} {
		a, b := random(n, 1), random(n, 2)
		theirA, theirB := bitset.New(uint(n)), bitset.New(uint(n))
		for _, d := range a {
			theirA.Set(uint(d))
		}
		for _, d := range b {
			theirB.Set(uint(d))
		}
		set := func(list []uint32) Bitset { return make(Bitset, BitsetWords(n)).AddAll(list) }
		same := func(what string, ours Bitset, theirs *bitset.BitSet) {
			t.Helper()
			for d := range n {
				if ours.Has(uint32(d)) != theirs.Test(uint(d)) {
					t.Fatalf("%s of %d: %d is in it: %v", what, n, d, ours.Has(uint32(d)))
				}
			}
			if ours.Count() != int(theirs.Count()) {
				t.Errorf("%s of %d has %d members, want %d", what, n, ours.Count(), theirs.Count())
			}
		}
		same("a set", set(a), theirA)
		if got := set(a).Documents(); !slices.Equal(got, a) {
			t.Errorf("the documents of a set of %d are %d, want %d", n, got, a)
		}
		and, or, not := set(a), set(a), set(a)
		and.And(set(b))
		or.Or(set(b))
		not.AndNot(set(b))
		same("both", and, theirA.Intersection(theirB))
		same("either", or, theirA.Union(theirB))
		same("one without the other", not, theirA.Difference(theirB))
		if got, want := set(a).Common(set(b)), int(theirA.IntersectionCardinality(theirB)); got != want {
			t.Errorf("two sets of %d have %d in common, want %d", n, got, want)
		}
		all := make(Bitset, BitsetWords(n))
		if all.Fill(n); all.Count() != n {
			t.Errorf("all of %d are %d", n, all.Count())
		}
		or.And(nil)
		if or.Count() != 0 || set(a).Common(nil) != 0 {
			t.Errorf("something of %d is in the empty set", n)
		}
	}
}

// BenchmarkBitset compares with the library that the store brings along: at a million
// documents it takes 1.6 times as long to add and 1.3 times as long to count, in what
// most of a search's time goes into. That is why there is a type of our own.
func BenchmarkBitset(b *testing.B) {
	for _, n := range []int{339, 1_000_000} {
		first, second := random(n, 1), random(n, 2)
		ours, otherOfOurs := make(Bitset, BitsetWords(n)), make(Bitset, BitsetWords(n)).AddAll(second)
		theirs, otherOfTheirs := bitset.New(uint(n)), bitset.New(uint(n))
		for _, d := range second {
			otherOfTheirs.Set(uint(d))
		}
		for name, run := range map[string]func(){
			"add/ours": func() { ours.AddAll(first) },
			"add/theirs": func() {
				for _, d := range first {
					theirs.Set(uint(d))
				}
			},
			"count/ours":   func() { ours.Common(otherOfOurs) },
			"count/theirs": func() { theirs.IntersectionCardinality(otherOfTheirs) },
		} {
			b.Run(fmt.Sprint(name, "/", n), func(b *testing.B) {
				for b.Loop() {
					run()
				}
			})
		}
	}
}
