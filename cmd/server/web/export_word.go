package web

import (
	"cmp"
	"io"
	"strings"

	"socsearch/sources/cite"
	"socsearch/sources/document"
	"socsearch/sources/wordfile"
)

// writeWord writes passages as a Word file: their words as quotations, each with its
// citation in a footnote, the sources at the end.
func (s *server) writeWord(w io.Writer, e export) error {
	d := &wordfile.Document{Title: e.description, Language: "en-GB", Made: e.accessed}
	d.Blocks = append(d.Blocks, wordfile.Plain(wordfile.Title, e.description))
	for _, line := range e.supersededLines() {
		d.Blocks = append(d.Blocks, wordfile.Plain(wordfile.Text, line))
	}
	for _, it := range e.eachItem() {
		d.Blocks = append(d.Blocks, e.wordItem(it)...)
	}
	d.Blocks = append(d.Blocks, e.wordEnd()...)
	return wordfile.Write(w, d)
}

// wordItem writes the reader's heading and note, the label, the words, and the
// document's own footnotes below them.
func (e export) wordItem(it item) []wordfile.Block {
	var out []wordfile.Block
	if heading := e.briefing.headings[it.id]; heading != "" {
		out = append(out, wordfile.Plain(wordfile.Heading1, heading))
	}
	first, last := it.passages[0], it.passages[len(it.passages)-1]
	label := []wordfile.Span{{Text: rangeLabel(it.passages), Link: e.absolute(pathOf(it.passages))}}
	if pages := pagesLabel(first.Page, last.PageEnd); pages != "" {
		label = append(label, wordfile.Span{Text: ", " + pages})
	}
	out = append(out, wordfile.Block{Style: wordfile.Heading2, Spans: label})
	if note := e.briefing.notes[it.id]; note != "" {
		out = append(out, wordfile.Plain(wordfile.Text, note))
	}
	for _, p := range it.passages {
		out = append(out, wordWords(p)...)
	}
	cited := wordSpans(cite.Spans(e.citationStyle().ForPlaces(), itemWork(e.index, it), e.accessed))
	end := len(out) - 1
	if out[end].Rows != nil { // a table has no place for a mark
		out = append(out, wordfile.Block{Style: wordfile.Small})
		end++
	}
	out[end].Spans = append(out[end].Spans, wordfile.Span{Note: cited})
	for _, p := range it.passages {
		for _, n := range p.Footnotes {
			out = append(out, wordfile.Block{Style: wordfile.Small, Spans: []wordfile.Span{{Text: n.Number, Raised: true}, {Text: " " + n.Text}}})
		}
		if p.Remark != "" {
			out = append(out, wordfile.Plain(wordfile.Small, p.Remark))
		}
	}
	return out
}

// wordWords writes a passage's lines: items of lists as such, with the marks of the
// document's own footnotes where they stood.
func wordWords(p *document.Passage) []wordfile.Block {
	var out []wordfile.Block
	lines, at := strings.Split(p.Text, "\n"), 0
	for i, line := range lines {
		if p.Table != nil && i == 1 { // after the caption
			out = append(out, wordfile.Block{Rows: append([][]string{p.Table.Columns}, p.Table.Rows...)})
		}
		runes := []rune(line)
		if p.Table == nil || i == 0 || i > p.TableLines() {
			block := wordfile.Block{Style: wordfile.Quote, Spans: wordLine(runes, at, p.Footnotes)}
			if strings.HasPrefix(line, "• ") {
				block.Style = wordfile.Item
				block.Spans[0].Text = strings.TrimPrefix(block.Spans[0].Text, "• ")
			}
			out = append(out, block)
		}
		at += len(runes) + 1
	}
	return out
}

// wordLine cuts a line that begins at a place of the text at the marks of footnotes.
func wordLine(line []rune, at int, notes []document.Footnote) []wordfile.Span {
	var spans []wordfile.Span
	from := 0
	for _, n := range notes {
		place := n.At - at
		if place < from || place > len(line) || place == 0 && at > 0 {
			continue
		}
		spans = append(spans, wordfile.Span{Text: string(line[from:place])}, wordfile.Span{Text: n.Number, Raised: true})
		from = place
	}
	return append(spans, wordfile.Span{Text: string(line[from:])})
}

// wordEnd lists the sources, whose words these are, and where all this can be had again.
func (e export) wordEnd() []wordfile.Block {
	out := []wordfile.Block{wordfile.Plain(wordfile.Heading1, "Sources")}
	for _, work := range e.works() {
		source := cite.Work{Manifest: work.Manifest}
		out = append(out, wordfile.Block{Style: wordfile.Source, Spans: wordSpans(cite.Spans(e.citationStyle().ForSources(), source, e.accessed))})
	}
	for _, line := range closing(e.index, e.passages) {
		out = append(out, wordfile.Plain(wordfile.Small, line))
	}
	if e.from != "" {
		out = append(out, wordfile.Block{Style: wordfile.Small, Spans: []wordfile.Span{{Text: "Collected at "}, {Text: e.from, Link: e.from}}})
	}
	return out
}

func wordSpans(cited []cite.Span) []wordfile.Span {
	var spans []wordfile.Span
	for _, s := range cited {
		spans = append(spans, wordfile.Span{Text: s.Text, Italic: s.Italic})
	}
	return spans
}

// citationStyle is the style that was asked for, or OSCOLA.
func (e export) citationStyle() cite.Style { return cmp.Or(e.style, cite.StyleOSCOLA) }
