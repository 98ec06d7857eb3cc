package local

import (
	"bufio"
	"encoding/binary"
	"errors"
	"io"
	"os"
)

// run is the parts of lists that were written out, in the order in which they will
// be read again.
type run struct {
	file *os.File // goes when it has been read
	out  *bufio.Writer
	in   *bufio.Reader
	head runHead // of the part that comes next
}

type runHead struct {
	column      int
	term        string
	first, last uint32
	sizes       [3]int // of passages, frequencies, places
}

const runBuffer = 256 << 10

func newRun(dir string) (*run, error) {
	f, err := os.CreateTemp(dir, temporaryPrefix)
	if err != nil {
		return nil, err
	}
	return &run{file: f, out: bufio.NewWriterSize(f, runBuffer)}, nil
}

func (r *run) write(column int, term string, c chunk) {
	if len(c.frequencies) == 0 {
		return
	}
	b := r.out.AvailableBuffer()
	for _, n := range []int{column, len(term), int(c.first), int(c.last), len(c.passages), len(c.frequencies), len(c.places)} {
		b = binary.AppendUvarint(b, uint64(n))
	}
	r.out.Write(b)
	r.out.WriteString(term)
	r.out.Write(c.passages)
	r.out.Write(c.frequencies)
	r.out.Write(c.places)
}

// rewind ends the writing.
func (r *run) rewind() error {
	if err := r.out.Flush(); err != nil {
		return err
	}
	r.out, r.in = nil, bufio.NewReaderSize(r.file, runBuffer)
	_, err := r.file.Seek(0, io.SeekStart)
	return errors.Join(err, r.readHead())
}

// next returns the part of a term's list, if there is one. Terms must be asked for in
// order.
func (r *run) next(column int, term string) (c chunk, found bool, err error) {
	h := r.head
	if h.column != column || h.term != term {
		return chunk{}, false, nil
	}
	c = chunk{first: h.first, last: h.last}
	for i, part := range []*[]byte{&c.passages, &c.frequencies, &c.places} {
		*part = make([]byte, h.sizes[i])
		if _, err := io.ReadFull(r.in, *part); err != nil {
			return chunk{}, false, err
		}
	}
	return c, true, r.readHead()
}

// readHead reads what the next part is of; at the end no column has its number.
func (r *run) readHead() error {
	var n [7]int
	for i := range n {
		v, err := binary.ReadUvarint(r.in)
		if err == io.EOF && i == 0 {
			r.head = runHead{column: len(columns)}
			return errors.Join(r.file.Close(), os.Remove(r.file.Name()))
		}
		if err != nil {
			return err
		}
		n[i] = int(v)
	}
	term := make([]byte, n[1])
	_, err := io.ReadFull(r.in, term)
	r.head = runHead{n[0], string(term), uint32(n[2]), uint32(n[3]), [3]int(n[4:])}
	return err
}
