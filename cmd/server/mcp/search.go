package mcp

import (
	"context"
	"errors"
	"fmt"
	"net/url"
	"slices"
	"strings"

	"socsearch/cmd/server/ask"
	"socsearch/index"
)

type searchIn struct {
	Query        string   `json:"query" jsonschema:"words, a phrase in quotation marks, an acronym, or a question"`
	Organisation []string `json:"organisation,omitempty" jsonschema:"slugs from list_organisations; passages that name any of them"`
	Document     []string `json:"document,omitempty" jsonschema:"slugs of documents"`
	Objective    []string `json:"objective,omitempty" jsonschema:"numbers of objectives"`
	Threat       []string `json:"threat,omitempty" jsonschema:"slugs of threats"`
	Kind         []string `json:"kind,omitempty" jsonschema:"paragraph, foreword, box, figure, annex or role"`
	Limit        int      `json:"limit,omitempty" jsonschema:"1 to 20; 10 if left out"`
	Cursor       string   `json:"cursor,omitempty" jsonschema:"next_cursor of the answer before"`
}

type searchOut struct {
	about
	Description string    `json:"description" jsonschema:"what was searched for"`
	Notes       []string  `json:"notes" jsonschema:"what a reader must know of the answer"`
	Total       int       `json:"total"`
	Results     []passage `json:"results"`
	NextCursor  string    `json:"next_cursor,omitempty"`
}

func (t *tools) search(ctx context.Context, x ask.Snapshot, in searchIn) (searchOut, error) {
	out := searchOut{about: aboutIndex(x), Notes: []string{}, Results: []passage{}}
	from, err := offset(in.Cursor)
	switch {
	case err != nil:
		return out, err
	case len(in.Query) > maxWords:
		return out, argumentError("query", fmt.Sprintf("has %d characters: ask with %d at most", len(in.Query), maxWords))
	case in.Limit < 0 || in.Limit > maxResults:
		return out, argumentError("limit", fmt.Sprintf("must be 1 to %d", maxResults))
	case in.Limit == 0:
		in.Limit = maxResults / 2
	}
	asked, err := in.read(x)
	if err != nil {
		return out, err
	}
	asked.Request.Page, asked.Request.PerPage = from/in.Limit+1, in.Limit
	found, err := x.Search(ctx, asked.Request)
	if err != nil {
		return out, err
	}
	out.Total, out.Description = found.Total, x.Describe(asked.Request, found)
	out.Notes = append(out.Notes, ask.Notes(asked, found)...)
	if found.Total == 0 {
		if found.NotUsed != "" {
			out.Notes = append(out.Notes, found.NotUsed)
		}
		out.Notes = append(out.Notes, "Nothing was found: try fewer or other words, or leave filters out.")
	}
	for _, h := range found.Hits {
		p := t.passage(x, h.Passage)
		p.Snippet = plain(h.Snippet.HTML)
		p.Match = "words"
		if h.Partial {
			p.Match = "partial"
		}
		out.Results = append(out.Results, p)
	}
	out.NextCursor = next((asked.Request.Page-1)*in.Limit, len(found.Hits), found.Total)
	return out, nil
}

// read makes a search of the arguments. A value of a filter that there isn't is an
// error: it finds nothing, and a model would take that for an answer.
func (in searchIn) read(x ask.Snapshot) (ask.Search, error) {
	values := url.Values{ask.ParamQuery: {in.Query}}
	for name, list := range map[string][]string{
		index.FacetOrganisation: in.Organisation, index.FacetDocument: in.Document, "objective": in.Objective, "threat": in.Threat, "kind": in.Kind,
	} {
		for _, v := range list {
			values.Add(name, strings.ToLower(strings.TrimSpace(v)))
		}
	}
	asked, err := x.ReadSearch(values, true)
	asked.Request.NearAlone = 0 // a model takes what is listed for what was asked
	var wrong *ask.Error
	switch {
	case errors.As(err, &wrong) && len(wrong.Fields) > 0:
		return asked, argumentError(wrong.Fields[0].Parameter, wrong.Fields[0].Detail)
	case err != nil:
		return asked, err
	case len(asked.Unknown) > 0:
		u := asked.Unknown[0]
		return asked, argumentError(u.Parameter, fmt.Sprintf("%q is unknown here: see list_organisations or get_contents for what there is", u.Value))
	}
	return asked, nil
}

func known(x ask.Snapshot, facet, value string) bool {
	switch facet {
	case index.FacetDocument:
		return x.Document(value) != nil
	case index.FacetOrganisation:
		return slices.ContainsFunc(x.OrganisationList(), func(o index.OrganisationSummary) bool { return o.Slug == value })
	}
	return slices.ContainsFunc(x.Values(facet), func(v index.FacetValue) bool { return v.Value == value })
}

// plain is a snippet without its marks.
func plain(html string) string {
	return strings.NewReplacer("<mark>", "", "</mark>", "", "&lt;", "<", "&gt;", ">", "&#34;", `"`, "&#39;", "'", "&amp;", "&").Replace(html)
}
