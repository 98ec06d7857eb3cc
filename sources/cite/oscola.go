package cite

import "time"

// oscolaWords are OSCOLA's pinpoints (3.1.3): "para" without a stop, page numbers
// without "p" or "pp", and "fn" for a footnote of the work cited (appendix 4.2).
var oscolaWords = words{
	para: "para ", paras: "paras ",
	figure: "Figure ", figures: "Figures ",
	note: ", fn ", notes: ", fns ",
	foreword:  "Foreword",
	bracketed: true,
	elide:     lastTwo,
	box:       pageThenBox("‘", "’"),
}

// pageThenBox cites a box, of which OSCOLA and Chicago say nothing, by the page
// on which it is printed, as they cite whatever has no number, and tells in
// brackets what of the page is meant, as OSCOLA does with a judge's name (2.1.7):
// "34 (box ‘Firearms and Drugs’, para 2)". A bare page after the paragraph would
// read as a second paragraph.
func pageThenBox(open, end string) func(*words, *group) string {
	return func(w *words, g *group) string {
		return w.withPage(g, titled(g, open, end)+w.inside(g))
	}
}

// writeOSCOLA writes a footnote. A command paper (3.4.3) is author, title in
// italics, series number and year in brackets, and the pinpoint; a footnote ends
// with a full stop (1.1).
func writeOSCOLA(b *builder, w Work, accessed time.Time) {
	if w.Manifest.Author != "" {
		b.plain(w.Manifest.Author, ", ")
	}
	oscolaSource(b, w)
	if len(w.Pins) > 0 {
		b.plain(" ", oscolaWords.pinpoint(w.Pins))
	}
	oscolaAddress(b, w, accessed)
	b.stop()
}

// writeOSCOLABibliography writes an entry of a bibliography: as the footnote, but
// without pinpoint and full stop, and with two em dashes for an author that there
// isn't (1.7).
func writeOSCOLABibliography(b *builder, w Work, accessed time.Time) {
	if w.Manifest.Author != "" {
		b.plain(w.Manifest.Author, ", ")
	} else {
		b.plain("—— ")
	}
	oscolaSource(b, w)
	oscolaAddress(b, w, accessed)
}

// oscolaSource writes title and brackets. Titles of whatever has an ISBN, and of
// official papers, stand in italics; all others in quotation marks (3.1.2).
func oscolaSource(b *builder, w Work) {
	m := w.Manifest
	if m.Series != "" || m.ISBN != "" {
		b.italic(m.Title)
	} else {
		b.plain("‘", m.Title, "’")
	}
	switch {
	case m.Series != "":
		brackets(b, m.Series, ", ", w.year()) // 3.4.3
	case w.onWeb():
		brackets(b, w.otherPublisher(), ", ", w.date(false)) // 3.4.8
	default:
		brackets(b, w.otherPublisher(), " ", w.year()) // 3.2.1, 3.4.1
	}
}

// brackets writes two things in brackets, either of which may be missing.
func brackets(b *builder, first, joint, second string) {
	switch {
	case first == "" && second == "":
		return
	case first == "" || second == "":
		joint = ""
	}
	b.plain(" (", first, joint, second, ")")
}

// oscolaAddress gives a web page's address with the day of access (3.1.4); what
// is printed too is cited as printed, without an address.
func oscolaAddress(b *builder, w Work, accessed time.Time) {
	if !w.onWeb() || w.Manifest.LandingPage == "" {
		return
	}
	b.plain(" <", w.Manifest.LandingPage, ">")
	if !accessed.IsZero() {
		b.plain(" accessed ", accessed.Format(britishDate))
	}
}
