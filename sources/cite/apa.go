package cite

import (
	"strings"
	"time"
	"unicode"
	"unicode/utf8"
)

// apaWords are APA's pinpoints (8.13, 8.28): "para. 79", "paras. 79–82", tables and
// figures by name and number, what has no number by its heading and the word for
// it ("Osteoarthritis section, para. 2"). APA has no short form for a footnote.
var apaWords = words{
	para: "para. ", paras: "paras. ",
	figure: "Figure ", figures: "Figures ",
	note: ", footnote ", notes: ", footnotes ",
	page: "p. ", pages: "pp. ",
	foreword: "Foreword",
	entry:    " section",
	elide:    inFull,
	box:      apaBox,
}

// apaBox names a box as APA names a section, its page first (8.25).
func apaBox(w *words, g *group) string {
	return w.withPage(g, strings.TrimSpace(g.name+" box")+g.apart()+w.inside(g))
}

// writeAPA writes an entry of a reference list: author. (year). Title in italics
// and sentence case (series number). Publisher, unless it is the author. Address
// without a full stop (10.4, reports; 10.16, web pages, with the day of
// publication; 9.12, no author). A day of access is given only for what is meant
// to change (9.16), which nothing here is.
func writeAPA(b *builder, w Work, _ time.Time) {
	m := w.Manifest
	year := " (" + apaDate(w) + ")."
	if m.Author != "" {
		b.plain(m.Author)
		b.stop()
		b.plain(year, " ")
	}
	b.italic(apaTitle(w))
	if m.Series != "" {
		b.plain(" (", m.Series, ")")
	}
	b.stop()
	if m.Author == "" {
		b.plain(year)
	}
	if publisher := w.otherPublisher(); publisher != "" {
		b.plain(" ", publisher)
		b.stop()
	}
	if m.LandingPage != "" {
		b.plain(" ", m.LandingPage)
	}
}

// writeAPAInText writes (author, year, pinpoint), in italics a title that stands
// in for an author (8.14).
func writeAPAInText(b *builder, w Work, _ time.Time) {
	year := w.year()
	if year == "" {
		year = "n.d."
	}
	inText(b, w, year, &apaWords)
}

func apaDate(w Work) string {
	switch {
	case w.year() == "":
		return "n.d."
	case w.onWeb():
		return w.date(true)
	}
	return w.year()
}

// apaTitle begins the subtitle with a capital (6.17).
func apaTitle(w Work) string {
	title, subtitle, found := strings.Cut(w.sentenceTitle(), ": ")
	if !found {
		return title
	}
	r, n := utf8.DecodeRuneInString(subtitle)
	return title + ": " + string(unicode.ToUpper(r)) + subtitle[n:]
}
