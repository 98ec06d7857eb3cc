package web

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"io"
	"net/http"
	"slices"
	"strconv"
	"strings"
	"time"

	"socsearch/index"
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

func newRegisterLine(x *index.Index, e registered, day time.Time) any {
	p := e.passage
	place := placeJSON{p.ID, p.Document, p.Label, p.Page, p.Objective, e.link(), registerCitation(x, e, day)}
	if e.commitment != nil {
		return commitmentLine{place, *e.commitment}
	}
	return expectationLine{place, *e.expectation}
}

func registerCitation(x *index.Index, e registered, day time.Time) string {
	d := x.Document(e.passage.Document)
	if d == nil {
		return ""
	}
	return cite.Cite(cite.StyleOSCOLA, cite.Work{Manifest: &d.Manifest, Pins: cite.Passages(e.passage)}, day).Text
}

// registerPath is the address of the register in the API.
const registerPath = "/api/v1/commitments"

// commitmentsAPI answers GET /api/v1/commitments.
func (s *server) commitmentsAPI(w http.ResponseWriter, r *http.Request, x *index.Index) error {
	q, err := readRegister(x, r.URL.Query(), true)
	if err != nil {
		return err
	}
	found, err := findRegistered(r.Context(), x, q)
	if err != nil {
		return err
	}
	name := acceptedFormat(r)
	if !slices.Contains(registerFormats, name) {
		name = registerFormats[0]
	}
	f := formatByName(name)
	f.setContentType(w.Header())
	e := registerExport{index: x, list: q.list, base: s.base(r), day: today(), lines: found.lines}
	switch name {
	case "csv":
		return e.csv(w)
	case "markdown":
		return writeText(w, e.markdown())
	}
	links := s.registerLinks(q, len(found.lines))
	setLinks(w.Header(), links)
	e.lines = q.pageOf(found.lines)
	if name == "ndjson" {
		return e.ndjson(w)
	}
	answer := registerAnswer{List: q.list, Total: len(found.lines), Page: q.page, PerPage: q.perPage, Links: links, Results: []any{}, Facets: map[string]facetJSON{}}
	for _, line := range e.lines {
		answer.Results = append(answer.Results, newRegisterLine(x, line, e.day))
	}
	for _, f := range found.facets {
		values := []facetValueJSON{}
		for _, v := range f.values {
			values = append(values, facetValueJSON{v.Value, v.Label, v.Count, v.Selected})
		}
		answer.Facets[f.name] = facetJSON{values, f.withoutValue}
	}
	return writeJSON(w, answer)
}

func (s *server) registerLinks(q registerRequest, total int) linksJSON {
	at := s.BaseURL + registerPath
	links := linksJSON{Self: at + q.address.String()}
	if q.perPage > 0 && q.page*q.perPage < total {
		links.Next = document.OptionalString(at + q.address.page(q.page+1).String())
	}
	if q.page > 1 {
		links.Previous = document.OptionalString(at + q.address.page(q.page-1).String())
	}
	return links
}

// registerExport writes lines of the register in the formats besides JSON.
type registerExport struct {
	index *index.Index
	list  string
	lines []registered
	base  string // before every path
	day   time.Time
}

func (e registerExport) ndjson(w io.Writer) error {
	var b bytes.Buffer
	for _, line := range e.lines {
		if err := encodeJSON(&b, newRegisterLine(e.index, line, e.day)); err != nil {
			return err
		}
	}
	_, err := b.WriteTo(w)
	return err
}

// commitmentColumns and expectationColumns are the columns of an export as CSV.
var (
	commitmentColumns = []string{"passage", "document", "label", "page", "objective", "text", "actors", "kind", "strength", "sure",
		"by", "years", "money", "pounds", "footnote", "repeats", "why", "citation", "url", "notice"}
	expectationColumns = []string{"passage", "document", "label", "page", "objective", "text", "of", "sure", "footnote", "why", "citation", "url", "notice"}
)

// csv writes all lines, as RFC 4180 has it.
func (e registerExport) csv(w io.Writer) error {
	out := csv.NewWriter(w)
	out.UseCRLF = true
	columns := commitmentColumns
	if e.list == listExpectations {
		columns = expectationColumns
	}
	out.Write(columns)
	for _, line := range e.lines {
		cells := e.cells(line)
		for i := range cells {
			cells[i] = guardCell(cells[i])
		}
		out.Write(cells)
	}
	out.Flush()
	return out.Error()
}

func (e registerExport) cells(line registered) []string {
	p := line.passage
	cells := []string{p.ID, p.Document, p.Label, optional(p.Page), optional(p.Objective), line.text()}
	last := []string{registerCitation(e.index, line, e.day), e.base + line.link(), e.index.Document(p.Document).Licence.Notice}
	if c := line.commitment; c != nil {
		sum := ""
		if len(c.Amounts) > 0 {
			sum = strconv.FormatFloat(line.sum(), 'f', -1, 64)
		}
		cells = append(cells, strings.Join(c.Actors, listSeparator), string(c.Kind), string(c.Strength), yesNo(c.Sure), c.By,
			strings.Join(yearValues(c.Years), listSeparator), strings.Join(c.Money, listSeparator), sum, c.Footnote, c.Repeats, whyWords(c.Why))
		return append(cells, last...)
	}
	x := line.expectation
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

// markdown writes all lines as a list, with the notices of their documents.
func (e registerExport) markdown() string {
	var b strings.Builder
	var notices []string
	for _, line := range e.lines {
		text := strings.ReplaceAll(line.text(), "\n", " ")
		fmt.Fprintf(&b, "- %s (%s) [%s](%s%s)\n", text, e.summary(line), registerCitation(e.index, line, e.day), e.base, line.link())
		if n := e.index.Document(line.passage.Document).Licence.Notice; n != "" && !slices.Contains(notices, n) {
			notices = append(notices, n)
		}
	}
	for _, n := range notices {
		b.WriteString("\n" + n + "\n")
	}
	return b.String()
}

// summary says in a few words who undertakes a line, by when and how firmly.
func (e registerExport) summary(line registered) string {
	c := line.commitment
	if c == nil {
		return "expected of " + line.expectation.Of + doubtful(line.expectation.Sure)
	}
	var who []string
	for _, a := range c.Actors {
		who = append(who, actorLabel(e.index, a))
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
