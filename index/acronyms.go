package index

import (
	"strings"

	"socsearch/index/analysis"
	"socsearch/sources/tag"
)

// acronyms knows the abbreviations of the documents and what they stand for.
type acronyms struct {
	names map[string][]string // long forms by the abbreviation's key
	short map[string][]string // abbreviations by the long form's key
	words int
}

// acronymKey is how an abbreviation is looked up: without case, full stops, plural
// and possessive.
func acronymKey(s string) string {
	s = strings.Join(exactTerms(s), " ")
	return strings.TrimSuffix(strings.TrimSuffix(s, "'s"), "s")
}

// nameKey is how a name is looked up: by its stems.
func nameKey(words string) string { return strings.Join(mainTerms(analysis.Prose(words)), " ") }

func newAcronyms(definitions []tag.Definition, organisations []*tag.Organisation) *acronyms {
	a := &acronyms{names: map[string][]string{}, short: map[string][]string{}}
	for _, d := range definitions {
		a.add(d.Abbreviation, d.Name)
	}
	for _, o := range organisations {
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
