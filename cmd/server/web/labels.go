package web

import (
	"fmt"
	"strings"
	"time"

	"socsearch/cmd/server/ask"
	"socsearch/sources/document"
)

// longLabel names a passage as a heading does: "Paragraph 79".
func longLabel(p *document.Passage) string { return ask.Capitalise(p.Place.LongLabel()) }

// rangeLabel names passages of a document: "Paragraphs 79–82, 85", "Paragraph 79,
// Figure 7".
func rangeLabel(passages []*document.Passage) string {
	var numbers, others []string
	several := false
	for i := 0; i < len(passages); {
		first := passages[i]
		n := runLength(passages[i:])
		last := passages[i+n-1]
		i += n
		if _, ok := ownNumber(first); !ok {
			others = append(others, longLabel(first))
			continue
		}
		part := first.Number
		if n > 1 {
			part += "–" + last.Number
		}
		numbers = append(numbers, part)
		several = several || n > 1
	}
	if len(numbers) > 0 {
		word := "Paragraph "
		if several || len(numbers) > 1 {
			word = "Paragraphs "
		}
		others = append([]string{word + strings.Join(numbers, ", ")}, others...)
	}
	return strings.Join(others, ", ")
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
