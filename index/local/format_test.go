package local

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"os"
	"strings"
	"testing"

	"socsearch/index/analysis"
	"socsearch/index/schema"
)

// TestFormatVersion holds what is indexed against the version that it was
// written down with: who changes the making of passages, the mapping or the
// analysis must raise FormatVersion, so that old indexes are rebuilt.
func TestFormatVersion(t *testing.T) {
	c, err := corpus()
	if err != nil {
		t.Fatal(err)
	}
	sum := sha256.New()
	e := json.NewEncoder(sum)
	for i := range c.Passages {
		r, err := schema.NewRecord(&c.Passages[i])
		if err != nil {
			t.Fatal(err)
		}
		if err := e.Encode(r); err != nil {
			t.Fatal(err)
		}
		if err := e.Encode(analysis.Prose(r.Text)); err != nil {
			t.Fatal(err)
		}
	}
	if err := e.Encode(newMapping()); err != nil {
		t.Fatal(err)
	}
	got := fmt.Sprintf("version %d\ncorpus %s\ncontent %s\n", FormatVersion, c.Hash, hex.EncodeToString(sum.Sum(nil)))
	const path = "testdata/format.txt"
	if *update {
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	field := func(s string, line int) string { return strings.Split(s, "\n")[line] }
	sameVersion := field(got, 0) == field(string(want), 0)
	sameDocuments := field(got, 1) == field(string(want), 1)
	switch {
	case got == string(want):
	case sameVersion && sameDocuments:
		t.Errorf("what is indexed has changed with the documents as they were: raise FormatVersion, then run with -update")
	default:
		t.Errorf("%s is out of date: run with -update", path)
	}
}
