package cite

import (
	"html"
	"strings"
	"time"
)

// QuoteOptions say how a quotation is written. The zero value gives OSCOLA,
// without footnotes.
type QuoteOptions struct {
	Style     Style
	Footnotes bool      // marks in the text and the notes after it
	Link      string    // absolute address of what is quoted, for [Markdown]; may be ""
	Accessed  time.Time // as in [Cite]
}

// omission stands between quoted passages that don't follow each other. The
// brackets tell that the dots are the quoter's.
const omission = "[…]"

// Quote writes a quotation in running text with its citation. Its marks are the
// style's, and quotation marks inside are of the other sort (OSCOLA 1.5 and Cite
// Them Right: single outside; APA 8.31 and Chicago, chapter 13: double outside); each
// further passage has its own opening mark. Nothing else in the words is changed.
//
// A citation in brackets comes before the full stop of the sentence quoted (APA
// 8.26); one that is a note comes after it.
func Quote(w Work, o QuoteOptions) Citation {
	open, end, inside := marks(o.style())
	quoted := quotations(w)
	stop := ""
	if o.inBrackets() && len(quoted) > 0 {
		last := &quoted[len(quoted)-1]
		last.text, stop = strings.TrimSuffix(last.text, "."), "."
	}
	b := new(twofold)
	for i, q := range quoted {
		if i > 0 {
			b.breakParagraph(q.gap)
		}
		q.text = inside(q.text)
		m := q.marked(o.Footnotes)
		b.both(open)
		b.add(m.text(), m.html())
	}
	b.both(end + " ")
	c := o.citation(w)
	c.plain(stop)
	b.add(c.text(), c.html())
	b.notes(quoted, o)
	return b.done()
}

// BlockQuote writes a quotation that is set off from the text, as OSCOLA (1.5)
// wants from three lines on and APA (8.27) from 40 words: without quotation marks,
// every character as printed, the citation on a line of its own.
func BlockQuote(w Work, o QuoteOptions) Citation {
	b := new(twofold)
	b.add("", "<blockquote>")
	quoted := quotations(w)
	for i, q := range quoted {
		if i > 0 {
			b.add("\n\n", "")
		}
		if q.gap {
			b.add(omission+"\n\n", "<p>"+omission+"</p>")
		}
		m := q.marked(o.Footnotes)
		b.add(m.text(), m.paragraphs())
	}
	c := o.citation(w)
	b.add("\n\n"+c.text(), "</blockquote><p>"+c.html()+"</p>")
	b.notes(quoted, o)
	return b.done()
}

func (o QuoteOptions) style() Style {
	if !o.Style.Valid() {
		return StyleOSCOLA
	}
	return o.Style
}

// inBrackets tells whether the style cites in the text, in brackets.
func (o QuoteOptions) inBrackets() bool {
	switch o.style() {
	case StyleHarvard, StyleHarvardInText, StyleAPA, StyleAPAInText, StylePlain:
		return true
	}
	return false
}

// citation is the citation that stands by a quotation: it always has the
// pinpoint, so a style of lists gives way to its fellow in the text.
func (o QuoteOptions) citation(w Work) *builder {
	style := o.style().ForPlaces()
	b := build(style, w, o.Accessed)
	switch omitted := omitted(w); {
	case style == StylePlain:
		b.spans = append([]Span{{Text: "("}}, append(b.spans, Span{Text: ")"})...)
	case style == StyleOSCOLA && omitted != "" && !o.Footnotes:
		b.spans = b.spans[:len(b.spans)-1] // the full stop
		b.plain(omitted, ".")
	}
	return b
}

// omitted says that footnotes were left out, as OSCOLA asks (1.5); the other
// guides let their marks go in silence (APA 8.31).
func omitted(w Work) string {
	n := 0
	for _, q := range quotations(w) {
		n += len(q.footnotes)
	}
	switch n {
	case 0:
		return ""
	case 1:
		return " (footnote omitted)"
	}
	return " (footnotes omitted)"
}

// marks returns a style's quotation marks, and what makes those inside the other
// sort.
func marks(s Style) (open, end string, inside func(string) string) {
	switch s {
	case StyleOSCOLA, StyleOSCOLABibliography, StyleHarvard, StyleHarvardInText:
		return "‘", "’", func(s string) string { return exchangeMarks(s, '‘', '’', '“', '”') }
	}
	return "“", "”", func(s string) string { return exchangeMarks(s, '“', '”', '‘', '’') }
}

// twofold writes text and HTML side by side.
type twofold struct{ text, html strings.Builder }

func (b *twofold) add(text, html string) {
	b.text.WriteString(text)
	b.html.WriteString(html)
}

// both writes what is the same in HTML.
func (b *twofold) both(s string) { b.add(s, s) }

func (b *twofold) done() Citation { return Citation{b.text.String(), b.html.String()} }

// breakParagraph begins a new paragraph in running text.
func (b *twofold) breakParagraph(gap bool) {
	b.add("\n\n", "<br><br>")
	if gap {
		b.add(omission+"\n\n", omission+"<br><br>")
	}
}

// notes writes the footnotes of what was quoted below it, if they are wanted.
func (b *twofold) notes(quoted []quotation, o QuoteOptions) {
	if !o.Footnotes {
		return
	}
	for _, q := range quoted {
		for _, f := range q.footnotes {
			number, text := html.EscapeString(f.Number), html.EscapeString(f.Text)
			b.add("\n\n"+f.Number+" "+f.Text, "<p><sup>"+number+"</sup> "+text+"</p>")
		}
	}
}
