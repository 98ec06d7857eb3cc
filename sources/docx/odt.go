package docx

import (
	"encoding/xml"
	"strconv"
	"strings"

	"socsearch/sources/blocks"
)

// ReadODT reads an OpenDocument text. The error is a [blocks.Error].
func ReadODT(data []byte) (*blocks.Document, error) {
	a, err := openArchive(data, ".odt")
	if err != nil {
		return nil, err
	}
	r := &odtReader{b: &blocks.Builder{}, parents: map[string]string{}, indents: map[string]bool{}}
	for _, part := range []string{"styles.xml", "content.xml"} {
		data, err := a.read(part)
		if err != nil {
			return nil, err
		}
		if data == nil && part == "content.xml" {
			return nil, blocks.Errorf("the file is no .odt: it has no content.xml")
		}
		r.body = false
		if err := walk(part, data, r.start, r.end, r.text); err != nil {
			return nil, err
		}
	}
	return r.b.Document()
}

// odtReader turns OpenDocument's elements into blocks.
type odtReader struct {
	b       *blocks.Builder
	parents map[string]string
	indents map[string]bool
	style   string // whose properties are read

	body     bool
	lists    int
	rows     int
	inText   int // paragraphs that we are in
	notes    int
	citation bool // inside a note's number
	number   string
}

func (r *odtReader) start(e xml.StartElement) bool {
	switch e.Name.Local {
	case "style":
		r.style = attribute(e, "name")
		r.parents[r.style] = attribute(e, "parent-style-name")
	case "paragraph-properties":
		r.indents[r.style] = wide(attribute(e, "margin-left"))
	case "tracked-changes", "annotation", "annotation-end", "scripts", "forms", "sequence-decls", "master-styles", "table-of-content", "meta":
		return false
	case "text":
		r.body = r.body || strings.HasSuffix(e.Name.Space, "office:1.0")
	case "list-item":
		r.lists++
	case "table-row":
		if r.rows++; r.rows == 1 && r.body {
			r.b.Begin(blocks.TableRow, 0)
		}
	case "p", "h":
		r.paragraph(e)
	case "s", "tab", "line-break":
		r.b.Break()
	case "note":
		r.notes++
		r.number = strconv.Itoa(r.notes)
	case "note-citation":
		if label := attribute(e, "label"); label != "" {
			r.number = label
		}
		r.citation = true
	case "note-body":
		r.b.Mark(r.number)
		r.b.BeginNote(r.number)
	}
	return true
}

// wide reports whether an indent sets a paragraph apart.
func wide(length string) bool {
	for unit, least := range map[string]float64{"cm": 0.6, "in": 0.25, "mm": 6, "pt": 18} {
		if number, ok := strings.CutSuffix(length, unit); ok {
			n, err := strconv.ParseFloat(number, 64)
			return err == nil && n >= least
		}
	}
	return false
}

func (r *odtReader) paragraph(e xml.StartElement) {
	if !r.body {
		return
	}
	r.inText++
	if r.rows > 0 {
		r.b.Break()
		return
	}
	kind, level := blocks.Paragraph, 0
	name := attribute(e, "style-name")
	const deepest = 10
	indented := r.indents[name]
	for range deepest {
		if lower := strings.ToLower(name); strings.Contains(lower, "quot") {
			kind = blocks.Quotation
			break
		}
		if name = r.parents[name]; name == "" {
			break
		}
	}
	switch {
	case e.Name.Local == "h":
		level, _ = strconv.Atoi(attribute(e, "outline-level"))
		kind, level = blocks.Heading, max(level, 1)
	case kind == blocks.Paragraph && r.lists > 0:
		kind = blocks.ListItem
	case kind == blocks.Paragraph && indented:
		kind = blocks.Indented
	}
	r.b.Begin(kind, level)
}

func (r *odtReader) end(n xml.Name) {
	switch n.Local {
	case "list-item":
		r.lists = max(r.lists-1, 0)
	case "table-row":
		r.rows = max(r.rows-1, 0)
	case "table-cell":
		r.b.Break()
	case "p", "h":
		if r.body {
			r.inText = max(r.inText-1, 0)
			r.b.Break()
		}
	case "note-citation":
		r.citation = false
	case "note-body":
		r.b.EndNote()
	}
}

func (r *odtReader) text(s string) {
	switch {
	case r.citation:
		if s = strings.TrimSpace(s); s != "" {
			r.number = s
		}
	case r.body && r.inText > 0:
		r.b.Write(s)
	}
}
