package web

import (
	"html/template"
	"slices"
	"strings"
	"unicode/utf8"

	"socsearch/index/snippet"
	"socsearch/sources/document"
)

// passageText is a passage as it is read.
type passageText struct {
	*document.Passage
	Blocks    []block
	Footnotes []footnoteView
	Below     []block  // what stands below the table, of a figure that is one
	Untitled  bool     // the passage before it has the same title
	Under     []string // headings that stand over it and not over those before it in a range
}

// block is a piece of a passage's text: a paragraph or a list.
type block struct {
	Text  template.HTML
	Items []template.HTML // of a list
}

type footnoteView struct {
	Number string
	Text   template.HTML
}

// newPassageText lays a passage out: its lines as paragraphs and lists, with
// footnote marks where they stood and the words of the search marked.
func newPassageText(p *document.Passage, marks *snippet.Highlighter) passageText {
	v := layText(p, lineWriter{marks: marks, notes: p.Footnotes})
	for _, n := range p.Footnotes {
		v.Footnotes = append(v.Footnotes, footnoteView{n.Number, linkAddresses(marks.HTML(n.Text))})
	}
	return v
}

// newContextText lays a neighbouring passage out: its footnotes are left where
// they are, on its own page, and the marks lead there.
func newContextText(p *document.Passage, marks *snippet.Highlighter) passageText {
	return layText(p, lineWriter{marks: marks, notes: p.Footnotes, notesAt: p.URL})
}

func layText(p *document.Passage, w lineWriter) passageText {
	v := passageText{Passage: p}
	at := 0 // code points
	for _, line := range strings.Split(p.Text, "\n") {
		length := utf8.RuneCountInString(line)
		item, isItem := strings.CutPrefix(line, "• ")
		html := w.line(item, at+length-utf8.RuneCountInString(item))
		if n := len(v.Blocks); isItem && n > 0 && v.Blocks[n-1].Items != nil {
			v.Blocks[n-1].Items = append(v.Blocks[n-1].Items, html)
		} else if isItem {
			v.Blocks = append(v.Blocks, block{Items: []template.HTML{html}})
		} else {
			v.Blocks = append(v.Blocks, block{Text: html})
		}
		at += length + 1
	}
	if p.Table != nil {
		v.Below = v.Blocks[min(1+p.TableLines(), len(v.Blocks)):]
	}
	return v
}

// layRun lays passages out that follow each other: a title stands once over the
// passages that share it.
func layRun(passages []*document.Passage, marks *snippet.Highlighter) []passageText {
	var list []passageText
	for i, p := range passages {
		v := newPassageText(p, marks)
		v.Untitled = i > 0 && passages[i-1].Title == p.Title && passages[i-1].Kind == p.Kind
		list = append(list, v)
	}
	return list
}

// marked reports whether words of the search stand in a passage or its notes.
func (v passageText) marked() bool {
	has := func(html template.HTML) bool { return strings.Contains(string(html), "<mark>") }
	return slices.ContainsFunc(v.Blocks, func(b block) bool { return has(b.Text) || slices.ContainsFunc(b.Items, has) }) ||
		slices.ContainsFunc(v.Footnotes, func(n footnoteView) bool { return has(n.Text) })
}

// lineWriter writes the lines of a passage.
type lineWriter struct {
	marks   *snippet.Highlighter
	notes   []document.Footnote
	notesAt string // the page that the footnotes stand on; "" for this one
}

// line writes a line that begins at a place of the text, with the marks of the
// footnotes that stand in it.
func (w lineWriter) line(line string, at int) template.HTML {
	runes := []rune(line)
	var b strings.Builder
	from := 0 // code points of the line that are written
	for _, n := range w.notes {
		place := n.At - at
		if place < 0 || place > len(runes) || (place == 0 && at > 0) {
			continue
		}
		b.WriteString(w.marks.HTML(string(runes[from:place])))
		b.WriteString(w.noteMark(n.Number))
		from = place
	}
	b.WriteString(w.marks.HTML(string(runes[from:])))
	return template.HTML(b.String()) // every part is escaped
}

// noteMark writes the mark of a footnote, a link to it.
func (w lineWriter) noteMark(number string) string {
	n := template.HTMLEscapeString(number)
	id := ""
	if w.notesAt == "" {
		id = ` id="ref-` + n + `"`
	}
	return `<sup class="mark"><a href="` + w.notesAt + `#fn-` + n + `"` + id + ` aria-label="Footnote ` + n + `">` + n + `</a></sup>`
}

// linkAddresses makes links of the web addresses in escaped text.
func linkAddresses(escaped string) template.HTML {
	words := strings.SplitAfter(escaped, " ")
	for i, w := range words {
		bare := strings.TrimRight(w, " .,;)")
		if (strings.HasPrefix(bare, "http://") || strings.HasPrefix(bare, "https://")) && !strings.Contains(bare, "<") {
			words[i] = `<a href="` + bare + `" rel="external">` + bare + `</a>` + w[len(bare):]
		}
	}
	return template.HTML(strings.Join(words, ""))
}
