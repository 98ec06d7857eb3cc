package index

import (
	"strings"

	"socsearch/index/analysis"
)

// Expanded says what else was searched for a word or phrase of a query.
type Expanded struct {
	Term string   // as typed
	To   []string // as a person reads them, best first
	// Corrected tells that the word occurs nowhere and To is how it may have
	// been meant to be spelled.
	Corrected bool
}

// The weights of what stands for a word.
const (
	acronymWeight    = 0.95 // NCA, National Crime Agency: the same thing
	correctionWeight = 0.9  // the word that was meant
	maxExpansions    = 6    // ways to say a word otherwise: more would drown it
)

// expand lists what stands for a word or phrase: what its acronym stands for, or
// its acronym; then other words from the thesaurus; and where the documents lack
// the word and nothing stands for it, how it may be spelled.
func (p *planner) expand(run []string, occurs bool) []alternative {
	var alternatives []alternative
	said := Expanded{Term: strings.Join(run, " ")}
	add := func(to string, weight float64) {
		if len(said.To) < maxExpansions {
			alternatives = append(alternatives, p.wordsAlternative(to, float32(weight)))
			said.To = append(said.To, to)
		}
	}
	for _, to := range p.index.acronyms.expand(said.Term) {
		add(to, acronymWeight)
	}
	for _, e := range p.index.thesaurus.Expand(run...) {
		add(e.To, e.Weight)
	}
	if len(said.To) == 0 && !occurs && len(run) == 1 {
		if to := p.index.spelling.correct(run[0]); to != "" {
			said.Corrected = true
			add(to, correctionWeight)
		}
	}
	if len(said.To) > 0 {
		p.expanded = append(p.expanded, said)
	}
	return alternatives
}

// wordsAlternative plans words that stand for others: they must stand together.
func (p *planner) wordsAlternative(words string, weight float32) alternative {
	terms := mainTerms(analysis.Prose(words))
	for i := range terms {
		terms[i] = p.known(terms[i])
	}
	return alternative{terms: terms, weight: weight}
}

// concept tells how many of the first words mean one thing together: the name or
// long form of an acronym, or a phrase of the thesaurus; 0 if none do.
func (p *planner) concept(run []string) int {
	if p.exact || p.plain {
		return 0
	}
	return max(p.index.acronyms.longest(run), p.index.thesaurus.Longest(run))
}

// acronyms knows the abbreviations of the documents and what they stand for.
type acronyms struct {
	names map[string][]string // long forms by the abbreviation's key
	short map[string][]string // abbreviations by the long form's key
	words int
}

// acronymKey is how an abbreviation is looked up: without case and plural.
func acronymKey(s string) string {
	s = strings.ToLower(strings.ReplaceAll(s, "’", "'"))
	return strings.TrimSuffix(strings.TrimSuffix(s, "'s"), "s")
}

// nameKey is how a name is looked up: by its stems.
func nameKey(words string) string { return strings.Join(mainTerms(analysis.Prose(words)), " ") }

func newAcronyms(c *catalogue) *acronyms {
	a := &acronyms{names: map[string][]string{}, short: map[string][]string{}}
	for _, d := range c.Definitions {
		a.add(d.Abbreviation, d.Name)
	}
	for _, o := range c.Organisations {
		if o.Abbreviation != "" {
			a.add(o.Abbreviation, o.Name)
		}
	}
	return a
}

func (a *acronyms) add(short, name string) {
	key, long := acronymKey(short), nameKey(name)
	if !containsFold(a.names[key], name) {
		a.names[key] = append(a.names[key], name)
	}
	if !containsFold(a.short[long], short) {
		a.short[long] = append(a.short[long], short)
	}
	a.words = max(a.words, len(strings.Fields(name)))
}

// containsFold tells whether a list holds a name but for case and number.
func containsFold(list []string, name string) bool {
	for _, s := range list {
		if nameKey(s) == nameKey(name) {
			return true
		}
	}
	return false
}

// expand returns what an abbreviation stands for, and the abbreviations of a
// name.
func (a *acronyms) expand(words string) []string {
	return append(a.names[acronymKey(words)], a.short[nameKey(words)]...)
}

// longest tells how many of the first words make the longest name that has an
// abbreviation.
func (a *acronyms) longest(run []string) int {
	for n := min(len(run), a.words); n > 1; n-- {
		if len(a.short[nameKey(strings.Join(run[:n], " "))]) > 0 {
			return n
		}
	}
	return 0
}
