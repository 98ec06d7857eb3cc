package index

import (
	"cmp"
	"context"
	"math"
	"slices"
	"strings"

	"socsearch/index/analysis"
	"socsearch/index/engine"
	"socsearch/index/plan"
	"socsearch/index/schema"
	"socsearch/index/snippet"
	"socsearch/index/words"
	"socsearch/sources/document"
)

// Similar is a passage like others, and why.
type Similar struct {
	Passage *document.Passage
	// Shared are the telling words of the others that it has, as it writes them, the
	// most telling first; neighbours are one.
	Shared []string
	Same   bool // its text is the same as that of one of the others
}

// The bounds of what makes a passage like another.
const (
	tellingWords = 16   // of the passages, the most telling: more only thin them out
	sharedWords  = 2    // at least: one says that a word is rare, not that the subject is the same
	shownWords   = 5    // of the shared ones
	commonShare  = 4    // a word of more than one passage in so many tells nothing
	sharedLeast  = 0.25 // of the weight of all that tells
	rare         = 30   // a word of fewer than one passage in so many tells no more than if it were
)

// tellingWord is a word that tells passages from the rest.
type tellingWord struct {
	leaf   plan.Leaf
	times  int // that they have it
	weight float64
}

// Similar finds the passages that have most of what tells some passages from the rest:
// words that they repeat and few others print. Best first, most at the most.
func (x *Index) Similar(ctx context.Context, of []*document.Passage, most int) ([]Similar, error) {
	telling, err := x.telling(ctx, of)
	if err != nil || len(telling) < sharedWords {
		return nil, err
	}
	any := plan.Group{MinimumShouldMatch: plan.MatchAny}
	for _, w := range telling {
		any.Nodes = append(any.Nodes, w.leaf)
	}
	found, err := x.engine.Find(ctx, engine.Search{Ask: plan.Ask{Plan: any, By: any}, Size: 2*most + len(of)})
	if err != nil {
		return nil, err
	}
	entries, err := x.entries(ctx, found.Hits)
	if err != nil {
		return nil, err
	}
	var list []Similar
	runs := snippet.New(any)
	for _, e := range entries {
		s := Similar{Passage: e.Passage}
		if slices.ContainsFunc(of, func(p *document.Passage) bool { return p.ID == e.Passage.ID }) {
			continue
		}
		s.Same = slices.ContainsFunc(of, func(p *document.Passage) bool { return p.Text == e.Passage.Text })
		var share float64
		if s.Shared, share = sharedBy(telling, e, runs.Words(e)); len(s.Shared) >= sharedWords && share >= sharedLeast && len(list) < most {
			list = append(list, s)
		}
	}
	return list, nil
}

// telling lists the words that tell passages from the rest, the most telling first:
// weighed by how often the passages have them and how few others do.
func (x *Index) telling(ctx context.Context, of []*document.Passage) ([]*tellingWord, error) {
	list, err := x.wordsOf(ctx, of)
	if err != nil {
		return nil, err
	}
	wanted := make([]plan.Occurrence, len(list))
	for i, w := range list {
		wanted[i] = plan.Occurrence{Fields: []string{schema.Text}, Leaf: w.leaf}
	}
	counts, err := x.engine.Count(ctx, wanted)
	if err != nil {
		return nil, err
	}
	all := x.Manifest.Passages
	for i, w := range list {
		if n := counts[i]; n > 1 && n <= max(all/commonShare, 2) {
			w.weight = (1 + math.Log(float64(w.times))) * math.Log(min(float64(all)/float64(n), rare))
		}
	}
	list = slices.DeleteFunc(list, func(w *tellingWord) bool { return w.weight == 0 })
	slices.SortStableFunc(list, func(a, b *tellingWord) int { return cmp.Compare(b.weight, a.weight) })
	return list[:min(tellingWords, len(list))], nil
}

// wordsOf lists the words of passages that may tell something, each once.
func (x *Index) wordsOf(ctx context.Context, of []*document.Passage) ([]*tellingWord, error) {
	planner := x.collection.Planner(ctx, false, true)
	var list []*tellingWord
	known := map[string]*tellingWord{}
	for _, p := range of {
		for _, t := range analysis.Exact(p.Text) {
			typed := p.Text[t.Start:t.End]
			leaf, ok := planner.BareWord(typed)
			if !ok || words.IsFunctionWord(typed) || words.FillerWords[strings.ToLower(typed)] || strings.ContainsAny(typed, "0123456789") {
				continue
			}
			term := strings.Join(leaf.Alternatives[0].Terms, " ")
			if known[term] == nil {
				known[term] = &tellingWord{leaf: leaf}
				list = append(list, known[term])
			}
			known[term].times++
		}
	}
	return list, planner.Err()
}

// sharedBy lists the telling words that a passage has, those that tell most first, in
// the runs in which it has them: "county" as "county lines", where both tell. share is
// how much of all that tells they are.
func sharedBy(telling []*tellingWord, e *snippet.Entry, runs []string) (list []string, share float64) {
	var all float64
	for _, t := range telling {
		all += t.weight
		has := snippet.New(t.leaf).Words(e)
		if len(has) == 0 {
			continue
		}
		share += t.weight
		said := has[0]
		for _, run := range runs {
			if len(run) > len(said) && slices.ContainsFunc(has, func(w string) bool { return slices.Contains(strings.Fields(run), w) }) {
				said = run
			}
		}
		if !slices.Contains(list, said) {
			list = append(list, said)
		}
	}
	return list[:min(shownWords, len(list))], share / all
}
