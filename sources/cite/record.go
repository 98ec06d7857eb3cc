package cite

import (
	"strings"

	"socsearch/sources/document"
)

// key names a work in a bibliography: author, year and slug, so that it stays
// the same whatever is cited of it: "hm-government-2018-strategy".
func (w Work) key() string {
	var parts []string
	for _, s := range []string{document.Slug(w.Manifest.Author), w.year(), w.Manifest.Slug} {
		if s != "" {
			parts = append(parts, s)
		}
	}
	return strings.Join(parts, "-")
}

// note is the pinpoint as a record's note has it: with pages, in full.
func (w Work) note() string { return plainWords.pinpoint(w.Pins) }

// institution is who published a report, by the author's name for want of
// another: styles print nothing else there.
func (w Work) institution() string {
	if w.Manifest.Publisher != "" {
		return w.Manifest.Publisher
	}
	return w.Manifest.Author
}
