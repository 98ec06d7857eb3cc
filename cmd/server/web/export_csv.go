package web

import (
	"encoding/csv"
	"io"
	"strconv"
	"strings"

	"socsearch/sources/document"
)

// csvColumns are the columns of an export, in order.
var csvColumns = []string{
	"id", "document", "kind", "number", "label", "title", "page", "page_end", "part", "objective", "section",
	"organisations", "strands", "threats", "text", "footnotes", "citation", "url", "notice", "remark", "superseded",
}

// listSeparator parts the values of a cell that holds several.
const listSeparator = "; "

// writeCSV writes passages as RFC 4180 has it, with a head and CRLF. Cells that
// a spreadsheet would take for a formula are guarded by an apostrophe.
func (s *server) writeCSV(w io.Writer, e export) error {
	out := csv.NewWriter(w)
	out.UseCRLF = true
	if err := out.Write(csvColumns); err != nil {
		return err
	}
	for _, p := range e.passages {
		cells := []string{
			p.ID, p.Document, string(p.Kind), p.Number, p.Label, p.Title, optional(p.Page), optional(p.PageEnd),
			p.Part, optional(p.Objective), strings.Join(p.Section, " > "), mentionNames(p.Organisations),
			strings.Join(p.Strands, listSeparator), strings.Join(p.Threats, listSeparator), p.Text, footnoteLines(p),
			e.citation(p), e.absolute(p.URL), e.notice(p), p.Remark, e.superseded(p),
		}
		for i := range cells {
			cells[i] = guardCell(cells[i])
		}
		if err := out.Write(cells); err != nil {
			return err
		}
	}
	out.Flush()
	return out.Error()
}

// guardCell keeps a spreadsheet from running a cell (OWASP, CSV Injection).
func guardCell(s string) string {
	if s != "" && strings.ContainsRune("=+-@\t\r", rune(s[0])) {
		return "'" + s
	}
	return s
}

func optional(n document.OptionalInt) string {
	if n == 0 {
		return ""
	}
	return strconv.Itoa(int(n))
}

func mentionNames(mentions []document.Mention) string {
	var names []string
	for _, m := range mentions {
		names = append(names, m.Name)
	}
	return strings.Join(names, listSeparator)
}

// footnoteLines writes a passage's footnotes, one a line.
func footnoteLines(p *document.Passage) string {
	var lines []string
	for _, n := range p.Footnotes {
		lines = append(lines, n.Number+" "+n.Text)
	}
	return strings.Join(lines, "\n")
}
