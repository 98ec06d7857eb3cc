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
	knownRows    = 2    // likewise where earlier pages have a gutter
	learntRows   = 30   // lines beside a gutter that make it the document's
	knownGutter  = 4.0  // points: as near to an earlier gutter as that is at the same place
	columnWidth  = 0.15 // of the page's text: a narrower column is a table's, or numbers
	columnFill   = 0.55 // of a column's area is lines; of a table's cells, less
	usualPitch   = 1.2  // from line to line, as a part of the size
	farApart     = 2.2  // likewise: across all columns, it parts them from what isn't theirs
	trimRows     = 4    // how many rows may be parted so from either end
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

// cutter cuts pages into blocks, and learns from each where the document has its
// gutters.
type cutter struct {
	gutters []float64
}

// cut cuts a page, or a part of it, into blocks in reading order: what stands
// above its widest columns, the left column, the right one, what stands below.
// Each of these is cut further.
func (c *cutter) cut(all []*span, depth int) []block {
	rows := rowsOf(all)
	g := c.bestGutter(rows)
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
	blocks := c.cut(above, depth+1)
	blocks, last := appendColumn(blocks, c.cut(left, depth+1), 0)
	blocks, _ = appendColumn(blocks, c.cut(right, depth+1), last)
	return append(blocks, c.cut(below, depth+1)...)
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
func (c *cutter) bestGutter(rows []*row) *gutter {
	x0, x1 := extent(rows)
	margin := columnWidth * (x1 - x0)
	best := &gutter{}
	for x := x0 + margin; x < x1-margin; x += gutterStep {
		need := columnRows
		if c.known(x) {
			need = knownRows
		}
		for _, g := range clearRuns(rows, x) {
			if g.to-g.from > best.lines/2 && g.divides(rows, margin, need) && g.lines > best.lines {
				best = &g
			}
		}
	}
	if best.lines == 0 {
		return nil
	}
	if best.lines >= learntRows && !c.known(best.x) {
		c.gutters = append(c.gutters, best.x)
	}
	return best
}

func (c *cutter) known(x float64) bool {
	return slices.ContainsFunc(c.gutters, func(g float64) bool { return math.Abs(g-x) < knownGutter })
}

// clearRuns returns the longest runs of rows that have no ink at x.
func clearRuns(rows []*row, x float64) []gutter {
	var runs []gutter
	for from := 0; from < len(rows); from++ {
		if !rows[from].clear(x) {
			continue
		}
		to := from
		for to < len(rows) && rows[to].clear(x) {
			to++
		}
		runs = append(runs, gutter{x: x, from: from, to: to})
		from = to
	}
	return runs
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

// clear reports whether no ink stands at x.
func (r *row) clear(x float64) bool {
	for _, s := range r.spans {
		if s.x0 < x+gutterHalf && s.x1 > x-gutterHalf {
			return false
		}
	}
	return true
}

// divides reports whether there is a column of minRows lines on each side, and
// counts their lines. It takes what is parted from the columns off the gutter.
func (g *gutter) divides(rows []*row, minWidth float64, minRows int) bool {
	g.trim(rows)
	left, right := sideOf(rows[g.from:g.to], g.x, true), sideOf(rows[g.from:g.to], g.x, false)
	g.lines = left.rows + right.rows
	return left.isColumn(minWidth, minRows) && right.isColumn(minWidth, minRows)
}

// trim takes rows off either end that are parted from the others by white space
// across all columns: running heads, the titles of tables.
func (g *gutter) trim(rows []*row) {
	parted := func(i int) bool { // from the row after it
		return rows[i].baseline-rows[i+1].baseline > farApart*max(rows[i].size, rows[i+1].size)
	}
	for i := min(g.from+trimRows, g.to-1) - 1; i >= g.from; i-- {
		if parted(i) {
			g.from = i + 1
			break
		}
	}
	for i := max(g.to-1-trimRows, g.from); i < g.to-1; i++ {
		if parted(i) {
			g.to = i + 1
			break
		}
	}
}

// side is what stands on one side of a gutter.
type side struct {
	rows        int
	ink         float64 // area of its lines
	x0, x1      float64
	top, bottom float64
}

func sideOf(rows []*row, x float64, left bool) side {
	d := side{x0: math.Inf(1), x1: math.Inf(-1)}
	for _, r := range rows {
		any := false
		for _, s := range r.spans {
			if (s.x1 <= x) != left {
				continue
			}
			any = true
			d.ink += (s.x1 - s.x0) * usualPitch * s.size
			d.x0, d.x1 = min(d.x0, s.x0), max(d.x1, s.x1)
			d.bottom = s.baseline
			if d.rows == 0 {
				d.top = s.baseline + s.size
			}
		}
		if any {
			d.rows++
		}
	}
	return d
}

func (d side) isColumn(minWidth float64, minRows int) bool {
	return d.rows >= minRows && d.x1-d.x0 >= minWidth &&
		d.ink >= columnFill*(d.x1-d.x0)*(d.top-d.bottom)
}
