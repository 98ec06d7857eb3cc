package index

import (
	"strings"

	"github.com/blevesearch/bleve/v2/analysis"
	"github.com/blevesearch/bleve/v2/analysis/lang/en"

	terms "socsearch/index/analysis"
)

// functionWords are words that say nothing of what is looked for: bleve's list
// of English stop words (Snowball's), and those with which people put questions
// and requests to a search box.
var functionWords = func() analysis.TokenMap {
	m := analysis.NewTokenMap()
	if err := m.LoadBytes(en.EnglishStopWords); err != nil {
		panic(err) // the list is a constant
	}
	for _, w := range strings.Fields("can could does may might must shall should will would get gets got let tell show find give " +
		"please about also any much many per via vs etc anything something there whose whom within among upon onto") {
		m.AddToken(w)
	}
	return m
}()

// isFunctionWord tells whether a word as typed is a function word; an acronym
// never is: IT, WHO.
func isFunctionWord(word string) bool {
	word = strings.ReplaceAll(word, "’", "'")
	return functionWords[strings.ToLower(word)] && !(terms.IsAcronym(word) && len(word) > 1)
}
