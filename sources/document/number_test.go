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
		{"12345678901", ""}, {"ABCD1", ""}, {"4.01", "4.01"}, {"4.007", ""}, {"01", ""}, {"01.4", ""}, {"4.00", ""}, {"i.2", "I.2"}, {"v1", "V1"}, {"٣", ""}, {"79 ", ""},
	} {
		n, ok := ParseNumber(test.in)
		if got := n.String(); got != test.want || ok != (test.want != "") {
			t.Errorf("ParseNumber(%q) = %q, %v, want %q", test.in, got, ok, test.want)
		}
	}
}

// TestScanNumber reads the numbers with which texts begin.
func TestScanNumber(t *testing.T) {
	for _, test := range []struct{ in, want, rest string }{
		{"79 The police", "79", " The police"}, {"4.12. The police", "4.12", ". The police"}, {"4.3The board", "4.3", "The board"},
		{"12.The board", "12", ".The board"}, {"45th", "45", "th"}, {"26a) or", "26a", ") or"}, {"A1.1–A1.3", "A1.1", "–A1.3"}, {"b.1", "B.1", ""},
		{"iv, v", "iv", ", v"}, {"vi. The", "vi", ". The"}, {"4..1", "4", "..1"}, {"4.B", "4", ".B"}, {"5,145", "5", ",145"},
		{"1.2.3.4.5", "", "1.2.3.4.5"}, {"4.007", "", "4.007"}, {"1234567890", "", "1234567890"}, {"in 2018", "", "in 2018"}, {"vital", "", "vital"},
		{"", "", ""}, {".5", "", ".5"}, {"£40", "", "£40"},
	} {
		n, length := ScanNumber(test.in)
		if n.String() != test.want || test.in[length:] != test.rest {
			t.Errorf("ScanNumber(%q) = %q and %q, want %q and %q", test.in, n, test.in[length:], test.want, test.rest)
		}
	}
}

func TestNumbersInOrder(t *testing.T) {
	want := strings.Fields("i iv ix x xii 1 3 3.1 3.01 3.2 3.02 3.10 4 9 10 26 26a 26b 27 79 A1 A1.1 A1.2 A2.1 B1.1 PM2 PM15")
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
		{"1.08", "1.09", true}, {"1.09", "1.10", true}, {"1.1", "1.01", false}, {"B.1", "B.2", true},
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
		{"79", "79", "79"}, {"3", "3.2", "3 3.2"}, {"26", "26a", "26 26a"}, {"1.08", "1.11", "1.08 1.09 1.10 1.11"}, {"B.1", "B.3", "B.1 B.2 B.3"},
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
	for _, s := range []string{"79", "4.12", "A1.1", "26a", "xii", "B.1", "B0.1", "PM15", "0.0", "007", "4.01", "i.1", "1.2.3.4.5"} {
		f.Add(s, "80")
	}
	f.Fuzz(func(t *testing.T, s, u string) {
		if scanned, length := ScanNumber(s); length > len(s) || length > 0 && scanned.String() == "" || length == 0 && scanned != (Number{}) {
			t.Errorf("%q begins with %q of %d bytes", s, scanned, length)
		} else if again, ok := ParseNumber(s[:length]); length > 0 && (!ok || again != scanned) {
			t.Errorf("%q begins with %q, which parses as %q", s, scanned, again)
		}
		n, ok := ParseNumber(s)
		if !ok {
			if n.String() != "" {
				t.Errorf("%q is no number and prints %q", s, n)
			}
			return
		}
		if scanned, length := ScanNumber(s + " " + u); scanned != n || length != len(s) {
			t.Errorf("%q reads as %q before a space, %d bytes", s, scanned, length)
		}
		again, ok := ParseNumber(n.String())
		if !ok || again.String() != n.String() || n.Compare(again) != 0 || n != again {
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
