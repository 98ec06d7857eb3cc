package meaning

import (
	"bufio"
	"context"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"maps"
	"os"
	"runtime"
	"slices"
	"sync"
)

// Making makes the file of an index's vectors.
type Making struct {
	// Path is the file to write.
	Path string
	// Cache is a file that keeps the vectors that were made, so that a build
	// that was stopped goes on where it was and a later one makes only those of
	// new texts; "" for none.
	Cache string
	// Count is how many documents there are, and Texts returns what to encode of
	// one: see the function [Texts].
	Count int
	Texts func(document int) ([]string, error)
	// Known leaves texts as they are that have no vector yet: their documents get none.
	Known bool
	// Progress is called now and then with how many documents are done, if some
	// texts had to be encoded; nil for nothing.
	Progress func(done int)
}

// Made tells what was made.
type Made struct{ Vectors, Encoded int }

// batch is how many documents are read before their texts are encoded, with all
// processors, and kept: a second's work, after which a build can be stopped.
const batch = 8

// Write writes the file. What a vector is doesn't depend on the processor, nor
// on what is found in the cache.
func (m Making) Write(ctx context.Context) (made Made, err error) {
	cached, err := openCache(m.Cache)
	if err != nil {
		return made, err
	}
	f, err := os.Create(m.Path)
	if err != nil {
		return made, errors.Join(err, cached.close())
	}
	w := &fileWriter{out: bufio.NewWriterSize(f, 1<<20), starts: []uint32{0}}
	for from := 0; from < m.Count && err == nil; from += batch {
		if err = ctx.Err(); err == nil {
			err = m.writeBatch(w, cached, from, min(from+batch, m.Count))
		}
	}
	if err == nil {
		err = w.end()
	}
	return Made{int(w.starts[len(w.starts)-1]), cached.added}, errors.Join(err, f.Close(), cached.close())
}

func (m Making) writeBatch(w *fileWriter, cached *cache, from, to int) error {
	var texts []string
	counts := make([]int, 0, batch)
	for d := from; d < to; d++ {
		more, err := m.Texts(d)
		if err != nil {
			return err
		}
		if m.Known && !cached.hasAll(more) {
			more = nil
		}
		texts, counts = append(texts, more...), append(counts, len(more))
	}
	before := cached.added
	vectors, err := cached.vectors(texts)
	if err != nil {
		return err
	}
	if cached.added > before && m.Progress != nil {
		m.Progress(to)
	}
	return w.add(vectors, counts)
}

// cache keeps vectors by key: those that ship with the program, and those of a
// file to which new ones are added.
type cache struct {
	file  *os.File // nil for none
	known map[key]Vector
	added int // encoded
}

func openCache(path string) (*cache, error) {
	c := &cache{known: map[key]Vector{}}
	if path == "" {
		return c, nil
	}
	var err error
	if c.file, err = os.OpenFile(path, os.O_RDWR|os.O_CREATE, 0o644); err != nil {
		return nil, err
	}
	if err := c.read(); err != nil {
		return nil, errors.Join(err, c.file.Close())
	}
	return c, nil
}

// read reads the file, up to a record that was cut short: new ones go there.
func (c *cache) read() error {
	in := bufio.NewReaderSize(c.file, 1<<20)
	var record [recordSize]byte
	for whole := int64(0); ; whole += recordSize {
		_, err := io.ReadFull(in, record[:])
		if errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) {
			_, err = c.file.Seek(whole, io.SeekStart)
			return err
		}
		if err != nil {
			return err
		}
		c.known[key(record[:keySize])] = Vector(record[keySize:])
	}
}

func (c *cache) close() error {
	if c.file == nil {
		return nil
	}
	if err := c.file.Close(); err != nil || len(c.known) > 0 {
		return err
	}
	return os.Remove(c.file.Name()) // everything shipped with the program
}

// vectors returns the vectors of texts, in their order.
func (c *cache) vectors(texts []string) ([]Vector, error) {
	missing := map[string]bool{}
	for _, text := range texts {
		if _, ok := c.find(keyOf(text)); !ok {
			missing[text] = true
		}
	}
	if err := c.make(slices.Collect(maps.Keys(missing))); err != nil {
		return nil, err
	}
	vectors := make([]Vector, len(texts))
	for i, text := range texts {
		vectors[i], _ = c.find(keyOf(text))
	}
	return vectors, nil
}

func (c *cache) hasAll(texts []string) bool {
	for _, text := range texts {
		if _, ok := c.find(keyOf(text)); !ok {
			return false
		}
	}
	return true
}

func (c *cache) find(k key) (Vector, bool) {
	if v, ok := shipped(k); ok {
		return v, true
	}
	v, ok := c.known[k]
	return v, ok
}

// make encodes texts and keeps their vectors.
func (c *cache) make(texts []string) error {
	var records []byte
	encodeAll(texts, func(i int, v Vector) {
		k := keyOf(texts[i])
		c.known[k] = v
		records = append(append(records, k[:]...), v[:]...)
	})
	c.added += len(texts)
	if c.file == nil || len(records) == 0 {
		return nil
	}
	_, err := c.file.Write(records)
	return err
}

// encodeAll encodes texts with all processors, and hands the vectors over one
// after the other in any order.
func encodeAll(texts []string, done func(i int, v Vector)) {
	var group sync.WaitGroup
	var lock sync.Mutex
	next := make(chan int)
	for range min(runtime.GOMAXPROCS(0), len(texts)) {
		group.Go(func() {
			m := theModel()
			for i := range next {
				v := newVector(m.encode(m.pieces.of(texts[i], maxPieces)))
				lock.Lock()
				done(i, v)
				lock.Unlock()
			}
		})
	}
	for i := range texts {
		next <- i
	}
	close(next)
	group.Wait()
}

// fileWriter writes vectors, then where those of each document begin.
type fileWriter struct {
	out    *bufio.Writer
	starts []uint32
}

func (w *fileWriter) add(vectors []Vector, counts []int) error {
	for i := range vectors {
		if _, err := w.out.Write(vectors[i][:]); err != nil {
			return err
		}
	}
	for _, n := range counts {
		w.starts = append(w.starts, w.starts[len(w.starts)-1]+uint32(n))
	}
	return nil
}

func (w *fileWriter) end() error {
	tail := make([]byte, 0, 4*len(w.starts)+len(modelName))
	for _, s := range w.starts {
		tail = binary.LittleEndian.AppendUint32(tail, s)
	}
	if _, err := w.out.Write(append(tail, fmt.Sprintf("%08d %s", len(w.starts)-1, modelName)...)); err != nil {
		return err
	}
	return w.out.Flush()
}
