package plan

import (
	"socsearch/sources/document"
)

// maxParagraphRange bounds para:1-9999.
const maxParagraphRange = 500

// paragraphNumbers reads "79", "79-82", "4.12" or "4.12-5.3" and returns the numbers
// that may be meant; nil for anything else.
func paragraphNumbers(s string) []string {
	if n, ok := document.ParseNumber(s); ok {
		return []string{n.String()}
	}
	from, to, ok := document.ParseRange(s)
	if !ok {
		return nil
	}
	var list []string
	for _, n := range from.UpTo(to, maxParagraphRange) {
		list = append(list, n.String())
	}
	return list
}
