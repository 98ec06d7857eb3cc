package match

import (
	"math/bits"
)

// Bitset is a set of document numbers, a bit for each document of the index. All
// sets of an index have the same length. At a million documents one takes 125 KB,
// and two are intersected and counted in some ten microseconds. BenchmarkBitset says why
// it isn't a library's.
type Bitset []uint64

const wordBits = 64

// BitsetWords is the length of a bitset of n documents.
func BitsetWords(n int) int { return (n + wordBits - 1) / wordBits }

func (b Bitset) Add(document uint32) { b[document/wordBits] |= 1 << (document % wordBits) }

func (b Bitset) Has(document uint32) bool { return b[document/wordBits]&(1<<(document%wordBits)) != 0 }

// AddAll adds documents, and returns the set.
func (b Bitset) AddAll(documents []uint32) Bitset {
	for _, d := range documents {
		b.Add(d)
	}
	return b
}

// Documents lists the documents of the set, ascending.
func (b Bitset) Documents() []uint32 {
	list := make([]uint32, 0, b.Count())
	for i, w := range b {
		for ; w != 0; w &= w - 1 {
			list = append(list, uint32(i*wordBits+bits.TrailingZeros64(w)))
		}
	}
	return list
}

// Fill adds every number below n.
func (b Bitset) Fill(n int) {
	for i := range b {
		b[i] = ^uint64(0)
	}
	if rest := n % wordBits; rest > 0 {
		b[len(b)-1] = 1<<rest - 1
	}
}

func (b Bitset) Count() int {
	n := 0
	for _, w := range b {
		n += bits.OnesCount64(w)
	}
	return n
}

// Common counts the documents that are in both sets; nil is the empty set.
func (b Bitset) Common(c Bitset) int {
	if len(c) < len(b) {
		return 0
	}
	c = c[:len(b)]
	n, i := 0, 0
	for ; i+4 <= len(b); i += 4 { // four at a time take two thirds of the time
		x, y := b[i:i+4:i+4], c[i:i+4:i+4]
		n += bits.OnesCount64(x[0]&y[0]) + bits.OnesCount64(x[1]&y[1]) + bits.OnesCount64(x[2]&y[2]) + bits.OnesCount64(x[3]&y[3])
	}
	for ; i < len(b); i++ {
		n += bits.OnesCount64(b[i] & c[i])
	}
	return n
}

// and, andNot and or change b; nil is the empty set.
func (b Bitset) And(c Bitset) {
	if c == nil {
		clear(b)
		return
	}
	for i := range b {
		b[i] &= c[i]
	}
}

func (b Bitset) AndNot(c Bitset) {
	for i := range c {
		b[i] &^= c[i]
	}
}

func (b Bitset) Or(c Bitset) {
	for i := range c {
		b[i] |= c[i]
	}
}
