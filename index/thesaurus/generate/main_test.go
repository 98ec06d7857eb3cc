package main

import (
	"os"
	"path/filepath"
	"slices"
	"testing"

	"socsearch/index/thesaurus"
	"socsearch/index/thesaurus/vocabulary"
	"socsearch/sources"
)

// The folders of package thesaurus and of WordNet, as Debian installs it.
const (
	dir  = ".."
	dict = "/usr/share/wordnet"
)

func upToDate(t *testing.T, files map[string]string) {
	t.Helper()
	for name, want := range files {
		got, err := os.ReadFile(filepath.Join(dir, name))
		if err != nil {
			t.Fatal(err)
		}
		if string(got) != want {
			t.Errorf("%s is out of date: run go generate ./index/thesaurus", name)
		}
	}
}

func TestFieldUpToDate(t *testing.T) {
	files, err := fromField(os.DirFS(dir))
	if err != nil {
		t.Fatal(err)
	}
	upToDate(t, files)
}

func TestWordNetUpToDate(t *testing.T) {
	if testing.Short() {
		t.Skip("takes ten seconds")
	}
	if _, err := os.Stat(dict); err != nil {
		t.Skipf("WordNet is not installed (apt-get install wordnet-base): %v", err)
	}
	files, err := fromWordNet(os.DirFS(dict))
	if err != nil {
		t.Fatal(err)
	}
	upToDate(t, files)
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

// TestFieldOccurs tells that each entry leads to words of the documents.
func TestFieldOccurs(t *testing.T) {
	c, err := sources.Load(sources.Embedded())
	if err != nil {
		t.Fatal(err)
	}
	docs := vocabulary.Of(c.Passages)
	for _, e := range readField(t) {
		for _, to := range slices.Concat(e.To, e.Same) {
			if !docs.Has(to) {
				t.Errorf("%q (%s): the documents don't print it", to, e.Reason)
			}
		}
	}
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
