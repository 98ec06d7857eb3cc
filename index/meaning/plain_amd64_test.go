package meaning

import (
	"slices"
	"testing"
)

// TestPlainEncode encodes with and without assembly: the vectors must be the
// same to the last bit.
func TestPlainEncode(t *testing.T) {
	if !vectorised {
		t.Skip("the processor has no AVX2: there is nothing to compare")
	}
	ids := references(t)[0].Pieces
	want := theModel().encode(ids)
	vectorised = false
	defer func() { vectorised = true }()
	if got := theModel().encode(ids); !slices.Equal(got, want) {
		t.Errorf("plain Go %v, assembly %v", got[:8], want[:8])
	}
}
