package blocks

import (
	"strconv"
	"strings"

	"socsearch/sources/numbering"
)

// FormatNumber writes a number of a list or a note in one of the forms that they
// have: "lowerRoman", "upperRoman", "lowerLetter", "upperLetter", "decimalZero", "none";
// any other is "decimal".
func FormatNumber(n int, form string) string {
	switch form {
	case "lowerRoman":
		return numbering.Roman(n)
	case "upperRoman":
		return strings.ToUpper(numbering.Roman(n))
	case "lowerLetter":
		return numbering.Letters(n)
	case "upperLetter":
		return strings.ToUpper(numbering.Letters(n))
	case "decimalZero":
		if n >= 0 && n < 10 {
			return "0" + strconv.Itoa(n)
		}
	case "none":
		return ""
	}
	return strconv.Itoa(n)
}
