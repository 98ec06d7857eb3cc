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
