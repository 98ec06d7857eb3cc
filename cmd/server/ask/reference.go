package ask

import (
	"strings"

	"socsearch/sources/resolve"
)

// HasPlace reports whether a reference has one address that shows all it names. A
// document's name is a reference only with a number in it: "strategy" is a word.
func HasPlace(found *resolve.Reference, text string) bool {
	switch {
	case len(found.Others) > 0:
		return false
	case found.Kind == resolve.KindDocument:
		return strings.ContainsAny(text, "0123456789")
	}
	first, _, _ := strings.Cut(found.URL, "#")
	return len(found.Passages) == 1 || first != "/"+found.Passages[0]
}
