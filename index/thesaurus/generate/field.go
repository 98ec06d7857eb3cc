package main

import (
	"fmt"

	"socsearch/index/thesaurus"
	"socsearch/sources/document"
)

// fieldEntry is an entry of the thesaurus of the field. It has From and To, or
// Same.
type fieldEntry struct {
	From   []string `yaml:"from"`   // what a person may type
	To     []string `yaml:"to"`     // what the documents print for it
	Same   []string `yaml:"same"`   // words of the documents that lead to each other
	Weight string   `yaml:"weight"` // high, medium or low: see fieldWeights
	Reason string   `yaml:"reason"`
	Source string   `yaml:"source"` // what kind of source bears the reason out
}

// fieldWeights are the weights that an entry may have.
var fieldWeights = map[string]float64{
	"high":   0.8,  // another name of the same thing
	"medium": 0.5,  // most passages on the one are to the point for the other
	"low":    0.25, // a wider or neighbouring subject: better than nothing
}

// parseField reads the thesaurus of the field; name is the file's, for messages.
func parseField(name string, data []byte) ([]fieldEntry, error) {
	var file struct {
		Entries []fieldEntry `yaml:"entries"`
	}
	if err := document.DecodeYAML(name, data, &file); err != nil {
		return nil, err
	}
	for i, e := range file.Entries {
		oneWay, twoWay := len(e.From) > 0 && len(e.To) > 0, len(e.Same) > 1
		switch {
		case oneWay == twoWay:
			return nil, fmt.Errorf("%s: entry %d needs from and to, or same", name, i+1)
		case fieldWeights[e.Weight] == 0:
			return nil, fmt.Errorf("%s: entry %d: weight %q is not high, medium or low", name, i+1, e.Weight)
		case e.Reason == "" || e.Source == "":
			return nil, fmt.Errorf("%s: entry %d has no reason or source", name, i+1)
		}
	}
	return file.Entries, nil
}

// field returns field.tsv: where each word of the thesaurus of the field leads.
func field(entries []fieldEntry) string {
	expansions := map[string][]thesaurus.Expansion{}
	for _, e := range entries {
		from, to := e.From, e.To
		if len(e.Same) > 0 {
			from, to = e.Same, e.Same
		}
		for _, f := range from {
			headword := thesaurus.Headword(f)
			for _, t := range to {
				if f != t {
					expansions[headword] = append(expansions[headword], thesaurus.Expansion{To: t, Weight: fieldWeights[e.Weight], Relation: thesaurus.Field})
				}
			}
		}
	}
	var lines []thesaurus.Entry
	for headword, to := range expansions {
		if to = thesaurus.Best(to, thesaurus.Key(headword)); len(to) > 0 { // not only itself, by the stem
			lines = append(lines, thesaurus.Entry{Headword: headword, Expansions: to})
		}
	}
	return thesaurus.Write(lines)
}
