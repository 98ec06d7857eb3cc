package meaning

// The three loops that take nearly all of the time, in plain Go. Conversions to
// float32 keep the compiler from fusing a product with a sum, and sums are made
// in the order in which kernels_amd64.s makes them: the result is the same to the
// last bit on every processor.

func dot4Go(w []int8, x []uint8, stride int, out *[4]int32) {
	x0, x1, x2, x3 := x[:len(w)], x[stride:][:len(w)], x[2*stride:][:len(w)], x[3*stride:][:len(w)]
	var a, b, c, d int32
	for k, v := range w {
		f := int32(v)
		a += f * int32(x0[k])
		b += f * int32(x1[k])
		c += f * int32(x2[k])
		d += f * int32(x3[k])
	}
	*out = [4]int32{a, b, c, d}
}

func headDotGo(a, b *[headWidth]float32) float32 {
	const lanes = 8
	var sums [lanes]float32
	for l := range lanes {
		first := float32(a[l]*b[l]) + float32(a[l+lanes]*b[l+lanes])
		second := float32(a[l+2*lanes]*b[l+2*lanes]) + float32(a[l+3*lanes]*b[l+3*lanes])
		sums[l] = first + second
	}
	return ((sums[0] + sums[4]) + (sums[1] + sums[5])) + ((sums[2] + sums[6]) + (sums[3] + sums[7]))
}

func headAddGo(f float32, x, y *[headWidth]float32) {
	for i, v := range x {
		y[i] += float32(f * v)
	}
}
