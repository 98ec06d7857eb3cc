package glyph

import (
	"slices"
	"strconv"
	"strings"

	lib "github.com/ledongthuc/pdf"

	"socsearch/sources/numbering"
)

// labelRange says how the pages from one on are labelled (ISO 32000-1, 12.4.2).
type labelRange struct {
	from   int // counts from 0
	style  string
	prefix string
	first  int
}

// Labels returns the labels of n pages as a viewer shows them ("iv", "12"), or
// nil if the file has none. Damaged labels count as none: they are a help, no
// part of the text.
func (f *File) Labels(n int) (labels []string) {
	var err error
	defer func() {
		if err != nil {
			labels = nil
		}
	}()
	defer recoverDamage(&err)
	var ranges []labelRange
	collectLabels(f.reader.Trailer().Key("Root").Key("PageLabels"), &ranges, n, 0)
	slices.SortStableFunc(ranges, func(a, b labelRange) int { return a.from - b.from })
	for i, r := range ranges {
		end := n
		if i+1 < len(ranges) {
			end = min(n, ranges[i+1].from)
		}
		for len(labels) < min(r.from, n) {
			labels = append(labels, "")
		}
		for page := max(0, r.from); page < end; page++ {
			labels = append(labels, r.prefix+numeral(r.style, r.first+page-r.from))
		}
	}
	return labels
}

// collectLabels gathers the ranges of a number tree, n at most.
func collectLabels(v lib.Value, ranges *[]labelRange, n, depth int) {
	if depth > maxTreeDepth {
		return
	}
	nums := v.Key("Nums")
	for i := 0; i+1 < nums.Len() && len(*ranges) < n; i += 2 {
		d := nums.Index(i + 1)
		r := labelRange{from: int(nums.Index(i).Int64()), style: d.Key("S").Name(), prefix: d.Key("P").Text(), first: 1}
		if start := d.Key("St"); start.Kind() == lib.Integer {
			r.first = int(start.Int64())
		}
		*ranges = append(*ranges, r)
	}
	kids := v.Key("Kids")
	for i := 0; i < kids.Len() && len(*ranges) < n; i++ {
		collectLabels(kids.Index(i), ranges, n, depth+1)
	}
}

// numeral writes a page's number in a style: D (1), r (i), R (I), a (a), A (A).
func numeral(style string, n int) string {
	switch style {
	case "D":
		return strconv.Itoa(n)
	case "r":
		return numbering.Roman(n)
	case "R":
		return strings.ToUpper(numbering.Roman(n))
	case "a":
		return numbering.Letters(n)
	case "A":
		return strings.ToUpper(numbering.Letters(n))
	}
	return ""
}
