package main

import (
	"maps"
	"testing"
)

// TestMadeOf holds what pdftotext joins against the pieces that are left over.
func TestMadeOf(t *testing.T) {
	for _, test := range []struct {
		word string
		left map[string]int
		want bool
		rest int // words of ours that are left afterwards
	}{
		{"2627", map[string]int{"26": 1, "27": 1}, true, 0},
		{"of12of", map[string]int{"of": 2, "1": 1, "2": 1, "12": 0}, true, 0},
		{"2626", map[string]int{"26": 1}, false, 1},
		{"lost", map[string]int{"lo": 1, "s": 1}, false, 2},
	} {
		left := maps.Clone(test.left)
		got, rest := madeOf(test.word, left), 0
		for _, n := range left {
			rest += n
		}
		if got != test.want || rest != test.rest {
			t.Errorf("madeOf(%q, %v) = %v with %d left, want %v with %d", test.word, test.left, got, rest, test.want, test.rest)
		}
	}
}
