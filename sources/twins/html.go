package twins

import (
	"fmt"
	"strings"

	"socsearch/sources/document"
)

// HTML writes passages as a page that a government publishes: banners around it,
// numbers as text, notes at its end.
func HTML(title string, passages []document.Passage) []byte {
	w := &page{}
	write(w, passages)
	w.endList()
	return []byte(`<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>` + escape(title) + ` - GOV.UK</title><script>var tracked = 1;</script></head><body>
<div id="global-cookie-message" role="region"><p>We use cookies to make this site simpler.</p></div>
<header role="banner"><a href="/">GOV.UK</a> <a href="/browse">Departments</a></header>
<main id="content"><h1>` + escape(title) + `</h1><p class="gem-c-metadata">Published 1 November 2018</p>
<nav role="navigation" class="gem-c-contents-list"><h2>Contents</h2><ol><li><a href="#a">One</a></li></ol></nav>
<div class="govspeak">` + w.b.String() + `<div class="footnotes" role="doc-endnotes"><ol>` + w.notes.String() + `</ol></div></div>
<a href="#contents" class="back-to-contents">Back to contents</a></main>
<footer role="contentinfo"><p>All content is available under a licence, except where otherwise stated.</p></footer></body></html>`)
}

type page struct {
	b, notes strings.Builder
	items    string // the element of the list that is open
	ids      int
	end      string // of the box that is open
}

func (w *page) endList() {
	if w.items != "" {
		w.b.WriteString("</" + w.items + ">\n")
		w.items = ""
	}
}

func (w *page) heading(level int, text string) {
	w.endList()
	fmt.Fprintf(&w.b, "<h%d>%s</h%d>\n", min(level+1, 6), escape(text), min(level+1, 6))
}

func (w *page) line(s span) {
	s.pieces(func(t string) { w.b.WriteString(escape(t)) }, func(n document.Footnote) {
		w.ids++
		fmt.Fprintf(&w.b, `<sup id="fnref:%d" role="doc-noteref"><a href="#fn:%d" class="footnote">[footnote %s]</a></sup>`, w.ids, w.ids, escape(n.Number))
		fmt.Fprintf(&w.notes, `<li id="fn:%d" role="doc-endnote"><p>%s <a href="#fnref:%d" class="reversefootnote" role="doc-backlink">↩</a></p></li>`, w.ids, escape(n.Text), w.ids)
	})
}

func (w *page) paragraph(number string, lines []span) {
	w.endList()
	w.b.WriteString("<p>")
	if number != "" {
		w.b.WriteString(escape(number) + ". ")
	}
	w.line(lines[0])
	w.b.WriteString("</p>\n")
}

func (w *page) list(label string, line span) {
	switch label {
	case "•":
		if w.items == "" {
			w.items = "ul"
			w.b.WriteString("<ul>\n")
		}
		w.b.WriteString("<li>")
		w.line(line)
		w.b.WriteString("</li>\n")
		return
	case "":
		w.endList()
		w.b.WriteString("<p>")
	default:
		w.endList()
		w.b.WriteString("<p>" + escape(label) + " ")
	}
	w.line(line)
	w.b.WriteString("</p>\n")
}

func (w *page) openBox(title string) {
	w.endList()
	w.b.WriteString(`<div class="call-to-action">`)
	w.end = "</div>\n"
	if title != "" {
		w.b.WriteString("<h3>" + escape(title) + "</h3>\n")
	}
}

func (w *page) closeBox() {
	w.endList()
	w.b.WriteString(w.end)
	w.end = ""
}

// openFigure writes a figure and its caption.
func (w *page) openFigure(caption span) {
	w.endList()
	w.b.WriteString("<figure><figcaption><p>")
	w.line(caption)
	w.b.WriteString("</p></figcaption>\n")
	w.end = "</figure>\n"
}

func (w *page) table(caption span, t *document.Table) {
	w.openFigure(caption)
	w.closeBox()
	w.b.WriteString("<table><thead><tr>")
	for _, c := range t.Columns {
		w.b.WriteString("<th>" + escape(c) + "</th>")
	}
	w.b.WriteString("</tr></thead><tbody>\n")
	for _, row := range t.Rows {
		w.b.WriteString("<tr>")
		for _, c := range row {
			w.b.WriteString("<td>" + escape(c) + "</td>")
		}
		w.b.WriteString("</tr>\n")
	}
	w.b.WriteString("</tbody></table>\n")
}
