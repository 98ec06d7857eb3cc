package index

import (
	"context"
	"math"
	"slices"
	"strconv"
	"strings"

	"socsearch/index/words"
	"socsearch/sources/document"
)

// Nearest returns the id of the passage of a document whose anchor is most like
// the given one: for a number the nearest paragraph. It is "" for an unknown
// document.
func (x *Index) Nearest(document, anchor string) (string, error) {
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
// a number, or begins as one, is near to paragraphs alone; one of a box or a foreword
// to passages of its own kind ("foreword-9" to foreword-7).
func anchorDistance(a, b string) []int {
	if wanted, ok := leadingNumber(a); ok {
		n, ok := document.ParseNumber(b)
		if !ok {
			return []int{math.MaxInt}
		}
		d := wanted.Distance(n)
		return d[:]
	}
	nameA, placeA := placeOf(a)
	nameB, placeB := placeOf(b)
	if nameA == nameB {
		return []int{0, max(placeA-placeB, placeB-placeA)}
	}
	return []int{1 + words.Levenshtein(a, b)}
}

// placeOf takes an anchor apart into the name of a group and a place in it:
// "foreword-3" into "foreword" and 3.
func placeOf(anchor string) (name string, place int) {
	at := strings.LastIndexByte(anchor, '-')
	if at > 0 {
		if n, err := strconv.Atoi(anchor[at+1:]); err == nil {
			return anchor[:at], n
		}
	}
	return anchor, 1
}

// leadingNumber reads the number with which an anchor begins: that of 300, of 79x, of
// 3.9.
func leadingNumber(s string) (n document.Number, ok bool) {
	for end := len(s); end > 0; end-- {
		if n, ok = document.ParseNumber(s[:end]); ok && strings.ContainsAny(s[:end], "0123456789") {
			return n, true
		}
	}
	return n, false
}
