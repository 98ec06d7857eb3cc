package layout

import (
	"cmp"
	"regexp"
	"slices"
	"strings"

	"socsearch/sources/document"
	"socsearch/sources/split"
)

// tableStart opens the caption of a table: "Table 2: Flood risk".
var tableStart = regexp.MustCompile(`^(?:Table|TABLE) (\d{1,2}(?:[.-]\d{1,2})?)(?:[:.\s–—-]|$)`)

// How the cells of a table are told: the white space between two, as a part of the
// size; how many lines have several, at least; and how much farther apart rows stand
// than the lines of one, as a part of the least distance.
const (
	columnGap    = 0.9
	leastRows    = 3
	rowGap       = 1.2
	mostColumns  = 12
	tableEndsGap = 2.2 // and than the widest distance so far, where the table ends
)

// piece is what stands in one cell of one line: some of its characters.
type piece struct {
	line     *line
	from, to int
	x0, x1   float64
}

// unmarked returns the text of a piece without the marks of notes.
func (r *reader) unmarked(p piece) string {
	var b strings.Builder
	marks := r.marks(p.line)
	for i, c := range []rune(p.line.text)[p.from:p.to] {
		if !slices.ContainsFunc(marks, func(m mark) bool { return p.from+i >= m.from && p.from+i < m.to }) {
			b.WriteRune(c)
		}
	}
	return strings.TrimSpace(b.String())
}

// rowsOf writes the cells of a table, a row a line of the clean text.
func (r *reader) rowsOf(g *grid) []split.Line {
	var lines []split.Line
	for _, row := range g.rows {
		begins := true
		for _, p := range slices.Concat(row...) {
			l := split.Line{Text: string([]rune(p.line.text)[p.from:p.to]), Page: p.line.page.printed, Begins: begins}
			for _, m := range r.marks(p.line) {
				if m.from >= p.from && m.to <= p.to {
					l.Marks = append(l.Marks, split.Mark{From: m.from - p.from, To: m.to - p.from, Note: r.noteIndex(m.note)})
				}
			}
			lines, begins = append(lines, l), false
		}
	}
	return lines
}

// grid is a table whose rows and columns the typography tells.
type grid struct {
	caption []*line
	rows    [][][]piece // by row and column, the pieces of a cell from top to bottom
}

// findTables finds the tables that have a caption with a number above them, and whose
// columns white space parts: of others the text stays as it is.
func (r *reader) findTables() {
	for i := 0; i < len(r.lines); i++ {
		if r.lines[i].role != roleText || !tableStart.MatchString(r.lines[i].text) {
			continue
		}
		n := r.sameStyle(i)
		if n > headingLines {
			continue
		}
		for n := n; n > 0; n-- { // the first row may be set like the caption
			if g, lines := r.gridBelow(i + n); g != nil {
				r.setTable(g, r.lines[i:i+n], lines)
				i += n + len(lines) - 1
				break
			}
		}
	}
}

func (r *reader) setTable(g *grid, caption, lines []*line) {
	g.caption = caption
	for j, l := range caption {
		l.role, l.joins, l.grid = roleCaption, j > 0, g
	}
	for _, l := range lines {
		l.role, l.grid = roleCell, g
	}
}

// gridBelow returns the table that begins with a line, and its lines; nil if there is
// none, or where its rows can't be told.
func (r *reader) gridBelow(at int) (*grid, []*line) {
	if at >= len(r.lines) {
		return nil, nil
	}
	lines := r.tableLines(at)
	columns := tableColumns(lines)
	if len(columns) < 2 || len(columns) > mostColumns {
		return nil, nil
	}
	g := &grid{}
	apart := rowDistance(lines)
	for i, l := range lines {
		cells := make([][]piece, len(columns))
		filled := 0
		pieces := piecesOf(l)
		if len(pieces) > len(columns) { // a heading spans several columns
			return nil, nil
		}
		for _, p := range pieces {
			c := columnOf(columns, p)
			if len(cells[c]) == 0 {
				filled++
			}
			cells[c] = append(cells[c], p)
		}
		switch opens := len(cells[0]) > 0; {
		case i == 0, apart > 0 && opens && l.gap > apart, opens && apart == 0 && filled > 1:
			g.rows = append(g.rows, cells)
		case apart == 0 && opens: // the end of the cell above, or a row of its own
			return nil, nil
		default:
			last := g.rows[len(g.rows)-1]
			for c := range cells {
				last[c] = append(last[c], cells[c]...)
			}
		}
	}
	if len(g.rows) < leastRows || slices.ContainsFunc(g.rows[0], func(cell []piece) bool { return len(cell) == 0 }) {
		return nil, nil
	}
	return g, lines
}

