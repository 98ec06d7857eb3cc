package numbering

import "testing"

func TestFigures(t *testing.T) {
	for _, test := range []struct {
		n              int
		roman, letters string
	}{
		{-1, "-1", "-1"},
		{0, "0", "0"},
		{1, "i", "a"},
		{4, "iv", "d"},
		{9, "ix", "i"},
		{14, "xiv", "n"},
		{26, "xxvi", "z"},
		{27, "xxvii", "aa"},
		{49, "xlix", "ww"},
		{53, "liii", "aaa"},
		{1994, "mcmxciv", "1994"},
		{4999, "mmmmcmxcix", "4999"},
		{5000, "5000", "5000"},
	} {
		if got := Roman(test.n); got != test.roman {
			t.Errorf("Roman(%d) = %q, want %q", test.n, got, test.roman)
		}
		if got := Letters(test.n); got != test.letters {
			t.Errorf("Letters(%d) = %q, want %q", test.n, got, test.letters)
		}
	}
}
