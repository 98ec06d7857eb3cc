package cite

import (
	"slices"
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

// remarks are what a reader must know of the passages that are cited, each once, and
// of the work: that another has taken its place.
func (w Work) remarks() []string {
	var remarks []string
	for _, pin := range w.Pins {
		if r := pin.Passage.Remark; r != "" && !slices.Contains(remarks, r) {
			remarks = append(remarks, r)
		}
	}
	if line := w.Manifest.SupersededLine(); line != "" {
		remarks = append(remarks, line)
	}
	return remarks
}

// remarked is the pinpoint with the remarks, where a record has one note alone.
func (w Work) remarked() string {
	parts := w.remarks()
	if note := w.note(); note != "" {
		parts = slices.Insert(parts, 0, note)
	}
	for i := range parts[:max(0, len(parts)-1)] {
		parts[i] = strings.TrimSuffix(parts[i], ".")
	}
	return strings.Join(parts, ". ")
}

// institution is who published a report, by the author's name for want of
// another: styles print nothing else there.
func (w Work) institution() string {
	if w.Manifest.Publisher != "" {
		return w.Manifest.Publisher
	}
	return w.Manifest.Author
}
