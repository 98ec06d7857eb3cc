package pdf

import (
	"context"
	"errors"
	"math/rand/v2"
	"os"
	"testing"
	"time"

	"socsearch/sources/pdf/pdftest"
)

// How many damaged copies of each document are read: a few, or, where
// SOCSEARCH_LONG is set, as many as the project promises (ten minutes).
func damages() (cuts, errors int) {
	if os.Getenv("SOCSEARCH_LONG") != "" {
		return 20, 200
	}
	return 3, 10
}

// manyErrors is how many bytes the last of the damaged copies have wrong; the
// others have one.
const manyErrors = 200

// TestDamage reads documents that are cut off or have wrong bytes: whatever
// comes of it, it comes within ten seconds, and an error names the file.
func TestDamage(t *testing.T) {
	cuts, wrong := damages()
	for _, name := range append([]string{pdftest.ImageOnly}, pdftest.Fixtures...) {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			whole, err := os.ReadFile(pdftest.Fixture(t, name))
			if err != nil {
				t.Fatal(err)
			}
			outcomes := map[Kind]int{}
			slowest := time.Duration(0)
			try := func(data []byte) {
				start := time.Now()
				outcomes[readDamaged(t, data)]++
				slowest = max(slowest, time.Since(start))
			}
			for i := range cuts {
				try(whole[:len(whole)*(i+1)/(cuts+1)])
			}
			random := rand.New(rand.NewPCG(1, uint64(len(whole))))
			for i := range wrong {
				n := 1
				if i >= wrong*9/10 {
					n = manyErrors
				}
				try(damage(whole, n, random))
			}
			t.Logf("outcomes %v, slowest %v", outcomes, slowest)
			if slowest > 10*time.Second {
				t.Errorf("slowest took %v, want 10 s at most", slowest)
			}
		})
	}
}

// readDamaged reads a file and returns the kind of its error, "" if it was read.
func readDamaged(t *testing.T, data []byte) Kind {
	path := pdftest.Write(t, "damaged.pdf", data)
	defer os.Remove(path)
	d, err := Read(context.Background(), path, Limits{})
	var e *Error
	switch {
	case err == nil && len(d.Pages) > 0:
		return ""
	case !errors.As(err, &e) || e.File != "damaged.pdf" || e.Problem == "":
		t.Errorf("Read = %v, want an *Error that names the file", err)
		return "?"
	}
	return e.Kind
}

// damage returns a copy with n bytes wrong.
func damage(whole []byte, n int, random *rand.Rand) []byte {
	data := append([]byte(nil), whole...)
	for range n {
		data[random.IntN(len(data))] ^= byte(1 + random.IntN(255))
	}
	return data
}
