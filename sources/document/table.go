package document

import (
	"slices"
	"strings"
)

// CellLines are the lines of a cell, which semicolons part; none of an empty cell.
func CellLines(cell string) []string {
	if cell == "" {
		return nil
	}
	return strings.Split(cell, "; ")
}

// TableLines is how many lines of the text, after the caption, the table sets out:
// its columns and its rows, or of a drawing what its cells say. 0 without a table.
func (p *Passage) TableLines() int {
	if p.Table == nil {
		return 0
	}
	lines := strings.Split(p.Text, "\n")[1:]
	n := 0
	for n < len(lines) && p.Table.Says(lines[n]) {
		n++
	}
	return min(max(n, len(p.Table.Rows)+1), len(lines))
}

// Says reports whether a line is a line of one of the cells, or the first column.
func (t *Table) Says(line string) bool {
	var first []string
	for _, row := range t.Rows {
		first = append(first, row[0])
		for _, cell := range row {
			if slices.Contains(CellLines(cell), line) {
				return true
			}
		}
	}
	return line == strings.Join(first, " ")
}
