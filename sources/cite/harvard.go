package cite

import "time"

// harvardWords are pinpoints as Cite Them Right writes them in the text, with
// full stops: "p. 34", "para. 79", "paras. 79–82". Of footnotes and boxes it says
// nothing; a box gets its page first, as a quotation does.
var harvardWords = words{
	para: "para. ", paras: "paras. ",
	figure: "Figure ", figures: "Figures ",
	note: ", fn. ", notes: ", fns. ",
	page: "p. ", pages: "pp. ",
	foreword: "Foreword",
	elide:    inFull,
	box: func(w *words, g *group) string {
		return w.withPage(g, titled(g, "‘", "’")+w.inside(g))
	},
}

// writeHarvard writes an entry of a reference list by Cite Them Right, "Government
// publications: Command Papers": department (year) title in italics and sentence
// case. (series number). Available at: address (Accessed: day). The title comes
// first where there is no author. What has no address gets its publisher, without
// a place, as books do since the 12th edition.
func writeHarvard(b *builder, w Work, accessed time.Time) {
	m := w.Manifest
	year := " (" + harvardYear(w) + ")"
	if m.Author != "" {
		b.plain(m.Author, year, " ")
		b.italic(w.sentenceTitle())
		b.stop()
	} else {
		b.italic(w.sentenceTitle())
		b.plain(year, ".")
	}
	if m.Series != "" {
		b.plain(" (", m.Series, ").")
	}
	if m.LandingPage == "" {
		if publisher := w.otherPublisher(); publisher != "" {
			b.plain(" ", publisher)
			b.stop()
		}
		return
	}
	b.plain(" Available at: ", m.LandingPage)
	if !accessed.IsZero() {
		b.plain(" (Accessed: ", accessed.Format(britishDate), ")")
	}
	b.plain(".")
}

// writeHarvardInText writes (author, year, pinpoint); a title stands in for an
// author that there isn't, in italics as in the list.
func writeHarvardInText(b *builder, w Work, _ time.Time) {
	inText(b, w, harvardYear(w), &harvardWords)
}

func harvardYear(w Work) string {
	if year := w.year(); year != "" {
		return year
	}
	return "no date"
}

func inText(b *builder, w Work, year string, words *words) {
	b.plain("(")
	if w.Manifest.Author != "" {
		b.plain(w.Manifest.Author)
	} else {
		b.italic(w.sentenceTitle())
	}
	b.plain(", ", year)
	if len(w.Pins) > 0 {
		b.plain(", ", words.pinpoint(w.Pins))
	}
	b.plain(")")
}
