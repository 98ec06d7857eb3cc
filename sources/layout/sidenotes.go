package layout

import (
	"math"
	"regexp"
	"slices"
	"strings"

	"socsearch/sources/pdf"
)

// SideNote is the reason for leaving out references and notes that stand in a narrow
// column left of the numbers of paragraphs.
const SideNote = "side note"

// How notes left of the numbers are told: how many numbers have one beside them, at
// least; the white space between, as a part of the size; and how far notes begin
// from one place, in points.
const (
	leastSideNotes = 3
	sideGap        = 0.8
	sideIndent     = 12
	sideShift      = 28 // by which notes and numbers of other chapters or lines may be off
)

var sideNumber = regexp.MustCompile(`^\s*(?:[A-Z]{0,2}\d{1,3}(?:\.\d{1,3}){1,2}|\d{1,3}\.)(?:\s|$)`)

// leaveOutSideNotes leaves out the notes in a column left of the numbers, which
// package pdf reads as the beginnings of the lines beside them.
func (r *reader) leaveOutSideNotes() {
	notes, beside := map[float64]float64{}, 0
	begin := map[float64]int{} // lines that begin with a number, by place
	for _, l := range r.lines {
		if l.role == roleText && sideNumber.MatchString(l.text) {
			begin[math.Round(l.X0)]++
		}
	}
	for _, p := range r.pages {
		for _, l := range p.lines {
			if i := besideNote(l); i > 0 && numbersBegin(begin, l.runs[i].X0) {
				notes[math.Round(l.X0)]++
				beside++
			}
		}
	}
	if beside < leastSideNotes {
		return
	}
	usual := mode(notes)
	left := usual
	for _, p := range r.pages {
		if place := notesPlace(p); place > 0 && math.Abs(place-usual) <= sideShift {
			left = place // as notes have
		}
		// Chapters have places of their own. Without a number no note stands beside one:
		// what is left there is the first column of a table.
		if at := numberPlace(p, left); at > 0 {
			p.lines = splitSideNotes(p, left, at)
		}
	}
	r.lines = r.lines[:0]
	for _, p := range r.pages {
		r.lines = append(r.lines, p.lines...)
	}
}

// besideNote returns which run of a line is a number that stands right of something,
// with white space between; 0 if none is.
func besideNote(l *line) int {
	for i := 1; i < len(l.runs) && l.role == roleText; i++ {
		if sideNumber.MatchString(l.runs[i].Text) && l.runs[i].X0-l.runs[i-1].X1 > sideGap*l.size {
			return i
		}
	}
	return 0
}

// numbersBegin reports whether some lines begin with a number at a place: not each has
// a note.
func numbersBegin(begin map[float64]int, x float64) bool {
	n := 0
	for place, count := range begin {
		if math.Abs(place-x) <= sameLeft {
			n += count
		}
	}
	return n >= leastSideNotes
}

// notesPlace returns where the notes of a page begin; 0 if it has none.
func notesPlace(p *page) float64 {
	places := map[float64]float64{}
	for _, l := range p.lines {
		if besideNote(l) > 0 {
			places[math.Round(l.X0)]++
		}
	}
	return mode(places)
}

// numberPlace returns where the numbers of a page stand, right of the notes; 0 if it
// has none.
func numberPlace(p *page, left float64) float64 {
	places := map[float64]float64{}
	for _, l := range p.lines {
		i := besideNote(l)
		if l.role == roleText && (i > 0 || sideNumber.MatchString(l.text)) && l.runs[i].X0 > left+sideIndent {
			places[math.Round(l.runs[i].X0)]++
		}
	}
	return mode(places)
}

// splitSideNotes cuts the notes that begin at left off the lines of a page whose
// numbers stand at a place, and leaves them out.
func splitSideNotes(p *page, left, at float64) []*line {
	var lines []*line
	var last *line // side note
	for _, l := range p.lines {
		within := l.role == roleText && l.X0 > left-sameLeft && l.X0 < left+sideIndent
		cut := slices.IndexFunc(l.runs, func(s span) bool { return s.X0 > at-sameLeft })
		if i := besideNote(l); within && i > 0 && math.Abs(l.runs[i].X0-at) <= sideShift {
			cut = i // numbers of one page may stand at several places
		}
		switch {
		case !within, cut == 0, cut > 0 && l.runs[cut].X0-l.runs[cut-1].X1 < sideGap*l.size:
		case cut < 0 && (l.X1 > at-1 || last == nil || last.Baseline-l.Baseline > maxPitch*l.size || l.Baseline > last.Baseline || math.Abs(last.size-l.size) > sizeStep):
		case cut < 0:
			l.leaveOut(SideNote)
			last = l
		case cut > 0 && l.runs[cut-1].X1 < min(at, l.runs[cut].X0)-1:
			note, rest := newLine(p, partOf(l.Line, 0, cut)), newLine(p, partOf(l.Line, cut, len(l.runs)))
			note.leaveOut(SideNote)
			last = note
			lines = append(lines, note, rest)
			continue
		}
		lines = append(lines, l)
	}
	return lines
}

// partOf returns some of a line's runs as a line.
func partOf(l *pdf.Line, from, to int) *pdf.Line {
	p := *l
	p.Runs = slices.Clone(l.Runs[from:to])
	p.Runs[0].Text = strings.TrimLeft(p.Runs[0].Text, " ")
	p.X0, p.X1 = p.Runs[0].X0, p.Runs[len(p.Runs)-1].X1
	return &p
}
