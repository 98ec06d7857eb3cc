package web

import (
	"cmp"
	"slices"
)

// order sorts lines, which come in reading order.
func (q registerRequest) order(lines []registered) {
	switch q.sort {
	case sortDeadline:
		slices.SortStableFunc(lines, func(a, b registered) int { return cmp.Compare(a.year(), b.year()) })
	case sortAmount:
		slices.SortStableFunc(lines, func(a, b registered) int { return cmp.Compare(b.sum(), a.sum()) })
	}
}

// noYear is later than any year.
const noYear = 10_000

// year returns the year in which a commitment falls due; noYear without one.
func (e registered) year() int {
	if e.commitment == nil || len(e.commitment.Years) == 0 {
		return noYear
	}
	return slices.Max(e.commitment.Years)
}

// sum returns the pounds of a commitment.
func (e registered) sum() float64 {
	total := 0.0
	if e.commitment != nil {
		for _, a := range e.commitment.Amounts {
			total += a
		}
	}
	return total
}

// text returns the words of a line.
func (e registered) text() string {
	if e.commitment != nil {
		return e.commitment.Text
	}
	return e.expectation.Text
}

func (e registered) footnote() string {
	if e.commitment != nil {
		return e.commitment.Footnote
	}
	return e.expectation.Footnote
}

// link leads to the passage, or to the footnote in it.
func (e registered) link() string {
	if n := e.footnote(); n != "" {
		return e.passage.URL + "#fn-" + n
	}
	return e.passage.URL
}

// page returns the lines of the page that was asked for.
func (q registerRequest) pageOf(lines []registered) []registered {
	from := min((q.page-1)*q.perPage, len(lines))
	return lines[from:min(from+q.perPage, len(lines))]
}
