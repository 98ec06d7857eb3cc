package snippet

import (
	"cmp"
	"slices"
	"strings"
	"sync"
	"unicode/utf8"

	"socsearch/index/analysis"
	"socsearch/sources/document"
)

// Entry is a passage that is kept decoded, with its texts as snippets need them:
// they are analysed once, when the first snippet is cut.
type Entry struct {
	Passage *document.Passage
	once    sync.Once
	text    *tokens
	notes   []*tokens
}

// Bytes is about what the entry takes in memory once it is analysed: its text, and for
// each word its term and its place.
func (e *Entry) Bytes() int {
	const perByte = 8 // of the text
	n := len(e.Passage.Text)
	for _, f := range e.Passage.Footnotes {
		n += len(f.Text)
	}
	return perByte * n
}

func (e *Entry) analyse() {
	e.once.Do(func() {
		e.text = newTokens(e.Passage.Text)
		for _, n := range e.Passage.Footnotes {
			e.notes = append(e.notes, newTokens(n.Text))
		}
	})
}

// tokens is an analysed text in which terms are looked up.
type tokens struct {
	text       string
	characters int // in the text
	words      []word
	prose      []termPlace // by term, then place
	exact      []termPlace
}

// word is where a word stands, in bytes, and in characters from the beginning.
type word struct {
	span
	from, to int
}

// termPlace is a term with the words, from 0, that gave it.
type termPlace struct {
	term      string
	first, to uint32
}

func newTokens(text string) *tokens {
	t := &tokens{text: text}
	exact, prose := analysis.Exact(text), analysis.Prose(text)
	t.words, t.exact, t.prose = make([]word, len(exact)), make([]termPlace, len(exact)), make([]termPlace, len(prose))
	at, characters := 0, 0
	for i, e := range exact {
		from := characters + utf8.RuneCountInString(text[at:e.Start])
		characters, at = from+utf8.RuneCountInString(text[e.Start:e.End]), e.End
		t.words[i] = word{span{e.Start, e.End}, from, characters}
		t.exact[i] = termPlace{e.Term, uint32(i), uint32(i + 1)}
	}
	for i, p := range prose {
		first := p.Position - 1
		to := first
		for to < len(exact) && exact[to].End <= p.End {
			to++
		}
		t.prose[i] = termPlace{p.Term, uint32(first), uint32(to)}
	}
	t.characters = characters + utf8.RuneCountInString(text[at:])
	byTerm := func(a, b termPlace) int {
		return cmp.Or(strings.Compare(a.term, b.term), cmp.Compare(a.first, b.first))
	}
	slices.SortStableFunc(t.exact, byTerm)
	slices.SortStableFunc(t.prose, byTerm)
	return t
}

// places returns where a term stands.
func places(list []termPlace, term string) []termPlace {
	low, high := 0, len(list)
	for low < high {
		if middle := (low + high) / 2; list[middle].term < term {
			low = middle + 1
		} else {
			high = middle
		}
	}
	for high < len(list) && list[high].term == term {
		high++
	}
	return list[low:high]
}

// beginning returns where terms stand that begin so.
func beginning(list []termPlace, prefix string) []termPlace {
	low, _ := slices.BinarySearchFunc(list, prefix, func(p termPlace, t string) int { return strings.Compare(p.term, t) })
	high := low
	for high < len(list) && strings.HasPrefix(list[high].term, prefix) {
		high++
	}
	return list[low:high]
}
