package mcp

import (
	"cmp"
	"errors"
	"fmt"
	"strconv"
	"strings"
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
	maxCursor   = 100_000 // what a cursor may skip: nobody reads that far
)

// about is what every answer says of where it is from.
type about struct {
	Index      string   `json:"index" jsonschema:"fingerprint of the index: the same documents have the same"`
	Superseded []string `json:"superseded" jsonschema:"documents that a later one has taken the place of; say so when you cite them"`
}

func aboutIndex(x ask.Snapshot) about {
	a := about{Index: x.Manifest.Fingerprint(), Superseded: []string{}}
	for _, d := range x.Documents {
		if line := d.SupersededLine(); line != "" {
			a.Superseded = append(a.Superseded, line)
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
	Match       string     `json:"match,omitempty" jsonschema:"words: all that was asked; partial: some; family: words of the same family alone; meaning: none, close in meaning"`
	Because     string     `json:"because,omitempty" jsonschema:"of one that is close in meaning the nearest sentence; of one by family the words that it has"`
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
	return passage{
		ID: p.ID, Label: p.Label, Document: x.Document(p.Document).Title, Page: int(p.Page), PageEnd: int(p.PageEnd), Section: p.Section,
		Remark: p.Remark, Citation: citation(x, cite.Pin{Passage: p}), Address: t.base + p.URL, Fingerprint: p.Fingerprint(),
	}
}

// whole is a passage with its words.
func (t *tools) whole(x ask.Snapshot, p *document.Passage) passage {
	out := t.passage(x, p)
	out.Text = p.Text
	for _, n := range p.Footnotes {
		out.Footnotes = append(out.Footnotes, footnote{n.Number, n.Text})
	}
	return out
}

func citation(x ask.Snapshot, pin cite.Pin) string {
	work := cite.Work{Manifest: &x.Document(pin.Passage.Document).Manifest, Pins: []cite.Pin{pin}}
	return cite.Cite(cite.StyleOSCOLA, work, today()).Text
}

func today() time.Time { return time.Now().UTC().Truncate(24 * time.Hour) }

// argumentError names the argument that is wrong and what to do.
func argumentError(argument, detail string) error {
	return fmt.Errorf("%s %s", argument, detail)
}

// argument tells of the first parameter that can't be read as of the argument of a
// tool that it came from; names has those that are called otherwise there.
func argument(err error, names map[string]string) error {
	var wrong *ask.Error
	if !errors.As(err, &wrong) || len(wrong.Fields) == 0 {
		return err
	}
	f := wrong.Fields[0]
	return argumentError(cmp.Or(names[f.Parameter], f.Parameter), f.Detail)
}

// tidy are values as addresses have them.
func tidy(list ...string) []string {
	var values []string
	for _, v := range list {
		if v = strings.ToLower(strings.TrimSpace(v)); v != "" {
			values = append(values, v)
		}
	}
	return values
}

// offset reads a cursor: where the answer before ended.
func offset(cursor string) (int, error) {
	if cursor == "" {
		return 0, nil
	}
	n, err := strconv.Atoi(cursor)
	if err != nil || n < 0 || n > maxCursor {
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
