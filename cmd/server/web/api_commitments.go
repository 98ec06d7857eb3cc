package web

import (
	"bytes"
	"fmt"
	"io"
	"net/http"
	"strconv"
	"strings"
	"time"

	"socsearch/cmd/internal/spreadsheet"
	"socsearch/cmd/server/ask"
	"socsearch/sources/cite"
	"socsearch/sources/document"
)

// registerAnswer is the JSON of the register.
type registerAnswer struct {
	List    string               `json:"list"`
	Total   int                  `json:"total"`
	Page    int                  `json:"page"`
	PerPage int                  `json:"per_page"`
	Links   linksJSON            `json:"links"`
	Results []any                `json:"results"`
	Facets  map[string]facetJSON `json:"facets"`
}

// placeJSON is where a line of the register stands.
type placeJSON struct {
	Passage   string               `json:"passage"`
	Document  string               `json:"document"`
	Label     string               `json:"label"`
	Page      document.OptionalInt `json:"page"`
	Objective document.OptionalInt `json:"objective"`
	URL       string               `json:"url"`
	Citation  string               `json:"citation"`
}

// commitmentLine and expectationLine are lines of the two lists.
type commitmentLine struct {
	placeJSON
	document.Commitment
}

type expectationLine struct {
	placeJSON
	document.Expectation
}

func (x *snapshot) newRegisterLine(e ask.Line, day time.Time) any {
	p := e.Passage
	place := placeJSON{p.ID, p.Document, p.Label, p.Page, p.Objective, e.Link(), x.registerCitation(e, day)}
	if e.Commitment != nil {
		return commitmentLine{place, *e.Commitment}
	}
	return expectationLine{place, *e.Expectation}
}

func (x *snapshot) registerCitation(e ask.Line, day time.Time) string {
	d := x.Document(e.Passage.Document)
	if d == nil {
		return ""
	}
	return cite.Cite(cite.StyleOSCOLA, cite.Work{Manifest: &d.Manifest, Pins: cite.Passages(e.Passage)}, day).Text
}

// registerPath is the address of the register in the API.
const registerPath = "/api/v1/commitments"

// commitmentsAPI answers GET /api/v1/commitments.
func (s *server) commitmentsAPI(w http.ResponseWriter, r *http.Request, x *snapshot) error {
	q, err := x.ReadRegister(r.URL.Query(), true)
	if err != nil {
		return err
	}
	found, err := x.FindRegistered(r.Context(), q)
	if err != nil {
		return err
	}
	name := acceptedFormat(r, ask.RegisterFormats)
	f := formatByName(name)
	f.setContentType(w.Header())
	e := registerExport{index: x, list: q.List, base: s.base(r), day: today(), lines: found.Lines, mark: q.BOM}
	switch name {
	case "csv":
		return e.csv(w)
	case "markdown":
		return writeText(w, e.markdown())
	}
	links := s.registerLinks(q, len(found.Lines))
	setLinks(w.Header(), links)
	e.lines = q.PageOf(found.Lines)
	if name == "ndjson" {
		return e.ndjson(w)
	}
	answer := registerAnswer{List: q.List, Total: len(found.Lines), Page: q.Page, PerPage: q.PerPage, Links: links, Results: []any{}, Facets: map[string]facetJSON{}}
	for _, line := range e.lines {
		answer.Results = append(answer.Results, x.newRegisterLine(line, e.day))
	}
	for _, f := range found.Facets {
		values := []facetValueJSON{}
		for _, v := range f.Values {
			values = append(values, facetValueJSON{v.Value, v.Label, v.Count, v.Selected})
		}
		answer.Facets[f.Name] = facetJSON{values, f.WithoutValue}
	}
	return writeJSON(w, answer)
}

func (s *server) registerLinks(q ask.Register, total int) linksJSON {
	return newLinks(s.BaseURL+registerPath, q.Address, q.Page, q.PerPage, total)
}

// registerExport writes lines of the register in the formats besides JSON.
type registerExport struct {
	index *snapshot
	list  string
	lines []ask.Line
	base  string // before every path
	day   time.Time
	mark  bool // a byte order mark before CSV
}

