#include "textflag.h"

// The same numbers in the same order as in kernels.go, without fused multiply
// and add, so that both give the same bits.

// func dot4AVX2(w *int8, x *uint8, n, stride int, out *[4]int32)
// out[t] = the sum of w[k]*x[t*stride+k] over k < n. n is a multiple of 32.
// VPMADDUBSW adds two products in 16 bits: with w in -64 to 64 it can't overflow.
TEXT ·dot4AVX2(SB), NOSPLIT, $0-40
	MOVQ w+0(FP), SI
	MOVQ x+8(FP), R8
	MOVQ n+16(FP), CX
	MOVQ stride+24(FP), DX
	MOVQ out+32(FP), DI
	LEAQ (R8)(DX*1), R9
	LEAQ (R9)(DX*1), R10
	LEAQ (R10)(DX*1), R11
	VPXOR Y0, Y0, Y0
	VPXOR Y1, Y1, Y1
	VPXOR Y2, Y2, Y2
	VPXOR Y3, Y3, Y3
	VPCMPEQW Y15, Y15, Y15
	VPSRLW $15, Y15, Y15 // sixteen ones, to add neighbours in 32 bits
	XORQ AX, AX

next:
	VMOVDQU (SI)(AX*1), Y4
	VMOVDQU (R8)(AX*1), Y5
	VMOVDQU (R9)(AX*1), Y6
	VMOVDQU (R10)(AX*1), Y7
	VMOVDQU (R11)(AX*1), Y8
	VPMADDUBSW Y4, Y5, Y5
	VPMADDUBSW Y4, Y6, Y6
	VPMADDUBSW Y4, Y7, Y7
	VPMADDUBSW Y4, Y8, Y8
	VPMADDWD Y15, Y5, Y5
	VPMADDWD Y15, Y6, Y6
	VPMADDWD Y15, Y7, Y7
	VPMADDWD Y15, Y8, Y8
	VPADDD Y5, Y0, Y0
	VPADDD Y6, Y1, Y1
	VPADDD Y7, Y2, Y2
	VPADDD Y8, Y3, Y3
	ADDQ $32, AX
	CMPQ AX, CX
	JLT next

	VPHADDD Y1, Y0, Y0
	VPHADDD Y3, Y2, Y2
	VPHADDD Y2, Y0, Y0
	VEXTRACTI128 $1, Y0, X1
	VPADDD X1, X0, X0
	VMOVDQU X0, (DI)
	VZEROUPPER
	RET

// func headDotAVX2(a, b *[32]float32) float32
TEXT ·headDotAVX2(SB), NOSPLIT, $0-20
	MOVQ a+0(FP), SI
	MOVQ b+8(FP), DI
	VMOVUPS (SI), Y0
	VMOVUPS 32(SI), Y1
	VMOVUPS 64(SI), Y2
	VMOVUPS 96(SI), Y3
	VMULPS (DI), Y0, Y0
	VMULPS 32(DI), Y1, Y1
	VMULPS 64(DI), Y2, Y2
	VMULPS 96(DI), Y3, Y3
	VADDPS Y1, Y0, Y0
	VADDPS Y3, Y2, Y2
	VADDPS Y2, Y0, Y0
	VEXTRACTF128 $1, Y0, X1
	VADDPS X1, X0, X0
	VHADDPS X0, X0, X0
	VHADDPS X0, X0, X0
	VMOVSS X0, ret+16(FP)
	VZEROUPPER
	RET

// func headAddAVX2(f float32, x, y *[32]float32)
TEXT ·headAddAVX2(SB), NOSPLIT, $0-24
	VBROADCASTSS f+0(FP), Y4
	MOVQ x+8(FP), SI
	MOVQ y+16(FP), DI
	VMULPS (SI), Y4, Y0
	VMULPS 32(SI), Y4, Y1
	VMULPS 64(SI), Y4, Y2
	VMULPS 96(SI), Y4, Y3
	VADDPS (DI), Y0, Y0
	VADDPS 32(DI), Y1, Y1
	VADDPS 64(DI), Y2, Y2
	VADDPS 96(DI), Y3, Y3
	VMOVUPS Y0, (DI)
	VMOVUPS Y1, 32(DI)
	VMOVUPS Y2, 64(DI)
	VMOVUPS Y3, 96(DI)
	VZEROUPPER
	RET
