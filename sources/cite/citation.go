package cite

import (
	"html"
	"strings"
)

// Citation is a citation as plain text and as HTML with italics.
type Citation struct {
	Text string `json:"text"`
	HTML string `json:"html"`
}

// builder gathers a citation as spans, of which every form is made.
type builder struct{ spans []Span }

// Span is a piece of a citation that is set in one way.
type Span struct {
	Text   string
	Italic bool
}

func (b *builder) plain(parts ...string) {
	for _, s := range parts {
		b.spans = append(b.spans, Span{Text: s})
	}
}

func (b *builder) italic(s string) { b.spans = append(b.spans, Span{s, true}) }

// stop ends a sentence, unless its last character has ended it.
func (b *builder) stop() {
	if !endsSentence(b.text()) {
		b.plain(".")
	}
}

func endsSentence(s string) bool {
	return strings.HasSuffix(s, ".") || strings.HasSuffix(s, "?") || strings.HasSuffix(s, "!")
}

func (b *builder) text() string {
	return b.write(func(s string) string { return s }, "", "")
}

func (b *builder) html() string { return b.write(html.EscapeString, "<i>", "</i>") }

func (b *builder) markdown() string { return b.write(escapeMarkdown, "*", "*") }

func (b *builder) write(escape func(string) string, open, end string) string {
	var w strings.Builder
	for _, s := range b.spans {
		if s.Italic {
			w.WriteString(open + escape(s.Text) + end)
		} else {
			w.WriteString(escape(s.Text))
		}
	}
	return w.String()
}
