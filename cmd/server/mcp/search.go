package mcp

import (
	"context"
	"fmt"
	"net/url"
	"strings"
	"unicode/utf8"

	"socsearch/cmd/server/ask"
	"socsearch/index"
	"socsearch/index/schema"
	"socsearch/sources/document"
)

type searchIn struct {
	Query        string   `json:"query" jsonschema:"words, a phrase in quotation marks, an acronym, or a question"`
	Organisation []string `json:"organisation,omitempty" jsonschema:"slugs from list_organisations; passages that name any of them"`
	Document     []string `json:"document,omitempty" jsonschema:"slugs of documents"`
	Objective    []string `json:"objective,omitempty" jsonschema:"numbers of objectives"`
	Part         []string `json:"part,omitempty" jsonschema:"slugs of parts of a document"`
	Threat       []string `json:"threat,omitempty" jsonschema:"slugs of threats"`
	Strand       []string `json:"strand,omitempty" jsonschema:"slugs of strands of work"`
	Commitment   []string `json:"commitment,omitempty" jsonschema:"passages that undertake something so firmly"`
	Kind         []string `json:"kind,omitempty" jsonschema:"kinds of passages"`
	Limit        int      `json:"limit,omitempty" jsonschema:"1 to 20; 10 if left out"`
	Cursor       string   `json:"cursor,omitempty" jsonschema:"next_cursor of the answer before"`
}

func (searchIn) closed() map[string][]any {
	return map[string][]any{"kind": anyOf(document.Kinds), "commitment": anyOf(document.Strengths)}
}

type searchOut struct {
	about
	Description string    `json:"description" jsonschema:"what was searched for"`
	Notes       []string  `json:"notes" jsonschema:"what a reader must know of the answer"`
	Total       int       `json:"total" jsonschema:"passages with the words; those that are close in meaning aren't counted"`
	Results     []passage `json:"results"`
	Near        []passage `json:"near,omitempty" jsonschema:"passages that have only words of the same family"`
	NextCursor  string    `json:"next_cursor,omitempty"`
}

func (t *tools) search(ctx context.Context, x ask.Snapshot, in searchIn) (searchOut, error) {
	out := searchOut{about: aboutIndex(x), Notes: []string{}, Results: []passage{}}
	asked, err := in.read(x)
	if err != nil {
		return out, err
	}
	found, err := x.Search(ctx, asked.Request)
	if err != nil {
		return out, err
	}
	out.Total, out.Description = found.Total, x.Describe(asked.Request, found)
	out.Notes = append(out.Notes, ask.Notes(asked, found)...)
	for _, also := range ask.Also(found.Expanded) {
		out.Notes = append(out.Notes, "Also searched for: "+also+".")
	}
	if found.Total == 0 {
		if found.NotUsed != "" {
			out.Notes = append(out.Notes, found.NotUsed)
		}
		if len(found.Hits)+len(found.Near) == 0 {
			out.Notes = append(out.Notes, "Nothing was found: try fewer or other words, or leave filters out.")
		}
	}
	for _, h := range found.Hits {
		out.Results = append(out.Results, t.hit(x, h))
	}
	for _, h := range found.Near {
		out.Near = append(out.Near, t.hit(x, h))
	}
	out.NextCursor = next(0, asked.Request.Page*asked.Request.PerPage, found.Total)
	return out, nil
}

func (t *tools) hit(x ask.Snapshot, h index.Hit) passage {
	p := t.passage(x, h.Passage)
	p.Snippet, p.Match, p.Because = plain(h.Snippet.HTML), string(h.Match), h.Because
	return p
}

// read makes a search of the arguments. A value of a filter that there isn't is an
// error: it finds nothing, and a model would take that for an answer.
func (in searchIn) read(x ask.Snapshot) (ask.Search, error) {
	if n := utf8.RuneCountInString(in.Query); n > maxWords {
		return ask.Search{}, argumentError("query", fmt.Sprintf("has %d characters: ask with %d at most", n, maxWords))
	}
	values := url.Values{ask.ParamQuery: {in.Query}}
	for name, list := range map[string][]string{
		schema.FacetOrganisation: in.Organisation, schema.FacetDocument: in.Document, schema.FacetCommitment: in.Commitment,
		"objective": in.Objective, "part": in.Part, "threat": in.Threat, "strand": in.Strand, "kind": in.Kind,
	} {
		values[name] = tidy(list...)
	}
	asked, err := x.ReadSearch(values, true)
	if err != nil {
		return asked, argument(err, nil)
	}
	if len(asked.Unknown) > 0 {
		return asked, unknown(asked.Unknown[0].Parameter, asked.Unknown[0].Value, asked.Unknown[0].Nearest)
	}
	asked.Request.Page, asked.Request.PerPage, err = in.page()
	return asked, err
}

// page reads the limit and the cursor, which is where the answer before ended.
func (in searchIn) page() (page, perPage int, err error) {
	from, err := offset(in.Cursor)
	switch {
	case err != nil:
		return 0, 0, err
	case in.Limit < 0 || in.Limit > maxResults:
		return 0, 0, argumentError("limit", fmt.Sprintf("must be 1 to %d", maxResults))
	case in.Limit == 0:
		in.Limit = maxResults / 2
	}
	if from%in.Limit != 0 {
		return 0, 0, argumentError("cursor", "goes with another limit: keep the limit of the answer before")
	}
	return from/in.Limit + 1, in.Limit, nil
}

// unknown says that a filter's value is none here.
func unknown(argument, value, nearest string) error {
	detail := fmt.Sprintf("%q is unknown here: see list_organisations or get_contents for what there is", value)
	if nearest != "" {
		detail += fmt.Sprintf("; the nearest is %q", nearest)
	}
	return argumentError(argument, detail)
}

// plain is a snippet without its marks.
func plain(html string) string {
	return strings.NewReplacer("<mark>", "", "</mark>", "", "&lt;", "<", "&gt;", ">", "&#34;", `"`, "&#39;", "'", "&amp;", "&").Replace(html)
}
