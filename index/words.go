package index

import (
	"fmt"
	"os"
	"path/filepath"
	"sync"
)

// readLater reads what opening need not wait for, and leaves it to be taken
// apart when it is first asked for. The files are read now: the folder may be
// gone by then. Terms that can't be parsed are a fault of the program that wrote
// them, and make a panic: every file beside the store is checked against its hash
// before this, see [openChecked].
func (x *Index) readLater(path string) error {
	data, err := os.ReadFile(filepath.Join(path, termsName))
	if err != nil {
		return err
	}
	if x.resolver.names, err = os.ReadFile(filepath.Join(path, namesName)); err != nil {
		return err
	}
	x.terms = sync.OnceValue(func() *vocabulary {
		v, err := parseTerms(string(data))
		if err != nil {
			panic(fmt.Errorf("%s: %w", termsName, err))
		}
		return v
	})
	x.phrases = sync.OnceValue(func() []printedPhrase {
		if x.Manifest.Passages > phrasesPassages {
			return nil // a collection of so many would have to be read whole
		}
		passages, err := x.Passages("", 0, phrasesPassages)
		if err != nil {
			return nil
		}
		return phrasesOf(passages)
	})
	x.words = sync.OnceValue(func() *lexicon {
		var slips []string
		for _, d := range x.Documents {
			slips = append(slips, d.Slips...)
		}
		return newLexicon(x.Definitions, x.Organisations, x.terms(), slips)
	})
	return nil
}
