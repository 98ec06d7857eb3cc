package glyph

import (
	"slices"
	"strconv"
	"strings"

	lib "github.com/ledongthuc/pdf"
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
		return roman(n)
	case "R":
		return strings.ToUpper(roman(n))
	case "a":
		return letters(n)
	case "A":
		return strings.ToUpper(letters(n))
	}
	return ""
}

func roman(n int) string {
	if n < 1 || n > 4999 {
		return strconv.Itoa(n)
	}
	var b strings.Builder
	for _, d := range []struct {
		value int
		sign  string
	}{
		{1000, "m"}, {900, "cm"}, {500, "d"}, {400, "cd"}, {100, "c"}, {90, "xc"},
		{50, "l"}, {40, "xl"}, {10, "x"}, {9, "ix"}, {5, "v"}, {4, "iv"}, {1, "i"},
	} {
		for ; n >= d.value; n -= d.value {
			b.WriteString(d.sign)
		}
	}
	return b.String()
}

// letters writes 1 to 26 as a to z, 27 to 52 as aa to zz, and so on.
func letters(n int) string {
	if n < 1 || n > 26*20 {
		return strconv.Itoa(n)
	}
	return strings.Repeat(string(rune('a'+(n-1)%26)), (n-1)/26+1)
}