// tableLines returns the lines from one on that leave the same columns free, up to what
// spans them, a heading, or the page's end.
func (r *reader) tableLines(at int) []*line {
	var lines []*line
	several, widest := 0, 0.0
	last := 0 // lines up to the last that has several cells, or goes on with it
	for _, l := range r.lines[at:] {
		if l.role != roleText || l.page != r.lines[at].page || l.Column != r.lines[at].Column || tableStart.MatchString(l.text) || isCaption(l) {
			break
		}
		if len(lines) > 0 && (l.gap <= 0 || several >= leastRows && l.gap > tableEndsGap*widest) {
			break
		}
		pieces := len(piecesOf(l))
		if len(tableColumns(append(slices.Clone(lines), l))) < 2 && (len(lines) > 0 || pieces < 2) {
			break
		}
		if len(lines) > 0 {
			widest = max(widest, l.gap)
		}
		lines = append(lines, l)
		if pieces > 1 {
			several++
			last = len(lines)
		}
	}
	if several < leastRows {
		return nil
	}
	columns := tableColumns(lines)
	for last < len(lines) && (lines[last].gap < headingPitch*lines[last].size || columnOf(columns, piecesOf(lines[last])[0]) > 0) {
		last++
	}
	return lines[:last]
}

// rowDistance returns how far apart lines stand, at least, where a row begins; 0 where
// all stand equally far apart.
func rowDistance(lines []*line) float64 {
	least, most := 0.0, 0.0
	for _, l := range lines[min(1, len(lines)):] {
		if least == 0 || l.gap < least {
			least = l.gap
		}
		most = max(most, l.gap)
	}
	if most <= rowGap*least {
		return 0
	}
	return rowGap * least
}

// piecesOf cuts a line where white space parts cells.
func piecesOf(l *line) []piece {
	var list []piece
	for _, s := range l.runs {
		if s.from >= s.to {
			continue
		}
		if n := len(list); n > 0 && s.X0-list[n-1].x1 < columnGap*l.size {
			list[n-1].to, list[n-1].x1 = s.to, max(list[n-1].x1, s.X1)
			continue
		}
		list = append(list, piece{l, s.from, s.to, s.X0, s.X1})
	}
	return list
}

// tableColumns returns from where to where the columns of lines go: white space parts them
// on every line.
func tableColumns(lines []*line) [][2]float64 {
	var spans [][2]float64
	size := 0.0
	for _, l := range lines {
		size = max(size, l.size)
		for _, p := range piecesOf(l) {
			spans = append(spans, [2]float64{p.x0, p.x1})
		}
	}
	slices.SortFunc(spans, func(a, b [2]float64) int { return cmp.Compare(a[0], b[0]) })
	var columns [][2]float64
	for _, s := range spans {
		if n := len(columns); n > 0 && s[0]-columns[n-1][1] < columnGap*size/2 {
			columns[n-1][1] = max(columns[n-1][1], s[1])
			continue
		}
		columns = append(columns, s)
	}
	return columns
}

func columnOf(columns [][2]float64, p piece) int {
	at := slices.IndexFunc(columns, func(c [2]float64) bool { return p.x0 >= c[0] && p.x0 <= c[1] })
	return max(at, 0)
}

// table returns the cells, without marks of notes. The first row has the names of the
// columns.
func (r *reader) table(g *grid) *document.Table {
	t := &document.Table{}
	for i, row := range g.rows {
		var cells []string
		for _, cell := range row {
			cells = append(cells, r.cellText(cell))
		}
		if i == 0 {
			t.Columns = cells
		} else {
			t.Rows = append(t.Rows, cells)
		}
	}
	return t
}

// cellText joins the lines of a cell.
func (r *reader) cellText(cell []piece) string {
	text := ""
	for _, p := range cell {
		s := r.unmarked(p)
		switch {
		case text == "":
			text = s
		case strings.HasSuffix(text, string(softHyphen)):
			text = strings.TrimSuffix(text, string(softHyphen)) + s
		case strings.HasSuffix(text, "-"):
			text += s
		default:
			text += " " + s
		}
	}
	return text
}
