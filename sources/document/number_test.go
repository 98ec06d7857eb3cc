package document

import (
	"slices"
	"strings"
	"testing"
)

func TestParseNumber(t *testing.T) {
	for _, test := range []struct{ in, want string }{
		{"79", "79"}, {"0", "0"}, {"4.12", "4.12"}, {"1.2.3", "1.2.3"}, {"A1.1", "A1.1"}, {"a1.1", "A1.1"}, {"B.1", "B.1"}, {"26a", "26a"},
		{"PM15", "PM15"}, {"xii", "xii"}, {"iv", "iv"}, {"i", "i"},
		{"", ""}, {"007", ""}, {"4.", ""}, {".4", ""}, {"4..1", ""}, {"A", ""}, {"b", ""}, {"1.B", ""}, {"79-82", ""}, {"3,4", ""}, {"iiii", ""}, {"1.2.3.4.5", ""},
		{"12345678901", ""}, {"ABCD1", ""}, {"٣", ""}, {"79 ", ""},
	} {
		n, ok := ParseNumber(test.in)
		if got := n.String(); got != test.want || ok != (test.want != "") {
			t.Errorf("ParseNumber(%q) = %q, %v, want %q", test.in, got, ok, test.want)
		}
	}
}

func TestNumbersInOrder(t *testing.T) {
	want := strings.Fields("i iv ix x xii 1 3 3.1 3.2 3.10 4 9 10 26 26a 26b 27 79 A1 A1.1 A1.2 A2.1 B1.1 PM2 PM15")
	var numbers []Number
	for _, s := range want {
		n, ok := ParseNumber(s)
		if !ok {
			t.Fatalf("%s is no number", s)
		}
		numbers = append(numbers, n)
	}
	slices.Reverse(numbers)
	slices.SortStableFunc(numbers, Number.Compare)
	var got []string
	for _, n := range numbers {
		got = append(got, n.String())
	}
	if !slices.Equal(got, want) {
		t.Errorf("in order: %v, want %v", got, want)
	}
}

func TestPrecedes(t *testing.T) {
	for _, test := range []struct {
		a, b string
		want bool
	}{
		{"79", "80", true}, {"79", "81", false}, {"80", "79", false}, {"4.12", "4.13", true}, {"4.9", "5.1", false}, {"A1.1", "A1.2", true},
		{"26", "26a", true}, {"26a", "26b", true}, {"26b", "27", true}, {"26", "26b", false}, {"3", "3.1", false}, {"xi", "xii", true}, {"ix", "10", false},
	} {
		a, _ := ParseNumber(test.a)
		b, _ := ParseNumber(test.b)
		if got := a.Precedes(b); got != test.want {
			t.Errorf("%s before %s: %v, want %v", test.a, test.b, got, test.want)
		}
	}
}

func TestParseRange(t *testing.T) {
	for _, test := range []struct{ in, from, to string }{
		{"79-82", "79", "82"}, {"79–82", "79", "82"}, {"134–37", "134", "137"}, {"101-3", "101", "103"}, {"4.12–15", "4.12", "4.15"},
		{"4.12-5.1", "4.12", "5.1"}, {"a1.1-a1.3", "A1.1", "A1.3"}, {"26a-26c", "26a", "26c"},
		{"82-79", "", ""}, {"79", "", ""}, {"79-", "", ""}, {"-82", "", ""}, {"79-82-85", "", ""},
	} {
		from, to, ok := ParseRange(test.in)
		if ok != (test.from != "") || ok && (from.String() != test.from || to.String() != test.to) {
			t.Errorf("ParseRange(%q) = %s, %s, %v, want %s, %s", test.in, from, to, ok, test.from, test.to)
		}
	}
}

func TestUpTo(t *testing.T) {
	for _, test := range []struct{ from, to, want string }{
		{"79", "82", "79 80 81 82"}, {"4.12", "4.14", "4.12 4.13 4.14"}, {"A1.1", "A1.3", "A1.1 A1.2 A1.3"}, {"PM14", "PM16", "PM14 PM15 PM16"},
		{"79", "79", "79"}, {"3", "3.2", "3 3.2"}, {"26", "26a", "26 26a"},
	} {
		from, _ := ParseNumber(test.from)
		to, _ := ParseNumber(test.to)
		var got []string
		for _, n := range from.UpTo(to, 500) {
			got = append(got, n.String())
		}
		if strings.Join(got, " ") != test.want {
			t.Errorf("%s to %s: %v, want %s", test.from, test.to, got, test.want)
		}
	}
	from, _ := ParseNumber("1")
	to, _ := ParseNumber("9999")
	if got := len(from.UpTo(to, 500)); got != 500 {
		t.Errorf("1 to 9999: %d numbers, want 500", got)
	}
	from, _ = ParseNumber("1.98")
	to, _ = ParseNumber("2.2")
	if got := from.UpTo(to, 500); len(got) != 5 || got[4].String() != "2.2" {
		t.Errorf("1.98 to 2.2: %v", got)
	}
}

// FuzzNumber: what parses prints to what parses to the same, and the order is one.
func FuzzNumber(f *testing.F) {
	for _, s := range []string{"79", "4.12", "A1.1", "26a", "xii", "B.1", "PM15", "0.0", "007"} {
		f.Add(s, "80")
	}
	f.Fuzz(func(t *testing.T, s, u string) {
		n, ok := ParseNumber(s)
		if !ok {
			if n.String() != "" {
				t.Errorf("%q is no number and prints %q", s, n)
			}
			return
		}
		again, ok := ParseNumber(n.String())
		if !ok || again.String() != n.String() || n.Compare(again) != 0 {
			t.Errorf("%q prints %q, which parses to %q", s, n, again)
		}
		if m, ok := ParseNumber(u); ok {
			if n.Compare(m) != -m.Compare(n) {
				t.Errorf("%s and %s have no order", n, m)
			}
			if n.Compare(m) == 0 && n.String() != m.String() {
				t.Errorf("%s and %s are one number", n, m)
			}
			if n.Precedes(m) && n.Compare(m) >= 0 {
				t.Errorf("%s precedes %s and stands after it", n, m)
			}
		}
	})
}
