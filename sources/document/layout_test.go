package document

import (
	"strings"
	"testing"
)

// TestParseLayout checks what a PDF's manifest may say of its layout.
func TestParseLayout(t *testing.T) {
	const least = "slug: a\ntitle: b\nfile: c.pdf\n"
	tests := []struct {
		name, text, want string // want is a part of the error; "" for none
	}{
		{"least", least, ""},
		{"numbering by chapter", least + "paragraphs: {numbering: chapter}\n", ""},
		{"numbering by section", least + "paragraphs: {numbering: section}\n", ""},
		{"all of it", least + "layout: {body_size: 12, number_left: 72, page_offset: 4, running: ['CP #'], keep_pages: [2], leave_out_pages: [{from: 1, to: 3, reason: title page}], headings: [{text: x, level: 2, page: 9}], restarts: [{heading: Conclusions, anchor: conclusions}]}\n", ""},
		{"unknown numbering", least + "paragraphs: {numbering: roman}\n", "roman"},
		{"pages without a reason", least + "layout: {leave_out_pages: [{from: 3}]}\n", "need a reason"},
		{"pages backwards", least + "layout: {leave_out_pages: [{from: 3, to: 1, reason: x}]}\n", "from 3 to 1"},
		{"anchor", least + "layout: {restarts: [{heading: x, anchor: A b}]}\n", "A b"},
		{"footnotes", least + "layout: {footnotes: some}\n", "some"},
		{"outline of a PDF", least + "outline: [{heading: x}]\n", "a PDF's are worked out"},
		{"layout of a text", "slug: a\ntitle: b\nfile: c.txt\nlayout: {body_size: 12}\n", "for PDFs only"},
		{"chapters of a text", "slug: a\ntitle: b\nfile: c.txt\nparagraphs: {numbering: chapter}\n", "chapter"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			_, err := ParseManifest("a.yaml", []byte(test.text))
			if test.want == "" && err != nil || test.want != "" && (err == nil || !strings.Contains(err.Error(), test.want)) {
				t.Errorf("ParseManifest(%q) = %v, want an error with %q", test.text, err, test.want)
			}
		})
	}
}
