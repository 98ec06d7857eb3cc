package index

import "math/bits"

// bitset is a set of document numbers, a bit for each document of the index. All
// sets of an index have the same length. At a million documents one takes 125 KB,
// and two are intersected and counted in some ten microseconds.
type bitset []uint64

const wordBits = 64

// bitsetWords is the length of a bitset of n documents.
func bitsetWords(n int) int { return (n + wordBits - 1) / wordBits }

func (b bitset) add(document uint32) { b[document/wordBits] |= 1 << (document % wordBits) }

func (b bitset) has(document uint32) bool { return b[document/wordBits]&(1<<(document%wordBits)) != 0 }

// addAll adds documents, and returns the set.
func (b bitset) addAll(documents []uint32) bitset {
	for _, d := range documents {
		b.add(d)
	}
	return b
}

// fill adds every number below n.
func (b bitset) fill(n int) {
	for i := range b {
		b[i] = ^uint64(0)
	}
	if rest := n % wordBits; rest > 0 {
		b[len(b)-1] = 1<<rest - 1
	}
}

func (b bitset) count() int {
	n := 0
	for _, w := range b {
		n += bits.OnesCount64(w)
	}
	return n
}

// common counts the documents that are in both sets; nil is the empty set.
func (b bitset) common(c bitset) int {
	if len(c) < len(b) {
		return 0
	}
	n := 0
	for i, w := range b {
		n += bits.OnesCount64(w & c[i])
	}
	return n
}

// and, andNot and or change b; nil is the empty set.
func (b bitset) and(c bitset) {
	if c == nil {
		clear(b)
		return
	}
	for i := range b {
		b[i] &= c[i]
	}
}

func (b bitset) andNot(c bitset) {
	for i := range c {
		b[i] &^= c[i]
	}
}

func (b bitset) or(c bitset) {
	for i := range c {
		b[i] |= c[i]
	}
}
