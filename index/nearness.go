package index

import (
	"context"
	"fmt"
	"html"
	"math"
	"slices"
	"strings"

	"socsearch/index/meaning"
	"socsearch/sources/document"
)

// Match says how a passage was found.
type Match string

// The ways in which a passage is found.
const (
	MatchWords   Match = "words"   // it has all that was asked for
	MatchPartial Match = "partial" // it has some of it
	MatchMeaning Match = "meaning" // it has no word that tells, and is close in meaning
)

const (
	// leastNearness is how near the nearest passage must be to a sentence for
	// meaning to count; leastAlone how near one without its words must be to be
	// shown. Of questions that have nothing to do with the documents nothing is as
	// near as that: see TestUnrelated.
	leastNearness, leastAlone = 1.64, 1.68
	// shortOff is how much farther passages are from fewer words than a sentence.
	shortOff = 0.02
	// nearnessWeight is how much meaning counts against words.
	nearnessWeight = 1.5
	// mostByMeaning is how many passages without the words are shown at most.
	mostByMeaning = 10
)

// byMeaning is what a search finds besides the passages that have its words.
type byMeaning struct {
	near  *meaning.Nearness
	alone []scored // best first: passages without the words
}

// weigh ranks what was found by words and meaning together, and finds passages by
// meaning alone. It does nothing, and returns nil, where meaning is off, the query
// isn't plain words meant loosely, or it has nothing to do with the documents.
//
// A passage's score is the square root of its share of the best score by words,
// plus nearnessWeight times the share of the way that it is from the mean
// nearness of all passages to the best. A passage without a vector (a figure)
// stands as its words have it.
func (x *Index) weigh(ctx context.Context, a *arena, r Request, found *findings) (*byMeaning, error) {
	if x.Encoder == nil || x.vectors == nil || r.WordsOnly || r.Plain || !found.loose || r.Sort == SortDocument {
		return nil, nil
	}
	q, err := x.Encoder.Query(ctx, strings.Join(strings.Fields(r.Query.Raw), " "))
	if err != nil {
		return nil, fmt.Errorf("waiting for a turn to read the question: %w", err)
	}
	m := &byMeaning{near: x.vectors.Near(q)}
	scale := newNearnessScale(m.near.Documents)
	off := float32(0)
	if len(plainWords(r.Query)) < sentenceWords {
		off = shortOff
	}
	if scale.best < leastNearness-off {
		return nil, nil
	}
	most := float32(0)
	for _, s := range found.scores {
		most = max(most, s)
	}
	own := (&matcher{index: x, arena: a}).own(found.hits)
	for i, d := range own.documents {
		words := own.scores[i] / most
		near, ok := scale.of(m.near.Documents[d])
		if !ok {
			near = words
		}
		own.scores[i] = float32(math.Sqrt(float64(words))) + float32(nearnessWeight*near)
	}
	found.hits = own
	m.alone = x.nearAlone(a, r, m.near.Documents, scale, leastAlone-off, a.set(len(x.order)).addAll(own.documents))
	return m, nil
}

// nearAlone returns the passages outside a set that are at least so near, under
// the filters.
func (x *Index) nearAlone(a *arena, r Request, near []float32, scale nearnessScale, least float32, words bitset) []scored {
	if r.NearAlone == 0 {
		return nil
	}
	candidates := a.set(len(x.order))
	for d, n := range near {
		if n >= least && !words.has(uint32(d)) {
			candidates.add(uint32(d))
		}
	}
	kept := x.narrow(a, candidates, r.Filters, r.Implied).kept
	top := topHits{most: min(r.NearAlone, mostByMeaning)}
	for d, n := range near {
		if kept.has(uint32(d)) {
			share, _ := scale.of(n)
			top.add(scored{uint32(d), x.order[d], float32(nearnessWeight * share)})
		}
	}
	slices.SortFunc(top.list, bestFirst)
	return top.list
}

// nearnessScale puts nearness between the mean of all passages, 0, and the best, 1.
type nearnessScale struct{ mean, best float32 }

func newNearnessScale(near []float32) nearnessScale {
	s := nearnessScale{best: meaning.None}
	var sum float64
	count := 0
	for _, n := range near {
		if n != meaning.None {
			sum += float64(n)
			count++
			s.best = max(s.best, n)
		}
	}
	s.mean = float32(sum / float64(max(count, 1)))
	return s
}

// of returns where a nearness is on the scale; ok is false for none.
func (s nearnessScale) of(near float32) (share float32, ok bool) {
	if near == meaning.None || s.best <= s.mean {
		return 0, false
	}
	return (near - s.mean) / (s.best - s.mean), true
}

// join puts passages by meaning alone among a first page's, each where its score
// has it. Those that would stand behind the page's last are left out, unless
// there are no further pages.
func (m *byMeaning) join(page []scored, last bool) []scored {
	if m == nil || len(m.alone) == 0 {
		return page
	}
	joined := slices.Concat(page, m.alone)
	slices.SortFunc(joined, bestFirst)
	if last || len(page) == 0 {
		return joined
	}
	end := slices.Index(joined, page[len(page)-1])
	return joined[:end+1]
}

// has reports whether a passage was found by meaning alone.
func (m *byMeaning) has(document uint32) bool {
	return m != nil && slices.ContainsFunc(m.alone, func(s scored) bool { return s.document == document })
}

// because returns the sentence of a passage that is nearest to the query.
func (m *byMeaning) because(document uint32, p *document.Passage) string {
	s := m.near.Sentence(int(document), p.Text)
	return p.Text[s.Start:s.End]
}

// SearchesByMeaning reports whether questions are answered by meaning, too.
func (x *Index) SearchesByMeaning() bool { return x.Encoder != nil && x.vectors != nil }

// wholeSentence is a snippet of a sentence in which nothing is marked.
func wholeSentence(text string) Snippet { return Snippet{HTML: html.EscapeString(text)} }
