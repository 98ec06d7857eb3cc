package cite

import (
	"cmp"
	"slices"

	"socsearch/sources/document"
)

// Work is a document with the places in it that are cited. Without pins the
// document as a whole is cited.
type Work struct {
	Manifest *document.Manifest
	Pins     []Pin // in reading order
}

// Pin is one cited place: a passage, or one of its footnotes.
type Pin struct {
	Passage  *document.Passage
	Footnote string // number of the footnote that is meant; "" for the passage itself
}

// Passages pins passages themselves.
func Passages(passages ...*document.Passage) []Pin {
	pins := make([]Pin, len(passages))
	for i, p := range passages {
		pins[i] = Pin{Passage: p}
	}
	return pins
}

// Works gathers pins by document, in the order of the documents; pins keep
// theirs. A document without pins gives no work, and neither does a pin whose
// document isn't there.
func Works(manifests []*document.Manifest, pins []Pin) []Work {
	var works []Work
	for _, m := range manifests {
		w := Work{Manifest: m}
		for _, p := range pins {
			if p.Passage.Document == m.Slug {
				w.Pins = append(w.Pins, p)
			}
		}
		if len(w.Pins) > 0 {
			works = append(works, w)
		}
	}
	slices.SortStableFunc(works, func(a, b Work) int { return document.InOrder(a.Manifest, b.Manifest) })
	return works
}

// sentenceTitle is the title as Harvard and APA want it, as far as it is known.
func (w Work) sentenceTitle() string { return cmp.Or(w.Manifest.TitleSentence, w.Manifest.Title) }

// otherPublisher is the publisher where it isn't the author too.
func (w Work) otherPublisher() string {
	if w.Manifest.Publisher == w.Manifest.Author {
		return ""
	}
	return w.Manifest.Publisher
}

func (w Work) onWeb() bool { return w.Manifest.Medium == document.MediumWeb }