func (e registerExport) ndjson(w io.Writer) error {
	var b bytes.Buffer
	for _, line := range e.lines {
		if err := encodeJSON(&b, e.index.newRegisterLine(line, e.day)); err != nil {
			return err
		}
	}
	_, err := b.WriteTo(w)
	return err
}

// commitmentColumns and expectationColumns are the columns of an export as CSV.
var (
	commitmentColumns = []string{"passage", "document", "label", "page", "objective", "text", "actors", "kind", "strength", "sure",
		"by", "years", "money", "pounds", "footnote", "repeats", "why", "citation", "url", "notice", "superseded"}
	expectationColumns = []string{"passage", "document", "label", "page", "objective", "text", "of", "sure", "footnote", "why", "citation", "url", "notice", "superseded"}
)

// csv writes all lines as a table with a head.
func (e registerExport) csv(w io.Writer) error {
	out := spreadsheet.NewWriter(w)
	if e.mark {
		out.Mark()
	}
	columns := commitmentColumns
	if e.list == ask.ListExpectations {
		columns = expectationColumns
	}
	out.Row(columns...)
	for _, line := range e.lines {
		out.Row(e.cells(line)...)
	}
	return out.Err()
}

func (e registerExport) cells(line ask.Line) []string {
	p := line.Passage
	cells := []string{p.ID, p.Document, p.Label, optional(p.Page), optional(p.Objective), line.Text()}
	d := e.index.Document(p.Document)
	last := []string{e.index.registerCitation(line, e.day), e.base + line.Link(), d.Licence.Notice, d.SupersededLine()}
	if c := line.Commitment; c != nil {
		sum := ""
		if len(c.Amounts) > 0 {
			sum = strconv.FormatFloat(line.Sum(), 'f', -1, 64)
		}
		cells = append(cells, strings.Join(c.Actors, listSeparator), string(c.Kind), string(c.Strength), yesNo(c.Sure), c.By,
			strings.Join(ask.YearValues(c.Years), listSeparator), strings.Join(c.Money, listSeparator), sum, c.Footnote, c.Repeats, whyWords(c.Why))
		return append(cells, last...)
	}
	x := line.Expectation
	return append(append(cells, x.Of, yesNo(x.Sure), x.Footnote, whyWords(x.Why)), last...)
}

func yesNo(b bool) string {
	if b {
		return "yes"
	}
	return "no"
}

func whyWords(why []document.Span) string {
	var list []string
	for _, w := range why {
		list = append(list, w.Text)
	}
	return strings.Join(list, " … ")
}

// markdown writes all lines as a list, with the closing lines of their documents.
func (e registerExport) markdown() string {
	var b strings.Builder
	for _, line := range e.lines {
		text := strings.ReplaceAll(line.Text(), "\n", " ")
		fmt.Fprintf(&b, "- %s (%s) [%s](%s%s)\n", text, e.summary(line), e.index.registerCitation(line, e.day), e.base, line.Link())
	}
	for _, closing := range closing(e.index, e.passages()) {
		b.WriteString("\n" + closing + "\n")
	}
	return b.String()
}

// passages are those that the lines stand in.
func (e registerExport) passages() []*document.Passage {
	var list []*document.Passage
	for _, line := range e.lines {
		list = append(list, line.Passage)
	}
	return list
}

// summary says in a few words who undertakes a line, by when and how firmly.
func (e registerExport) summary(line ask.Line) string {
	c := line.Commitment
	if c == nil {
		return "expected of " + line.Expectation.Of + doubtful(line.Expectation.Sure)
	}
	var who []string
	for _, a := range c.Actors {
		who = append(who, e.index.ActorLabel(a))
	}
	s := strings.Join(who, ", ") + "; " + string(c.Kind)
	if c.By != "" {
		s += "; " + c.By
	}
	if c.Strength == document.Soft {
		s += "; soft"
	}
	return s + doubtful(c.Sure)
}

func doubtful(sure bool) string {
	if sure {
		return ""
	}
	return "; doubtful"
}
