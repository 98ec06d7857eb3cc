package document

import (
	"regexp"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

var trailingAbbreviation = regexp.MustCompile(`\s*\([^()]*\)\s*$`)

// WithoutAbbreviation returns a name or title without the abbreviation in
// brackets that ends it, and that abbreviation: "Crown Prosecution Service
// (CPS)" gives "Crown Prosecution Service" and "CPS".
func WithoutAbbreviation(s string) (name, abbreviation string) {
	at := trailingAbbreviation.FindStringIndex(s)
	if at == nil {
		return strings.TrimSpace(s), ""
	}
	return strings.TrimSpace(s[:at[0]]), strings.Trim(s[at[0]:], " ()")
}

// Slug spells a name for an address: lower case, words joined by hyphens,
// apostrophes dropped, accents and everything else left out.
func Slug(name string) string {
	var b strings.Builder
	gap := false
	for _, r := range norm.NFKD.String(name) {
		switch {
		case r == '\'' || r == '’' || unicode.Is(unicode.Mn, r):
		case r < unicode.MaxASCII && (unicode.IsLetter(r) || unicode.IsDigit(r)):
			if gap && b.Len() > 0 {
				b.WriteByte('-')
			}
			gap = false
			b.WriteRune(unicode.ToLower(r))
		default:
			gap = true
		}
	}
	return b.String()
}
