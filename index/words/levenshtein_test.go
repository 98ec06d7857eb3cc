package words

import "testing"

func TestLevenshtein(t *testing.T) {
	for _, tt := range []struct {
		a, b       string
		most, want int
	}{
		{"fraud", "fraud", 0, 0},
		{"fraud", "fruad", 2, 2}, // two letters that changed places are two exchanges
		{"fraud", "frauds", 2, 1},
		{"crime", "prime", 2, 1},
		{"launder", "laundering", 3, 3},
		{"kitten", "sitting", 3, 3},
		{"kitten", "sitting", 2, 3}, // beyond: one more than most
		{"abcdef", "ghijkl", 2, 3},
		{"abcdef", "ghijkl", 6, 6},
		{"", "abc", 3, 3},
		{"abc", "", 1, 2},
		{"aa", "aaa", 2, 1},
		{"flaw", "lawn", 5, 2},
		{"a-slug-that-is-longer-than-the-room-for-words", "a-slug-that-is-longer-than-the-rooms-for-word", 3, 2},
	} {
		for _, swapped := range []bool{false, true} {
			a, b := tt.a, tt.b
			if swapped {
				a, b = b, a
			}
			if got := Levenshtein(a, b, tt.most); got != tt.want {
				t.Errorf("Levenshtein(%q, %q, %d) = %d, want %d", a, b, tt.most, got, tt.want)
			}
		}
	}
}
