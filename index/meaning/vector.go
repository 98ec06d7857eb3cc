package meaning

import (
	"encoding/binary"
	"math"
)

// Vector is what a text means, for comparison with queries: Width numbers in a
// byte each, 128 for zero, and the inverse of its length in the last four bytes.
type Vector [vectorSize]byte

const (
	vectorZero = 128
	vectorMost = 127
	vectorSize = Width + 4
)

func newVector(v []float32) (r Vector) {
	factor := vectorMost / largest(v)
	var square int
	for i, f := range v {
		n := int(math.RoundToEven(float64(f * factor)))
		r[i] = uint8(vectorZero + n)
		square += n * n
	}
	binary.LittleEndian.PutUint32(r[Width:], math.Float32bits(float32(1/math.Sqrt(float64(square)))))
	return r
}

// Query is what a query means: whole numbers, so that what is found doesn't hang
// on the last bits of a sum.
type Query struct {
	numbers [Width]int8 // -64 to 64: see dot4
	sum     int32
	inverse float32 // of its length
}

const queryMost = 64

func newQuery(v []float32) *Query {
	q := new(Query)
	factor := queryMost / largest(v)
	var square int
	for i, f := range v {
		n := int(math.RoundToEven(float64(f * factor)))
		q.numbers[i] = int8(n)
		q.sum += int32(n)
		square += n * n
	}
	q.inverse = float32(1 / math.Sqrt(float64(square)))
	return q
}

func largest(v []float32) float32 {
	most := float32(math.SmallestNonzeroFloat32)
	for _, f := range v {
		most = max(most, f, -f)
	}
	return most
}

// cosines returns how near a query is to each of the vectors that stand one
// after the other in rows: their cosines, appended to near.
func (q *Query) cosines(rows []byte, near []float32) []float32 {
	var products [tile]int32
	for at := 0; at < len(rows); at += tile * vectorSize {
		n := min((len(rows)-at)/vectorSize, tile)
		tiled := rows[at:]
		if n < tile {
			tiled = append(make([]byte, 0, tile*vectorSize), tiled...)[:tile*vectorSize]
		}
		dot4(q.numbers[:], tiled, vectorSize, &products)
		for i, p := range products[:n] {
			inverse := math.Float32frombits(binary.LittleEndian.Uint32(tiled[i*vectorSize+Width:]))
			near = append(near, float32(float32(p-vectorZero*q.sum)*q.inverse)*inverse)
		}
	}
	return near
}
