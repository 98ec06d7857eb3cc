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

// rows returns the rows of a page from the top and from the foot.
func (p *page) rows() (top, foot []row) {
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
	foot = slices.Clone(rows)
	slices.Reverse(foot)
	return rows, foot
}

// outer returns the rows that may be running heads or feet: few, and near the
// edge of the page.
func (p *page) outer(rows []row) []row {
	n := 0
	for n < min(outermost, len(rows)) && math.Abs(rows[n][0].Baseline-p.Height/2) > (0.5-outerZone)*p.Height {
		n++
	}
	return rows[:n]
}

// outerLines returns the lines of a page's outer rows.
func (p *page) outerLines() []*line {
	top, foot := p.rows()
	return slices.Concat(slices.Concat(p.outer(top)...), slices.Concat(p.outer(foot)...))
}

// runningKey tells running heads apart: the text without the page's number, and
// the height in steps. Other numbers stay: those of footnotes, which may stand at
// one height too, differ from page to page.
type runningKey struct {
	text   string
	height int
}

func keyOf(l *line, shift int) runningKey {
	return runningKey{pageFolded(l), int(math.Round(l.Baseline/(2*sameHeight))) + shift}
}

// pageFolded returns a line's text with # for the number of its page.
func pageFolded(l *line) string {
	return digitRuns.ReplaceAllStringFunc(l.text, func(s string) string {
		if n, _ := strconv.Atoi(s); n > 0 && (n == l.page.printed || n == l.page.Number) {
			return "#"
		}
		return s
	})
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
		top, foot := p.rows()
		leaveOutRows(top, len(p.outer(top)), repeated)
		leaveOutRows(foot, len(p.outer(foot)), repeated)
	}
}

// apartBy is how far running heads and feet stand from the text, as a part of
// their size.
const apartBy = 1.4

// leaveOutRows leaves out the outermost rows, up to so many, of which all lines
// repeat, if they stand apart from the rows further in.
func leaveOutRows(rows []row, most int, repeated func(*line) bool) {
	n := 0
	for n < most && !slices.ContainsFunc(rows[n], func(l *line) bool { return !repeated(l) }) {
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
	numberAtEdge    = regexp.MustCompile(`^(\d{1,5})\b|^(?i:page) (\d{1,5})\b|\b(\d{1,5})$`)
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
