package mcp

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"socsearch/index"
	"socsearch/index/draft"
	"socsearch/index/query"
	"socsearch/sources/cite"
	"socsearch/sources/document"
	"socsearch/sources/resolve"
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

func aboutIndex(x *index.Index) about {
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

func (t *tools) passage(x *index.Index, p *document.Passage) passage {
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

func (t *tools) search(ctx context.Context, x *index.Index, in searchIn) (searchOut, error) {
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
	filters, err := filtersOf(x, in)
	if err != nil {
		return out, err
	}
	r := index.Request{Query: query.Parse(in.Query), Filters: filters, Sort: index.SortRelevance, Page: from/in.Limit + 1, PerPage: in.Limit}
	found, err := x.Search(ctx, r)
	if err != nil {
		return out, err
	}
	out.Total, out.Description = found.Total, r.Query.String()
	out.Notes = append(out.Notes, r.Query.Notes...)
	if found.NotUsed != "" {
		out.Notes = append(out.Notes, found.NotUsed)
	}
	if found.Total == 0 {
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
	out.NextCursor = next((r.Page-1)*in.Limit, len(found.Hits), found.Total)
	return out, nil
}

// filtersOf checks the filters: a value that there isn't finds nothing, and a model
// would take that for an answer.
func filtersOf(x *index.Index, in searchIn) (index.Filters, error) {
	filters := index.Filters{}
	for _, f := range []struct {
		facet  string
		values []string
	}{{index.FacetOrganisation, in.Organisation}, {index.FacetDocument, in.Document}, {"objective", in.Objective}, {"threat", in.Threat}, {"kind", in.Kind}} {
		if len(f.values) == 0 {
			continue
		}
		for i, v := range f.values {
			f.values[i] = strings.ToLower(strings.TrimSpace(v))
			if !known(x, f.facet, f.values[i]) {
				return nil, argumentError(f.facet, fmt.Sprintf("%q is unknown here: see list_organisations or get_contents for what there is", v))
			}
		}
		filters[f.facet] = index.Filter{Any: f.values}
	}
	return filters, nil
}

func known(x *index.Index, facet, value string) bool {
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

type passagesIn struct {
	IDs    []string `json:"ids" jsonschema:"ids of passages, ranges (DOCUMENT/79-82), printed pages (DOCUMENT/page/31), or references as people write them"`
	Cursor string   `json:"cursor,omitempty" jsonschema:"next_cursor of the answer before"`
}

type passagesOut struct {
	about
	Passages   []passage `json:"passages"`
	NextCursor string    `json:"next_cursor,omitempty"`
}

func (t *tools) passages(_ context.Context, x *index.Index, in passagesIn) (passagesOut, error) {
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
		whole := t.passage(x, p)
		whole.Text = p.Text
		for _, n := range p.Footnotes {
			whole.Footnotes = append(whole.Footnotes, footnote{n.Number, n.Text})
		}
		out.Passages = append(out.Passages, whole)
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
	Passages []string `json:"passages" jsonschema:"ids"`
	Address  string   `json:"address"`
	Note     string   `json:"note,omitempty" jsonschema:"what the reference left open, and how it was taken"`
	Others   []string `json:"others,omitempty" jsonschema:"ids in other documents that the reference fits as well"`
}

func (t *tools) resolve(_ context.Context, x *index.Index, in resolveIn) (resolveOut, error) {
	out := resolveOut{about: aboutIndex(x), Passages: []string{}}
	found, err := x.Resolve(in.Reference)
	if err != nil {
		return out, argumentError("reference", describe(in.Reference, err))
	}
	out.Passages, out.Address, out.Note, out.Others = found.Passages, t.base+found.URL, found.Note, found.Others
	const most = 100
	out.Passages = out.Passages[:min(len(out.Passages), most)]
	return out, nil
}

type checkIn struct {
	Text  string `json:"text" jsonschema:"what was written, plain text or Markdown, with its quotation marks and references"`
	Style string `json:"style,omitempty" jsonschema:"of the citations in corrections: oscola, harvard, apa, chicago or plain"`
}

type checkOut struct {
	about
	Summary  draft.Summary   `json:"summary"`
	Findings []draft.Finding `json:"findings" jsonschema:"quotations and references with their verdicts; altered and wrong ones carry a correction"`
}

func (t *tools) check(ctx context.Context, x *index.Index, in checkIn) (checkOut, error) {
	out := checkOut{about: aboutIndex(x), Findings: []draft.Finding{}}
	style := cite.Style(in.Style)
	switch {
	case strings.TrimSpace(in.Text) == "":
		return out, argumentError("text", "is empty: give what was written")
	case len(in.Text) > maxDraft:
		return out, argumentError("text", fmt.Sprintf("is longer than %d characters: check it in pieces", maxDraft))
	case in.Style == "":
		style = cite.StyleOSCOLA
	case !slices.Contains(cite.Styles, style):
		return out, argumentError("style", fmt.Sprintf("must be one of %v", cite.Styles))
	}
	doc, err := draft.Read([]byte(in.Text), draft.FormatMarkdown)
	if err != nil {
		return out, argumentError("text", err.Error())
	}
	checker, err := x.Checker()
	if err != nil {
		return out, err
	}
	report, err := checker.Check(ctx, doc, draft.Options{Style: style, Format: string(draft.FormatMarkdown), Accessed: today()})
	if err != nil {
		return out, err
	}
	out.Summary, out.Findings = report.Summary, append(out.Findings, report.Findings...)
	return out, nil
}

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
}

func (t *tools) organisations(_ context.Context, x *index.Index, in organisationsIn) (organisationsOut, error) {
	out := organisationsOut{about: aboutIndex(x), Organisations: []organisation{}}
	from, err := offset(in.Cursor)
	if err != nil {
		return out, err
	}
	wanted := strings.ToLower(strings.TrimSpace(in.Name))
	var all []organisation
	for _, o := range x.OrganisationList() {
		if strings.Contains(strings.ToLower(o.Name+" "+o.Abbreviation+" "+o.Slug), wanted) {
			all = append(all, organisation{o.Slug, o.Name, o.Abbreviation, o.Count})
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

func (t *tools) contents(_ context.Context, x *index.Index, in contentsIn) (contentsOut, error) {
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
