package quotation

import "strings"

// The costs of an alignment. A word changed costs less than one left out and one
// put in, so that a change is shown as one.
const (
	costChanged = 1.0
	costNear    = 0.7 // changed in spelling only
	costExtra   = 0.8
	costMissing = 0.4
	costForm    = 0.05 // capitals, or a hyphen
	costGap     = 0.0005
	costBracket = 0.01
)

type op uint8

const (
	opNone    op = iota
	opSame       // the words agree
	opForm       // … but for capitals or a hyphen
	opChanged    // other words
	opExtra      // a word of the quotation alone
	opMissing    // a word of the document alone
	opHidden     // a word of the document that a gap or brackets stand for
	opMark       // a gap or brackets
)

// step is one step of an alignment: element i of the quotation, place j.
type step struct {
	op op
	i  int
	j  int32
}

// align aligns a quotation with the places from first to last, one after last
// not included, at the least cost. The steps begin with the first element.
func (c *Corpus) align(q []element, ids []int32, first, last int32) []step {
	n, m := len(q), int(last-first)
	width := m + 1
	cost := make([]float32, width)
	before := make([]float32, width)
	back := make([]op, (n+1)*width)
	for i := 1; i <= n; i++ {
		before, cost = cost, before
		e, row := &q[i-1], back[i*width:(i+1)*width]
		hidden := e.kind == kindGap || e.kind == kindBracket
		for j := 0; j <= m; j++ {
			if hidden {
				cost[j], row[j] = before[j], opMark
				skip := float32(costGap)
				if e.kind == kindBracket {
					skip = costBracket
				}
				if j > 0 && cost[j-1]+skip < cost[j] {
					cost[j], row[j] = cost[j-1]+skip, opHidden
				}
				continue
			}
			cost[j], row[j] = before[j]+costExtra, opExtra
			if j == 0 {
				continue
			}
			if o, d := c.compare(q, ids, i-1, first+int32(j)-1); before[j-1]+d < cost[j] {
				cost[j], row[j] = before[j-1]+d, o
			}
			if d := cost[j-1] + costMissing; d < cost[j] {
				cost[j], row[j] = d, opMissing
			}
		}
	}
	best := 0
	for j := range cost {
		if cost[j] < cost[best] {
			best = j
		}
	}
	return trace(back, n, width, best, first)
}

func trace(back []op, n, width, j int, first int32) []step {
	var steps []step
	for i := n; i > 0; {
		o := back[i*width+j]
		s := step{o, i - 1, first + int32(j) - 1}
		switch o {
		case opExtra, opMark:
			i--
		case opMissing, opHidden:
			j--
		default:
			i--
			j--
		}
		steps = append(steps, s)
	}
	for l, r := 0, len(steps)-1; l < r; l, r = l+1, r-1 {
		steps[l], steps[r] = steps[r], steps[l]
	}
	return steps
}

// compare compares a word of a quotation with the one at a place.
func (c *Corpus) compare(q []element, ids []int32, i int, at int32) (op, float32) {
	e := &q[i]
	p := &c.places[at]
	if ids[i] != p.word {
		if e.kind == kindPattern && e.fits(strings.ToLower(c.form(at))) {
			return opSame, 0
		}
		if ids[i] < 0 && similar(e.key, strings.ToLower(c.form(at))) {
			return opChanged, costNear
		}
		return opChanged, costChanged
	}
	if e.kind == kindPattern {
		return opSame, 0
	}
	first := i == 0 || q[i-1].kind != kindWord
	switch form := plain(c.form(at)); {
	case !first && i > 0 && hyphenDiffers(e.join, p.join):
		return opForm, costForm
	case !sameForm(e.form, form):
		return opForm, costForm
	}
	return opSame, 0
}

func hyphenDiffers(a, b join) bool {
	if a == joinLine {
		return b != joinHyphen
	}
	return a == joinHyphen && b == joinOther || a == joinOther && b == joinHyphen
}

// sameForm reports whether words that have the same letters are the same but for
// a capital or small first letter, and the shape of an apostrophe.
func sameForm(a, b string) bool {
	a, b = straight(a), straight(b)
	if a == b || len(a) != len(b) || a == "" {
		return a == b
	}
	return a[1:] == b[1:]
}

var apostrophes = strings.NewReplacer("’", "'", "‘", "'", "ʼ", "'", "\u00ad", "", "′", "'")

func straight(s string) string { return apostrophes.Replace(s) }

// fits reports whether a word may be what a pattern stands for.
func (e *element) fits(word string) bool {
	word = straight(word)
	return len(word) >= len(e.prefix)+len(e.suffix) && len(e.prefix)+len(e.suffix) > 0 &&
		strings.HasPrefix(word, e.prefix) && strings.HasSuffix(word, e.suffix)
}

// similar reports whether words share most of their letters from either end.
func similar(a, b string) bool {
	n := min(len(a), len(b))
	same := 0
	for same < n && a[same] == b[same] {
		same++
	}
	tail := 0
	for tail < n-same && a[len(a)-1-tail] == b[len(b)-1-tail] {
		tail++
	}
	return n >= 4 && 3*(same+tail) >= 2*max(len(a), len(b))
}
