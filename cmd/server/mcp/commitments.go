package mcp

import (
	"context"
	"fmt"
	"slices"

	"socsearch/cmd/server/ask"
	"socsearch/index"
	"socsearch/sources/cite"
	"socsearch/sources/document"
)

type commitmentsIn struct {
	Actor    string `json:"actor,omitempty" jsonschema:"government, or a slug from list_organisations"`
	Kind     string `json:"kind,omitempty" jsonschema:"act, fund, continue, publish, legislate or measure"`
	Strength string `json:"strength,omitempty" jsonschema:"firm or soft"`
	Year     int    `json:"year,omitempty" jsonschema:"a year that the deadline touches"`
	Cursor   string `json:"cursor,omitempty" jsonschema:"next_cursor of the answer before"`
}

type commitmentsOut struct {
	about
	Note        string       `json:"note"`
	Total       int          `json:"total"`
	Commitments []commitment `json:"commitments"`
	NextCursor  string       `json:"next_cursor,omitempty"`
}

// commitment is what a passage undertakes, verbatim.
type commitment struct {
	Text     string   `json:"text" jsonschema:"the words, verbatim"`
	Passage  string   `json:"passage"`
	Label    string   `json:"label"`
	Page     int      `json:"page,omitempty"`
	Actors   []string `json:"actors"`
	Kind     string   `json:"kind"`
	Strength string   `json:"strength"`
	By       string   `json:"by,omitempty" jsonschema:"deadline or period as printed"`
	Money    []string `json:"money,omitempty"`
	Sure     bool     `json:"sure" jsonschema:"false: a reader may well say that it is none"`
	Citation string   `json:"citation"`
	Address  string   `json:"address"`
}

// registerNote is what everybody who cites the register must know.
const registerNote = "Found by rules in the words of the documents; it is no official list."

func (t *tools) commitments(_ context.Context, x ask.Snapshot, in commitmentsIn) (commitmentsOut, error) {
	out := commitmentsOut{about: aboutIndex(x), Note: registerNote, Commitments: []commitment{}}
	from, err := offset(in.Cursor)
	if err != nil {
		return out, err
	}
	if err := in.check(x); err != nil {
		return out, err
	}
	passages, err := x.Register(false, nil)
	if err != nil {
		return out, err
	}
	for _, p := range passages {
		for i := range p.Commitments {
			if !in.matches(&p.Commitments[i]) {
				continue
			}
			if n := out.Total - from; n >= 0 && n < maxResults {
				out.Commitments = append(out.Commitments, t.commitment(x, p, &p.Commitments[i]))
			}
			out.Total++
		}
	}
	out.NextCursor = next(from, len(out.Commitments), out.Total)
	return out, nil
}

func (in commitmentsIn) check(x ask.Snapshot) error {
	switch {
	case in.Actor != "" && in.Actor != document.ActorGovernment && !known(x, index.FacetOrganisation, in.Actor):
		return argumentError("actor", fmt.Sprintf("%q is unknown here: write government, or a slug from list_organisations", in.Actor))
	case in.Kind != "" && !slices.Contains(document.CommitmentKinds, document.CommitmentKind(in.Kind)):
		return argumentError("kind", fmt.Sprintf("must be one of %v", document.CommitmentKinds))
	case in.Strength != "" && !slices.Contains(document.Strengths, document.Strength(in.Strength)):
		return argumentError("strength", fmt.Sprintf("must be one of %v", document.Strengths))
	}
	return nil
}

func (in commitmentsIn) matches(c *document.Commitment) bool {
	return (in.Actor == "" || slices.Contains(c.Actors, in.Actor)) && (in.Kind == "" || string(c.Kind) == in.Kind) &&
		(in.Strength == "" || string(c.Strength) == in.Strength) && (in.Year == 0 || slices.Contains(c.Years, in.Year))
}

func (t *tools) commitment(x ask.Snapshot, p *document.Passage, c *document.Commitment) commitment {
	pin := cite.Pin{Passage: p, Footnote: c.Footnote}
	work := cite.Work{Manifest: &x.Document(p.Document).Manifest, Pins: []cite.Pin{pin}}
	return commitment{
		Text: c.Text, Passage: p.ID, Label: p.Label, Page: int(p.Page), Actors: c.Actors, Kind: string(c.Kind), Strength: string(c.Strength),
		By: c.By, Money: c.Money, Sure: c.Sure, Citation: cite.Cite(cite.StyleOSCOLA, work, today()).Text, Address: t.base + p.URL,
	}
}
