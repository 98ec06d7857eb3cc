package meaning

import (
	_ "embed"
	"encoding/binary"
	"fmt"
	"math"
	"strings"
	"sync"
	"unsafe"
)

// The shape of the model.
const (
	Width      = 384 // of a vector
	layerCount = 12
	headCount  = 12
	headWidth  = Width / headCount
	innerWidth = 4 * Width // between the two halves of a layer's feed-forward step
	pieceCount = 30522
	maxPieces  = 512 // that a text can have; what is longer is cut
)

// The weights are strings, so that they are read from the program's file where
// they stand: the system maps what is used, and no copy is made.
var (
	//go:embed weights/e5-small-v2.bin
	weightsFile string
	//go:embed weights/vocab.txt
	vocabularyFile string
)

// model is the weights of a BERT encoder. Large matrices stay where they are in
// the program's file; vectors are decoded.
type model struct {
	pieces pieces

	embedding      string // pieceCount rows of Width bytes
	embeddingScale float32
	embeddingZero  float32
	positions      []float32 // maxPieces rows of Width; the only segment's embedding is added
	norm           layerNorm
	layers         [layerCount]layer
}

type layer struct {
	attention linear // queries, keys and values side by side
	output    linear
	norm      layerNorm
	up, down  linear
	normAfter layerNorm
}

// layerNorm is the gain and bias of a layer normalisation.
type layerNorm struct{ gain, bias []float32 }

// theModel reads the weights when they are first needed: some milliseconds.
var theModel = sync.OnceValue(func() *model {
	m, err := readModel(weightsFile, vocabularyFile)
	if err != nil {
		panic(err) // the files are a part of the program
	}
	return m
})

// readModel reads what command export wrote, in its order.
func readModel(weights, vocabulary string) (*model, error) {
	lines := strings.Split(strings.TrimSuffix(vocabulary, "\n"), "\n")
	const bytes = 34e6 // at least: a pointer of Git LFS is no model
	if len(lines) != pieceCount || len(weights) < bytes {
		return nil, fmt.Errorf("weights of %d bytes, %d pieces: run go generate ./index/meaning", len(weights), len(lines))
	}
	m := &model{pieces: newPieces(lines)}
	r := &reader{rest: weights}
	scale := r.floats(2)
	m.embeddingScale, m.embeddingZero = scale[0], scale[1]
	m.embedding = r.bytes(pieceCount * Width)
	m.positions = r.floats(maxPieces * Width)
	m.norm = r.norm()
	for i := range m.layers {
		l := &m.layers[i]
		l.attention = r.linear(Width, 3*Width)
		l.output = r.linear(Width, Width)
		l.norm = r.norm()
		l.up = r.linear(Width, innerWidth)
		l.down = r.linear(innerWidth, Width)
		l.normAfter = r.norm()
	}
	if r.short || r.rest != "" {
		return nil, fmt.Errorf("weights have another size than the model: run go generate ./index/meaning")
	}
	return m, nil
}

// reader takes weights off the front of a file.
type reader struct {
	rest  string
	short bool // something was missing
}

func (r *reader) bytes(n int) string {
	if len(r.rest) < n {
		r.short = true
		return strings.Repeat("\x00", n)
	}
	taken := r.rest[:n]
	r.rest = r.rest[n:]
	return taken
}

func (r *reader) floats(n int) []float32 {
	const width = 4 // bytes
	data := r.bytes(width * n)
	floats := make([]float32, n)
	for i := range floats {
		floats[i] = math.Float32frombits(binary.LittleEndian.Uint32([]byte(data[width*i : width*i+width])))
	}
	return floats
}

func (r *reader) norm() layerNorm { return layerNorm{gain: r.floats(Width), bias: r.floats(Width)} }

func (r *reader) linear(in, out int) linear {
	data := r.bytes(in * out)
	l := linear{in: in, out: out, weights: unsafe.Slice((*int8)(unsafe.Pointer(unsafe.StringData(data))), len(data))}
	l.scale, l.bias = r.floats(out), r.floats(out)
	l.sums = make([]int32, out)
	for o := range out {
		for _, w := range l.weights[o*in : (o+1)*in] {
			l.sums[o] += int32(w)
		}
	}
	return l
}
