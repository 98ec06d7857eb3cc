package index

import (
	"bufio"
	"io"
	"maps"
	"os"
	"slices"
	"strconv"
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
		err = writeTermTable(s, out, exactSuffix)
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
	for i, field := range analysedFields {
		err := s.terms(field+suffix, func(term string, documents int) {
			if counts[term] == nil {
				counts[term] = make([]uint32, len(analysedFields))
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
