package words

import (
	"strings"

	"socsearch/index/analysis"
	"socsearch/sources/tag"
)

// acronyms knows the abbreviations of the documents and what they stand for.
type acronyms struct {
	Names map[string][]string // long forms by the abbreviation's key
	short map[string][]string // abbreviations by the long form's key
	words int
}

// AcronymKey is how an abbreviation is looked up: without case, full stops, plural
// and possessive.
func AcronymKey(s string) string {
	s = strings.Join(ExactTerms(s), " ")
	return strings.TrimSuffix(strings.TrimSuffix(s, "'s"), "s")
}

// nameKey is how a name is looked up: by its stems.
func nameKey(words string) string { return strings.Join(MainTerms(analysis.Prose(words)), " ") }

func newAcronyms(definitions []tag.Definition, organisations []*tag.Organisation) *acronyms {
	a := &acronyms{Names: map[string][]string{}, short: map[string][]string{}}
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
	key, long := AcronymKey(short), nameKey(name)
	if !ContainsFold(a.Names[key], name) {
		a.Names[key] = append(a.Names[key], name)
	}
	if !ContainsFold(a.short[long], short) {
		a.short[long] = append(a.short[long], short)
	}
	a.words = max(a.words, len(strings.Fields(name)))
}

// ContainsFold reports whether a list holds a name but for case and number.
func ContainsFold(list []string, name string) bool {
	for _, s := range list {
		if nameKey(s) == nameKey(name) {
			return true
		}
	}
	return false
}

// Expand returns what an abbreviation stands for, and the abbreviations of a
// name.
func (a *acronyms) Expand(words string) []string {
	return append(a.Names[AcronymKey(words)], a.short[nameKey(words)]...)
}

// Longest tells how many of the first words make the longest name that has an
// abbreviation.
func (a *acronyms) Longest(run []string) int {
	for n := min(len(run), a.words); n > 1; n-- {
		if len(a.short[nameKey(strings.Join(run[:n], " "))]) > 0 {
			return n
		}
	}
	return 0
}
