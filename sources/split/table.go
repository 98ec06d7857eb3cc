package split

import (
	"fmt"
	"slices"
	"strings"

	"socsearch/sources/document"
)

// tableRow reads a line as a row: a name and then one of the rule's values for
// each further column. ok is false for any other line.
func tableRow(text string, rule *document.TableRule) (row []string, ok bool) {
	rest := text
	for range len(rule.Columns) - 1 {
		value := ""
		for _, v := range rule.Values {
			if strings.HasSuffix(rest, " "+v) && len(v) > len(value) {
				value = v
			}
		}
		if value == "" {
			return nil, false
		}
		rest = strings.TrimSuffix(rest, " "+value)
		row = append([]string{value}, row...)
	}
	return append([]string{rest}, row...), rest != ""
}

// isTableHead reports whether a line repeats the names of the columns.
func isTableHead(text string, rule *document.TableRule) bool {
	return text == strings.Join(rule.Columns[1:], " ")
}

// readTable takes the rows out of the pieces of a figure, and books and drops
// the column heads that the table repeats on later pages.
func (s *splitter) readTable(pieces []piece, rule *document.TableRule) ([]piece, *document.Table) {
	table := &document.Table{Columns: rule.Columns}
	var kept []piece
	heads := 0
	for _, p := range pieces {
		if isTableHead(p.text, rule) {
			if heads++; heads > 1 {
				s.ledger.settle(p.from, p.to, TableHead)
				continue
			}
		}
		if row, ok := tableRow(p.text, rule); ok {
			table.Rows = append(table.Rows, row)
		}
		kept = append(kept, p)
	}
	return kept, table
}

// checkCells reports an error if the cells that a manifest gives of a figure leave
// out one of its lines or hold what isn't printed there.
func checkCells(p *document.Passage) error {
	for _, row := range p.Table.Rows {
		if len(row) != len(p.Table.Columns) {
			return fmt.Errorf("%q: the row %q has %d cells, but there are %d columns", p.Title, row, len(row), len(p.Table.Columns))
		}
	}
	lines := strings.Split(p.Text, "\n")
	for _, line := range lines[1:] {
		if !strings.HasPrefix(line, "• ") && !p.Table.Says(line) {
			return fmt.Errorf("%q: the manifest's table.cells lack the line %q", p.Title, line)
		}
	}
	for _, row := range p.Table.Rows {
		for _, cell := range row[1:] {
			for _, text := range document.CellLines(cell) {
				if !slices.Contains(lines, text) {
					return fmt.Errorf("%q: the manifest's table.cells have %q, which is no line of the figure", p.Title, text)
				}
			}
		}
	}
	return nil
}
