package index

import (
	"testing"

	"socsearch/index/query"
)

// TestNearest names the nearest passage of the same kind.
func TestNearest(t *testing.T) {
	x := openTestIndex(t)
	for _, test := range []struct{ document, anchor, want string }{
		{"strategy", "300", "strategy/207"},
		{"strategy", "79x", "strategy/79"},
		{"strategy", "9.1", "strategy/9"},
		{"strategy", "foreword-8", "strategy/foreword-7"},
		{"strategy", "figure-8", "strategy/figure-7"},
		{"roles", "home-office-9", "roles/home-office-3"},
		{"roles", "home-ofice", "roles/home-office"},
		{"nothing", "1", ""},
	} {
		got, err := x.Nearest(test.document, test.anchor)
		if err != nil || got != test.want {
			t.Errorf("Nearest(%q, %q) = %q, %v, want %q", test.document, test.anchor, got, err, test.want)
		}
	}
}

// TestRangesOfNumbers: a range is the numbers that there are of it.
func TestRangesOfNumbers(t *testing.T) {
	x := openTestIndex(t)
	for _, test := range []struct {
		q    string
		want int
	}{
		{"para:79-82", 4}, {"para:79–82", 4}, {"para:205-300", 3}, {"para:79-82 OR para:1", 5}, {"para:134-37", 4}, {"para:3.1-3.3 OR para:1", 1},
	} {
		if got := searchIDs(t, x, Request{Query: query.Parse(test.q)}); len(got) != test.want {
			t.Errorf("%s finds %v, want %d", test.q, got, test.want)
		}
	}
}
