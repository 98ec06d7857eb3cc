package layout

import (
	"socsearch/sources/document"
	"socsearch/sources/pdf"
)

// Describe returns the least manifest of a PDF, with what its first pages say of it:
// the title, whether or not it is sure, and the rest only if it is. file is the PDF's
// name.
func Describe(file string, d *pdf.Document) *document.Manifest {
	m := document.LeastManifest(file)
	front := infer(m, d, nil).frontMatter(d)
	if m.Title = front.Title.Value; m.Title == "" {
		m.Title = m.Slug
	}
	for to, f := range map[*string]Fact{&m.Author: front.Author, &m.Series: front.Series, &m.ISBN: front.ISBN, &m.Published: front.Published, &m.Publisher: front.Publisher, &m.Licence.Name: front.Licence} {
		if f.Sure {
			*to = f.Value
		}
	}
	return m
}
