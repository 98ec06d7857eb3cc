package tag

import (
	"slices"
	"strings"

	"socsearch/sources/document"
)

// Articles tells which names of organisations take "the" in a sentence, by their
// first and last words.
type Articles struct {
	Endings     []string `yaml:"endings"`
	Starts      []string `yaml:"starts"`
	NeverStarts []string `yaml:"never_starts"`
	NeverEnds   []string `yaml:"never_ends"`
}

// ParseArticles reads the list; name is the file's, for messages.
func ParseArticles(name string, data []byte) (*Articles, error) {
	a := new(Articles)
	if err := document.DecodeYAML(name, data, a); err != nil {
		return nil, err
	}
	return a, nil
}

// With writes an organisation's name as a sentence has it: "the Home Office",
// "HM Treasury". A name of one word stays as it is.
func (a *Articles) With(name string) string {
	words := strings.Fields(name)
	if len(words) < 2 {
		return name
	}
	first, last := words[0], words[len(words)-1]
	switch {
	case slices.Contains(a.NeverStarts, first), slices.Contains(a.NeverEnds, last):
		return name
	case slices.Contains(a.Endings, last), slices.Contains(a.Starts, first):
		return "the " + name
	}
	return name
}
