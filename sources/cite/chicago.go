package cite

import (
	"strings"
	"time"
)

// chicagoWords are Chicago's pinpoints (chapter 14, on locators): pages without
// "p.", "para." and "fig." with a stop and parts of a book small, a note's number
// joined to the place by "n", which can follow only a number.
var chicagoWords = words{
	para: "para. ", paras: "paras. ",
	figure: "fig. ", figures: "figs. ",
	note: "n", notes: "nn",
	noteApart: ", n. ", notesApart: ", nn. ",
	foreword:  "foreword",
	bracketed: true,
	lower:     true,
	elide:     asChicago,
	box:       chicagoBox,
}

// chicagoBox is as [pageThenBox], with the comma before the quotation mark (6.9).
func chicagoBox(w *words, g *group) string {
	s := pageThenBox("“", "”")(w, g)
	return strings.Replace(s, "”, para", ",” para", 1)
}

// writeChicago writes a full note: author, title in italics, series number
// (publisher, year), pinpoint, address and a full stop. Chicago's own examples of
// command papers (chapter 14, British government) have the year alone in brackets
// and "Cmnd." with a stop; publisher and year are those of a book (14.23), which a
// strategy is to its readers, and the series is printed as the paper prints it.
func writeChicago(b *builder, w Work, accessed time.Time) {
	m := w.Manifest
	if m.Author != "" {
		b.plain(m.Author, ", ")
	}
	if w.onWeb() {
		chicagoPage(b, w)
	} else {
		b.italic(m.Title)
		if m.Series != "" {
			b.plain(", ", m.Series)
		}
		brackets(b, m.Publisher, ", ", orNoDate(w.year()))
	}
	if len(w.Pins) > 0 {
		b.plain(", ", chicagoWords.pinpoint(w.Pins))
	}
	if m.LandingPage != "" {
		if w.year() == "" && !accessed.IsZero() {
			b.plain(", accessed ", accessed.Format(britishDate)) // 14.12: for want of a date
		}
		b.plain(", ", m.LandingPage)
	}
	b.stop()
}

// chicagoPage writes the title of a web page, in quotation marks, with its
// publisher and date (chapter 14, websites).
func chicagoPage(b *builder, w Work) {
	b.plain("“", w.Manifest.Title)
	if endsSentence(w.Manifest.Title) {
		b.plain("”")
	} else {
		b.plain(",”")
	}
	if publisher := w.otherPublisher(); publisher != "" {
		b.plain(" ", publisher, ",")
	}
	b.plain(" ", orNoDate(w.date(false)))
}

func orNoDate(s string) string {
	if s == "" {
		return "n.d."
	}
	return s
}
