package index

import (
	"context"
	"fmt"
	"html"
	"math"
	"slices"
	"strings"
	"unicode"

	"socsearch/index/match"
	"socsearch/index/meaning"
	"socsearch/index/plan"
	"socsearch/index/snippet"
	"socsearch/index/words"
	"socsearch/sources/document"
)

// Match says how a passage was found.
type Match string

// The ways in which a passage is found.
const (
	MatchWords   Match = "words"   // it has all that was asked for
	MatchPartial Match = "partial" // it has some of it
	MatchFamily  Match = "family"  // it has words of the same family alone, for one of the words at least
	MatchMeaning Match = "meaning" // it has no word that tells, and is close in meaning
)

const (
	// leastAlone is how near to a question a passage must be that is shown without
	// having its words. Of questions that have nothing to do with the documents
	// none is as near: see TestUnrelated.
	leastAlone = 1.68
	// shortOff is how much farther passages are from a few words that are no
	// question.
	shortOff = 0.02
	// mostByMeaning is how many passages without the words are shown at most.
	mostByMeaning = 10
)

// nearnessWeight is how much meaning counts against words. It is a variable so
// that TestHalves can choose it again.
var nearnessWeight float32 = 1.5

// byMeaning is what a search finds besides the passages that have its words.
type byMeaning struct {
	near  *meaning.Nearness
	alone []match.Scored // best first: passages without the words
}

// weigh ranks what was found by words and meaning together, and finds passages by
// meaning alone. It does nothing, and returns nil, where meaning is off or the
// words are meant as they are.
func (x *Index) weigh(ctx context.Context, a *match.Arena, r Request, found *findings) (*byMeaning, error) {
	if !x.SearchesByMeaning() || r.WordsOnly || r.Plain || r.Exact || r.Sort == SortDocument {
		return nil, nil
	}
	typed := plan.PlainWords(r.Query)
	if !found.loose && !x.everyday(typed, found) {
		return nil, nil
	}
	q, err := x.Encoder.Query(ctx, corrected(r.Query.Raw, found.expanded))
	if err != nil {
		return nil, fmt.Errorf("waiting for a turn to read the question: %w", err)
	}
	m := &byMeaning{near: x.local.Vectors.Near(q)}
	scale := newNearnessScale(m.near.Documents)
	found.Hits = (&match.Matcher{Lists: x.local.Lists, Arena: a}).Own(found.Hits)
	if !found.loose {
		m.rank(found, scale, found.whole)
		return m, nil
	}
	m.rank(found, scale, nil)
	least := float32(leastAlone)
	if len(typed) < plan.SentenceWords && !words.IsFunctionWord(typed[0]) {
		least -= shortOff
	}
	m.alone = x.nearAlone(a, r, m.near.Documents, scale, least, a.Set(len(x.local.Order)).AddAll(found.Documents))
	return m, nil
}

// everyday reports whether a query that some passages have whole is worded such
// that those with some of it are better ranked by meaning, too: it begins as a
// question does, or has a word that no document prints and that is no slip.
func (x *Index) everyday(typed []string, found *findings) bool {
	if whole := found.whole.Count(); len(typed) < 2 || whole == 0 || whole == len(found.Documents) {
		return false
	}
	p := x.collection.Planner(context.Background(), false, true)
	return words.IsFunctionWord(typed[0]) || slices.ContainsFunc(typed, func(w string) bool {
		l, ok := p.BareWord(w)
		return ok && !p.Occurs(l) && !slices.ContainsFunc(found.expanded, func(e plan.Expanded) bool { return e.Corrected && e.Term == w })
	})
}

