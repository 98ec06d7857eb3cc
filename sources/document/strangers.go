package document

import (
	"fmt"
	"regexp"
	"strings"
	"time"
	"unicode"
)

// longestName bounds titles and names, in characters: the longest titles of acts have
// half as many.
const longestName = 1000

// checkStrangers refuses what could mislead or harm those who read about a document:
// addresses that aren't of the web, days that no calendar has, characters that hide
// or turn a text.
func (m *Manifest) checkStrangers() error {
	for _, f := range []struct{ key, value string }{
		{"title", m.Title}, {"title_sentence", m.TitleSentence}, {"known_as", m.KnownAs}, {"author", m.Author}, {"series", m.Series}, {"series_type", m.SeriesType},
		{"publisher", m.Publisher}, {"presented", m.Presented}, {"isbn", m.ISBN}, {"section", m.Section}, {"licence.name", m.Licence.Name}, {"licence.notice", m.Licence.Notice},
	} {
		if n := len([]rune(f.value)); n > longestName {
			return fmt.Errorf("%s has %d characters: shorten it to %d", f.key, n, longestName)
		}
		if at := strings.IndexFunc(f.value, hidden); at >= 0 {
			return fmt.Errorf("%s holds a control character or one that turns the direction of a text (%q): remove it", f.key, []rune(f.value[at:])[0])
		}
	}
	for _, f := range []struct{ key, value string }{{"landing_page", m.LandingPage}, {"text_page", m.TextPage}, {"licence.url", m.Licence.URL}} {
		if f.value != "" && !IsWebAddress(f.value) {
			return fmt.Errorf("%s %q is no address of the web: it begins with https:// or http://", f.key, f.value)
		}
	}
	if m.Published != "" && !IsDate(m.Published) {
		return fmt.Errorf("published %q is no day, month or year: write it as 2018-11-01, 2018-11 or 2018", m.Published)
	}
	return nil
}

// hidden reports whether a character can't be seen, or turns the direction of what
// stands beside it. Line breaks are spaces in YAML.
func hidden(r rune) bool {
	switch r {
	case '\n', '\t', '\u200c', '\u200d': // joiners are letters' own in some scripts
		return false
	}
	return unicode.IsControl(r) || unicode.Is(unicode.Cf, r) && r != '\u00ad'
}

var webAddress = regexp.MustCompile(`^https?://[^\s/@:?#]+[^\s\p{Cc}\p{Cf}]*$`)

// IsWebAddress reports whether an address is one of the web, and whole.
func IsWebAddress(s string) bool { return webAddress.MatchString(s) }

// IsDate reports whether a text is a day, a month or a year that there is, as ISO 8601
// has it, from the year 1000 to 2999.
func IsDate(s string) bool {
	for _, layout := range []string{"2006", "2006-01", time.DateOnly} {
		if t, err := time.Parse(layout, s); err == nil {
			return t.Year() >= 1000 && t.Year() < 3000
		}
	}
	return false
}
