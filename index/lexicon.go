package index

import (
	"sync"

	"socsearch/index/thesaurus"
	"socsearch/sources/tag"
)

// lexicon is what expands and corrects the words of queries.
type lexicon struct {
	acronyms  *acronyms
	thesaurus *thesaurus.Thesaurus
	spelling  *spelling
}

// newLexicon makes the lexicon of some documents. slips are misprints of theirs, which
// are never offered.
func newLexicon(definitions []tag.Definition, organisations []*tag.Organisation, v *vocabulary, slips []string) *lexicon {
	return &lexicon{newAcronyms(definitions, organisations), theThesaurus(), newSpelling(v, slips, theThesaurus().FieldWords())}
}

// theThesaurus is the same for every index; it is read once.
var theThesaurus = sync.OnceValue(func() *thesaurus.Thesaurus {
	t, err := thesaurus.Load()
	if err != nil {
		panic(err) // it is a constant, and a test reads all of it
	}
	return t
})
