package meaning

import (
	"slices"
	"strings"

	"socsearch/sources/document"
)

// What the model was trained to read before a text, and before a query.
const (
	passagePrefix = "passage: "
	queryPrefix   = "query: "
)

// Texts returns what is encoded of a passage: all of it below all of its
// headings, then each of its sentences below the last one, in the order of
// [Sentences], but for very short ones. A figure has none: its words are labels and numbers, of
// which the model makes nothing that can be compared.
func Texts(p *document.Passage) []string {
	if p.Kind == document.KindFigure {
		return nil
	}
	nearest := p.Section[max(0, len(p.Section)-1):]
	texts := []string{below(p.Section, p.Title, strings.ReplaceAll(p.Text, "\n• ", "\n"))}
	for _, s := range telling(p.Text) {
		texts = append(texts, below(nearest, p.Title, p.Text[s.Start:s.End]))
	}
	return texts
}

func below(headings []string, title, text string) string {
	parts := slices.Clone(headings)
	if title != "" && !slices.Contains(parts, title) {
		parts = append(parts, title)
	}
	return passagePrefix + strings.Join(append(parts, text), ". ")
}

// telling returns the sentences of a text that can mean something alone.
func telling(text string) []Span {
	const words = 4 // fewer: a title, "They are wrong."
	return slices.DeleteFunc(Sentences(text), func(s Span) bool {
		return len(strings.Fields(text[s.Start:s.End])) < words
	})
}
