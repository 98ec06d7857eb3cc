package web

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"socsearch/sources/document"
)

// explainedView is a word of a passage that a reader may not know: an abbreviation, or
// the name of an organisation.
type explainedView struct {
	Term  string // as it is printed
	Means string
	Link  string // to what says so
}

// explained lists the words of passages that the documents themselves explain: the
// abbreviations that they define, and the organisations that they name in short.
func (x *snapshot) explained(passages []*document.Passage) []explainedView {
	var list []explainedView
	add := func(term, means, link string) {
		known := slices.ContainsFunc(list, func(e explainedView) bool { return e.Term == term })
		if !known && singular(term) != singular(means) {
			list = append(list, explainedView{term, means, link})
		}
	}
	for _, p := range passages {
		for _, m := range p.Organisations {
			for _, w := range m.Why {
				if w.In == "text" {
					add(w.Text, m.Name, "/organisations/"+m.Slug)
				}
			}
		}
		for _, d := range x.Definitions {
			if printsWord(p.Text, d.Abbreviation) {
				add(d.Abbreviation, d.Name, "/"+d.Passage)
			}
		}
	}
	slices.SortFunc(list, func(a, b explainedView) int { return strings.Compare(a.Term, b.Term) })
	return list
}

// singular takes what is no difference in meaning off a word: case and the plural.
func singular(s string) string { return strings.TrimSuffix(strings.ToLower(s), "s") }

// printsWord reports whether a text has a word, no letter or digit beside it.
func printsWord(text, word string) bool {
	for rest := text; ; {
		before, after, found := strings.Cut(rest, word)
		if !found || word == "" {
			return false
		}
		last, _ := utf8.DecodeLastRuneInString(before)
		first, _ := utf8.DecodeRuneInString(after)
		if !partOfWord(last) && !partOfWord(first) {
			return true
		}
		rest = after
	}
}

func partOfWord(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }
