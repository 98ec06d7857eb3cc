package pdf

import (
	"cmp"
	"math"
	"slices"
)

// What columns of text look like, and tables and hanging numbers don't.
const (
	gutterHalf   = 3.0  // points free of ink either side of a gutter's middle, at least
	gutterStep   = 2.0  // points between the places where one is looked for
	columnRows   = 5    // lines that a column has at least
	columnWidth  = 0.15 // of the page's text: a narrower column is a table's, or numbers
	columnFill   = 0.6  // of a column's width: its median line has as much ink
	evenPitch    = 1.7  // lines farther apart than this times the usual aren't running text
	maxCutDepth  = 8    // of columns within columns
	rowTolerance = 0.4  // of the size: baselines nearer than this share a row
)

// block is text of one column, or text as wide as the page.
type block struct {
	spans  []*span
	column int
}

// row is what stands at one height, across all columns.
type row struct {
	baseline float64
	size     float64
	spans    []*span
}

// rowsOf sorts spans into rows from top to bottom.
func rowsOf(all []*span) []*row {
	sorted := slices.Clone(all)
	slices.SortStableFunc(sorted, func(a, b *span) int { return cmp.Compare(b.baseline, a.baseline) })
	var rows []*row
	for _, s := range sorted {
		if n := len(rows); n > 0 && rows[n-1].baseline-s.baseline < rowTolerance*max(s.size, rows[n-1].size) {
			r := rows[n-1]
			r.spans = append(r.spans, s)
			if s.size > r.size {
				r.size, r.baseline = s.size, s.baseline
			}
			continue
		}
		rows = append(rows, &row{baseline: s.baseline, size: s.size, spans: []*span{s}})
	}
	return rows
}

// cut cuts a page, or a part of it, into blocks in reading order: what stands
// above its widest columns, the left column, the right one, what stands below.
// Each of these is cut further.
func cut(all []*span, depth int) []block {
	rows := rowsOf(all)
	g := bestGutter(rows)
	if g == nil || depth == maxCutDepth {
		if len(all) == 0 {
			return nil
		}
		return []block{{spans: all}}
	}
	var above, left, right, below []*span
	for i, r := range rows {
		for _, s := range r.spans {
			switch {
			case i < g.from:
				above = append(above, s)
			case i >= g.to:
				below = append(below, s)
			case s.x1 <= g.x:
				left = append(left, s)
			default:
				right = append(right, s)
			}
		}
	}
	blocks := cut(above, depth+1)
	blocks, last := appendColumn(blocks, cut(left, depth+1), 0)
	blocks, _ = appendColumn(blocks, cut(right, depth+1), last)
	return append(blocks, cut(below, depth+1)...)
}

// appendColumn appends the blocks of a column that has others to its left, and
// returns the number of the last column.
func appendColumn(blocks, column []block, before int) ([]block, int) {
	last := before
	for _, b := range column {
		b.column = before + max(1, b.column)
		last = max(last, b.column)
		blocks = append(blocks, b)
	}
	return blocks, last
}

// gutter is the white space between two columns: at x, in the rows from from to
// before to.
type gutter struct {
	x        float64
	from, to int
	lines    int // of both columns
}

// bestGutter returns the gutter with the most lines beside it, nil if there is
// none.
func bestGutter(rows []*row) *gutter {
	x0, x1 := extent(rows)
	var best *gutter
	for x := x0 + columnWidth*(x1-x0); x < x1-columnWidth*(x1-x0); x += gutterStep {
		for from := 0; from < len(rows); {
			if !rows[from].clear(x) {
				from++
				continue
			}
			to := from
			for to < len(rows) && rows[to].clear(x) {
				to++
			}
			g := &gutter{x: x, from: from, to: to}
			if (best == nil || to-from > best.lines/2) && g.divides(rows, columnWidth*(x1-x0)) && (best == nil || g.lines > best.lines) {
				best = g
			}
			from = to
		}
	}
	return best
}

func extent(rows []*row) (x0, x1 float64) {
	x0, x1 = math.Inf(1), math.Inf(-1)
	for _, r := range rows {
		for _, s := range r.spans {
			x0, x1 = min(x0, s.x0), max(x1, s.x1)
		}
	}
	return x0, x1
}

// clear tells whether no ink stands at x.
func (r *row) clear(x float64) bool {
	for _, s := range r.spans {
		if s.x0 < x+gutterHalf && s.x1 > x-gutterHalf {
			return false
		}
	}
	return true
}

// divides tells whether there is a column of text on each side, and counts their
// lines. It takes a lone row far above or below the rest off the gutter.
func (g *gutter) divides(rows []*row, minWidth float64) bool {
	left, right := sideOf(rows[g.from:g.to], g.x, true), sideOf(rows[g.from:g.to], g.x, false)
	if len(left.ink) < columnRows || len(right.ink) < columnRows {
		return false
	}
	pitch := min(left.pitch(), right.pitch())
	g.trim(rows, evenPitch*pitch)
	left, right = sideOf(rows[g.from:g.to], g.x, true), sideOf(rows[g.from:g.to], g.x, false)
	g.lines = len(left.ink) + len(right.ink)
	return left.isColumn(minWidth, pitch) && right.isColumn(minWidth, pitch)
}

// trim takes rows off either end that stand farther apart than reach.
func (g *gutter) trim(rows []*row, reach float64) {
	for g.to-g.from > 1 && rows[g.from].baseline-rows[g.from+1].baseline > reach {
		g.from++
	}
	for g.to-g.from > 1 && rows[g.to-2].baseline-rows[g.to-1].baseline > reach {
		g.to--
	}
}

// side is what stands on one side of a gutter, row by row.
type side struct {
	ink       []float64 // points of ink in each row that has some
	baselines []float64
	x0, x1    float64
}

func sideOf(rows []*row, x float64, left bool) side {
	d := side{x0: math.Inf(1), x1: math.Inf(-1)}
	for _, r := range rows {
		ink := 0.0
		for _, s := range r.spans {
			if (s.x1 <= x) == left {
				ink += s.x1 - s.x0
				d.x0, d.x1 = min(d.x0, s.x0), max(d.x1, s.x1)
			}
		}
		if ink > 0 {
			d.ink = append(d.ink, ink)
			d.baselines = append(d.baselines, r.baseline)
		}
	}
	return d
}

// pitch returns the usual distance between lines.
func (d side) pitch() float64 {
	var steps []float64
	for i := 1; i < len(d.baselines); i++ {
		steps = append(steps, d.baselines[i-1]-d.baselines[i])
	}
	return median(steps)
}

func (d side) isColumn(minWidth, pitch float64) bool {
	n := len(d.ink)
	if n < columnRows || d.x1-d.x0 < minWidth {
		return false
	}
	mean := (d.baselines[0] - d.baselines[n-1]) / float64(n-1)
	return median(d.ink) >= columnFill*(d.x1-d.x0) && mean <= evenPitch*pitch
}

func median(x []float64) float64 {
	if len(x) == 0 {
		return 0
	}
	sorted := slices.Sorted(slices.Values(x))
	return sorted[len(sorted)/2]
}
