package quotation

import (
	"cmp"
	"math"
	"slices"
)

const (
	// bucket is the length of the stretches in which votes are gathered, in words.
	bucket = 16
	// maxVotes is how many places a word votes for at most: one that stands in more
	// tells little, and counts by its pairs only.
	maxVotes = 600
	// maxCandidates is how many places of a quotation are aligned.
	maxCandidates = 6
)

// candidates are the places at which a quotation may begin, the likeliest first:
// an element that stands at a place votes for the place as many words before as it
// has before it.
func (c *Corpus) candidates(q []element, ids []int32) []int32 {
	votes := map[int32]float32{}
	for i := range q {
		if ids[i] < 0 {
			continue
		}
		list := c.postings[ids[i]]
		weight := float32(math.Log(1 + float64(len(c.places))/float64(len(list))))
		common := len(list) > maxVotes
		for _, at := range list {
			pair := i+1 < len(q) && ids[i+1] >= 0 && int(at)+1 < len(c.places) && c.places[at+1].word == ids[i+1]
			switch {
			case pair:
				votes[(at-int32(i))/bucket] += 2 * weight
			case !common:
				votes[(at-int32(i))/bucket] += weight
			}
		}
	}
	type counted struct {
		at    int32
		votes float32
	}
	var list []counted
	for b, v := range votes {
		v += votes[b+1]
		list = append(list, counted{b, v})
	}
	slices.SortFunc(list, func(a, b counted) int { return cmp.Or(cmp.Compare(b.votes, a.votes), cmp.Compare(a.at, b.at)) })
	var starts []int32
	for _, l := range list {
		if l.votes < list[0].votes/3 || len(starts) == maxCandidates {
			break
		}
		near := func(at int32) bool { return abs(at/bucket-l.at) <= 1 }
		if !slices.ContainsFunc(starts, near) {
			starts = append(starts, max(l.at*bucket, 0))
		}
	}
	return starts
}

func abs(n int32) int32 { return max(n, -n) }

// window is the places with which a quotation is aligned that may begin at one.
func (c *Corpus) window(q []element, at int32) (first, last int32) {
	at = min(at+bucket, int32(len(c.places))-1)
	from, to := c.bounds(at)
	n := int32(len(q))
	slack := n/2 + 2*bucket
	if slices.ContainsFunc(q, func(e element) bool { return e.kind == kindGap || e.kind == kindBracket }) {
		slack += gapSlack
	}
	return max(from, at-slack), min(to, at+n+slack)
}

// gapSlack is how far the parts of a quotation may lie apart, in words: more than
// two long paragraphs.
const gapSlack = 700

// runs are the places where a quotation without marks of change stands word by
// word, but for its forms.
func (c *Corpus) runs(q []element, ids []int32) []int32 {
	rarest := 0
	for i, id := range ids {
		if id < 0 || q[i].kind != kindWord {
			return nil
		}
		if len(c.postings[id]) < len(c.postings[ids[rarest]]) {
			rarest = i
		}
	}
	var starts []int32
	for _, at := range c.postings[ids[rarest]] {
		if start := at - int32(rarest); start >= 0 && c.standsAt(q, ids, start) {
			starts = append(starts, start)
		}
	}
	return starts
}

func (c *Corpus) standsAt(q []element, ids []int32, start int32) bool {
	end := start + int32(len(ids))
	if int(end) > len(c.places) || c.stream(start) != c.stream(end-1) {
		return false
	}
	for i := range ids {
		if c.places[start+int32(i)].word != ids[i] {
			return false
		}
		if o, _ := c.compare(q, ids, i, start+int32(i)); o != opSame {
			return false
		}
	}
	return true
}
