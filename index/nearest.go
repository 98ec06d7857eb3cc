package index

import (
	"context"
	"math"
	"slices"
	"strings"

	"socsearch/index/words"
	"socsearch/sources/document"
)

// Nearest returns the id of the passage of a document whose anchor is most like
// the given one: for a number the nearest paragraph, for one beyond the last of a box
// or a foreword its last. It is "" for an unknown document.
func (x *Index) Nearest(document, anchor string) (string, error) {
	resolver, err := x.resolver()
	if err != nil {
		return "", err
	}
	if id := resolver.Nearest(document, anchor); id != "" {
		return id, nil
	}
	best, least := "", []int(nil)
	for id, err := range x.engine.IDs(context.Background(), document) {
		if err != nil {
			return "", err
		}
		d := anchorDistance(anchor, strings.TrimPrefix(id, document+"/"))
		if c := slices.Compare(d, least); best == "" || c < 0 || c == 0 && id < best {
			best, least = id, d
		}
	}
	return best, nil
}

// anchorDistance tells how unlike two anchors are, the smaller the nearer. One that is
// a number, or begins as one, is near to paragraphs alone.
func anchorDistance(a, b string) []int {
	if wanted, ok := leadingNumber(a); ok {
		n, ok := document.ParseNumber(b)
		if !ok {
			return []int{math.MaxInt}
		}
		d := wanted.Distance(n)
		return d[:]
	}
	return []int{words.Levenshtein(a, b, len(a)+len(b))}
}

// leadingNumber reads the number with which an anchor begins: that of 300, of 79x, of
// 3.9.
func leadingNumber(s string) (n document.Number, ok bool) {
	const mostDigits = 9 // of a larger number the first: it is beyond the last paragraph too
	if digits := len(s) - len(strings.TrimLeft(s, "0123456789")); digits > mostDigits {
		s = s[:mostDigits]
	}
	n, length := document.ScanNumber(s)
	return n, length > 0 && strings.ContainsAny(s[:length], "0123456789")
}
