package commitment

import (
	"strings"

	"socsearch/sources/document"
)

// span is a stretch of a text, in code points.
type span struct{ start, end int }

// quotedSpans returns what each passage's text quotes of others at the length of
// a sentence or more. A quotation may run over passages, each of which may open
// it anew; only the last closes it.
func quotedSpans(passages []document.Passage) [][]span {
	spans := make([][]span, len(passages))
	open := -1 // the passage in which a quotation was opened that none has closed
	for i := range passages {
		if !strings.Contains(passages[i].Text, "“") && !strings.Contains(passages[i].Text, "”") {
			continue
		}
		text := []rune(passages[i].Text)
		list, closes, opens := quotations(text)
		if closes >= 0 { // of a quotation that began before
			list = append(list, span{0, closes + 1})
			if open >= 0 && i-open <= longestQuotation {
				spans[open] = append(spans[open], span{lastOpening(passages[open].Text), len([]rune(passages[open].Text))})
				for k := open + 1; k < i; k++ {
					spans[k] = []span{{0, len([]rune(passages[k].Text))}}
				}
			}
			open = -1
		}
		if opens == 0 { // the way to open each paragraph of a quotation anew
			list = append(list, span{0, len(text)})
		}
		if opens >= 0 && (open < 0 || opens > 0) {
			open = i
		}
		spans[i] = append(spans[i], list...)
	}
	return spans
}

// longestQuotation is over how many passages a quotation may run. A mark that
// stands alone by mistake must not make one of half the document.
const longestQuotation = 8

// quotations returns the quotations that begin and end in a text, and where a
// mark stands that closes one begun before, or opens one that doesn't end; -1 for
// none.
func quotations(text []rune) (list []span, closes, opens int) {
	closes, opens = -1, -1
	for i, r := range text {
		switch r {
		case '“':
			if opens < 0 {
				opens = i
			}
		case '”':
			if opens >= 0 {
				list = append(list, span{opens, i + 1})
			} else if len(list) == 0 {
				closes = i
			}
			opens = -1
		}
	}
	return list, closes, opens
}

func lastOpening(text string) int {
	return len([]rune(text[:strings.LastIndex(text, "“")]))
}

// within reports whether a place stands in one of the spans.
func within(spans []span, at int) bool {
	for _, s := range spans {
		if s.start <= at && at < s.end {
			return true
		}
	}
	return false
}
