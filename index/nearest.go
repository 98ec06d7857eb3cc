package index

import (
	"math"
	"strconv"
	"strings"

	"github.com/blevesearch/bleve/v2/search"
)

// Nearest returns the id of the passage of a document whose anchor is most like
// the given one: for a number the nearest paragraph. It is "" for an unknown
// document.
func (x *Index) Nearest(document, anchor string) (string, error) {
	prefix := document + "/"
	dict, err := x.store.reader.FieldDictPrefix(fieldID, []byte(prefix))
	if err != nil {
		return "", err
	}
	defer dict.Close()
	best, least := "", -1
	for {
		e, err := dict.Next()
		if err != nil {
			return "", err
		}
		if e == nil {
			return best, nil
		}
		if d := anchorDistance(anchor, strings.TrimPrefix(e.Term, prefix)); least < 0 || d < least {
			best, least = e.Term, d
		}
	}
}

// anchorDistance tells how unlike two anchors are. One that begins with a number
// is near to paragraphs alone.
func anchorDistance(a, b string) int {
	wanted, isNumber := leadingNumber(a)
	if !isNumber {
		return search.LevenshteinDistance(a, b)
	}
	n, err := strconv.Atoi(b)
	if err != nil {
		return math.MaxInt
	}
	return max(wanted-n, n-wanted)
}

// leadingNumber reads the number with which an anchor begins; one that is too
// long to be a number is the largest.
func leadingNumber(s string) (n int, ok bool) {
	digits := s[:len(s)-len(strings.TrimLeft(s, "0123456789"))]
	if digits == "" {
		return 0, false
	}
	n, err := strconv.Atoi(digits)
	if err != nil {
		n = math.MaxInt / 2
	}
	return n, true
}
