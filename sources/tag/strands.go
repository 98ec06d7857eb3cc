package tag

import (
	"slices"
	"strings"

	"socsearch/sources/document"
)

// Strand is a strand of work that documents name by a word of their own.
type Strand struct {
	Slug  string `yaml:"slug" json:"slug"` // the word in small letters
	Label string `yaml:"label" json:"label"`
}

// Strands is the vocabulary of strands, in their usual order.
type Strands struct {
	List []Strand `yaml:"strands"`
	All  []string `yaml:"all"` // words that name all of them at once
}

// ParseStrands reads the vocabulary; name is the file's, for messages.
func ParseStrands(name string, data []byte) (*Strands, error) {
	s := new(Strands)
	if err := document.DecodeYAML(name, data, s); err != nil {
		return nil, err
	}
	return s, nil
}

// findStrands returns the slugs of the strands that a text names as such: with a
// capital letter where no sentence begins, or in capitals. Words within an
// organisation's name (NHS Protect) don't count.
func (t *tagger) findStrands(text string) []string {
	got := []string{}
	words := cutWords(text)
	names := t.names.find(words)
	named := map[string]bool{}
	for i, w := range words {
		all := slices.Contains(t.strands.All, w.text)
		slug := strings.ToLower(w.text)
		inCapitals := w.text == strings.ToUpper(w.text)
		capital := w.text != slug && !opensSentence(text, words, i)
		for _, s := range t.strands.List {
			if all || s.Slug == slug && (inCapitals || capital) && !within(names, i) {
				named[s.Slug] = true
			}
		}
	}
	for _, s := range t.strands.List {
		if named[s.Slug] {
			got = append(got, s.Slug)
		}
	}
	return got
}

func within(names []found, i int) bool {
	return slices.ContainsFunc(names, func(f found) bool { return f.first <= i && i < f.end })
}

func opensSentence(text string, words []word, i int) bool {
	if i == 0 {
		return true
	}
	before := words[i-1]
	return strings.ContainsAny(before.text, ".!?:•") || strings.Contains(string([]rune(text)[before.end:words[i].start]), "\n")
}
