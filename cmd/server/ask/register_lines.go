package ask

import (
	"cmp"
	"slices"
)

// order sorts lines, which come in reading order.
func (q Register) order(lines []Line) {
	switch q.Sort {
	case SortDeadline:
		slices.SortStableFunc(lines, func(a, b Line) int { return cmp.Compare(a.Year(), b.Year()) })
	case SortAmount:
		slices.SortStableFunc(lines, func(a, b Line) int { return cmp.Compare(b.Sum(), a.Sum()) })
	}
}

// NoYear is later than any year.
const NoYear = 10_000

// Year returns the year in which a commitment falls due; NoYear without one.
func (e Line) Year() int {
	if e.Commitment == nil || len(e.Commitment.Years) == 0 {
		return NoYear
	}
	return slices.Max(e.Commitment.Years)
}

// Sum returns the pounds of a commitment.
func (e Line) Sum() float64 {
	total := 0.0
	if e.Commitment != nil {
		for _, a := range e.Commitment.Amounts {
			total += a
		}
	}
	return total
}

// Text returns the words of a line.
func (e Line) Text() string {
	if e.Commitment != nil {
		return e.Commitment.Text
	}
	return e.Expectation.Text
}

func (e Line) Footnote() string {
	if e.Commitment != nil {
		return e.Commitment.Footnote
	}
	return e.Expectation.Footnote
}

// Link leads to the passage, or to the footnote in it.
func (e Line) Link() string {
	if n := e.Footnote(); n != "" {
		return e.Passage.URL + "#fn-" + n
	}
	return e.Passage.URL
}

// PageOf returns the lines of the page that was asked for.
func (q Register) PageOf(lines []Line) []Line {
	from := min((q.Page-1)*q.PerPage, len(lines))
	return lines[from:min(from+q.PerPage, len(lines))]
}
