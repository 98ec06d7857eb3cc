package mcp

import (
	"context"
	"net/url"
	"slices"
	"strconv"

	"socsearch/cmd/server/ask"
	"socsearch/index/schema"
	"socsearch/sources/cite"
	"socsearch/sources/document"
)

type commitmentsIn struct {
	Query        string   `json:"query,omitempty" jsonschema:"words that the passage has"`
	List         string   `json:"list,omitempty" jsonschema:"commitments, or expectations: what is expected of others; commitments if left out"`
	Actor        string   `json:"actor,omitempty" jsonschema:"who undertakes it: government, or a slug from list_organisations"`
	Kind         string   `json:"kind,omitempty" jsonschema:"kind of act"`
	Strength     string   `json:"strength,omitempty" jsonschema:"how firmly"`
	With         string   `json:"with,omitempty" jsonschema:"with a deadline or period, or with a sum of money"`
	Year         int      `json:"year,omitempty" jsonschema:"a year that the deadline touches"`
	Organisation []string `json:"organisation,omitempty" jsonschema:"slugs of organisations that the passage names"`
	Objective    []string `json:"objective,omitempty" jsonschema:"numbers of objectives that the passage stands under"`
	Threat       []string `json:"threat,omitempty" jsonschema:"slugs of threats that the passage is about"`
	Cursor       string   `json:"cursor,omitempty" jsonschema:"next_cursor of the answer before"`
}

func (commitmentsIn) closed() map[string][]any {
	return map[string][]any{
		"list": {ask.ListCommitments, ask.ListExpectations}, "with": {ask.WithDeadline, ask.WithMoney},
		"kind": anyOf(document.CommitmentKinds), "strength": anyOf(document.Strengths),
	}
}

type commitmentsOut struct {
	about
	Note        string       `json:"note"`
	Total       int          `json:"total"`
	Commitments []commitment `json:"commitments"`
	NextCursor  string       `json:"next_cursor,omitempty"`
}

// commitment is what a passage undertakes, or expects of others, verbatim.
type commitment struct {
	Text        string   `json:"text" jsonschema:"the words, verbatim"`
	Passage     string   `json:"passage"`
	Label       string   `json:"label"`
	Page        int      `json:"page,omitempty"`
	Actors      []string `json:"actors,omitempty"`
	Of          string   `json:"of,omitempty" jsonschema:"of whom it is expected, as printed"`
	Kind        string   `json:"kind,omitempty"`
	Strength    string   `json:"strength,omitempty"`
	By          string   `json:"by,omitempty" jsonschema:"deadline or period as printed"`
	Money       []string `json:"money,omitempty"`
	Sure        bool     `json:"sure" jsonschema:"false: a reader may well say that it is none"`
	Citation    string   `json:"citation"`
	Address     string   `json:"address"`
	Fingerprint string   `json:"fingerprint" jsonschema:"of the passage: changes if a word of it does"`
}

// registerNote is what everybody who cites the register must know.
const registerNote = "Found by rules in the words of the documents; it is no official list."

// registerArguments are the arguments that the register's parameters came from, where
// they are called otherwise.
var registerArguments = map[string]string{ask.ParamQuery: "query", ask.ParamActKind: "kind", ask.ParamBy: "year"}

func (t *tools) commitments(ctx context.Context, x ask.Snapshot, in commitmentsIn) (commitmentsOut, error) {
	out := commitmentsOut{about: aboutIndex(x), Note: registerNote, Commitments: []commitment{}}
	from, err := offset(in.Cursor)
	if err != nil {
		return out, err
	}
	asked, err := in.read(x)
	if err != nil {
		return out, err
	}
	found, err := x.FindRegistered(ctx, asked)
	if err != nil {
		return out, err
	}
	if err := in.checkActor(ctx, x, found); err != nil {
		return out, err
	}
	out.Total = len(found.Lines)
	for _, line := range found.Lines[min(from, out.Total):min(from+maxResults, out.Total)] {
		out.Commitments = append(out.Commitments, t.commitment(x, line))
	}
	out.NextCursor = next(from, len(out.Commitments), out.Total)
	return out, nil
}

// read makes a request to the register of the arguments. Organisations that there
// aren't are an error, as in a search.
func (in commitmentsIn) read(x ask.Snapshot) (ask.Register, error) {
	values := url.Values{
		ask.ParamQuery: {in.Query}, ask.ParamList: tidy(in.List), ask.ParamActor: tidy(in.Actor), ask.ParamActKind: tidy(in.Kind),
		ask.ParamStrength: tidy(in.Strength), ask.ParamWith: tidy(in.With),
		schema.FacetOrganisation: tidy(in.Organisation...), "objective": tidy(in.Objective...), "threat": tidy(in.Threat...),
	}
	if in.Year != 0 {
		values.Set(ask.ParamBy, strconv.Itoa(in.Year))
	}
	for _, slug := range values[schema.FacetOrganisation] {
		if _, wrong := x.Slug(schema.FacetOrganisation, slug); wrong != nil {
			return ask.Register{}, unknown(schema.FacetOrganisation, slug, wrong.Nearest)
		}
	}
	asked, err := x.ReadRegister(values, true)
	return asked, argument(err, registerArguments)
}

// checkActor refuses an actor that is neither an organisation here nor anybody who
// undertakes something.
func (in commitmentsIn) checkActor(ctx context.Context, x ask.Snapshot, found ask.RegisterFound) error {
	actor := tidy(in.Actor)
	if len(actor) == 0 || len(found.Lines) > 0 || actor[0] == document.ActorGovernment {
		return nil
	}
	_, wrong := x.Slug(schema.FacetOrganisation, actor[0])
	if wrong == nil {
		return nil
	}
	all, err := x.ReadRegister(url.Values{}, true)
	if err != nil {
		return err
	}
	whole, err := x.FindRegistered(ctx, all)
	if err != nil {
		return err
	}
	if slices.ContainsFunc(whole.Lines, func(l ask.Line) bool { return slices.Contains(l.Commitment.Actors, actor[0]) }) {
		return nil
	}
	return unknown(ask.ParamActor, actor[0], wrong.Nearest)
}

func (t *tools) commitment(x ask.Snapshot, line ask.Line) commitment {
	p := line.Passage
	out := commitment{
		Text: line.Text(), Passage: p.ID, Label: p.Label, Page: int(p.Page), Fingerprint: p.Fingerprint(),
		Citation: citation(x, cite.Pin{Passage: p, Footnote: line.Footnote()}), Address: t.base + line.Link(),
	}
	if c := line.Commitment; c != nil {
		out.Actors, out.Kind, out.Strength, out.By, out.Money, out.Sure = c.Actors, string(c.Kind), string(c.Strength), c.By, c.Money, c.Sure
		return out
	}
	out.Of, out.Sure = line.Expectation.Of, line.Expectation.Sure
	return out
}
