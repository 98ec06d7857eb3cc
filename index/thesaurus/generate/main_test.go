package main

import (
	"os"
	"path/filepath"
	"testing"

	"socsearch/index/thesaurus"
)

// dir is the folder of package thesaurus.
const dir = ".."

func TestFieldUpToDate(t *testing.T) {
	want, err := fieldTable(dir)
	if err != nil {
		t.Fatal(err)
	}
	got, err := os.ReadFile(filepath.Join(dir, "field.tsv"))
	if err != nil {
		t.Fatal(err)
	}
	if string(got) != want {
		t.Error("field.tsv is out of date: run go generate ./index/thesaurus")
	}
}

func readField(t *testing.T) []fieldEntry {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(dir, "field.yaml"))
	if err != nil {
		t.Fatal(err)
	}
	entries, err := parseField("field.yaml", data)
	if err != nil {
		t.Fatal(err)
	}
	return entries
}

// TestFieldOnce tells that no two entries lead from the same word to the same.
func TestFieldOnce(t *testing.T) {
	seen := map[[2]string]string{}
	for _, e := range readField(t) {
		for _, from := range e.From {
			for _, to := range e.To {
				pair := [2]string{thesaurus.Key(from), thesaurus.Key(to)}
				if reason := seen[pair]; reason != "" && reason != e.Reason {
					t.Errorf("%q leads to %q twice: %s; %s", from, to, reason, e.Reason)
				}
				seen[pair] = e.Reason
			}
		}
	}
}

func TestParseFieldMistakes(t *testing.T) {
	for name, data := range map[string]string{
		"no direction":   "entries:\n- from: [a]\n  weight: high\n  reason: r\n  source: s\n",
		"both":           "entries:\n- from: [a]\n  to: [b]\n  same: [c, d]\n  weight: high\n  reason: r\n  source: s\n",
		"unknown weight": "entries:\n- from: [a]\n  to: [b]\n  weight: huge\n  reason: r\n  source: s\n",
		"no reason":      "entries:\n- from: [a]\n  to: [b]\n  weight: high\n  source: s\n",
		"unknown field":  "entries:\n- form: [a]\n",
	} {
		if _, err := parseField("x.yaml", []byte(data)); err == nil {
			t.Errorf("parseField with %s: no error", name)
		}
	}
}
