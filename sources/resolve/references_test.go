package resolve

import (
	"os"
	"strings"
	"testing"
)

// TestReferences holds a table of references, right ones and refusals, to what they
// mean.
func TestReferences(t *testing.T) {
	table, err := os.ReadFile("testdata/references.txt")
	if err != nil {
		t.Fatal(err)
	}
	r, _ := load(t)
	tried := 0
	for line := range strings.Lines(string(table)) {
		line = strings.TrimRight(line, "\n")
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		ref, want, _ := strings.Cut(line, "\t")
		got := "-"
		if found, err := r.Resolve(ref); err == nil {
			got = found.URL + "\t" + short(found)
		} else if err != ErrNotReference {
			got = "! " + err.Error()
		}
		if got != want {
			t.Errorf("Resolve(%q) = %s, want %s", ref, got, want)
		}
		tried++
	}
	if tried < 1600 {
		t.Errorf("%d references were tried, want 1600 at least", tried)
	}
	t.Logf("%d references", tried)
}

// TestNotes: what was left open is said.
func TestNotes(t *testing.T) {
	r, _ := load(t)
	for ref, want := range map[string]string{
		"para 79ff":                        "“ff” names no end: what is named is shown, and what follows stands after it.",
		"(Home Office, 2018, p. 31)":       "The author isn’t named: this is taken to be the strategy (Cm 9718), which Home Office published.",
		"(HM Government, 2018, p. 31)":     "",
		"Home Office, Cm 9718, 2018, p 31": "",
	} {
		got, err := r.Resolve(ref)
		if err != nil || got.Note != want {
			t.Errorf("Resolve(%q) = %+v, %v, want the note %q", ref, got, err, want)
		}
	}
}
