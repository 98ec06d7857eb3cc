package mcp

import (
	"cmp"
	"context"
	"fmt"
	"strings"
	"unicode/utf8"

	"socsearch/cmd/server/ask"
	"socsearch/index/draft"
	"socsearch/sources/cite"
)

type checkIn struct {
	Text  string `json:"text" jsonschema:"what was written, plain text or Markdown, with its quotation marks and references"`
	Style string `json:"style,omitempty" jsonschema:"of the citations in corrections; oscola if left out"`
}

func (checkIn) closed() map[string][]any { return map[string][]any{"style": anyOf(cite.Styles)} }

type checkOut struct {
	about
	Summary  draft.Summary   `json:"summary"`
	Findings []draft.Finding `json:"findings" jsonschema:"quotations and references with their verdicts; altered and wrong ones carry a correction"`
	Places   []passage       `json:"places" jsonschema:"the passages that the words stand in, with their citations; get_passages has the words"`
}

func (t *tools) check(ctx context.Context, x ask.Snapshot, in checkIn) (checkOut, error) {
	out := checkOut{about: aboutIndex(x), Findings: []draft.Finding{}}
	style := cmp.Or(cite.Style(in.Style), cite.StyleOSCOLA)
	switch {
	case strings.TrimSpace(in.Text) == "":
		return out, argumentError("text", "is empty: give what was written")
	case utf8.RuneCountInString(in.Text) > maxDraft:
		return out, argumentError("text", fmt.Sprintf("is longer than %d characters: check it in pieces", maxDraft))
	}
	doc, err := draft.Read([]byte(in.Text), draft.FormatMarkdown)
	if err != nil {
		return out, argumentError("text", err.Error())
	}
	checker, err := x.Checker()
	if err != nil {
		return out, err
	}
	report, err := checker.Check(ctx, doc, draft.Options{Style: style, Format: string(draft.FormatMarkdown), Accessed: today()})
	if err != nil {
		return out, err
	}
	out.Summary, out.Findings = report.Summary, append(out.Findings, report.Findings...)
	out.Places, err = t.places(x, report.Findings)
	return out, err
}

// places are the passages that findings stand in, each once, without their words.
func (t *tools) places(x ask.Snapshot, findings []draft.Finding) ([]passage, error) {
	list, seen := []passage{}, map[string]bool{}
	for _, f := range findings {
		if f.Passage == "" || seen[f.Passage] {
			continue
		}
		seen[f.Passage] = true
		p, err := x.Passage(f.Passage)
		if err != nil {
			return list, err
		}
		list = append(list, t.passage(x, p))
	}
	return list, nil
}
