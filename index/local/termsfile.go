package local

import (
	"bufio"
	"fmt"
	"io"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"sync"

	"socsearch/index/schema"
	"socsearch/index/words"
)

// writeTerms writes the terms of a store: a line for each, parted by tabs its
// counts by field, and an empty line between the two analyses.
func writeTerms(s *store, path string) error {
	f, err := os.Create(path)
	if err != nil {
		return err
	}
	out := bufio.NewWriter(f)
	err = writeTermTable(s, out, "")
	if err == nil {
		out.WriteByte('\n')
		err = writeTermTable(s, out, schema.ExactSuffix)
	}
	if err == nil {
		err = out.Flush()
	}
	if closeErr := f.Close(); err == nil {
		err = closeErr
	}
	return err
}

func writeTermTable(s *store, w io.Writer, suffix string) error {
	counts := map[string][]uint32{}
	for i, field := range schema.Searched {
		err := s.terms(field+suffix, func(term string, documents int) {
			if counts[term] == nil {
				counts[term] = make([]uint32, len(schema.Searched))
			}
			counts[term][i] = uint32(documents)
		})
		if err != nil {
			return err
		}
	}
	for _, term := range slices.Sorted(maps.Keys(counts)) {
		line := []byte(term)
		for _, n := range counts[term] {
			line = strconv.AppendUint(append(line, '\t'), uint64(n), 10)
		}
		if _, err := w.Write(append(line, '\n')); err != nil {
			return err
		}
	}
	return nil
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
