package web

import (
	"html/template"
	"strings"

	"socsearch/index"
	"socsearch/sources/cite"
	"socsearch/sources/document"
)

// citeView is the panel that gives citations and quotations to copy.
type citeView struct {
	Styles   []styleView
	Markdown string
	Link     string
}

// styleView is a citation in a style, with the quotations that end in it.
type styleView struct {
	Slug, Label  string
	Text         string
	HTML         template.HTML
	Quote, Block copyView
}

// copyView is what a button puts on the clipboard, plain and rich.
type copyView struct {
	Text string
	HTML template.HTML
}

// newCiteView cites passages in every style.
func newCiteView(x *index.Index, passages []*document.Passage, link string) citeView {
	d := x.Document(passages[0].Document)
	c := cite.OSCOLA(&d.Manifest, passages[0])
	var texts []string
	for _, p := range passages {
		texts = append(texts, p.Text)
	}
	text := strings.Join(texts, "\n\n")
	escaped := strings.ReplaceAll(template.HTMLEscapeString(text), "\n", "<br>")
	v := citeView{Link: link, Markdown: "> " + strings.ReplaceAll(text, "\n", "\n> ") + "\n\n" + c.Text + " <" + link + ">\n"}
	v.Styles = []styleView{{
		Slug: "oscola", Label: "OSCOLA footnote", Text: c.Text, HTML: template.HTML(c.HTML),
		Quote: copyView{"‘" + text + "’ " + c.Text, template.HTML("‘" + escaped + "’ " + c.HTML)},
		Block: copyView{text + "\n\n" + c.Text, template.HTML("<blockquote>" + escaped + "</blockquote><p>" + c.HTML + "</p>")},
	}}
	return v
}
