package web

import (
	"fmt"
	"net/http"
	"strings"

	"socsearch/index"
	"socsearch/sources/cite"
	"socsearch/sources/document"
)

// searchAnswer is the JSON of a search.
type searchAnswer struct {
	Query      queryJSON               `json:"query"`
	Total      int                     `json:"total"`
	Whole      int                     `json:"whole"` // results that match all of the words; they come first
	Page       int                     `json:"page"`
	PerPage    int                     `json:"per_page"`
	Links      linksJSON               `json:"links"`
	Results    []resultJSON            `json:"results"`
	Facets     map[string]facetJSON    `json:"facets"`
	Suggestion document.OptionalString `json:"suggestion"`
	Nothing    *nothingJSON            `json:"nothing"` // why nothing was found; null if something was
}

type queryJSON struct {
	Raw         string          `json:"raw"`
	Interpreted string          `json:"interpreted"`
	Description string          `json:"description"`
	Notes       []string        `json:"notes"`
	Expanded    []expansionJSON `json:"expanded"`
}

type expansionJSON struct {
	Term      string   `json:"term"`
	To        []string `json:"to"`
	Corrected bool     `json:"corrected"` // the term stands nowhere and was taken for a slip
}

// nothingJSON says why nothing was found.
type nothingJSON struct {
	Sentence       string         `json:"sentence"`
	WithoutFilters int            `json:"without_filters"`
	Filters        []obstacleJSON `json:"filters"`
	Unused         []unusedJSON   `json:"unused"`
}

type obstacleJSON struct {
	Filter  string `json:"filter"`
	Without int    `json:"without"` // passages that the other filters would leave
}

type unusedJSON struct {
	Word    string   `json:"word"`
	Nearest []string `json:"nearest"`
}

func newNothing(found *index.Results) *nothingJSON {
	n := found.Nothing
	if n == nil {
		return nil
	}
	out := &nothingJSON{Sentence: found.NotUsed, WithoutFilters: n.WithoutFilters, Filters: []obstacleJSON{}, Unused: []unusedJSON{}}
	for _, f := range n.Filters {
		out.Filters = append(out.Filters, obstacleJSON{f.Facet, f.Without})
	}
	for _, u := range found.Unused {
		out.Unused = append(out.Unused, unusedJSON{u.Word, notNil(u.Nearest)})
	}
	return out
}

type linksJSON struct {
	Self     string                  `json:"self"`
	Next     document.OptionalString `json:"next"`
	Previous document.OptionalString `json:"previous"`
}

// resultJSON is a passage without the places of its mentions and the texts of
// its footnotes, which its own address has.
type resultJSON struct {
	document.Passage
	Footnotes []footnoteMark `json:"footnotes"`
	Score     float32        `json:"score"`
	Snippet   string         `json:"snippet"`
	Citation  string         `json:"citation"`
	Partial   bool           `json:"partial"` // it matches some of the words only
}

type footnoteMark struct {
	Number string `json:"number"`
	At     int    `json:"at"`
}

type facetJSON struct {
	Values       []facetValueJSON `json:"values"`
	WithoutValue int              `json:"without_value"`
}

type facetValueJSON struct {
	Value    string `json:"value"`
	Label    string `json:"label"`
	Count    int    `json:"count"`
	Selected bool   `json:"selected"`
}

// maxExport bounds an export: more passages than that are a collection, not a
// result.
const maxExport = 10_000

// searchAPI answers GET /api/v1/search.
func (s *server) searchAPI(w http.ResponseWriter, r *http.Request, x *index.Index) error {
	asked, err := readSearch(x, r.URL.Query(), true)
	if err != nil {
		return err
	}
	f := formatByName(acceptedFormat(r))
	if f.whole {
		asked.request.Page, asked.request.PerPage, asked.request.Most = 1, maxExport, maxExport
	}
	found, err := x.Search(r.Context(), asked.request)
	if err != nil {
		return err
	}
	if f.whole && found.Total > maxExport {
		return &httpError{status: http.StatusBadRequest, title: "Too many passages to export",
			detail: fmt.Sprintf("An export holds %d passages at most, and the search finds %d: narrow it.", maxExport, found.Total)}
	}
	if !f.whole {
		setLinks(w.Header(), s.searchLinks(asked, found.Total))
	}
	if f.name != formats[0].name {
		return s.writeExport(w, f, s.newExport(r, x, asked, found))
	}
	return writeJSON(w, s.searchJSON(x, asked, found))
}

