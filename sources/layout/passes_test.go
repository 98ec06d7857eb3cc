package layout

import (
	"os"
	"strings"
	"testing"
)

// TestPassesAreNamedOnce checks that the table tells passes apart and says what
// each does.
func TestPassesAreNamedOnce(t *testing.T) {
	seen := map[string]bool{}
	for _, p := range passes {
		if p.name == "" || p.does == "" || p.run == nil || seen[p.name] {
			t.Errorf("pass %q: a name of its own, what it does and a function are wanted", p.name)
		}
		seen[p.name] = true
	}
}

// TestEachFileOfPassesIsDescribed checks that the doc tour names every file.
func TestEachFileOfPassesIsDescribed(t *testing.T) {
	doc, err := os.ReadFile("doc.go")
	if err != nil {
		t.Fatal(err)
	}
	entries, err := os.ReadDir(".")
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		name := e.Name()
		if strings.HasSuffix(name, ".go") && !strings.HasSuffix(name, "_test.go") && name != "doc.go" && !strings.Contains(string(doc), name) {
			t.Errorf("doc.go doesn't say what %s is for", name)
		}
	}
}
