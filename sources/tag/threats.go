package tag

import (
	"slices"

	"socsearch/sources/document"
)

// Threat is a category of serious and organised crime.
type Threat struct {
	Slug  string   `yaml:"slug" json:"slug"`
	Label string   `yaml:"label" json:"label"`
	Terms []string `yaml:"terms" json:"terms"` // words that tell it; a final * stands for any ending
}

// Threats is the vocabulary of threats, in the order of the strategy's
// paragraph 16.
type Threats struct {
	List  []Threat `yaml:"threats"`
	Masks []string `yaml:"masks"` // phrases that hold a term and tell no threat

	terms []*dictionary // of each threat, with the masks: what tells one may be part of what tells another
}

// ParseThreats reads the vocabulary; name is the file's, for messages.
func ParseThreats(name string, data []byte) (*Threats, error) {
	t := new(Threats)
	if err := document.DecodeYAML(name, data, t); err != nil {
		return nil, err
	}
	for _, threat := range t.List {
		terms := newDictionary(true)
		for _, mask := range t.Masks {
			terms.add(wordTexts(mask), "")
		}
		for _, term := range threat.Terms {
			terms.add(wordTexts(term), threat.Slug)
		}
		t.terms = append(t.terms, terms)
	}
	return t, nil
}

// findThreats returns the slugs of the threats that a text speaks of, in their
// order. Words within the name of a body or an office don't count: who names the
// Serious Fraud Office need not speak of fraud.
func (t *tagger) findThreats(text string) []string {
	got := []string{}
	words := cutWords(text)
	names := append(t.names.find(words), t.offices.find(words)...)
	tells := func(f found) bool { return f.name != "" && !within(names, f.first) }
	for i, threat := range t.threats.List {
		if slices.ContainsFunc(t.threats.terms[i].find(words), tells) {
			got = append(got, threat.Slug)
		}
	}
	return got
}
