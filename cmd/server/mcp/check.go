package mcp

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"socsearch/cmd/server/ask"
	"socsearch/index/draft"
	"socsearch/sources/cite"
)

type checkIn struct {
	Text  string `json:"text" jsonschema:"what was written, plain text or Markdown, with its quotation marks and references"`
	Style string `json:"style,omitempty" jsonschema:"of the citations in corrections: oscola, harvard, apa, chicago or plain"`
}

type checkOut struct {
	about
	Summary  draft.Summary   `json:"summary"`
	Findings []draft.Finding `json:"findings" jsonschema:"quotations and references with their verdicts; altered and wrong ones carry a correction"`
}

func (t *tools) check(ctx context.Context, x ask.Snapshot, in checkIn) (checkOut, error) {
	out := checkOut{about: aboutIndex(x), Findings: []draft.Finding{}}
	style := cite.Style(in.Style)
	switch {
	case strings.TrimSpace(in.Text) == "":
		return out, argumentError("text", "is empty: give what was written")
	case len(in.Text) > maxDraft:
		return out, argumentError("text", fmt.Sprintf("is longer than %d characters: check it in pieces", maxDraft))
	case in.Style == "":
		style = cite.StyleOSCOLA
	case !slices.Contains(cite.Styles, style):
		return out, argumentError("style", fmt.Sprintf("must be one of %v", cite.Styles))
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
	return out, nil
}
