package meaning

import "math"

// linear is a matrix of whole numbers with a scale for each of its rows, and a
// bias.
type linear struct {
	in, out     int
	weights     []int8 // out rows of in, each in -64 to 64; never written
	scale, bias []float32
	sums        []int32 // of each row
}

// rounded is rows of numbers as bytes: byte b of row t stands for
// (b - zero[t])·scale[t].
type rounded struct {
	bytes []uint8
	scale []float32
	zero  []int32
}

// tile is how many rows are multiplied at once.
const tile = 4

// fit makes room for rows of a width, and for as many as fill a tile.
func (r *rounded) fit(rows, width int) {
	full := (rows + tile - 1) / tile * tile
	r.bytes, r.scale, r.zero = sized(r.bytes, full*width), sized(r.scale, full), sized(r.zero, full)
}

// round sets r to rows of a width.
func (r *rounded) round(x []float32, width int) {
	for t := range len(x) / width {
		r.roundRow(t, x[t*width:(t+1)*width])
	}
}

func (r *rounded) roundRow(t int, row []float32) {
	low, high := float32(0), float32(0)
	for _, v := range row { // comparisons are faster than min and max, which mind NaN
		if v < low {
			low = v
		} else if v > high {
			high = v
		}
	}
	const steps = 255
	scale := (high - low) / steps
	if scale == 0 {
		scale = 1
	}
	zero := int32(math.Round(float64(-low / scale)))
	inverse, half := 1/scale, float32(zero)+0.5
	bytes := r.bytes[t*len(row) : (t+1)*len(row)]
	for i, v := range row {
		b := int32(float32(v*inverse) + half)
		if b > steps {
			b = steps
		}
		bytes[i] = uint8(b)
	}
	r.scale[t], r.zero[t] = scale, zero
}

// apply sets y to x times the matrix, plus the bias, for as many rows as y has.
func (l *linear) apply(x *rounded, y []float32) {
	rows := len(y) / l.out
	var products [tile]int32
	for o := range l.out {
		w := l.weights[o*l.in : (o+1)*l.in]
		scale, bias, sum := l.scale[o], l.bias[o], l.sums[o]
		for t := 0; t < rows; t += tile {
			dot4(w, x.bytes[t*l.in:], l.in, &products)
			for i, p := range products[:min(tile, rows-t)] {
				whole := float32(p - x.zero[t+i]*sum)
				y[(t+i)*l.out+o] = float32(float32(whole*x.scale[t+i])*scale) + bias
			}
		}
	}
}

// apply normalises each row of x.
func (n layerNorm) apply(x []float32) {
	const tiny = 1e-12 // the model's own
	for at := 0; at < len(x); at += Width {
		row := x[at : at+Width]
		var mean, variance float32
		for _, v := range row {
			mean += v
		}
		mean /= Width
		for _, v := range row {
			variance += float32((v - mean) * (v - mean))
		}
		inverse := float32(1 / math.Sqrt(float64(variance/Width)+tiny))
		for i, v := range row {
			row[i] = float32(float32((v-mean)*inverse)*n.gain[i]) + n.bias[i]
		}
	}
}

// The package has its own exponential and error functions: those of package math
// may differ in the last bit from one processor to another.

// exp returns e to the x, to some seven digits.
func exp(x float32) float32 {
	const (
		log2e    = 1.44269504
		ln2High  = 0.693359375
		ln2Low   = -2.12194440e-4
		smallest = -87
	)
	if x < smallest {
		return 0
	}
	n := float32(math.Floor(float64(float32(x*log2e) + 0.5)))
	x = x - float32(n*ln2High) - float32(n*ln2Low)
	p := float32(1.9875691500e-4) // the polynomial of Cephes' expf
	for _, c := range [...]float32{1.3981999507e-3, 8.3334519073e-3, 4.1665795894e-2, 1.6666665459e-1, 5.0000001201e-1} {
		p = float32(p*x) + c
	}
	p = float32(float32(p*x)*x) + x + 1
	return p * math.Float32frombits(uint32(int32(n)+127)<<23)
}

// erf returns the error function to seven digits: Abramowitz and Stegun, 7.1.26.
func erf(x float32) float32 {
	if x < 0 {
		return -erf(-x)
	}
	t := 1 / (1 + float32(0.3275911*x))
	p := float32(1.061405429)
	for _, c := range [...]float32{-1.453152027, 1.421413741, -0.284496736, 0.254829592} {
		p = float32(p*t) + c
	}
	return 1 - float32(float32(p*t)*exp(float32(-x*x)))
}

// The model's activation, x·Φ(x), is looked up between points of a table.
const (
	geluEnd    = 8 // beyond it is x, or 0
	geluPoints = 256
)

var geluTable = func() (table [2*geluEnd*geluPoints + 2]float32) {
	for i := range table {
		x := float32(i-geluEnd*geluPoints) / geluPoints
		table[i] = float32(0.5*x) * (1 + erf(float32(x/math.Sqrt2)))
	}
	return table
}()

func gelu(x float32) float32 {
	switch {
	case x >= geluEnd:
		return x
	case x <= -geluEnd:
		return 0
	}
	at := float32(x*geluPoints) + geluEnd*geluPoints
	i := int(at)
	return geluTable[i] + float32((at-float32(i))*(geluTable[i+1]-geluTable[i]))
}
