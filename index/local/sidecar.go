package local

import (
	"bufio"
	"context"
	"encoding/binary"
	"encoding/json"
	"fmt"
	"os"

	"socsearch/index/match"
	"socsearch/index/schema"
)

// Beside the store lie files that hold what every search needs of it, in the
// form in which it is needed: reading them takes a fraction of the time that
// asking the store would.

// facetKey is a value of a facet; implied organisations are a facet here.
type facetKey struct {
	Facet string `json:"facet"`
	Value string `json:"value"`
}

// writeFacets writes the sets of documents of all facets' values: a line of JSON
// that names the sets in their order, then the sets, each as words of 64
// bits, little-endian.
func writeFacets(ctx context.Context, s *store, path string) error {
	var keys []facetKey
	for _, name := range append(schema.FacetNames(), schema.Lookup...) {
		if err := s.terms(name, func(term string, _ int) { keys = append(keys, facetKey{name, term}) }); err != nil {
			return err
		}
	}
	count, err := s.reader.DocCount()
	if err != nil {
		return err
	}
	head, err := json.Marshal(keys)
	if err != nil {
		return err
	}
	f, err := os.Create(path)
	if err != nil {
		return err
	}
	out := bufio.NewWriterSize(f, 1<<20)
	out.Write(append(head, '\n'))
	for _, k := range keys {
		documents, setErr := s.documents(ctx, k.Facet, k.Value)
		if setErr != nil {
			err = setErr
			break
		}
		binary.Write(out, binary.LittleEndian, make(match.Bitset, match.BitsetWords(int(count))).AddAll(documents))
	}
	if err == nil {
		err = out.Flush()
	}
	if closeErr := f.Close(); err == nil {
		err = closeErr
	}
	return err
}

// readFacets reads the sets of documents by facet and value.
func (x *Index) readFacets(path string) error {
	data, err := os.ReadFile(path)
	if err != nil {
		return err
	}
	end := 0
	for end < len(data) && data[end] != '\n' {
		end++
	}
	var keys []facetKey
	if err := json.Unmarshal(data[:end], &keys); err != nil {
		return fmt.Errorf("%s: %w", facetsName, err)
	}
	const width = 8 // bytes
	words := match.BitsetWords(x.Manifest.Passages)
	if len(data) != end+1+width*words*len(keys) {
		return fmt.Errorf("%s has %d bytes for %d sets", facetsName, len(data), len(keys))
	}
	all := make(match.Bitset, words*len(keys))
	for i := range all {
		all[i] = binary.LittleEndian.Uint64(data[end+1+width*i:])
	}
	sets := map[facetKey]match.Bitset{}
	for i, k := range keys {
		sets[k] = all[words*i : words*(i+1) : words*(i+1)]
	}
	x.Facets = newFacets(x.Manifest.Passages, x.Catalogue, sets)
	return nil
}
