package web

import (
	"fmt"
	"html/template"
	"strings"
	"unicode/utf8"

	"socsearch/index"
	"socsearch/sources/document"
)

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
func newPassageText(p *document.Passage, marks *index.Marks) passageText {
	v := passageText{Passage: p}
	at := 0 // code points
	for _, line := range strings.Split(p.Text, "\n") {
		length := utf8.RuneCountInString(line)
		item, isItem := strings.CutPrefix(line, "• ")
		html := lineHTML(item, at+length-utf8.RuneCountInString(item), p.Footnotes, marks)
		if n := len(v.Blocks); isItem && n > 0 && v.Blocks[n-1].Items != nil {
			v.Blocks[n-1].Items = append(v.Blocks[n-1].Items, html)
		} else if isItem {
			v.Blocks = append(v.Blocks, block{Items: []template.HTML{html}})
		} else {
			v.Blocks = append(v.Blocks, block{Text: html})
		}
		at += length + 1
	}
	for _, n := range p.Footnotes {
		v.Footnotes = append(v.Footnotes, footnoteView{n.Number, linkAddresses(marks.HTML(n.Text))})
	}
	return v
}

// lineHTML writes a line that begins at a place of the text, with the marks of
// the footnotes that stand in it.
func lineHTML(line string, at int, notes []document.Footnote, marks *index.Marks) template.HTML {
	length := utf8.RuneCountInString(line)
	var b strings.Builder
	from := 0 // code points of the line that are written
	runes := []rune(line)
	cuts := map[int]string{}
	var places []int
	for _, n := range notes {
		place := n.At - at
		if place < 0 || place > length || (place == 0 && at > 0) {
			continue
		}
		if cuts[place] == "" {
			places = append(places, place)
		}
		cuts[place] += fmt.Sprintf(`<sup class="mark"><a href="#fn-%s" id="ref-%[1]s" aria-label="Footnote %[1]s">%[1]s</a></sup>`, template.HTMLEscapeString(n.Number))
	}
	for _, place := range places {
		b.WriteString(marks.HTML(string(runes[from:place])))
		b.WriteString(cuts[place])
		from = place
	}
	b.WriteString(marks.HTML(string(runes[from:])))
	return template.HTML(b.String()) // every part is escaped
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
