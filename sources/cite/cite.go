package cite

import (
	"html"
	"strings"

	"socsearch/sources/document"
)

// Citation is a citation as plain text and as HTML with italics.
type Citation struct {
	Text string `json:"text"`
	HTML string `json:"html"`
}

// OSCOLA cites a passage as a footnote does by the Oxford University Standard
// for the Citation of Legal Authorities: a command paper by its series number
// and year, with the pinpoint after it and a full stop at the end.
func OSCOLA(m *document.Manifest, p *document.Passage) Citation {
	var c builder
	c.plain(m.Author + ", ")
	if m.Series == "" {
		c.plain("‘" + m.Title + "’ (" + year(m) + ")")
	} else {
		c.italic(m.Title)
		c.plain(" (" + m.Series + ", " + year(m) + ")")
	}
	c.plain(" " + pinpoint(p) + ".")
	return c.done()
}

// pinpoint names the place of a passage in its document.
func pinpoint(p *document.Passage) string {
	switch p.Kind {
	case document.KindRole, document.KindAnnex, document.KindParagraph:
		return strings.TrimPrefix(p.Label, "Roles and responsibilities, ")
	}
	return p.Label
}

func year(m *document.Manifest) string {
	y, _, _ := strings.Cut(m.Published, "-")
	return y
}

// builder writes a citation in both forms.
type builder struct{ text, html strings.Builder }

func (b *builder) plain(s string) {
	b.text.WriteString(s)
	b.html.WriteString(html.EscapeString(s))
}

func (b *builder) italic(s string) {
	b.text.WriteString(s)
	b.html.WriteString("<i>" + html.EscapeString(s) + "</i>")
}

func (b *builder) done() Citation { return Citation{b.text.String(), b.html.String()} }
