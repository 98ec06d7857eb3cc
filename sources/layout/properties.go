package layout

import (
	"regexp"
	"strings"

	"socsearch/sources/pdf/glyph"
)

const (
	fromProperties = "the file's properties, and its first pages have the words"
	fromMetadata   = "the file's metadata (XMP), and its first pages have the words"
	metadataAlone  = "the file's metadata (XMP)"
)

// fromProperties takes the title and the author from what the file says where the
// first pages have their words: many are a draft's name and a clerk's.
func (f *FrontMatter) fromProperties(title, author, from, text string) {
	title = strings.Join(strings.Fields(title), " ")
	if f.Title.Value == "" && words(title) >= 2 && !madeTitle.MatchString(title) && hasWords(text, title) {
		f.Title = Fact{title, from, true}
	}
	author = strings.Join(strings.Fields(author), " ")
	if f.Author.Value == "" && words(author) >= 2 && hasWords(text, author) && strings.Contains(strings.ToLower(text), strings.ToLower(author)) && !strings.Contains(author, ", ") && !isPerson(text, author) {
		f.Author = Fact{author, from, true}
	}
}

var metadataDate = regexp.MustCompile(`^(?:19|20)\d\d(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?`)

// fromMetadata takes what nothing else told from the file's metadata. A publisher is sure
// where the first pages have its words; the date isn't, and rights are those of a licence
// that they name.
func (f *FrontMatter) fromMetadata(m glyph.Metadata, text string) {
	if publisher := strings.TrimSpace(m.Publisher); f.Publisher.Value == "" && publisher != "" {
		f.Publisher = Fact{publisher, metadataAlone, false}
		if hasWords(text, publisher) {
			f.Publisher = Fact{publisher, fromMetadata, true}
		}
	}
	if date := metadataDate.FindString(m.Date); f.Published.Value == "" && date != "" {
		f.Published = Fact{date, metadataAlone, false}
	}
	if name := licenceOf(m.Rights); f.Licence.Value == "" && name != "" {
		f.Licence = Fact{name, metadataAlone, true}
	}
}

// isPerson reports whether a name is that of who typed or drafted the paper.
func isPerson(text, name string) bool {
	return regexp.MustCompile(`(?i)(?:draftsman|editor|prepared by|drafted by)[^.]{0,20}` + regexp.QuoteMeta(name)).MatchString(text)
}

// hasWords reports whether a text has every word of another.
func hasWords(text, of string) bool {
	have := map[string]bool{}
	cut := func(s string) []string {
		return strings.FieldsFunc(strings.ToLower(s), func(c rune) bool { return !isWordRune(c) })
	}
	for _, w := range cut(text) {
		have[w] = true
	}
	missing, all := 0, cut(of)
	for _, w := range all {
		if !have[w] {
			missing++
		}
	}
	return len(all) > 0 && missing == 0
}
