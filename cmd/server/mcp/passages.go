package mcp

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"socsearch/cmd/server/ask"
	"socsearch/sources/resolve"
)

type passagesIn struct {
	IDs    []string `json:"ids" jsonschema:"ids of passages, ranges (DOCUMENT/79-82), printed pages (DOCUMENT/page/31), or references as people write them"`
	Cursor string   `json:"cursor,omitempty" jsonschema:"next_cursor of the answer before"`
}

type passagesOut struct {
	about
	Passages   []passage `json:"passages"`
	NextCursor string    `json:"next_cursor,omitempty"`
}

func (t *tools) passages(_ context.Context, x ask.Snapshot, in passagesIn) (passagesOut, error) {
	out := passagesOut{about: aboutIndex(x), Passages: []passage{}}
	from, err := offset(in.Cursor)
	if err != nil {
		return out, err
	}
	if len(in.IDs) == 0 {
		return out, argumentError("ids", "is empty: name passages by the ids that search gives")
	}
	var ids []string
	for _, wanted := range in.IDs {
		found, err := x.Resolve(wanted)
		if err != nil {
			return out, argumentError("ids", describe(wanted, err))
		}
		for _, id := range found.Passages {
			if !slices.Contains(ids, id) {
				ids = append(ids, id)
			}
		}
	}
	for _, id := range ids[min(from, len(ids)):min(from+maxPassages, len(ids))] {
		p, err := x.Passage(id)
		if err != nil {
			return out, err
		}
		out.Passages = append(out.Passages, t.whole(x, p))
	}
	out.NextCursor = next(from, len(out.Passages), len(ids))
	return out, nil
}

// describe says why a reference leads nowhere, and what to do.
func describe(ref string, err error) string {
	var missing *resolve.MissingError
	if errors.As(err, &missing) {
		return fmt.Sprintf("%q: %s", ref, missing.Error())
	}
	return fmt.Sprintf("%q names no passage: use an id that search gives, or write “para 79”, “p 31” or “fn 39”", ref)
}

type resolveIn struct {
	Reference string `json:"reference" jsonschema:"as somebody wrote it"`
}

type resolveOut struct {
	about
	Total    int       `json:"total" jsonschema:"how many passages are meant"`
	Passages []passage `json:"passages" jsonschema:"the first of them: get_passages has all"`
	Address  string    `json:"address"`
	Note     string    `json:"note,omitempty" jsonschema:"what the reference left open, and how it was taken"`
	Others   []string  `json:"others,omitempty" jsonschema:"ids in other documents that the reference fits as well"`
}

func (t *tools) resolve(_ context.Context, x ask.Snapshot, in resolveIn) (resolveOut, error) {
	out := resolveOut{about: aboutIndex(x), Passages: []passage{}}
	found, err := x.Resolve(in.Reference)
	if err != nil {
		return out, argumentError("reference", describe(in.Reference, err))
	}
	out.Total, out.Address, out.Note, out.Others = len(found.Passages), t.base+found.URL, found.Note, found.Others
	for _, id := range found.Passages[:min(len(found.Passages), maxPassages)] {
		p, err := x.Passage(id)
		if err != nil {
			return out, err
		}
		out.Passages = append(out.Passages, t.whole(x, p))
	}
	return out, nil
}
