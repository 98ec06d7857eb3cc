package mcp

import (
	"context"
	"fmt"
	"strings"

	"socsearch/cmd/server/ask"
	"socsearch/sources/document"
)

type organisationsIn struct {
	Name   string `json:"name,omitempty" jsonschema:"part of a name or abbreviation; all if left out"`
	Cursor string `json:"cursor,omitempty"`
}

type organisationsOut struct {
	about
	Organisations []organisation `json:"organisations"`
	NextCursor    string         `json:"next_cursor,omitempty"`
}

type organisation struct {
	Slug         string `json:"slug"`
	Name         string `json:"name"`
	Abbreviation string `json:"abbreviation,omitempty"`
	Passages     int    `json:"passages" jsonschema:"how many name it"`
	Address      string `json:"address"`
}

func (t *tools) organisations(_ context.Context, x ask.Snapshot, in organisationsIn) (organisationsOut, error) {
	out := organisationsOut{about: aboutIndex(x), Organisations: []organisation{}}
	from, err := offset(in.Cursor)
	if err != nil {
		return out, err
	}
	wanted := strings.ToLower(strings.TrimSpace(in.Name))
	var all []organisation
	for _, o := range x.OrganisationList() {
		if strings.Contains(strings.ToLower(o.Name+" "+o.Abbreviation+" "+o.Slug), wanted) {
			all = append(all, organisation{o.Slug, o.Name, o.Abbreviation, o.Count, t.base + "/organisations/" + o.Slug})
		}
	}
	const page = 100
	out.Organisations = append(out.Organisations, all[min(from, len(all)):min(from+page, len(all))]...)
	out.NextCursor = next(from, len(out.Organisations), len(all))
	return out, nil
}

type contentsIn struct {
	Document string `json:"document,omitempty" jsonschema:"slug of a document; all documents if left out"`
}

type contentsOut struct {
	about
	Documents []documentOut `json:"documents"`
}

type documentOut struct {
	Slug      string    `json:"slug"`
	Title     string    `json:"title"`
	Series    string    `json:"series,omitempty"`
	Published string    `json:"published,omitempty"`
	Status    string    `json:"status"`
	Passages  int       `json:"passages"`
	Address   string    `json:"address"`
	Headings  []heading `json:"headings,omitempty"`
}

type heading struct {
	Heading string `json:"heading"`
	Level   int    `json:"level"`
	Page    int    `json:"page,omitempty"`
	First   string `json:"first,omitempty" jsonschema:"id of the first passage below it"`
}

func (t *tools) contents(_ context.Context, x ask.Snapshot, in contentsIn) (contentsOut, error) {
	out := contentsOut{about: aboutIndex(x), Documents: []documentOut{}}
	for i := range x.Documents {
		d := &x.Documents[i]
		if in.Document != "" && d.Slug != strings.ToLower(in.Document) {
			continue
		}
		o := documentOut{Slug: d.Slug, Title: d.Title, Series: d.Series, Published: d.Published, Status: d.Status(), Passages: d.Passages, Address: t.base + "/" + d.Slug}
		if in.Document != "" {
			o.Headings = flatten(d.Contents, nil)
		}
		out.Documents = append(out.Documents, o)
	}
	if len(out.Documents) == 0 {
		return out, argumentError("document", fmt.Sprintf("%q is none of the documents here: leave it out to list them", in.Document))
	}
	return out, nil
}

// flatten lists headings in reading order: schemas of tools can't describe trees.
func flatten(nodes []*document.Heading, list []heading) []heading {
	for _, n := range nodes {
		list = append(list, heading{n.Heading, n.Level, int(n.Page), n.First})
		list = flatten(n.Children, list)
	}
	return list
}
