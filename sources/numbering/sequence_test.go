package numbering

import (
	"strings"
	"testing"

	"socsearch/sources/document"
)

func numbers(t *testing.T, list string) []document.Number {
	t.Helper()
	var all []document.Number
	for _, s := range strings.Fields(list) {
		all = append(all, number(t, s))
	}
	return all
}

func TestGoesOn(t *testing.T) {
	for list, want := range map[string]bool{
		"1 2 3":       true,
		"1 1 1 2":     true,  // two lists' first between
		"1 1 1 1 2":   false, // too far
		"1":           false,
		"4.12 5.1":    true,
		"1 3 4 5 6 7": false,
	} {
		if got := GoesOn(numbers(t, list)); got != want {
			t.Errorf("GoesOn(%s) = %v", list, got)
		}
	}
}

func TestRestarts(t *testing.T) {
	for _, test := range []struct {
		last, list string
		want       bool
	}{
		{"7", "1 2 3 4 5", true},
		{"7", "1 2 8 9", false},          // a list within paragraph 7
		{"7", "1 2 3 4 1 2 3 4", true},   // anew, and anew again
		{"7", "1 2 1 2 8", false},        // two lists within it
		{"4.7", "1 2 3 4.8", false},      // counted otherwise
		{"4.7", "1.1 1.2 5.1 5.2", true}, // a chapter that others follow
		{"7", "1", false},
	} {
		if got := Restarts(number(t, test.last), numbers(t, test.list)); got != test.want {
			t.Errorf("Restarts(%s, %s) = %v", test.last, test.list, got)
		}
	}
}

func TestSkips(t *testing.T) {
	for _, test := range []struct {
		last, n, later string
		want           bool
	}{
		{"7", "9", "10 11", true},   // 8 is printed nowhere
		{"7", "9", "8 9 10", false}, // it comes later
		{"7", "9", "12", false},     // nothing goes on with 9
		{"7", "12", "13", false},    // too many are missing
		{"4.7", "4.9", "4.10", true},
		{"4.7", "5.2", "5.3", false}, // of another chapter
		{"7", "5", "6", false},
	} {
		if got := Skips(number(t, test.last), number(t, test.n), numbers(t, test.later)); got != test.want {
			t.Errorf("Skips(%s, %s, %s) = %v", test.last, test.n, test.later, got)
		}
	}
}

func TestGoesOnWithout(t *testing.T) {
	for _, test := range []struct {
		last, n, later string
		want           bool
	}{
		{"4.7", "A1.1", "A1.2 A1.3", false}, // an annex at the end
		{"4.7", "A1.1", "A1.2 4.8", true},   // one quoted in chapter 4
		{"4.7", "4.8", "4.9", false},
	} {
		if got := GoesOnWithout(number(t, test.last), number(t, test.n), numbers(t, test.later)); got != test.want {
			t.Errorf("GoesOnWithout(%s, %s, %s) = %v", test.last, test.n, test.later, got)
		}
	}
}
