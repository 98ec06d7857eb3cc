package main

import (
	"os"
	"testing"
)

// TestDocuments checks that documents.tsv is what the tables make of the
// documents today, since people read it to correct the tables.
func TestDocuments(t *testing.T) {
	want, err := documents()
	if err != nil {
		t.Fatal(err)
	}
	got, err := os.ReadFile("../documents.tsv")
	if err != nil {
		t.Fatal(err)
	}
	if string(got) != want {
		t.Error("documents.tsv is out of date: go run ./generate -dir . in index/morphology")
	}
}

// TestFamilies checks that families.tsv is what WordNet and the corrections make.
func TestFamilies(t *testing.T) {
	const folder = "/usr/share/wordnet"
	if _, err := os.Stat(folder); err != nil {
		t.Skipf("WordNet is not installed (apt-get install wordnet-base): %v", err)
	}
	d, err := readDerivations(os.DirFS(folder))
	if err != nil {
		t.Fatal(err)
	}
	fixes, err := readCorrections("../corrections.txt")
	if err != nil {
		t.Fatal(err)
	}
	got, err := os.ReadFile("../families.tsv")
	if err != nil {
		t.Fatal(err)
	}
	if string(got) != families(d, fixes) {
		t.Error("families.tsv is out of date: see the head of package morphology")
	}
}
