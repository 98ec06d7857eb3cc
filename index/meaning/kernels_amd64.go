package meaning

import "golang.org/x/sys/cpu"

// vectorised reports whether the processor has the instructions of
// kernels_amd64.s. Tests turn it off to compare.
var vectorised = cpu.X86.HasAVX2

//go:noescape
func dot4AVX2(w *int8, x *uint8, n, stride int, out *[4]int32)

//go:noescape
func headDotAVX2(a, b *[headWidth]float32) float32

//go:noescape
func headAddAVX2(f float32, x, y *[headWidth]float32)

// dot4 sets out[t] to the sum of w[k]·x[t·stride+k]. The length of w is a
// multiple of 32, and w lies in -64 to 64.
func dot4(w []int8, x []uint8, stride int, out *[4]int32) {
	if !vectorised {
		dot4Go(w, x, stride, out)
		return
	}
	_ = x[3*stride+len(w)-1]
	dot4AVX2(&w[0], &x[0], len(w), stride, out)
}

// headDot returns the scalar product of two vectors.
func headDot(a, b *[headWidth]float32) float32 {
	if !vectorised {
		return headDotGo(a, b)
	}
	return headDotAVX2(a, b)
}

// headAdd adds f·x to y.
func headAdd(f float32, x, y *[headWidth]float32) {
	if !vectorised {
		headAddGo(f, x, y)
		return
	}
	headAddAVX2(f, x, y)
}
