package local

import (
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"sync"

	"socsearch/index/words"
)

// writeTerms writes the terms of an inversion: a line for each, parted by tabs the
// numbers of passages that have it, by field, and an empty line between the two
// analyses.
func writeTerms(v *inversion, terms [analyses][]string, dir string) error {
	out := newSidecar(dir, termsName)
	for a, list := range terms {
		if a > 0 {
			out.WriteByte('\n')
		}
		for _, term := range list {
			out.WriteString(term)
			for _, o := range v.terms[a][term].fields {
				count := uint32(0)
				if o != nil {
					count = o.count
				}
				out.Write(strconv.AppendUint(append(out.AvailableBuffer(), '\t'), uint64(count), 10))
			}
			out.WriteByte('\n')
		}
	}
	return out.close()
}

// readTerms reads the terms, and leaves them to be taken apart when they are first
// asked for. The file is read now: the folder may be gone by then. Terms that can't
// be parsed are a fault of the program that wrote them, and make a panic: every file
// beside the store is checked against its hash before this, see [openChecked].
func (x *Index) readTerms(path string) error {
	data, err := os.ReadFile(filepath.Join(path, termsName))
	if err != nil {
		return err
	}
	x.Terms = sync.OnceValue(func() *words.Vocabulary {
		v, err := words.ParseTerms(string(data))
		if err != nil {
			panic(fmt.Errorf("%s: %w", termsName, err))
		}
		return v
	})
	return nil
}