// rank gives hits their scores by words and meaning; those in first keep theirs,
// and stay before the others.
//
// A score is the square root of the share of the best score by words, plus
// nearnessWeight times the share of the way from the mean nearness of all passages
// to the best. A passage without a vector (a figure) stands as its words have it.
func (m *byMeaning) rank(found *findings, scale nearnessScale, first match.Bitset) {
	most, least := float32(math.SmallestNonzeroFloat32), float32(math.Inf(1))
	for i, d := range found.Documents {
		if first != nil && first.Has(d) {
			least = min(least, found.Scores[i])
			continue
		}
		most = max(most, found.Scores[i])
	}
	most = max(most, found.full) // the best may have next to nothing of the query
	factor := float32(1)
	if first != nil {
		factor = match.Behind * least / (1 + nearnessWeight)
	}
	for i, d := range found.Documents {
		if first != nil && first.Has(d) {
			continue
		}
		words := found.Scores[i] / most
		near, ok := scale.of(m.near.Documents[d])
		if !ok {
			near = words
		}
		found.Scores[i] = factor * (float32(math.Sqrt(float64(words))) + float32(nearnessWeight*near))
	}
}

// corrected returns a query with the words that stand nowhere and were taken for
// slips as they were meant: a word that is misspelt means nothing.
func corrected(text string, expanded []plan.Expanded) string {
	words := strings.Fields(text)
	for i, w := range words {
		bare := strings.TrimFunc(w, unicode.IsPunct)
		for _, e := range expanded {
			if e.Corrected && e.Term == bare {
				words[i] = strings.Replace(w, bare, e.To[0], 1)
			}
		}
	}
	return strings.Join(words, " ")
}

// nearAlone returns the passages outside a set that are at least so near, under
// the filters.
func (x *Index) nearAlone(a *match.Arena, r Request, near []float32, scale nearnessScale, least float32, words match.Bitset) []match.Scored {
	if r.NearAlone == 0 {
		return nil
	}
	candidates := a.Set(len(x.local.Order))
	for d, n := range near {
		if n >= least && !words.Has(uint32(d)) {
			candidates.Add(uint32(d))
		}
	}
	kept := x.local.Facets.Narrow(a, candidates, r.Filters, r.Implied).Kept
	top := match.TopK{Most: min(r.NearAlone, mostByMeaning)}
	for d, n := range near {
		if kept.Has(uint32(d)) {
			share, _ := scale.of(n)
			top.Add(match.Scored{Document: uint32(d), Place: x.local.Order[d], Score: float32(nearnessWeight * share)})
		}
	}
	slices.SortFunc(top.List, match.BestFirst)
	return top.List
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

// of returns where a nearness is on the scale, 0 at least; ok is false for none.
func (s nearnessScale) of(near float32) (share float32, ok bool) {
	if near == meaning.None || s.best <= s.mean {
		return 0, false
	}
	return max(0, (near-s.mean)/(s.best-s.mean)), true
}

// join puts passages by meaning alone among a first page's, each where its score
// has it. Those that would stand behind the page's last are left out, unless
// there are no further pages.
func (m *byMeaning) join(page []match.Scored, last bool) []match.Scored {
	if m == nil || len(m.alone) == 0 {
		return page
	}
	joined := slices.Concat(page, m.alone)
	slices.SortFunc(joined, match.BestFirst)
	if last || len(page) == 0 {
		return joined
	}
	end := slices.Index(joined, page[len(page)-1])
	return joined[:end+1]
}

// has reports whether a passage was found by meaning alone.
func (m *byMeaning) has(document uint32) bool {
	return m != nil && slices.ContainsFunc(m.alone, func(s match.Scored) bool { return s.Document == document })
}

// because returns the sentence of a passage that is nearest to the query.
func (m *byMeaning) because(document uint32, p *document.Passage) string {
	s := m.near.Sentence(int(document), p.Text)
	return p.Text[s.Start:s.End]
}

// SearchesByMeaning reports whether questions are answered by meaning, too.
func (x *Index) SearchesByMeaning() bool { return x.Encoder != nil && x.local.Vectors != nil }

// wholeSentence is a snippet of a sentence in which nothing is marked.
func wholeSentence(text string) snippet.Snippet {
	return snippet.Snippet{HTML: html.EscapeString(text)}
}
