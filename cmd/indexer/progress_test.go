package main

import (
	"bytes"
	"strings"
	"testing"
	"time"

	"socsearch/sources"
)

// TestTeller tells of three documents, some seconds each, in lines and on a terminal.
func TestTeller(t *testing.T) {
	for _, test := range []struct {
		name     string
		terminal bool
		want     string
	}{
		{"lines", false, "indexer: 1 of 3 documents read, 40 pages, now b.pdf, about 12s left\nindexer: 2 of 3 documents read, 90 pages, now c.pdf, about 6s left\nindexer: 7 of 7 passages read for their meaning\n"},
		{"terminal", true, "\r\x1b[Kindexer: 1 of 3 documents read, 40 pages, now b.pdf, about 12s left\r\x1b[Kindexer: 2 of 3 documents read, 90 pages, now c.pdf, about 6s left\n\r\x1b[Kindexer: 7 of 7 passages read for their meaning\n"},
	} {
		t.Run(test.name, func(t *testing.T) {
			var out bytes.Buffer
			clock := time.Date(2026, 1, 2, 3, 4, 5, 0, time.UTC)
			teller := newTeller(&out)
			teller.terminal, teller.now = test.terminal, func() time.Time { return clock }
			teller.started, teller.last = clock, clock
			for i, p := range []sources.Progress{{File: "a.pdf", Of: 3, OfBytes: 300}, {File: "b.pdf", Done: 1, Of: 3, Pages: 40, Bytes: 100, OfBytes: 300}, {File: "c.pdf", Done: 2, Of: 3, Pages: 90, Bytes: 200, OfBytes: 300}} {
				if i > 0 {
					clock = clock.Add(6 * time.Second)
				}
				teller.documents(p)
				teller.documents(p) // at once again: nothing new
			}
			teller.end()
			teller.meaning(7, 7)
			teller.end()
			if out.String() != test.want {
				t.Errorf("it tells\n%q, want\n%q", out.String(), test.want)
			}
			if strings.Contains(out.String(), "\x1b") != test.terminal {
				t.Error("lines have what only terminals understand, or the other way round")
			}
		})
	}
}
