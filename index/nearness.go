package index

import (
	"context"
	"html"
	"slices"
	"strings"
	"unicode"

	"socsearch/index/engine"
	"socsearch/index/meaning"
	"socsearch/index/plan"
	"socsearch/index/snippet"
	"socsearch/index/words"
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

// byMeaning says how meaning is taken in; nil where it is off or the words are meant
// as they are.
func (x *Index) byMeaning(r Request, read *plan.Reading) *engine.ByMeaning {
	if !x.SearchesByMeaning() || r.WordsOnly || r.Plain || r.Exact || r.Sort == SortDocument {
		return nil
	}
	typed := plan.PlainWords(r.Query)
	least := float32(leastAlone)
	if len(typed) > 0 && len(typed) < plan.SentenceWords && !words.IsFunctionWord(typed[0]) {
		least -= shortOff
	}
	question := func(ctx context.Context, found engine.Tally) (*meaning.Query, error) {
		if !found.Loose && !x.everyday(typed, found, read.Expanded) {
			return nil, nil
		}
		return x.Encoder.Query(ctx, corrected(r.Query.Raw, read.Expanded))
	}
	return &engine.ByMeaning{Question: question, Alone: min(r.NearAlone, mostByMeaning), Least: least}
}

// everyday reports whether a query that some passages have whole is worded such
// that those with some of it are better ranked by meaning, too: it begins as a
// question does, or has a word that no document prints and that is no slip.
func (x *Index) everyday(typed []string, found engine.Tally, expanded []plan.Expanded) bool {
	if len(typed) < 2 || found.Whole == 0 || found.Whole == found.Hits {
		return false
	}
	p := x.collection.Planner(context.Background(), false, true)
	return words.IsFunctionWord(typed[0]) || slices.ContainsFunc(typed, func(w string) bool {
		l, ok := p.BareWord(w)
		return ok && !p.Occurs(l) && !slices.ContainsFunc(expanded, func(e plan.Expanded) bool { return e.Corrected && e.Term == w })
	})
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

// SearchesByMeaning reports whether questions are answered by meaning, too.
func (x *Index) SearchesByMeaning() bool { return x.Encoder != nil && x.hasVectors }

// wholeSentence is a snippet of a sentence in which nothing is marked.
func wholeSentence(text string) snippet.Snippet {
	return snippet.Snippet{HTML: html.EscapeString(text)}
}
