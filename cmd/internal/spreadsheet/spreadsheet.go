// Package spreadsheet writes tables as CSV (RFC 4180) that spreadsheets read well.
// In come rows of cells; out go lines that end in CRLF. The lines within a cell end
// as they came, and no cell is taken for a formula.
package spreadsheet

import (
	"bytes"
	"encoding/csv"
	"io"
	"slices"
	"strings"
)

// ByteOrderMark is what stands before CSV where a reader needs it to know UTF-8.
const ByteOrderMark = "\uFEFF"

// Writer writes rows. What goes wrong is told by Err at the end.
type Writer struct {
	out  io.Writer
	line bytes.Buffer
	csv  *csv.Writer
	err  error
}

// NewWriter writes to w.
func NewWriter(w io.Writer) *Writer {
	out := &Writer{out: w}
	out.csv = csv.NewWriter(&out.line)
	return out
}

// Mark writes the byte order mark, before any row.
func (w *Writer) Mark() { w.write([]byte(ByteOrderMark)) }

// Row writes a row. The cells are left as they are.
func (w *Writer) Row(cells ...string) {
	cells = slices.Clone(cells)
	for i := range cells {
		cells[i] = guard(cells[i])
	}
	w.line.Reset()
	if err := w.csv.Write(cells); err != nil && w.err == nil {
		w.err = err
	}
	w.csv.Flush()
	// The library would end the lines within cells like rows.
	w.write(append(bytes.TrimSuffix(w.line.Bytes(), []byte("\n")), "\r\n"...))
}

func (w *Writer) write(b []byte) {
	if w.err == nil {
		_, w.err = w.out.Write(b)
	}
}

// Err returns the first error; nil if all was written.
func (w *Writer) Err() error { return w.err }

// guard keeps a spreadsheet from running a cell (OWASP, CSV Injection).
func guard(s string) string {
	if s != "" && strings.ContainsRune("=+-@\t\r", rune(s[0])) {
		return "'" + s
	}
	return s
}
