package enginetest

import (
	"testing"

	"socsearch/sources"
)

// TestMemory runs the suite on the engine that it compares with: what isn't a
// comparison, the phrases above all, holds for it too.
func TestMemory(t *testing.T) {
	c, err := sources.Load(sources.Embedded())
	if err != nil {
		t.Fatal(err)
	}
	if n := len(queries(c)); n < 400 {
		t.Errorf("%d queries, want 400", n)
	}
	memory, err := NewMemory(c.Passages)
	if err != nil {
		t.Fatal(err)
	}
	vocabulary, err := memory.Vocabulary()
	if err != nil {
		t.Fatal(err)
	}
	Run(t, c, Engine{memory, vocabulary, identity})
}
