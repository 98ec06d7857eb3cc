package web

import (
	"io"
	"strconv"
	"strings"

	"socsearch/cmd/internal/spreadsheet"
	"socsearch/sources/document"
)

// csvColumns are the columns of an export, in order.
var csvColumns = []string{
	"id", "document", "kind", "number", "label", "title", "page", "page_end", "part", "objective", "section",
	"organisations", "strands", "threats", "text", "footnotes", "citation", "url", "notice", "remark", "superseded",
}

// listSeparator parts the values of a cell that holds several.
const listSeparator = "; "

// writeCSV writes passages as a table with a head.
func (s *server) writeCSV(w io.Writer, e export) error {
	out := spreadsheet.NewWriter(w)
	if e.mark {
		out.Mark()
	}
	out.Row(csvColumns...)
	for _, p := range e.passages {
		out.Row(
			p.ID, p.Document, string(p.Kind), p.Number, p.Label, p.Title, optional(p.Page), optional(p.PageEnd),
			p.Part, optional(p.Objective), strings.Join(p.Section, " > "), mentionNames(p.Organisations),
			strings.Join(p.Strands, listSeparator), strings.Join(p.Threats, listSeparator), p.Text, footnoteLines(p),
			e.citation(p), e.absolute(p.URL), e.notice(p), p.Remark, e.superseded(p),
		)
	}
	return out.Err()
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
