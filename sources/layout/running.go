package layout

import (
	"cmp"
	"math"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"socsearch/sources/split"
)

// artifact is the tag of what is no part of a document's text.
const artifact = "Artifact"

// Where running heads and feet stand, and how often.
const (
	outermost     = 3    // how many rows from the top or the foot of a page may be one
	outerZone     = 0.14 // and in which part of its height
	sameHeight    = 2.0  // points by which they vary from page to page
	repeatedPages = 3    // pages that have one at least
	repeatedShare = 0.4  // and of the pages from the first to the last of these
)

// row is lines that stand at one height.
type row []*line

// outerRows returns the rows at the top and at the foot of a page that may be
// running heads and feet, the outermost first.
func (p *page) outerRows() (top, foot []row) {
	sorted := slices.Clone(p.lines)
	slices.SortStableFunc(sorted, func(a, b *line) int { return cmp.Compare(b.Baseline, a.Baseline) })
	var rows []row
	for i, l := range sorted {
		if i > 0 && sorted[i-1].Baseline-l.Baseline <= sameHeight {
			rows[len(rows)-1] = append(rows[len(rows)-1], l)
			continue
		}
		rows = append(rows, row{l})
	}
	for i, r := range rows {
		if i < outermost && r[0].Baseline > (1-outerZone)*p.Height {
			top = append(top, r)
		}
	}
	for i := range rows {
		if r := rows[len(rows)-1-i]; i < outermost && r[0].Baseline < outerZone*p.Height {
			foot = append(foot, r)
		}
	}
	return top, foot
}

// outerLines returns the lines of a page's outer rows.
func (p *page) outerLines() []*line {
	top, foot := p.outerRows()
	return slices.Concat(slices.Concat(top...), slices.Concat(foot...))
}

// runningKey tells running heads apart: the text without its numbers, and the
// height in steps.
type runningKey struct {
	text   string
	height int
}

func keyOf(l *line, shift int) runningKey {
	return runningKey{digitsFolded(l.text), int(math.Round(l.Baseline/(2*sameHeight))) + shift}
}

// leaveOutRunning leaves out running heads and feet: what is tagged as no part
// of the text, or, in a document without such tags, what stands at the same
// height on several pages; and the page's own number at its edge.
func (r *reading) leaveOutRunning() {
	pages := map[runningKey][]int{}
	tagged := 0
	for _, p := range r.pages {
		for _, l := range p.outerLines() {
			k := keyOf(l, 0)
			pages[k] = append(pages[k], p.Number)
		}
		if slices.ContainsFunc(p.lines, func(l *line) bool { return l.tag() == artifact }) {
			tagged++
		}
		for _, l := range p.lines {
			if l.tag() == artifact || slices.Contains(r.rules.Running, digitsFolded(l.text)) {
				l.leaveOutRunning()
			}
		}
	}
	repeated := func(l *line) bool {
		return l.role == roleLeftOut || r.holdsPageNumber(l) || 2*tagged < len(r.pages) &&
			runs(slices.Concat(pages[keyOf(l, -1)], pages[keyOf(l, 0)], pages[keyOf(l, 1)]))
	}
	for _, p := range r.pages {
		top, foot := p.outerRows()
		leaveOutRows(top, repeated)
		leaveOutRows(foot, repeated)
	}
}

// apartBy is how far running heads and feet stand from the text, as a part of
// their size.
const apartBy = 1.4

// leaveOutRows leaves out the outermost rows of which all lines repeat, if they
// stand apart from the rows further in.
func leaveOutRows(rows []row, repeated func(*line) bool) {
	n := 0
	for n < len(rows) && !slices.ContainsFunc(rows[n], func(l *line) bool { return !repeated(l) }) {
		n++
	}
	for n > 0 && n < len(rows) && math.Abs(rows[n-1][0].Baseline-rows[n][0].Baseline) < apartBy*rows[n-1][0].size {
		n--
	}
	for _, l := range slices.Concat(rows[:n]...) {
		l.leaveOutRunning()
	}
}

// runs tells whether something that stands on so many pages runs through them: a
// heading that opens some chapters doesn't.
func runs(pages []int) bool {
	slices.Sort(pages)
	n := len(slices.Compact(pages))
	return n >= repeatedPages && float64(n) >= repeatedShare*float64(slices.Max(pages)-slices.Min(pages)+1)
}

func (l *line) leaveOutRunning() {
	if l.role == roleLeftOut {
		return
	}
	if pageNumberAlone.MatchString(l.text) {
		l.leaveOut(split.PageNo)
	} else {
		l.leaveOut(split.RunningHead)
	}
}

func (l *line) leaveOut(reason string) { l.role, l.reason = roleLeftOut, reason }

var (
	pageNumberAlone = regexp.MustCompile(`^(?i)(?:page )?[-–]?\s*(?:\d{1,5}|[ivxl]+)\s*[-–]?(?: of \d+)?$`)
	numberAtEdge    = regexp.MustCompile(`^(\d{1,5})\b|\b(\d{1,5})$`)
)

// edgeNumbers returns the numbers that open and end a line.
func edgeNumbers(s string) []int {
	var list []int
	for _, m := range numberAtEdge.FindAllStringSubmatch(s, -1) {
		n, _ := strconv.Atoi(strings.Join(m[1:], ""))
		list = append(list, n)
	}
	return list
}

// holdsPageNumber tells whether a line at a page's edge holds nothing but the
// page's printed number.
func (r *reading) holdsPageNumber(l *line) bool {
	return pageNumberAlone.MatchString(l.text) && slices.Contains(edgeNumbers(l.text), l.page.printed)
}
