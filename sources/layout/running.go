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
	outerRows     = 3    // how many rows from the top or the foot of a page may be one
	outerZone     = 0.14 // and in which part of its height
	sameHeight    = 2.0  // points by which they vary from page to page
	repeatedPages = 3    // pages that have one at least
	repeatedShare = 0.4  // and of the pages from the first to the last of these
)

// outerLines returns the lines of a page that may be running heads and feet.
func (p *page) outerLines() []*line {
	sorted := slices.Clone(p.lines)
	slices.SortStableFunc(sorted, func(a, b *line) int { return cmp.Compare(b.Baseline, a.Baseline) })
	var outer []*line
	for i, l := range sorted {
		top := rowsBetween(sorted[:i+1]) <= outerRows && l.Baseline > (1-outerZone)*p.Height
		foot := rowsBetween(sorted[i:]) <= outerRows && l.Baseline < outerZone*p.Height
		if top || foot {
			outer = append(outer, l)
		}
	}
	return outer
}

// rowsBetween counts the heights at which lines stand.
func rowsBetween(sorted []*line) int {
	rows := 0
	for i, l := range sorted {
		if i == 0 || sorted[i-1].Baseline-l.Baseline > sameHeight {
			rows++
		}
	}
	return rows
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
// of the text, what stands at the same height on several pages, and lines at a
// page's edge that hold its number.
func (r *reading) leaveOutRunning() {
	pages := map[runningKey][]int{}
	for _, p := range r.pages {
		for _, l := range p.outerLines() {
			k := keyOf(l, 0)
			pages[k] = append(pages[k], p.Number)
		}
	}
	for _, p := range r.pages {
		for _, l := range p.lines {
			if l.tag() == artifact || slices.Contains(r.rules.Running, digitsFolded(l.text)) {
				l.leaveOutRunning()
			}
		}
		for _, l := range p.outerLines() {
			if r.holdsPageNumber(l) || runs(slices.Concat(pages[keyOf(l, -1)], pages[keyOf(l, 0)], pages[keyOf(l, 1)])) {
				l.leaveOutRunning()
			}
		}
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
