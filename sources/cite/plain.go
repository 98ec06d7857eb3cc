package cite

import (
	"strings"
	"time"
	"unicode"
)

// plainWords are OSCOLA's, with every number in full and the printed page after
// each place: "para 79, p 31".
var plainWords = words{
	para: "para ", paras: "paras ",
	figure: "Figure ", figures: "Figures ",
	note: ", fn ", notes: ", fns ",
	page: "p ", pages: "pp ",
	foreword: "Foreword",
	elide:    inFull,
	box:      func(w *words, g *group) string { return titled(g, "“", "”") + w.inside(g) },
	ending: func(w *words, g *group) string {
		if pages := w.pageNumbers(g); pages != "" {
			return ", " + pages
		}
		return ""
	},
}

// writePlain writes what a person says in a letter: title and year, place and
// page. It follows no guide.
func writePlain(b *builder, w Work, _ time.Time) {
	title, year := w.Manifest.Title, w.year()
	b.plain(title)
	switch {
	case year == "" || strings.HasSuffix(title, year):
	case unicode.IsDigit(rune(title[len(title)-1])): // "… 2023 to 2028": another number would run on
		b.plain(" (", year, ")")
	default:
		b.plain(" ", year)
	}
	if len(w.Pins) > 0 {
		b.plain(", ", plainWords.pinpoint(w.Pins))
	}
}
