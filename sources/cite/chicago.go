package cite

import (
	"strings"
	"time"
)

// chicagoWords are Chicago's pinpoints: pages without "p." (14.148), "para." and
// "fig." with a stop and parts of a book small (10.42, 14.158), a note's number
// joined to the place by "n" (14.157), which can follow only a number.
var chicagoWords = words{
	para: "para. ", paras: "paras. ",
	figure: "fig. ", figures: "figs. ",
	note: "n", notes: "nn",
	noteApart: ", n. ", notesApart: ", nn. ",
	foreword: "foreword",
	lower:    true,
	elide:    asChicago,
	box:      chicagoBox,
}

// chicagoBox is as [pageThenBox], with the comma before the quotation mark (6.9).
func chicagoBox(w *words, g *group) string {
	s := pageThenBox("“", "”")(w, g)
	return strings.Replace(s, "”, para", ",” para", 1)
}

// writeChicago writes a full note: author, title in italics, series number
// (publisher, year), pinpoint, address and a full stop. Chicago treats command
// papers in 14.299 with the year alone in brackets; publisher and year are those
// of a book (14.23), which a strategy is to its readers. The abbreviation of the
// series is printed as the paper prints it, without a stop.
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
// publisher and date (14.207).
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
