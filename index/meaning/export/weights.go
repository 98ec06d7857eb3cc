package main

import (
	"encoding/binary"
	"fmt"
	"math"
	"strings"
)

// The shape of the model; package meaning has the same.
const (
	width      = 384
	layerCount = 12
	pieceCount = 30522
	maxPieces  = 512
	mostWeight = 64 // of a matrix: what the loops of package meaning rely on
)

// exporter writes the weights in the order in which package meaning reads them.
type exporter struct {
	graph *graph
	out   []byte
	err   error // the first
}

// exportWeights turns an ONNX file into the program's own: the pieces'
// embeddings as bytes with their scale and zero, those of positions with the
// only segment's added, and for each layer its matrices, a row for each output,
// with scales and biases.
func exportWeights(onnx []byte) ([]byte, error) {
	g, err := readGraph(onnx)
	if err != nil {
		return nil, err
	}
	const perLayer = 6
	if len(g.products) != layerCount*perLayer {
		return nil, fmt.Errorf("%d matrices, want %d", len(g.products), layerCount*perLayer)
	}
	e := &exporter{graph: g}
	e.embeddings()
	for l := range layerCount {
		e.layer(l, g.products[l*perLayer:(l+1)*perLayer])
	}
	return e.out, e.err
}

func (e *exporter) fail(format string, args ...any) {
	if e.err == nil {
		e.err = fmt.Errorf(format, args...)
	}
}

// tensor returns the data of a tensor, which must have a number of bytes.
func (e *exporter) tensor(name string, bytes int) []byte {
	t, ok := e.graph.tensors[name]
	if !ok || len(t.data) != bytes {
		e.fail("tensor %s has %d bytes, want %d", name, len(t.data), bytes)
		return make([]byte, bytes)
	}
	return t.data
}

const floatWidth = 4 // bytes

func (e *exporter) floats(name string, n int) []float32 {
	data := e.tensor(name, floatWidth*n)
	floats := make([]float32, n)
	for i := range floats {
		floats[i] = math.Float32frombits(binary.LittleEndian.Uint32(data[floatWidth*i:]))
	}
	return floats
}

func (e *exporter) write(floats ...float32) {
	for _, f := range floats {
		e.out = binary.LittleEndian.AppendUint32(e.out, math.Float32bits(f))
	}
}

func (e *exporter) norm(prefix string) {
	e.write(e.floats(prefix+".LayerNorm.weight", width)...)
	e.write(e.floats(prefix+".LayerNorm.bias", width)...)
}

func (e *exporter) embeddings() {
	const words = "embeddings.word_embeddings.weight"
	e.write(e.floats(words+"_scale", 1)[0], float32(e.tensor(words+"_zero_point", 1)[0]))
	e.out = append(e.out, e.tensor(words+"_quantized", pieceCount*width)...)
	positions := e.unrounded("embeddings.position_embeddings.weight", maxPieces)
	segment := e.unrounded("embeddings.token_type_embeddings.weight", 2)[:width]
	for i := range positions {
		positions[i] += segment[i%width]
	}
	e.write(positions...)
	e.norm("embeddings")
}

// unrounded returns rows of numbers that the file has as bytes.
func (e *exporter) unrounded(name string, rows int) []float32 {
	scale, zero := e.floats(name+"_scale", 1)[0], float32(e.tensor(name+"_zero_point", 1)[0])
	var floats []float32
	for _, b := range e.tensor(name+"_quantized", rows*width) {
		floats = append(floats, (float32(b)-zero)*scale)
	}
	return floats
}

// layer writes a layer: queries, keys and values as one matrix.
func (e *exporter) layer(l int, products []product) {
	prefix := fmt.Sprintf("encoder.layer.%d", l)
	e.linear(prefix, products[:3], width, width, "attention.self.query", "attention.self.key", "attention.self.value")
	e.linear(prefix, products[3:4], width, width, "attention.output.dense")
	e.norm(prefix + ".attention.output")
	e.linear(prefix, products[4:5], width, 4*width, "intermediate.dense")
	e.linear(prefix, products[5:], 4*width, width, "output.dense")
	e.norm(prefix + ".output")
}

// linear writes matrices of one width below each other, then their scales, then
// their biases.
func (e *exporter) linear(prefix string, products []product, in, out int, names ...string) {
	var scales, biases []float32
	for i, p := range products {
		if !strings.Contains(p.name, strings.ReplaceAll(names[i], ".", "/")) {
			e.fail("matrix %s stands where %s should", p.name, names[i])
		}
		e.matrix(p.matrix, in, out)
		scales = append(scales, e.floats(strings.TrimSuffix(p.matrix, "_quantized")+"_scale", out)...)
		biases = append(biases, e.floats(prefix+"."+names[i]+".bias", out)...)
	}
	e.write(scales...)
	e.write(biases...)
}

// matrix writes a matrix turned over: the file has a row for each input.
func (e *exporter) matrix(name string, in, out int) {
	data := e.tensor(name, in*out)
	for _, zero := range e.tensor(strings.TrimSuffix(name, "_quantized")+"_zero_point", out) {
		if zero != 0 {
			e.fail("matrix %s has a zero point", name)
		}
	}
	for o := range out {
		for i := range in {
			w := data[i*out+o]
			if v := int8(w); v < -mostWeight || v > mostWeight {
				e.fail("matrix %s has the weight %d", name, v)
			}
			e.out = append(e.out, w)
		}
	}
}
