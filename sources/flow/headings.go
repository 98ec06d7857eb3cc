package flow

import (
	"strings"

	"socsearch/sources/blocks"
)

// findHeadings makes headings of what the file doesn't call one: the number and name
// of a chapter over its first paragraph, and short lines in bold.
func (d *doc) findHeadings() {
	deepest := 0
	for _, i := range d.items {
		if i.isHeading() {
			deepest = max(deepest, i.Level)
		}
	}
	chapters := d.chapterLevel(deepest + 1)
	for at, i := range d.items {
		if !d.mayHead(at) {
			continue
		}
		next := d.items[at+1]
		switch {
		case d.opensChapter(i, d.firstBelow(at)):
			i.Kind, i.Level = blocks.Heading, chapters
		case i.Strong && i.Label == "" && i.Depth == 0 && !next.Strong && (next.run != nil || len(d.runs) == 0 && next.isText()):
			i.Kind, i.Level = blocks.Heading, deepest+1
		}
	}
}

// mayHead reports whether an item may be a heading that the file doesn't call one.
func (d *doc) mayHead(at int) bool {
	i := d.items[at]
	return at+1 < len(d.items) && i.run == nil && i.Box == 0 && i.isText() && i.Of == "" && !i.Caption && !captionHeading.MatchString(i.text) && isName(i)
}

// chapterLevel is the level of the names of chapters: above those headings of the file
// that stand between one and the first paragraph of its chapter; else as given.
func (d *doc) chapterLevel(level int) int {
	for at, i := range d.items {
		if d.mayHead(at) && d.items[at+1].isHeading() && d.opensChapter(i, d.firstBelow(at)) {
			level = min(level, max(d.items[at+1].Level-1, 1))
		}
	}
	return level
}

// firstBelow returns the first item below another that is no heading; the last of all
// where there is none.
func (d *doc) firstBelow(at int) *item {
	for _, i := range d.items[at+1:] {
		if !i.isHeading() {
			return i
		}
	}
	return d.items[len(d.items)-1]
}

// isName reports whether a text is as short as a heading and no sentence.
func isName(i *item) bool {
	text := strings.TrimSuffix(i.text, ".")
	return len(strings.Fields(text)) <= shortWords && !endsSentence(text) && !strings.HasSuffix(text, ":") && !strings.HasSuffix(text, ";") && !strings.HasSuffix(text, ",")
}

// opensChapter reports whether an item stands over the first paragraph of the chapter
// that it numbers: "2. Background" over 2.1.
func (d *doc) opensChapter(i, next *item) bool {
	if next.run == nil || next.number.Parts() < 2 || next.number.Int() != 1 {
		return false
	}
	if i.candidate {
		n := i.number
		return n.Parts() < next.number.Parts() && n.Int() == next.number.Part(n.Parts()-1)
	}
	// "Section 2." and 2.1 are counted by one list, the former at a higher level.
	root := func(o *item) string { head, _, _ := strings.Cut(o.Count, "/"); return head }
	return i.Label != "" && i.Count != "" && root(i) == root(next) && i.Depth < next.Depth
}
