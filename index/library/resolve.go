package library

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"sync"

	"socsearch/sources/document"
	"socsearch/sources/resolve"
)

// maxResolved is how many passages references are resolved among: the resolver
// holds what names them in memory, some 30 MB for that many.
const maxResolved = 50_000

// Resolver finds passages by references. It is made when it is first asked.
type Resolver func() (*resolve.Resolver, error)

// NewResolver returns a resolver of some documents. names is what the passages are
// named by, a line of JSON for each.
func NewResolver(documents []Document, names []byte) Resolver {
	return sync.OnceValues(func() (*resolve.Resolver, error) { return readResolver(documents, names) })
}

func readResolver(documents []Document, names []byte) (*resolve.Resolver, error) {
	var manifests []*document.Manifest
	for i := range documents {
		manifests = append(manifests, &documents[i].Manifest)
	}
	var passages []document.Passage
	for d := json.NewDecoder(bytes.NewReader(names)); ; {
		var n named
		if err := d.Decode(&n); errors.Is(err, io.EOF) {
			return resolve.New(manifests, passages), nil
		} else if err != nil {
			return nil, fmt.Errorf("%s: %w", NamesName, err)
		}
		passages = append(passages, n.passage())
	}
}

// named is what references can name a passage by.
type named struct {
	ID            string         `json:"id"`
	Document      string         `json:"document"`
	Kind          document.Kind  `json:"kind"`
	Number        string         `json:"number,omitempty"`
	Label         string         `json:"label"`
	Place         document.Place `json:"place"`
	Title         string         `json:"title,omitempty"`
	Page          int            `json:"page,omitempty"`
	PageEnd       int            `json:"page_end,omitempty"`
	Part          string         `json:"part,omitempty"`
	Objective     int            `json:"objective,omitempty"`
	Section       []string       `json:"section,omitempty"`       // headings, the outermost first
	Notes         []note         `json:"notes,omitempty"`         // footnotes
	Organisations []slugged      `json:"organisations,omitempty"` // of an entry
}

// note is a footnote by its number and the page on which it is printed.
type note struct {
	Number string `json:"number"`
	Page   int    `json:"page,omitempty"`
}

// slugged is an organisation that an entry names.
type slugged struct {
	Slug         string `json:"slug"`
	Abbreviation string `json:"abbreviation,omitempty"`
}

func newNamed(p *document.Passage) named {
	n := named{
		ID: p.ID, Document: p.Document, Kind: p.Kind, Number: p.Number, Label: p.Label, Place: p.Place, Title: p.Title,
		Page: int(p.Page), PageEnd: int(p.PageEnd), Part: p.Part, Objective: int(p.Objective), Section: p.Section,
	}
	if p.Kind == document.KindAnnex || p.Kind == document.KindRole {
		for _, m := range p.Organisations {
			n.Organisations = append(n.Organisations, slugged{m.Slug, m.Abbreviation})
		}
	}
	for _, f := range p.Footnotes {
		n.Notes = append(n.Notes, note{f.Number, int(f.Page)})
	}
	return n
}

// passage returns a passage that has what the resolver looks at.
func (n named) passage() document.Passage {
	p := document.Passage{
		ID: n.ID, Document: n.Document, Kind: n.Kind, Number: n.Number, Label: n.Label, Place: n.Place, Title: n.Title, URL: "/" + n.ID,
		Page: document.OptionalInt(n.Page), PageEnd: document.OptionalInt(n.PageEnd),
		Part: n.Part, Objective: document.OptionalInt(n.Objective), Section: n.Section,
	}
	for _, o := range n.Organisations {
		p.Organisations = append(p.Organisations, document.Mention{Slug: o.Slug, Abbreviation: o.Abbreviation})
	}
	for _, f := range n.Notes {
		p.Footnotes = append(p.Footnotes, document.Footnote{Number: f.Number, Page: document.OptionalInt(f.Page)})
	}
	return p
}

// NamesName is the file of what references name passages by, in a generation.
const NamesName = "names.jsonl"

// NamesWriter writes what names the passages: a line of JSON for each, in
// reading order, up to maxResolved.
type NamesWriter struct {
	Names
	file *os.File
	out  *bufio.Writer
}

// Names writes lines.
type Names struct {
	to    *json.Encoder
	lines int
}

// NewNames returns what writes names to w.
func NewNames(w io.Writer) *Names { return &Names{to: json.NewEncoder(w)} }

func NewNamesWriter(folder string) (*NamesWriter, error) {
	f, err := os.Create(filepath.Join(folder, NamesName))
	out := bufio.NewWriter(f)
	return &NamesWriter{*NewNames(out), f, out}, err
}

// Add writes what names a passage.
func (w *Names) Add(p *document.Passage) error {
	if w.lines++; w.lines > maxResolved {
		return nil
	}
	return w.to.Encode(newNamed(p))
}

func (w *NamesWriter) Close() error { return errors.Join(w.out.Flush(), w.file.Close()) }
