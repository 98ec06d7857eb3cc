package blocks

import (
	"strconv"
	"strings"
)

// FormatNumber writes a number of a list or a note in one of the forms that they
// have: "lowerRoman", "upperRoman", "lowerLetter", "upperLetter", "decimalZero", "none";
// any other is "decimal".
func FormatNumber(n int, form string) string {
	switch form {
	case "lowerRoman":
		return roman(n)
	case "upperRoman":
		return strings.ToUpper(roman(n))
	case "lowerLetter":
		return letters(n)
	case "upperLetter":
		return strings.ToUpper(letters(n))
	case "decimalZero":
		if n >= 0 && n < 10 {
			return "0" + strconv.Itoa(n)
		}
	case "none":
		return ""
	}
	return strconv.Itoa(n)
}

// letters writes a number as word processors do: a to z, then aa, bb.
func letters(n int) string {
	const most = 26 * 20 // nothing has more
	if n < 1 || n > most {
		return strconv.Itoa(n)
	}
	return strings.Repeat(string(rune('a'+(n-1)%26)), (n-1)/26+1)
}

// roman writes a number in small Roman figures.
func roman(n int) string {
	const most = 3999
	if n < 1 || n > most {
		return strconv.Itoa(n)
	}
	var b strings.Builder
	for _, d := range []struct {
		value  int
		letter string
	}{{1000, "m"}, {900, "cm"}, {500, "d"}, {400, "cd"}, {100, "c"}, {90, "xc"}, {50, "l"}, {40, "xl"}, {10, "x"}, {9, "ix"}, {5, "v"}, {4, "iv"}, {1, "i"}} {
		for ; n >= d.value; n -= d.value {
			b.WriteString(d.letter)
		}
	}
	return b.String()
}
