package split

import (
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
