package glyph

import (
	"bytes"
	"errors"
	"io"
)

// headerReach is how far into a file its "%PDF-" may stand (ISO 32000-1,
// annex H, note 13), and trailerReach how far before its end its "%%EOF".
const (
	headerReach  = 1024
	trailerReach = 4096
)

// What keeps a file from being opened at all.
var (
	ErrNotPDF    = errors.New("it doesn't begin as a PDF does")
	ErrTruncated = errors.New("its end is missing")
)

// source presents a file to the library in the form that the library insists
// on: "%PDF-1.x" and a line end as the first nine bytes, and "%%EOF" at the very
// end. The bytes in between are the file's own.
type source struct {
	file io.ReaderAt
	base int64 // where the source begins in the file
	size int64 // of the source
}

const header = "%PDF-1.7\n"

// ReadAt reads as an [io.ReaderAt] does.
func (s *source) ReadAt(p []byte, off int64) (int, error) {
	if off < 0 || off >= s.size {
		return 0, io.EOF
	}
	short := int64(len(p)) > s.size-off
	if short {
		p = p[:s.size-off]
	}
	n, err := s.file.ReadAt(p, s.base+off)
	if off < int64(len(header)) {
		copy(p[:n], header[off:])
	}
	if err == nil && short {
		err = io.EOF
	}
	return n, err
}

// Bounds finds where the PDF in a file begins and ends, past junk before its
// header and after its end. It reads the first and last few kilobytes only. The
// error is [ErrNotPDF], [ErrTruncated], or one of reading.
func Bounds(file io.ReaderAt, size int64) (from, to int64, err error) {
	head := make([]byte, min(size, headerReach))
	if _, err := file.ReadAt(head, 0); err != nil && err != io.EOF {
		return 0, 0, err
	}
	from = int64(bytes.Index(head, []byte("%PDF-")))
	if from < 0 {
		return 0, 0, ErrNotPDF
	}
	tail := make([]byte, min(size, trailerReach))
	if _, err := file.ReadAt(tail, size-int64(len(tail))); err != nil && err != io.EOF {
		return 0, 0, err
	}
	end := bytes.LastIndex(tail, []byte("%%EOF"))
	if end < 0 {
		return 0, 0, ErrTruncated
	}
	return from, size - int64(len(tail)) + int64(end) + int64(len("%%EOF")), nil
}
