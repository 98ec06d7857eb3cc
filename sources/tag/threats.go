package tag

import (
	"fmt"
	"slices"
	"strings"

	"github.com/goccy/go-yaml"
)

// Strands are the four strands of the strategy's work in their usual order.
var Strands = []string{"pursue", "prevent", "protect", "prepare"}

// allStrands is how the strategy names all four at once.
const allStrands = "4Ps"

// strands finds the strands that a text names as such: with a capital letter
// where no sentence begins, or in capitals. Words within an organisation's name
// (NHS Protect) don't count.
func (t *tagger) strands(text string) []string {
	got := []string{}
	words := cutWords(text)
	names := t.names.find(words)
	for i, w := range words {
		if w.text == allStrands {
			return slices.Clone(Strands)
		}
		strand := strings.ToLower(w.text)
		if !slices.Contains(Strands, strand) || slices.Contains(got, strand) || within(names, i) {
			continue
		}
		inCapitals := w.text == strings.ToUpper(w.text)
		capital := w.text != strand && !opensSentence(text, words, i)
		if inCapitals || capital {
			got = append(got, strand)
		}
	}
	slices.SortFunc(got, func(a, b string) int { return slices.Index(Strands, a) - slices.Index(Strands, b) })
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
	if err := yaml.UnmarshalWithOptions(data, t, yaml.Strict()); err != nil {
		return nil, fmt.Errorf("%s: %s", name, strings.ReplaceAll(yaml.FormatError(err, false, false), "\n", " "))
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
