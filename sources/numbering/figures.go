package numbering

import (
	"strconv"
	"strings"
)

// mostRoman is the largest number that Roman figures are used for.
const mostRoman = 4999

// mostLetters is the largest number that letters are used for: nothing counts further.
const mostLetters = 26 * 20

// Roman writes a number in small Roman figures; one that has none, in digits.
func Roman(n int) string {
	if n < 1 || n > mostRoman {
		return strconv.Itoa(n)
	}
	var b strings.Builder
	for _, d := range []struct {
		value  int
		figure string
	}{
		{1000, "m"}, {900, "cm"}, {500, "d"}, {400, "cd"}, {100, "c"}, {90, "xc"},
		{50, "l"}, {40, "xl"}, {10, "x"}, {9, "ix"}, {5, "v"}, {4, "iv"}, {1, "i"},
	} {
		for ; n >= d.value; n -= d.value {
			b.WriteString(d.figure)
		}
	}
	return b.String()
}

// Letters writes a number as word processors and PDF files do: a to z, then aa, bb and
// so on; one that has no letters, in digits.
func Letters(n int) string {
	if n < 1 || n > mostLetters {
		return strconv.Itoa(n)
	}
	return strings.Repeat(string(rune('a'+(n-1)%26)), (n-1)/26+1)
}
