package local

import (
	"encoding/binary"
	"errors"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"slices"

	"socsearch/index/engine"
	"socsearch/index/match"
)

// places reads what [placesWriter] wrote.
type places struct {
	file    *os.File
	columns map[string]column
}

// column is a searched field in one of the analyses.
type column struct {
	lines   []uint32 // in terms.tsv of the terms that stand in it, ascending
	ends    []uint64 // where their blocks end; one more, at the front, where the first begins
	lengths []uint32 // of the field, by passage: its number of terms
}

var errDamaged = errors.New("it is damaged")

// openPlaces opens the files of places of a number of passages. They have been checked
// against their hashes.
func openPlaces(path string, passages int) (*places, error) {
	blocks, err := os.ReadFile(filepath.Join(path, blocksName))
	if err != nil {
		return nil, err
	}
	lengths, err := os.ReadFile(filepath.Join(path, lengthsName))
	if err != nil {
		return nil, err
	}
	p := &places{columns: map[string]column{}}
	b, l, at := varints{data: blocks}, varints{data: lengths}, uint64(0)
	for _, name := range columns {
		c := column{lengths: make([]uint32, passages)}
		for i := range c.lengths {
			c.lengths[i] = l.next()
		}
		c.readBlocks(&b, &at)
		p.columns[name] = c
	}
	if !b.done() {
		return nil, fmt.Errorf("%s: %w", blocksName, errDamaged)
	}
	if !l.done() {
		return nil, fmt.Errorf("%s: %w", lengthsName, errDamaged)
	}
	p.file, err = os.Open(filepath.Join(path, placesName))
	return p, err
}

// readBlocks reads which terms stand in a column, and where their blocks lie.
func (c *column) readBlocks(b *varints, at *uint64) {
	n := b.count()
	c.lines, c.ends = make([]uint32, n), make([]uint64, 1, n+1)
	c.ends[0] = *at
	line := uint32(0)
	for i := range c.lines {
		line += b.next()
		*at += uint64(b.next())
		c.lines[i], c.ends = line, append(c.ends, *at)
	}
}

// block reads what stands in a column of the term at a line; ok is false if it
// doesn't stand there.
func (p *places) block(field string, line int) (b block, ok bool, err error) {
	c := p.columns[field]
	i, found := slices.BinarySearch(c.lines, uint32(line))
	if !found {
		return block{}, false, nil
	}
	if c.ends[i+1] == c.ends[i] {
		return block{asTerm: true}, true, nil
	}
	data := make([]byte, c.ends[i+1]-c.ends[i])
	if _, err := p.file.ReadAt(data, int64(c.ends[i])); err != nil {
		return block{}, false, err
	}
	head := varints{data: data}
	passages, frequencies := int(head.next()), int(head.next())
	rest := head.rest()
	if head.broken || passages+frequencies > len(rest) {
		return block{}, false, fmt.Errorf("%s: %w", placesName, errDamaged)
	}
	b = block{frequencies: rest[passages : passages+frequencies], places: rest[passages+frequencies:]}
	if passages > 0 {
		b.passages = rest[:passages]
	}
	return b, true, nil
}

func (p *places) close() error { return p.file.Close() }

// block is the parts of a list as they are on disk.
type block struct {
	asTerm      bool   // of a form: it is that of the term that is spelt like it
	passages    []byte // of a form; nil: the store has them
	frequencies []byte
	places      []byte
}

// documents returns the passages of a form. size is how many passages there are in all.
func (b block) documents(size int) ([]uint32, error) {
	v := varints{data: b.passages}
	list := make([]uint32, 0, len(b.passages))
	for passage := uint32(0); v.at < len(v.data); {
		passage += v.next()
		list = append(list, passage)
	}
	if v.broken || len(list) > 0 && int(list[len(list)-1]) >= size {
		return nil, fmt.Errorf("%s: %w", placesName, errDamaged)
	}
	return list, nil
}

// fill reads the rest of a list whose documents are known.
func (b block) fill(l *engine.Postings, norms norms, lengths []uint32, withPlaces bool) error {
	frequencies, at := varints{data: b.frequencies}, varints{data: b.places}
	l.Frequencies = make([]float32, len(l.Documents))
	if withPlaces {
		l.Starts, l.Places = make([]uint32, 1, len(l.Documents)+1), make([]uint32, 0, len(l.Documents))
	}
	for i, d := range l.Documents {
		n := frequencies.next()
		l.Frequencies[i] = norms.weigh(n, lengths[d])
		if !withPlaces {
			continue
		}
		place := uint32(0)
		for range min(int(n), len(b.places)) {
			place += at.next()
			l.Places = append(l.Places, place)
		}
		l.Starts = append(l.Starts, uint32(len(l.Places)))
	}
	if !frequencies.done() || withPlaces && !at.done() {
		return fmt.Errorf("%s: %w", placesName, errDamaged)
	}
	return nil
}

// norms weighs frequencies in a field, with the norms of usual lengths at hand.
type norms struct {
	match.Weigher
	usual []float32 // by length
}

// usualLength is more words than nearly all passages have.
const usualLength = 1 << 10

func newNorms(w match.Weigher) norms {
	n := norms{w, make([]float32, usualLength)}
	for terms := range n.usual {
		n.usual[terms] = w.Norm(length(uint32(terms)))
	}
	return n
}

// allNorms returns the norms of all searched fields.
func allNorms(lengths map[string]float64) map[string]norms {
	all := map[string]norms{}
	for _, field := range columns {
		all[field] = newNorms(match.NewWeigher(field, lengths))
	}
	return all
}

// weigh weighs how often a term stands in a field, by how many terms that has.
func (n *norms) weigh(frequency, terms uint32) float32 {
	if int(terms) < len(n.usual) {
		return n.Normed(float32(frequency), n.usual[terms])
	}
	return n.Weigh(float32(frequency), length(terms))
}

// length is the length of a field by which a frequency is weighed: to the precision
// of bleve's norms, which are one over its root.
func length(terms uint32) float32 {
	norm := float64(float32(1 / math.Sqrt(float64(terms))))
	return float32(1 / (norm * norm))
}

// varints reads numbers from data. Where there is none it reads 0 and is broken.
type varints struct {
	data   []byte
	at     int // what was read
	broken bool
}

func (v *varints) next() uint32 {
	if v.at < len(v.data) && v.data[v.at] < 0x80 {
		v.at++
		return uint32(v.data[v.at-1])
	}
	n, size := binary.Uvarint(v.rest())
	if size <= 0 || n > math.MaxUint32 {
		v.at, v.broken = len(v.data), true
		return 0
	}
	v.at += size
	return uint32(n)
}

// rest is what wasn't read yet.
func (v *varints) rest() []byte { return v.data[v.at:] }

// count reads a number of things that take at least two bytes each.
func (v *varints) count() int {
	n := int(v.next())
	const least = 2 // bytes
	if n > len(v.rest())/least {
		v.at, v.broken = len(v.data), true
		return 0
	}
	return n
}

// done reports whether all was read and nothing was missing.
func (v *varints) done() bool { return v.at == len(v.data) && !v.broken }
