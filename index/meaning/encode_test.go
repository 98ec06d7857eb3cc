package meaning

import (
	"encoding/json"
	"math"
	"math/rand/v2"
	"os"
	"slices"
	"testing"
)

// reference is a text with its pieces and vector as another implementation has
// them: the package's tokenizer file read by Hugging Face's tokenizers 0.23, its
// model run by onnxruntime 1.32. That one rounds all rows of a text with one
// scale, ours each row with its own.
type reference struct {
	Text   string
	Pieces []int32
	Vector []float32
}

func references(t testing.TB) []reference {
	data, err := os.ReadFile("testdata/reference.json")
	if err != nil {
		t.Fatal(err)
	}
	var list []reference
	if err := json.Unmarshal(data, &list); err != nil {
		t.Fatal(err)
	}
	return list
}

func TestPieces(t *testing.T) {
	for _, r := range references(t) {
		if got := theModel().pieces.of(r.Text, maxPieces); !slices.Equal(got, r.Pieces) {
			t.Errorf("pieces of %q = %v, want %v", r.Text, got, r.Pieces)
		}
	}
	if got := theModel().pieces.of("how does war help organised crime", 4); len(got) != 4 || got[3] != pieceEnd {
		t.Errorf("cut to four pieces: %v", got)
	}
}

func TestEncode(t *testing.T) {
	const least = 0.99
	for _, r := range references(t) {
		if got := cosine(theModel().encode(r.Pieces), r.Vector); got < least {
			t.Errorf("%q: cosine to the reference %.4f, want %.2f", r.Text, got, least)
		} else {
			t.Logf("%.4f %s", got, r.Text)
		}
	}
}

func cosine(a, b []float32) float64 {
	var ab, aa, bb float64
	for i := range a {
		ab += float64(a[i]) * float64(b[i])
		aa += float64(a[i]) * float64(a[i])
		bb += float64(b[i]) * float64(b[i])
	}
	return ab / math.Sqrt(aa*bb)
}

func TestExpAndErf(t *testing.T) {
	const near = 5e-7
	for x := float32(-20); x <= 0; x += 0.0137 {
		if got, want := float64(exp(x)), math.Exp(float64(x)); math.Abs(got-want) > near*want {
			t.Errorf("exp(%v) = %v, want %v", x, got, want)
		}
	}
	for x := float32(-6); x < 6; x += 0.0137 {
		if got, want := float64(erf(x)), math.Erf(float64(x)); math.Abs(got-want) > near {
			t.Errorf("erf(%v) = %v, want %v", x, got, want)
		}
		if got, want := float64(gelu(x)), float64(x)*(1+math.Erf(float64(x)/math.Sqrt2))/2; math.Abs(got-want) > 1e-5 {
			t.Errorf("gelu(%v) = %v, want %v", x, got, want)
		}
	}
}

// TestKernels compares the loops in assembly with those in plain Go: the bits
// must be the same, at the ends of what the numbers can be too.
func TestKernels(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	for range 200 {
		n := 32 * (1 + random.IntN(48))
		w, x := make([]int8, n), make([]uint8, tile*n)
		for i := range w {
			w[i] = int8(random.IntN(129) - 64)
		}
		for i := range x {
			x[i] = uint8(random.IntN(256))
		}
		if random.IntN(4) == 0 {
			extremes(w, x)
		}
		var got, want [tile]int32
		dot4(w, x, n, &got)
		dot4Go(w, x, n, &want)
		if got != want {
			t.Fatalf("dot4 of %d: %v, want %v", n, got, want)
		}
		a, b := head(random), head(random)
		if got, want := headDot(a, b), headDotGo(a, b); math.Float32bits(got) != math.Float32bits(want) {
			t.Fatalf("headDot %v, want %v", got, want)
		}
		added := *b
		headAdd(0.37, a, b)
		headAddGo(0.37, a, &added)
		if *b != added {
			t.Fatalf("headAdd %v, want %v", *b, added)
		}
	}
}

func extremes(w []int8, x []uint8) {
	for i := range w {
		w[i] = int8(64 - 128*(i/16%2))
	}
	for i := range x {
		x[i] = 255
	}
}

func head(random *rand.Rand) *[headWidth]float32 {
	var h [headWidth]float32
	for i := range h {
		h[i] = float32(random.NormFloat64())
	}
	return &h
}

func BenchmarkEncodeQuery(b *testing.B) {
	ids := theModel().pieces.of("query: how will the government measure whether the strategy is working?", maxPieces)
	for b.Loop() {
		theModel().encode(ids)
	}
}
