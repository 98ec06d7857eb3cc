package match

import (
	"cmp"
)

// Scored is a hit with what its rank depends on.
type Scored struct {
	Document uint32 // documents are numbered in reading order
	Score    float32
}

// before orders by score, ties by reading order.
func (a Scored) before(b Scored) bool {
	return a.Score > b.Score || a.Score == b.Score && a.Document < b.Document
}

// BestFirst compares hits for a list with the best of them first.
func BestFirst(a, b Scored) int {
	return cmp.Or(cmp.Compare(b.Score, a.Score), cmp.Compare(a.Document, b.Document))
}

// TopK keeps the best hits in a heap with the worst of them on top.
type TopK struct {
	List []Scored
	Most int
}

func (t *TopK) Add(s Scored) {
	if len(t.List) < t.Most {
		t.List = append(t.List, s)
		for i := len(t.List) - 1; i > 0; {
			parent := (i - 1) / 2
			if !t.List[parent].before(t.List[i]) {
				return
			}
			t.List[parent], t.List[i] = t.List[i], t.List[parent]
			i = parent
		}
		return
	}
	if !s.before(t.List[0]) {
		return
	}
	t.List[0] = s
	for i := 0; ; {
		worst := i
		for child := 2*i + 1; child <= 2*i+2 && child < len(t.List); child++ {
			if t.List[worst].before(t.List[child]) {
				worst = child
			}
		}
		if worst == i {
			return
		}
		t.List[i], t.List[worst] = t.List[worst], t.List[i]
		i = worst
	}
}

// nthLargest returns the n-th largest score; the smallest if there are fewer.
func nthLargest(scores []float32, n int) float32 {
	top := TopK{Most: min(n, len(scores))}
	top.List = make([]Scored, 0, top.Most)
	for i, s := range scores {
		if len(top.List) < top.Most || s > top.List[0].Score {
			top.Add(Scored{uint32(i), s})
		}
	}
	return top.List[0].Score
}
