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
	steadyPages   = 6    // pages that have one at least, if it needn't stand apart
	steadyPart    = 0.4  // and of all pages
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

// runningKey tells running heads apart: the text without its numbers, and the
// height in steps.
type runningKey struct {
	text   string
	height int
}

func keyOf(l *line) runningKey {
	return runningKey{digitsFolded(l.text), int(math.Round(l.Baseline / (2 * sameHeight)))}
}

// leaveOutRunning leaves out running heads and feet: what is tagged as no part
// of the text, or, in a document without such tags, what stands at the same
// height on several pages; and the page's own number at its edge.
func (r *reader) leaveOutRunning() {
	alike := map[runningKey][]*line{}
	tagged := 0
	for _, p := range r.pages {
		for _, l := range p.outerLines() {
			alike[keyOf(l)] = append(alike[keyOf(l)], l)
		}
		if slices.ContainsFunc(p.lines, isArtifact) {
			tagged++
		}
	}
	for _, p := range r.pages {
		for _, l := range p.lines {
			if isArtifact(l) && !r.isTitleAfterAll(l, alike[keyOf(l)]) || slices.Contains(r.rules.Running, digitsFolded(l.text)) {
				l.leaveOutRunning()
			}
		}
	}
	running := r.runningKeys(alike, 2*tagged >= len(r.pages))
	repeated := func(l *line) bool {
		return l.role == roleLeftOut || r.holdsPageNumber(l) || running[keyOf(l)] > 0 || l.isStamp()
	}
	steady := func(l *line) bool {
		n := running[keyOf(l)]
		return l.role == roleLeftOut || n >= steadyPages && float64(n) >= steadyPart*float64(len(r.pages))
	}
	for _, p := range r.pages {
		top, foot := p.rows()
		leaveOutRows(top, len(p.outer(top)), repeated, steady)
		leaveOutRows(foot, len(p.outer(foot)), repeated, steady)
	}
}

// isStamp reports whether a line was put on a scan afterwards: it is drawn, and most
// of its page is recognised text, which isn't.
func (l *line) isStamp() bool {
	drawn := func(l *line) bool { return !l.Runs[0].Hidden }
	hidden := 0
	for _, o := range l.page.lines {
		if !drawn(o) {
			hidden++
		}
	}
	return drawn(l) && 2*hidden > len(l.page.lines)
}

func isArtifact(l *line) bool { return l.tag() == artifact }

// isTitleAfterAll reports whether a line that is tagged as no part of the text is a
// chapter's title: large, with a number, and on no other page.
func (r *reader) isTitleAfterAll(l *line, alike []*line) bool {
	return len(alike) < 2 && l.size > largeHeading*r.body.size && numberedHeading.MatchString(l.text)
}

// runningKeys returns on how many pages running heads and feet stand. Where the
// document tags them, one without its tag must be like most others that have it.
func (r *reader) runningKeys(alike map[runningKey][]*line, tagged bool) map[runningKey]int {
	running := map[runningKey]int{}
	for k := range alike {
		above, below := runningKey{k.text, k.height + 1}, runningKey{k.text, k.height - 1}
		near := slices.Concat(alike[above], alike[k], alike[below])
		left := 0
		for _, l := range near {
			if isArtifact(l) {
				left++
			}
		}
		if tagged && 2*left <= len(near) {
			continue
		}
		running[k] = areRunning(near)
	}
	return running
}

// areRunning tells on how many pages lines stand that are alike but for their
// numbers; 0 if they don't run through these pages. A heading that opens some
// chapters doesn't, and neither do footnotes: their numbers differ otherwise than
// the pages'.
func areRunning(lines []*line) int {
	var pages []int
	for _, l := range lines {
		pages = append(pages, l.page.Number)
	}
	slices.Sort(pages)
	pages = slices.Compact(pages)
	if len(pages) < repeatedPages && !(onBothPages(lines) && len(pages) == 2) {
		return 0
	}
	span := pages[len(pages)-1] - pages[0] + 1
	if float64(len(pages)) < repeatedShare*float64(span) || !steadyNumbers(lines) {
		return 0
	}
	return len(pages)
}

// onBothPages reports whether lines at the foot of a document of two pages are the same
// on both.
func onBothPages(lines []*line) bool {
	for _, l := range lines {
		if !l.page.ofTwo || l.Baseline > l.page.Height/2 || l.text != lines[0].text {
			return false
		}
	}
	return true
}

// steadyShare is the part of running heads whose number is the same, or the
// page's.
const steadyShare = 0.8

// steadyNumbers reports whether each number of lines that are alike is the same on
// nearly all, or that of the page.
func steadyNumbers(lines []*line) bool {
	for i := range digitRuns.FindAllString(lines[0].text, -1) {
		values := map[float64]float64{}
		paged := 0
		for _, l := range lines {
			n, _ := strconv.Atoi(digitRuns.FindAllString(l.text, -1)[i])
			values[float64(n)]++
			if n == l.page.printed || n == l.page.Number {
				paged++
			}
		}
		most := max(values[mode(values)], float64(paged))
		if most < steadyShare*float64(len(lines)) {
			return false
		}
	}
	return true
}

// apartBy is how far running heads and feet stand from the text, as a part of
// their size.
const apartBy = 1.4

// leaveOutRows leaves out the outermost rows, up to a limit, where all lines
// repeat, if they stand apart from the rows further in, or repeat so steadily that
// they can be nothing else.
func leaveOutRows(rows []row, most int, repeated, steady func(*line) bool) {
	n := 0
	for n < most && all(rows[n], repeated) {
		n++
	}
	for n > 0 && n < len(rows) && !all(rows[n-1], steady) && math.Abs(rows[n-1][0].Baseline-rows[n][0].Baseline) < apartBy*rows[n-1][0].size {
		n--
	}
	for _, l := range slices.Concat(rows[:n]...) {
		l.leaveOutRunning()
	}
}

func all(lines []*line, is func(*line) bool) bool {
	return !slices.ContainsFunc(lines, func(l *line) bool { return !is(l) })
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

// holdsPageNumber reports whether a line at a page's edge holds nothing but the
// page's printed number.
func (r *reader) holdsPageNumber(l *line) bool {
	return pageNumberAlone.MatchString(l.text) && slices.Contains(edgeNumbers(l.text), l.page.printed)
}
