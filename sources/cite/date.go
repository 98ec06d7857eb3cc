package cite

import (
	"strings"
	"time"
)

// published is the day, month or year of publication; what isn't known is zero.
func (w Work) published() (year, month, day int) {
	s := w.Manifest.Published
	if t, err := time.Parse("2006-01-02", s); err == nil {
		return t.Year(), int(t.Month()), t.Day()
	}
	if t, err := time.Parse("2006-01", s); err == nil {
		return t.Year(), int(t.Month()), 0
	}
	if t, err := time.Parse("2006", s); err == nil {
		return t.Year(), 0, 0
	}
	return 0, 0, 0
}

// year is the year of publication, or "" if it isn't known.
func (w Work) year() string {
	year, _, _ := strings.Cut(w.Manifest.Published, "-")
	return year
}

// date is the date of publication as exactly as it is known, "1 November 2018"
// or in the American order "2018, November 1".
func (w Work) date(american bool) string {
	year, month, day := w.published()
	layout := "2006"
	switch {
	case american && day > 0:
		layout = "2006, January 2"
	case american && month > 0:
		layout = "2006, January"
	case day > 0:
		layout = britishDate
	case month > 0:
		layout = "January 2006"
	case year == 0:
		return w.year()
	}
	return time.Date(year, max(time.Month(month), 1), max(day, 1), 0, 0, 0, 0, time.UTC).Format(layout)
}

// britishDate is how a day is written in Britain, and in every access date.
const britishDate = "2 January 2006"
