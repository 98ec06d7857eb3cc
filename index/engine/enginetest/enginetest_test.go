package enginetest

import (
	"testing"

	"socsearch/sources"
)

// TestFake runs the suite on the engine that it compares with: what isn't a
// comparison, the phrases above all, holds for it too.
func TestFake(t *testing.T) {
	c, err := sources.Load(sources.Embedded())
	if err != nil {
		t.Fatal(err)
	}
	if n := len(Cases(c)); n < 400 {
		t.Errorf("%d cases, want 400", n)
	}
	memory, err := NewMemory(c.Passages)
	if err != nil {
		t.Fatal(err)
	}
	fake, err := NewFake(c)
	if err != nil {
		t.Fatal(err)
	}
	RunLists(t, c, Lists{memory, fake.Vocabulary})
	Run(t, c, Engine{Engine: fake, Vocabulary: fake.Vocabulary})
}
