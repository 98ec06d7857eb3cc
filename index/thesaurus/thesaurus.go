package thesaurus

import (
	"cmp"
	_ "embed"
	"fmt"
	"slices"
	"strings"

	"socsearch/index/analysis"
)

// Expansion is other words for what a person typed.
type Expansion struct {
	To       string  // as a person reads them; their terms occur in the documents
	Weight   float64 // above 0, at most 1: how far To stands for what was typed
	Relation Relation
}

// Relation tells how the words of an [Expansion] stand to what was typed.
type Relation = string

// The relations.
const (
	Field    Relation = "field"    // the same subject, by the thesaurus of the field
	Spelling Relation = "spelling" // the same words as the documents spell them
)

//go:embed spelling.tsv
var spellingData string

//go:embed field.tsv
var fieldData string

// Thesaurus leads from words to the documents' own. It doesn't change; any
// number of goroutines may use it.
type Thesaurus struct {
	field    table
	spelling map[string]string // the documents' spelling, by another: of several words by their key
	begin    map[string]bool   // the first words of those
	longest  int               // words in the longest key
}

// Load makes the embedded data ready to be looked up. An error is a mistake in
// them.
func Load() (*Thesaurus, error) {
	field, err := newTable(fieldData)
	if err != nil {
		return nil, fmt.Errorf("field.tsv: %w", err)
	}
	t := &Thesaurus{field: field, spelling: map[string]string{}, begin: map[string]bool{}, longest: field.longest}
	for line := range strings.Lines(spellingData) {
		if strings.HasPrefix(line, "#") {
			continue
		}
		other, usual, ok := strings.Cut(strings.TrimSpace(line), "\t")
		if !ok {
			return nil, fmt.Errorf("spelling.tsv: %q has no tab", line)
		}
		if strings.Contains(other, " ") {
			other = Key(other)
			first, _, _ := strings.Cut(other, " ")
			t.begin[first] = true
		}
		t.spelling[other] = usual
		t.longest = max(t.longest, strings.Count(other, " ")+1)
	}
	return t, nil
}

// Key returns the form under which words are looked up: their lemmas, without
// case, accents, hyphens and possessives. Acronyms are words here: UWOs and uwo
// have one key.
func Key(words string) string { return strings.Join(keyWords(words), " ") }

func keyWords(words string) []string {
	var lemmas []string
	for _, word := range plainWords(words) {
		lemmas = append(lemmas, analysis.Lemma(word))
	}
	return lemmas
}

// plainWords cuts words at spaces and hyphens and takes off case, accents and
// apostrophes.
func plainWords(words string) []string {
	var plain []string
	for _, t := range analysis.Exact(words) {
		word := strings.TrimSuffix(t.Term, "'s")
		if word = strings.ReplaceAll(word, "'", ""); word != "" {
			plain = append(plain, word)
		}
	}
	return plain
}

// Headword returns the form in which words stand at the head of an entry: in
// small letters, hyphens as spaces.
func Headword(words string) string { return strings.Join(plainWords(words), " ") }

// Expand returns other words for a word or phrase as it is typed, best first;
// nil if there are none. A word that is spelled another way in the documents
// is led to their spelling and to what that leads to.
func (t *Thesaurus) Expand(words ...string) []Expansion {
	typed := plainWords(strings.Join(words, " "))
	if len(typed) == 0 {
		return nil
	}
	spelled, changed := t.spelled(typed)
	text := strings.Join(spelled, " ")
	found := t.field.find(Key(text), text)
	if changed {
		for i := range found {
			found[i].Weight *= spellingWeight
		}
		found = append(found, Expansion{text, spellingWeight, Spelling})
	}
	return Best(found, Key(strings.Join(typed, " ")))
}

// spellingWeight is the weight of the documents' spelling of a word: all but
// the word itself.
const spellingWeight = 0.95

// spelled returns words as the documents spell them: together (web sites), or else
// each.
func (t *Thesaurus) spelled(words []string) (spelled []string, changed bool) {
	if together, ok := t.spelledTogether(words); ok {
		return strings.Fields(together), true
	}
	for _, word := range words {
		if usual, ok := t.spelling[word]; ok {
			word, changed = usual, true
		}
		spelled = append(spelled, word)
	}
	return spelled, changed
}

// spelledTogether returns how the documents spell several words that have a spelling
// of their own.
func (t *Thesaurus) spelledTogether(words []string) (usual string, ok bool) {
	if len(words) > 1 {
		usual, ok = t.spelling[Key(strings.Join(words, " "))]
	}
	return usual, ok
}

// Spelled returns how the documents spell a word that is spelled another way; ""
// if nothing is known of it.
func (t *Thesaurus) Spelled(word string) string {
	if spelled, changed := t.spelled([]string{word}); changed {
		return strings.Join(spelled, " ")
	}
	return ""
}

// Best sorts expansions, the best first, equals in their order, and drops repetitions and what was
// typed itself, whose key is given.
func Best(found []Expansion, typedKey string) []Expansion {
	slices.SortStableFunc(found, func(a, b Expansion) int { return cmp.Compare(b.Weight, a.Weight) })
	seen := map[string]bool{typedKey: true}
	return slices.DeleteFunc(found, func(e Expansion) bool {
		key := Key(e.To)
		repeated := seen[key]
		seen[key] = true
		return repeated
	})
}

// FieldWords returns the single words of the thesaurus of the field.
func (t *Thesaurus) FieldWords() []string {
	var words []string
	for i := range t.field.lines {
		if _, headword, _ := t.field.row(i); !strings.Contains(headword, " ") {
			words = append(words, headword)
		}
	}
	return words
}

// hasEntry reports whether several words together have an entry, in any spelling:
// that one of them is spelled another way makes no phrase of them.
func (t *Thesaurus) hasEntry(words []string) bool {
	typed := plainWords(strings.Join(words, " "))
	if _, ok := t.spelledTogether(typed); ok {
		return true
	}
	spelled, _ := t.spelled(typed)
	text := strings.Join(spelled, " ")
	return len(Best(t.field.find(Key(text), text), Key(text))) > 0
}

// Longest returns how many of the first words make the longest phrase that has
// an entry; 0 if not even the first word has one.
func (t *Thesaurus) Longest(words []string) int {
	if len(words) > 1 && t.mayBegin(words[0]) {
		for n := min(len(words), t.longest); n > 1; n-- {
			if t.hasEntry(words[:n]) {
				return n
			}
		}
	}
	if len(words) > 0 && t.Expand(words[0]) != nil {
		return 1
	}
	return 0
}

// mayBegin reports whether a word may begin a phrase that has an entry: most words
// begin none, and need not be looked up with all that follow them.
func (t *Thesaurus) mayBegin(word string) bool {
	plain := plainWords(word)
	if len(plain) == 0 {
		return true
	}
	first := plain[0]
	if key := analysis.Lemma(first); t.begin[key] || t.field.begins(key) {
		return true
	}
	usual, _, _ := strings.Cut(t.spelling[first], " ")
	return usual != "" && t.field.begins(analysis.Lemma(usual))
}
