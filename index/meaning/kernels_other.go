//go:build !amd64

package meaning

// dot4 sets out[t] to the sum of w[k]·x[t·stride+k].
func dot4(w []int8, x []uint8, stride int, out *[4]int32) { dot4Go(w, x, stride, out) }

// headDot returns the scalar product of two vectors.
func headDot(a, b *[headWidth]float32) float32 { return headDotGo(a, b) }

// headAdd adds f·x to y.
func headAdd(f float32, x, y *[headWidth]float32) { headAddGo(f, x, y) }