// setLinks sets the Link header (RFC 8288).
func setLinks(h http.Header, links linksJSON) {
	var parts []string
	for _, l := range []struct{ rel, href string }{
		{"self", links.Self}, {"next", string(links.Next)}, {"prev", string(links.Previous)},
	} {
		if l.href != "" {
			parts = append(parts, fmt.Sprintf("<%s>; rel=%q", l.href, l.rel))
		}
	}
	h.Set("Link", strings.Join(parts, ", "))
}

func (s *server) searchJSON(x *index.Index, asked search, found *index.Results) searchAnswer {
	q := asked.request.Query
	answer := searchAnswer{
		Query: queryJSON{
			Raw:         q.Raw,
			Interpreted: q.String(),
			Description: describe(x, asked.request, found),
			Notes:       notNil(notes(asked.request, found)),
			Expanded:    []expansionJSON{},
		},
		Total:   found.Total,
		Whole:   found.Whole,
		Page:    asked.request.Page,
		PerPage: asked.request.PerPage,
		Links:   s.searchLinks(asked, found.Total),
		Results: []resultJSON{},
		Facets:  map[string]facetJSON{},

		Suggestion: document.OptionalString(found.Suggestion),
		Nothing:    newNothing(found),
	}
	for _, e := range found.Expanded {
		answer.Query.Expanded = append(answer.Query.Expanded, expansionJSON{e.Term, e.To, e.Corrected})
	}
	for _, h := range found.Hits {
		answer.Results = append(answer.Results, newResult(x, h))
	}
	for _, f := range found.Facets {
		values := []facetValueJSON{}
		for _, v := range f.Values {
			values = append(values, facetValueJSON{v.Value, v.Label, v.Count, v.Selected})
		}
		answer.Facets[f.Name] = facetJSON{values, f.WithoutValue}
	}
	return answer
}

// searchPath is the address of the search in the API.
const searchPath = "/api/v1/search"

func (s *server) searchLinks(asked search, total int) linksJSON {
	at := s.BaseURL + searchPath
	page, perPage := asked.request.Page, asked.request.PerPage
	links := linksJSON{Self: at + asked.address.String()}
	if perPage > 0 && page*perPage < total {
		links.Next = document.OptionalString(at + asked.address.page(page+1).String())
	}
	if page > 1 {
		links.Previous = document.OptionalString(at + asked.address.page(page-1).String())
	}
	return links
}

func newResult(x *index.Index, h index.Hit) resultJSON {
	r := resultJSON{Passage: *h.Passage, Footnotes: []footnoteMark{}, Score: h.Score, Snippet: h.Snippet.HTML, Partial: h.Partial}
	r.Organisations = withoutWhy(h.Passage.Organisations)
	r.Implied = withoutWhy(h.Passage.Implied)
	for _, n := range h.Passage.Footnotes {
		r.Footnotes = append(r.Footnotes, footnoteMark{n.Number, n.At})
	}
	if d := x.Document(h.Passage.Document); d != nil {
		w := cite.Work{Manifest: &d.Manifest, Pins: cite.Passages(h.Passage)}
		r.Citation = cite.Cite(cite.StyleOSCOLA, w, today()).Text
	}
	return r
}

func withoutWhy(mentions []document.Mention) []document.Mention {
	bare := make([]document.Mention, len(mentions))
	for i, m := range mentions {
		m.Why = nil
		bare[i] = m
	}
	return bare
}

func notNil(list []string) []string {
	if list == nil {
		return []string{}
	}
	return list
}
