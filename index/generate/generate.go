// Package generate makes collections of any size out of the sentences of real
// documents, to try an index on what the documents alone are too few for. The
// same seed gives the same passages.
package generate

import (
	"fmt"
	"iter"
	"math/rand/v2"
	"strings"

	"socsearch/sources/document"
)

// seed of the generator: any number does, so long as it stays.
const seed = 2018

// The sentences of a passage: about as long as the documents' own.
const (
	leastSentences = 1
	mostSentences  = 5
)

// Passages yields n passages. Each has the headings, tags and footnotes of one of
// the documents' passages, and sentences of several; its tags need not fit its
// text. The passage is valid until the next is asked for.
func Passages(from []document.Passage, n int) iter.Seq[*document.Passage] {
	sentences := allSentences(from)
	return func(yield func(*document.Passage) bool) {
		random := rand.New(rand.NewPCG(seed, uint64(n)))
		for i := range n {
			p := from[random.IntN(len(from))]
			p.Number = fmt.Sprint(i)
			p.ID = p.Document + "/" + p.Number
			p.Place = document.Place{Scheme: document.SchemeParagraph}
			p.Place.Number, _ = document.ParseNumber(p.Number)
			p.Label = p.Place.Label()
			p.URL = "/" + p.ID
			p.Previous, p.Next = "", ""
			p.Text = text(random, sentences)
			p.Organisations, p.Implied = document.WithoutWhy(p.Organisations), document.WithoutWhy(p.Implied) // the text is another
			if !yield(&p) {
				return
			}
		}
	}
}

func text(random *rand.Rand, sentences []string) string {
	var chosen []string
	for range leastSentences + random.IntN(mostSentences-leastSentences+1) {
		chosen = append(chosen, sentences[random.IntN(len(sentences))])
	}
	return strings.Join(chosen, " ")
}

func allSentences(from []document.Passage) []string {
	var all []string
	for i := range from {
		for _, line := range strings.Split(from[i].Text, "\n") {
			for _, s := range strings.SplitAfter(line, ". ") {
				if s = strings.TrimSpace(s); s != "" {
					all = append(all, s)
				}
			}
		}
	}
	return all
}
