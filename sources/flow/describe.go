package flow

import (
	"path"
	"regexp"
	"strings"
	"unicode"

	"socsearch/sources/blocks"
	"socsearch/sources/document"
)

// The bounds of what a file says of itself, in letters.
const (
	longestTitle  = 500 // the longest acts have fewer
	longestSeries = 80
)

// Describe returns the least manifest of a file, with what the file says of itself
// as far as that can be so: see [doubtFacts].
func Describe(file string, source *blocks.Document) *document.Manifest {
	m := document.LeastManifest(file)
	p := source.Properties
	m.Series = cleanName(p.Series, longestSeries)
	if document.IsDate(p.Published) {
		m.Published = p.Published
	}
	if document.IsWebAddress(p.LandingPage) {
		m.LandingPage = p.LandingPage
	}
	m.Title = cleanName(titleOf(source), longestTitle)
	if m.Title == "" {
		m.Title = m.Slug
	}
	switch strings.ToLower(path.Ext(file)) {
	case ".html", ".htm", ".xhtml":
		m.Medium = document.MediumWeb
	}
	return m
}

// doubtFacts tells what a file says of itself that can't be so, and isn't taken.
func (d *doc) doubtFacts() {
	p := d.source.Properties
	short := func(s string) string { return cleanName(s, longestSeries) }
	if p.Published != "" && !document.IsDate(p.Published) {
		d.doubt("the file gives %q as its date, which no calendar has: no date is taken", short(p.Published))
	}
	if p.LandingPage != "" && !document.IsWebAddress(p.LandingPage) {
		d.doubt("the file gives %q as its address, which is none of the web (https:// or http://): none is taken", short(p.LandingPage))
	}
	if n := len([]rune(p.Title)); n > longestTitle {
		d.doubt("the file gives a title of %d characters: it is cut to %d", n, longestTitle)
	}
	for _, s := range []string{p.Title, p.Series, p.Author} {
		if strings.ContainsFunc(s, hidden) {
			d.doubt("what the file says of itself holds control characters, or those that turn the direction of a text: they are left out")
		}
	}
}

// partHeading is how the heading of a part of a document begins, which is no title of
// the whole.
var partHeading = regexp.MustCompile(`^(?i:part|chapter|title|section|article|schedule|annex|appendix|box|figure|table)\s+(?:\d|[ivxlc]+\b|[A-Z]\b)|^\d+\.`)

// templateTitle are titles of the template that a file was made from, or of a file.
var templateTitle = regexp.MustCompile(`(?i)\btemplate\b|^microsoft word - |\.(?:docx?|odt|html?|xml|rtf|pdf)$|^(?:document|untitled)\b`)

// isTitle reports whether what a file's properties call its title may be that: several
// words, and no template's.
func isTitle(s string) bool {
	return len(strings.Fields(s)) > 1 && !templateTitle.MatchString(s)
}

// titleOf returns the title that a file prints, or else the one that its properties
// give it.
func titleOf(source *blocks.Document) string {
	words := func(b *blocks.Block) string { return source.Text[b.Start:b.End] }
	var first *blocks.Block
	highest := 0
	for i := range source.Blocks {
		b := &source.Blocks[i]
		switch {
		case b.Title:
			return words(b)
		case b.Kind != blocks.Heading || b.Box > 0:
		case first == nil || b.Level < first.Level:
			first, highest = b, 1
		case b.Level == first.Level:
			highest++
		}
	}
	if t := source.Properties.Title; t != "" && (isTitle(t) || first != nil && sameWords(t, words(first))) {
		return t
	}
	if highest == 1 && first.Of == "" && first.Label == "" && !partHeading.MatchString(words(first)) {
		return words(first)
	}
	return ""
}

func hidden(r rune) bool {
	return !unicode.IsSpace(r) && (unicode.IsControl(r) || unicode.Is(unicode.Cf, r) && r != '\u00ad')
}

// cleanName makes a name that can be shown: without control characters, which could
// hide or turn what stands beside them, and no longer than most letters.
func cleanName(s string, most int) string {
	s = strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) {
			return ' '
		}
		if unicode.IsControl(r) || unicode.Is(unicode.Cf, r) {
			return -1
		}
		return r
	}, strings.ToValidUTF8(s, ""))
	s = strings.Join(strings.Fields(s), " ")
	if runes := []rune(s); len(runes) > most {
		s = string(runes[:most-1]) + "…"
	}
	return s
}
