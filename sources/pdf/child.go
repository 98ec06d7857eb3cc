package pdf

import (
	"bufio"
	"encoding/gob"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"runtime"
	"runtime/debug"
	"sync/atomic"

	"socsearch/sources/pdf/glyph"
)

// childEnv is set, to the limits as JSON, in the environment of the process that
// reads a file. It reads the PDF from its standard input, which is the file
// itself, and writes frames to its standard output.
const childEnv = "SOCSEARCH_PDF_CHILD"

// hooked is set once RunChild was called, as it must be for a child to read
// rather than to start the whole program again.
var hooked atomic.Bool

// maxChildStack bounds the stack of the child; the deepest page tree and the
// deepest nesting that are let through need far less.
const maxChildStack = 16 << 20

// frame is what the child sends: first Pages, Title, Author and Says, then each Page, then
// Done; or at any point a Problem, which is the last.
type frame struct {
	Pages   int
	Title   string
	Author  string
	Says    glyph.Metadata
	Page    *Page
	Done    bool
	Problem *Error
}

// RunChild makes this process read a PDF and exit, if [Read] started it for
// that; else it returns at once. Call it first thing in main, and in TestMain of
// packages whose tests call Read: without it Read refuses to work.
func RunChild() {
	limits, isChild := os.LookupEnv(childEnv)
	if !isChild {
		hooked.Store(true)
		return
	}
	var l Limits
	if err := json.Unmarshal([]byte(limits), &l); err != nil {
		fmt.Fprintf(os.Stderr, "%s: %v\n", childEnv, err)
		os.Exit(2)
	}
	runtime.GOMAXPROCS(1)
	debug.SetMaxStack(maxChildStack)
	debug.SetMemoryLimit(l.Memory / 2)
	if err := limitProcess(l); err != nil {
		fmt.Fprintf(os.Stderr, "limits: %v\n", err)
		os.Exit(2)
	}
	w := bufio.NewWriter(os.Stdout)
	out := &sender{buffer: w, frames: gob.NewEncoder(w)}
	if err := serve(os.Stdin, l, out); err != nil {
		os.Exit(2) // the parent has hung up
	}
	os.Exit(0)
}

// sender sends frames one by one, so that the parent sees progress.
type sender struct {
	buffer *bufio.Writer
	frames *gob.Encoder
}

func (s *sender) send(f frame) error {
	if err := s.frames.Encode(f); err != nil {
		return err
	}
	return s.buffer.Flush()
}

// serve reads a file and sends its pages. The error is one of sending.
func serve(file *os.File, l Limits, out *sender) error {
	info, err := file.Stat()
	if err != nil {
		return out.send(frame{Problem: &Error{Kind: KindFile, Problem: err.Error()}})
	}
	f, pages, err := openPages(file, info.Size(), l)
	if err != nil {
		return out.send(frame{Problem: &Error{Kind: kindOf(err), Problem: err.Error()}})
	}
	if err := out.send(frame{Pages: len(pages), Title: f.Title(), Author: f.Author(), Says: f.Metadata()}); err != nil {
		return err
	}
	labels := f.Labels(len(pages))
	var columns cutter
	for i, p := range pages {
		drawing, err := f.Draw(p)
		if err != nil {
			return out.send(frame{Problem: &Error{Page: i + 1, Kind: kindOf(err), Problem: err.Error()}})
		}
		page := columns.layOut(i+1, drawing)
		if i < len(labels) {
			page.Label = labels[i]
		}
		if err := out.send(frame{Page: page}); err != nil {
			return err
		}
	}
	return out.send(frame{Done: true})
}

func openPages(file io.ReaderAt, size int64, l Limits) (*glyph.File, []*glyph.Page, error) {
	f, err := glyph.Open(file, size)
	if err != nil {
		return nil, nil, err
	}
	pages, err := f.Pages(l.Pages)
	return f, pages, err
}

// readable reports whether Read may start a child.
func readable() error {
	if _, isChild := os.LookupEnv(childEnv); isChild || !hooked.Load() {
		return errors.New("pdf.RunChild wasn't called at the start of main")
	}
	return nil
}
