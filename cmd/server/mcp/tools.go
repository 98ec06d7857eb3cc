package mcp

import (
	"fmt"
	"strconv"
	"time"

	"socsearch/cmd/server/ask"
	"socsearch/sources/cite"
	"socsearch/sources/document"
)

// The bounds of an answer: what a model reads well, and what no argument can exceed.
const (
	maxResults  = 20      // passages found, of one page
	maxPassages = 20      // passages read whole, of one page
	maxWords    = 1_000   // characters of a query
	maxDraft    = 200_000 // characters of a text to check
)

// about is what every answer says of where it is from.
type about struct {
	Index      string   `json:"index" jsonschema:"fingerprint of the index: the same documents have the same"`
	Superseded []string `json:"superseded" jsonschema:"documents that a later one has taken the place of; say so when you cite them"`
}

func aboutIndex(x ask.Snapshot) about {
	a := about{Index: x.Manifest.Fingerprint(), Superseded: []string{}}
	for _, d := range x.Documents {
		if by := d.SupersededBy; by != nil {
			a.Superseded = append(a.Superseded, fmt.Sprintf("%s is superseded by %s (%s, %s).", d.Title, by.Title, by.Series, by.Date))
		}
	}
	return a
}

// passage is a passage verbatim.
type passage struct {
	ID          string     `json:"id"`
	Label       string     `json:"label"`
	Document    string     `json:"document"`
	Page        int        `json:"page,omitempty" jsonschema:"printed page on which it begins"`
	PageEnd     int        `json:"page_end,omitempty"`
	Section     []string   `json:"section"`
	Text        string     `json:"text,omitempty" jsonschema:"the words, verbatim"`
	Snippet     string     `json:"snippet,omitempty" jsonschema:"a part of the words, around those that were found"`
	Match       string     `json:"match,omitempty" jsonschema:"words: all that was asked; partial: some; meaning: none, close in meaning"`
	Footnotes   []footnote `json:"footnotes,omitempty"`
	Remark      string     `json:"remark,omitempty"`
	Citation    string     `json:"citation" jsonschema:"OSCOLA footnote"`
	Address     string     `json:"address"`
	Fingerprint string     `json:"fingerprint" jsonschema:"changes if a word of it does"`
}

type footnote struct {
	Number string `json:"number"`
	Text   string `json:"text"`
}

func (t *tools) passage(x ask.Snapshot, p *document.Passage) passage {
	work := cite.Work{Manifest: &x.Document(p.Document).Manifest, Pins: cite.Passages(p)}
	return passage{
		ID: p.ID, Label: p.Label, Document: x.Document(p.Document).Title, Page: int(p.Page), PageEnd: int(p.PageEnd), Section: p.Section,
		Remark: p.Remark, Citation: cite.Cite(cite.StyleOSCOLA, work, today()).Text, Address: t.base + p.URL, Fingerprint: p.Fingerprint(),
	}
}

func today() time.Time { return time.Now().UTC().Truncate(24 * time.Hour) }

// argumentError names the argument that is wrong and what to do.
func argumentError(argument, detail string) error {
	return fmt.Errorf("%s %s", argument, detail)
}

// offset reads a cursor: where the answer before ended.
func offset(cursor string) (int, error) {
	if cursor == "" {
		return 0, nil
	}
	n, err := strconv.Atoi(cursor)
	if err != nil || n < 0 {
		return 0, argumentError("cursor", "is none of those that were given: leave it out to begin anew")
	}
	return n, nil
}

// next is the cursor of what follows; "" if nothing does.
func next(from, shown, total int) string {
	if from+shown >= total {
		return ""
	}
	return strconv.Itoa(from + shown)
}
