package draftreport

import (
	"regexp"
	"slices"
	"strings"

	"socsearch/index/draft"
)

// bare is a reference that names a paragraph and nothing else.
var bare = regexp.MustCompile(`(?i)^(paras?|paragraphs?)\.?\s\d+(?:\.\d+)*$`)

// Corrected is the draft's text with altered quotations as printed, and with the
// right number in references to a paragraph that are wrong. Other references are
// left to their writer.
func Corrected(r *draft.Report) string {
	type change struct {
		start, end int
		text       string
	}
	var changes []change
	seen := map[int]bool{}
	for i := range r.Findings {
		f := &r.Findings[i]
		if f.Words == "altered" && f.Correction != nil {
			changes = append(changes, change{f.Start, f.End, oneLine(f.Correction.Quotation)})
		}
		ref := f.Reference
		if ref == nil || ref.Verdict != draft.Wrong || len(f.Passages) != 1 || !bare.MatchString(ref.Text) || seen[ref.Start] {
			continue
		}
		if _, number, ok := strings.Cut(f.Passage, "/"); ok && number != "" && number[0] >= '0' && number[0] <= '9' {
			seen[ref.Start] = true
			word, _, _ := strings.Cut(ref.Text, " ")
			changes = append(changes, change{ref.Start, ref.End, word + " " + number})
		}
	}
	slices.SortFunc(changes, func(a, b change) int { return b.start - a.start })
	text := []rune(r.Input.Text)
	for _, c := range changes {
		if c.start <= c.end && c.end <= len(text) {
			text = slices.Concat(text[:c.start], []rune(c.text), text[c.end:])
		}
	}
	return string(text)
}
