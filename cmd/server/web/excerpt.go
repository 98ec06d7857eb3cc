package web

import (
	"fmt"
	"net/http"
	"net/url"
	"strings"
	"unicode"

	"socsearch/sources/document"
)

// paramQuote is the part of the passages' words that is to be quoted.
const paramQuote = "quote"

// excerpt cuts passages down to a part of their words, as a reader selects it on a page:
// white space and the bullets of lists don't matter. Passages without any of the words
// are left out; footnotes stay whose marks stand within them. The words must stand in
// the passages as they follow each other.
func excerpt(passages []*document.Passage, words string) ([]*document.Passage, error) {
	wanted, _ := letters(words)
	var all []rune
	var places []place
	for i, p := range passages {
		text, at := letters(p.Text)
		all = append(all, text...)
		for _, n := range at {
			places = append(places, place{i, n})
		}
	}
	from := runesIndex(all, wanted)
	if len(wanted) == 0 || from < 0 {
		return nil, &httpError{status: http.StatusBadRequest, title: "These words don’t stand here",
			detail: fmt.Sprintf("%s must be words of the passage as they follow each other.", paramQuote)}
	}
	first, last := places[from], places[from+len(wanted)-1]
	var cut []*document.Passage
	for i := first.passage; i <= last.passage; i++ {
		start, end := 0, len([]rune(passages[i].Text))
		if i == first.passage {
			start = first.at
		}
		if i == last.passage {
			end = last.at + 1
		}
		cut = append(cut, part(passages[i], start, end))
	}
	return cut, nil
}

// place is a letter: which passage, and where in its text.
type place struct{ passage, at int }

// letters are the characters of a text that count, with their places in code points.
func letters(s string) (text []rune, at []int) {
	for i, r := range []rune(s) {
		if !unicode.IsSpace(r) && r != '•' {
			text, at = append(text, r), append(at, i)
		}
	}
	return text, at
}

// runesIndex is where some letters stand in others; -1 for nowhere.
func runesIndex(all, some []rune) int {
	before, _, found := strings.Cut(string(all), string(some))
	if !found {
		return -1
	}
	return len([]rune(before))
}

// part is a passage with a part of its text.
func part(p *document.Passage, start, end int) *document.Passage {
	cut := *p
	cut.Text = string([]rune(p.Text)[start:end])
	cut.Footnotes = nil
	for _, n := range p.Footnotes {
		if n.At > start && n.At <= end {
			n.At -= start
			cut.Footnotes = append(cut.Footnotes, n)
		}
	}
	return &cut
}

// endWords is how many words at either end of a part name it in an address.
const endWords = 5

// wordsFragment is the end of an address that leads to some words and marks them (Text
// Fragments, WICG).
func wordsFragment(words string) string {
	list := strings.Fields(strings.ReplaceAll(words, "•", " "))
	escape := func(some []string) string {
		return strings.NewReplacer("+", "%20", "-", "%2D").Replace(url.QueryEscape(strings.Join(some, " ")))
	}
	if len(list) <= 2*endWords {
		return "#:~:text=" + escape(list)
	}
	return "#:~:text=" + escape(list[:endWords]) + "," + escape(list[len(list)-endWords:])
}
