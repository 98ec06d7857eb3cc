package cite

import (
	"fmt"
	"strings"
	"time"
)

// RIS writes one record for each work, with CRLF after each line. A report (RPRT)
// has its number in SN, where Zotero looks for it, so its ISBN must not stand
// there: it is a note of its own. M3 is the type of report. A web page is ELEC.
//
// A body's name stands in AU as it is: readers take a name without a comma as
// one. RIS has no way to say so of a name that holds a comma.
func RIS(works []Work, accessed time.Time) string {
	var b strings.Builder
	for _, w := range works {
		for _, f := range risFields(w, accessed) {
			if f.value != "" {
				b.WriteString(f.name + "  - " + risLine.Replace(f.value) + "\r\n")
			}
		}
		b.WriteString("ER  - \r\n\r\n")
	}
	return b.String()
}

// risLine keeps a value on its line.
var risLine = strings.NewReplacer("\r", " ", "\n", " ")

func risFields(w Work, accessed time.Time) []field {
	m := w.Manifest
	kind, isbn := "RPRT", m.ISBN
	if w.onWeb() {
		kind = "ELEC"
	}
	if isbn != "" {
		isbn = "ISBN " + isbn
	}
	fields := []field{
		{"TY", kind},
		{"ID", w.key()},
		{"AU", m.Author},
		{"TI", m.Title},
		{"PY", w.year()},
		{"DA", risDate(w.published())},
		{"PB", m.Publisher},
		{"SN", m.Series},
		{"M3", m.SeriesType},
		{"UR", m.LandingPage},
	}
	if m.LandingPage != "" && !accessed.IsZero() {
		fields = append(fields, field{"Y2", risDate(accessed.Year(), int(accessed.Month()), accessed.Day())})
	}
	fields = append(fields, field{"LA", "en-GB"}, field{"N1", w.note()}, field{"N1", isbn})
	for _, remark := range w.remarks() {
		fields = append(fields, field{"N1", remark})
	}
	return fields
}

// risDate writes year/month/day/, the day empty if it isn't known; nothing where
// there is no more than the year, which PY has.
func risDate(year, month, day int) string {
	if month == 0 {
		return ""
	}
	date := fmt.Sprintf("%d/%02d/", year, month)
	if day > 0 {
		date += fmt.Sprintf("%02d", day)
	}
	return date + "/"
}
