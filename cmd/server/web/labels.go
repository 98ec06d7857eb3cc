package web

import (
	"fmt"
	"strings"
	"time"

	"socsearch/sources/document"
)

// longLabel names a passage as a heading does: "Paragraph 79".
func longLabel(p *document.Passage) string {
	if number, ofDocument := strings.CutPrefix(p.Label, "para "); ofDocument {
		return "Paragraph " + number
	}
	if page, onPage := strings.CutPrefix(p.Label, "p "); onPage {
		return "Page " + page
	}
	return capitalise(p.Label)
}

// rangeLabel names a run of passages: "Paragraphs 79–82".
func rangeLabel(passages []*document.Passage) string {
	first, last := passages[0], passages[len(passages)-1]
	if first == last || first.Kind != document.KindParagraph {
		return longLabel(first)
	}
	return strings.Replace(longLabel(first), "Paragraph ", "Paragraphs ", 1) + "–" + last.Number
}

// pagesLabel writes printed pages: "p 31", "pp 31–32", "" for none.
func pagesLabel(from, to document.OptionalInt) string {
	switch {
	case from == 0:
		return ""
	case from == to:
		return fmt.Sprintf("p %d", from)
	}
	return fmt.Sprintf("pp %d–%d", from, to)
}

// readableDate writes a day, a month or a year of ISO 8601 as a person does.
func readableDate(iso string) string {
	for layout, written := range map[string]string{time.DateOnly: "2 January 2006", "2006-01": "January 2006"} {
		if t, err := time.Parse(layout, iso); err == nil {
			return t.Format(written)
		}
	}
	return strings.TrimSpace(iso)
}
