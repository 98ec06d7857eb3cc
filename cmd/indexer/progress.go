package main

import (
	"fmt"
	"io"
	"os"
	"time"

	"socsearch/sources"
)

// How often it is told how far a build is: in a line of its own, and on a terminal,
// where one line is written over.
const (
	progressEvery = 5 * time.Second
	redrawEvery   = 200 * time.Millisecond
)

// leastTold is after how long the time that is left is guessed.
const leastTold = 2 * time.Second

// teller tells how far a build is.
type teller struct {
	w        io.Writer
	terminal bool
	now      func() time.Time
	started  time.Time // of what is being done
	last     time.Time
	open     bool // a line on the terminal isn't ended
}

func newTeller(w io.Writer) *teller {
	t := &teller{w: w, now: time.Now}
	if f, ok := w.(*os.File); ok {
		info, err := f.Stat()
		t.terminal = err == nil && info.Mode()&os.ModeCharDevice != 0
	}
	t.started = t.now()
	t.last = t.started
	return t
}

// tell writes a line if it is time to, or if it is the last.
func (t *teller) tell(line string, done, of int64, last bool) {
	now := t.now()
	every := progressEvery
	if t.terminal {
		every = redrawEvery
	}
	if now.Sub(t.last) < every && !last {
		return
	}
	t.last = now
	if took := now.Sub(t.started); done > 0 && done < of && took >= leastTold {
		left := time.Duration(float64(took) / float64(done) * float64(of-done))
		line += fmt.Sprintf(", about %s left", left.Round(time.Second))
	}
	if t.terminal {
		fmt.Fprintf(t.w, "\r\x1b[Kindexer: %s", line)
		t.open = true
		return
	}
	fmt.Fprintf(t.w, "indexer: %s\n", line)
}

// documents tells how many documents were read.
func (t *teller) documents(p sources.Progress) {
	line := fmt.Sprintf("%d of %d documents read", p.Done, p.Of)
	if p.Pages > 0 {
		line += fmt.Sprintf(", %d pages", p.Pages)
	}
	t.tell(line+", now "+p.File, p.Bytes, p.OfBytes, false)
}

// meaning tells how many passages were read for their meaning.
func (t *teller) meaning(done, of int) {
	t.tell(fmt.Sprintf("%d of %d passages read for their meaning", done, of), int64(done), int64(of), done == of)
}

// end ends the line on a terminal, and begins the count of time anew.
func (t *teller) end() {
	if t.open {
		fmt.Fprintln(t.w)
	}
	t.open, t.started = false, t.now()
}
