package words

import (
	"sync"

	"socsearch/index/thesaurus"
	"socsearch/sources/tag"
)

// Lexicon is what expands and corrects the words of queries.
type Lexicon struct {
	Acronyms  *acronyms
	Thesaurus *thesaurus.Thesaurus
	Spelling  *spelling
}

// NewLexicon makes the lexicon of some documents. slips are misprints of theirs, which
// are never offered.
func NewLexicon(definitions []tag.Definition, organisations []*tag.Organisation, v *Vocabulary, slips []string) *Lexicon {
	return &Lexicon{newAcronyms(definitions, organisations), Thesaurus(), newSpelling(v, slips, Thesaurus().FieldWords())}
}

// Thesaurus is the same for every index; it is read once.
var Thesaurus = sync.OnceValue(func() *thesaurus.Thesaurus {
	t, err := thesaurus.Load()
	if err != nil {
		panic(err) // it is a constant, and a test reads all of it
	}
	return t
})
