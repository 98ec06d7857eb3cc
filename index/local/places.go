package local

import (
	"bufio"
	"crypto/sha256"
	"encoding/binary"
	"errors"
	"maps"
	"os"
	"path/filepath"
	"slices"

	"socsearch/index/schema"
)

// The files of what the store doesn't have of its terms.
const (
	placesName  = "places.bin"
	blocksName  = "blocks.bin"
	lengthsName = "lengths.bin"
)

// placesBudget is how many bytes of lists are held before they are written out as a
// run: a build takes no more memory for a million passages than for a hundred
// thousand.
const placesBudget = 64 << 20

// placesWriter writes the lists of an inversion. All numbers are varints.
//
//   - places.bin has a block for each term of each column: the lengths in bytes of its
//     first two parts; the passages of a form (those of a term are in the store), the
//     first and then distances; the frequencies; the places in each passage, the first
//     and then distances.
//   - blocks.bin has for each column how many terms stand in it, then for each of them
//     by how many lines it is below the one before in terms.tsv, and the length of its
//     block. A form has none, and the length 0, if it stands where the term that is
//     spelt like it does and nowhere else.
//   - lengths.bin has for each column the number of terms of each passage's field.
type placesWriter struct {
	*inversion
	dir    string
	budget int
	runs   []*run // in order
}

// spill writes out what is held if it is too much.
func (w *placesWriter) spill() error {
	if w.held < w.budget {
		return nil
	}
	r, err := newRun(w.dir)
	if err != nil {
		return err
	}
	w.runs = append(w.runs, r)
	for column := range columns {
		for _, term := range w.sorted(analysisOf(column)) {
			if o := w.occurrences(column, term); o != nil {
				r.write(column, term, o.take())
			}
		}
	}
	w.held = 0
	return r.rewind()
}

// sorted returns the terms of an analysis in the order of terms.tsv.
func (v *inversion) sorted(analysed int) []string {
	return slices.Sorted(maps.Keys(v.terms[analysed]))
}

// occurrences returns where a term stands in a column, nil where it doesn't.
func (v *inversion) occurrences(column int, term string) *occurrences {
	return v.terms[analysisOf(column)][term].fields[column%len(schema.Searched)]
}

// finish writes the files, and terms.tsv.
func (w *placesWriter) finish() error {
	places, blocks, lengths := newSidecar(w.dir, placesName), newSidecar(w.dir, blocksName), newSidecar(w.dir, lengthsName)
	terms := [analyses][]string{w.sorted(prose), w.sorted(exact)}
	for column := range columns {
		lengths.Write(w.lengths[column])
		blocks.uvarint(w.countTerms(column))
		above := 0
		for line, term := range terms[analysisOf(column)] {
			o := w.occurrences(column, term)
			if o == nil {
				continue
			}
			list, err := w.gather(column, term, o)
			if err != nil {
				return err
			}
			o.written = list.sum()
			blocks.uvarint(line - above)
			if w.asTerm(column, term) {
				blocks.uvarint(0)
			} else {
				blocks.uvarint(places.block(list, analysisOf(column) == exact))
			}
			above = line
		}
	}
	return errors.Join(places.close(), blocks.close(), lengths.close(), writeTerms(w.inversion, terms, w.dir))
}

// asTerm reports whether a form stands just where the term that is spelt like it
// does, whose list is written.
func (v *inversion) asTerm(column int, form string) bool {
	if analysisOf(column) != exact || v.terms[prose][form] == nil {
		return false
	}
	term := v.occurrences(column-len(schema.Searched), form)
	return term != nil && *term.written == *v.occurrences(column, form).written
}

// countTerms returns how many terms stand in a column.
func (v *inversion) countTerms(column int) int {
	n := 0
	for _, t := range v.terms[analysisOf(column)] {
		if t.fields[column%len(schema.Searched)] != nil {
			n++
		}
	}
	return n
}

// gather joins the parts of a term's list: those of the runs, and what is held.
func (w *placesWriter) gather(column int, term string, o *occurrences) (chunk, error) {
	var all chunk
	for _, r := range w.runs {
		c, found, err := r.next(column, term)
		if err != nil {
			return chunk{}, err
		}
		if found {
			all.join(c)
		}
	}
	if rest := o.take(); len(rest.frequencies) > 0 {
		all.join(rest)
	}
	return all, nil
}

// join puts another part behind this one.
func (c *chunk) join(next chunk) {
	if len(c.frequencies) == 0 {
		*c = next
		return
	}
	c.passages = binary.AppendUvarint(c.passages, uint64(next.first-c.last))
	c.passages = append(c.passages, next.passages...)
	c.frequencies = append(c.frequencies, next.frequencies...)
	c.places = append(c.places, next.places...)
	c.last = next.last
}

// sum tells lists apart.
func (c *chunk) sum() *[sha256.Size]byte {
	h := sha256.New()
	h.Write(binary.AppendUvarint(nil, uint64(c.first)))
	for _, part := range [][]byte{c.passages, c.frequencies, c.places} {
		h.Write(binary.AppendUvarint(nil, uint64(len(part))))
		h.Write(part)
	}
	return (*[sha256.Size]byte)(h.Sum(nil))
}

// sidecar writes a file beside the store. The first error is told when it is closed.
type sidecar struct {
	*bufio.Writer
	file *os.File
	err  error
}

func newSidecar(dir, name string) *sidecar {
	f, err := os.Create(filepath.Join(dir, name))
	return &sidecar{bufio.NewWriterSize(f, 1<<20), f, err}
}

func (s *sidecar) uvarint(n int) {
	s.Write(binary.AppendUvarint(s.AvailableBuffer(), uint64(n)))
}

// block writes a list and returns how many bytes it takes.
func (s *sidecar) block(c chunk, withPassages bool) int {
	var passages []byte
	if withPassages {
		passages = append(binary.AppendUvarint(nil, uint64(c.first)), c.passages...)
	}
	head := binary.AppendUvarint(nil, uint64(len(passages)))
	head = binary.AppendUvarint(head, uint64(len(c.frequencies)))
	n := 0
	for _, part := range [][]byte{head, passages, c.frequencies, c.places} {
		s.Write(part)
		n += len(part)
	}
	return n
}

func (s *sidecar) close() error {
	if s.err != nil {
		return s.err
	}
	return errors.Join(s.Flush(), s.file.Close())
}
