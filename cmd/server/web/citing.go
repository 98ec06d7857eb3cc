package web

import (
	"html/template"

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
func (x *snapshot) newCiteView(passages []*document.Passage, link string) citeView {
	w := cite.Work{Manifest: &x.Document(passages[0].Document).Manifest, Pins: cite.Passages(passages...)}
	v := citeView{Link: link, Markdown: cite.Markdown(w, cite.QuoteOptions{Footnotes: true, Link: link, Accessed: today()})}
	if line := w.Manifest.SupersededLine(); line != "" {
		v.Markdown += "\n" + line + "\n"
	}
	for _, style := range cite.Styles {
		o := cite.QuoteOptions{Style: style, Accessed: today()}
		c := cite.Cite(style, w, today())
		s := styleView{Slug: string(style), Label: style.Label(), Text: c.Text, HTML: template.HTML(c.HTML)}
		s.Quote, s.Block = newCopy(cite.Quote(w, o)), newCopy(cite.BlockQuote(w, o))
		v.Styles = append(v.Styles, s)
	}
	return v
}

// newCopy takes a citation's two forms over; package cite has escaped the HTML.
func newCopy(c cite.Citation) copyView { return copyView{c.Text, template.HTML(c.HTML)} }
