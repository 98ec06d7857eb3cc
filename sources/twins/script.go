package twins

import (
	"slices"
	"strings"

	"socsearch/sources/document"
)

// writer writes the parts of a document of some kind.
type writer interface {
	heading(level int, text string)
	paragraph(number string, lines []span)
	list(label string, line span) // "•", "a)", or ""
	openBox(title string)
	closeBox()
	table(caption span, t *document.Table)
	openFigure(caption span) // ended by closeBox
}

// span is a line of a passage with the notes whose marks stand in it.
type span struct {
	text  string
	notes []document.Footnote // At counts in text
}

// write writes passages in reading order.
func write(w writer, passages []document.Passage) {
	var open []string
	box, inBox := "", false
	for i := range passages {
		p := &passages[i]
		if inBox && (p.Kind != document.KindBox || p.Title != box) {
			w.closeBox()
			inBox = false
		}
		common := 0
		for common < len(open) && common < len(p.Section) && open[common] == p.Section[common] {
			common++
		}
		for level := common; level < len(p.Section); level++ {
			w.heading(level+1, p.Section[level])
		}
		open = p.Section
		if p.Kind == document.KindBox && !inBox {
			box, inBox = p.Title, true
			w.openBox(p.Title)
		}
		writePassage(w, p)
	}
	if inBox {
		w.closeBox()
	}
}

func writePassage(w writer, p *document.Passage) {
	lines := cut(p)
	if p.Kind == document.KindFigure && p.Table != nil {
		w.table(lines[0], p.Table)
		for _, l := range lines[min(len(p.Table.Rows)+2, len(lines)):] {
			w.list("", l)
		}
		return
	}
	if p.Kind == document.KindFigure {
		w.openFigure(lines[0])
		for _, l := range lines[1:] {
			w.list("", l)
		}
		w.closeBox()
		return
	}
	w.paragraph(p.Number, lines[:1])
	for _, l := range lines[1:] {
		label := ""
		if at := strings.IndexByte(l.text, ' '); at > 0 && isLabel(l.text[:at]) {
			label = l.text[:at]
			l = l.from(at + 1)
		}
		w.list(label, l)
	}
}

// isLabel reports whether a word is what stands before a list's item.
func isLabel(s string) bool {
	return s == "•" || len(s) > 1 && len(s) < 5 && strings.HasSuffix(s, ")")
}

// from returns the line without its first bytes.
func (s span) from(at int) span {
	r := span{text: s.text[at:]}
	for _, n := range s.notes {
		n.At -= len([]rune(s.text[:at]))
		r.notes = append(r.notes, n)
	}
	return r
}

// cut cuts a passage into its lines.
func cut(p *document.Passage) []span {
	var lines []span
	at := 0
	notes := slices.Clone(p.Footnotes)
	slices.SortStableFunc(notes, func(a, b document.Footnote) int { return a.At - b.At })
	for _, text := range strings.Split(p.Text, "\n") {
		length := len([]rune(text))
		s := span{text: text}
		for len(notes) > 0 && notes[0].At <= at+length {
			n := notes[0]
			n.At = max(n.At-at, 0)
			s.notes = append(s.notes, n)
			notes = notes[1:]
		}
		lines = append(lines, s)
		at += length + 1
	}
	return lines
}

// pieces calls text and note for what stands in a line, in order.
func (s span) pieces(text func(string), note func(document.Footnote)) {
	runes := []rune(s.text)
	at := 0
	for _, n := range s.notes {
		to := min(max(n.At, at), len(runes))
		text(string(runes[at:to]))
		note(n)
		at = to
	}
	text(string(runes[at:]))
}

func escape(s string) string {
	return strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", `"`, "&quot;").Replace(s)
}
