package web

import (
	"bytes"
	"fmt"
	"net/http"
	"sync"

	"socsearch/cmd/server/ask"
	"socsearch/index"
	"socsearch/sources/document"
)

// searchHead and searchTail are the JSON of a search before its results and
// after them.
type searchHead struct {
	Query queryJSON `json:"query"`
	Total int       `json:"total"`
	Whole int       `json:"whole"` // results that match all of the words; they come first, unless the query is a sentence
	// ByMeaning is how many of the results have none of the words that tell; neither
	// the total nor the facets count them.
	ByMeaning int       `json:"by_meaning"`
	Page      int       `json:"page"`
	PerPage   int       `json:"per_page"`
	Links     linksJSON `json:"links"`
}

type searchTail struct {
	Facets      map[string]facetJSON    `json:"facets"`
	Unknown     []ask.UnknownValue      `json:"unknown"` // values of filters that there aren't
	Suggestion  document.OptionalString `json:"suggestion"`
	ZeroResults *zeroResultsJSON        `json:"nothing"` // why nothing was found; null if something was
}

type queryJSON struct {
	Raw         string          `json:"raw"`
	Interpreted string          `json:"interpreted"`
	Description string          `json:"description"`
	Notes       []string        `json:"notes"`
	Expanded    []expansionJSON `json:"expanded"`
	Unused      []unusedJSON    `json:"unused"`   // words that no document has in any form
	NotUsed     string          `json:"not_used"` // a sentence that says so
}

type expansionJSON struct {
	Term      string   `json:"term"`
	To        []string `json:"to"`
	Corrected bool     `json:"corrected"` // the term stands nowhere and was taken for a slip
	Relation  string   `json:"relation"`
}

// zeroResultsJSON says why nothing was found.
type zeroResultsJSON struct {
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

func newZeroResults(found *index.Results) *zeroResultsJSON {
	n := found.ZeroResults
	if n == nil {
		return nil
	}
	out := &zeroResultsJSON{Sentence: found.NotUsed, WithoutFilters: n.WithoutFilters, Filters: []obstacleJSON{}, Unused: unusedWords(found)}
	for _, f := range n.Filters {
		out.Filters = append(out.Filters, obstacleJSON{f.Facet, f.Without})
	}
	return out
}

func unusedWords(found *index.Results) []unusedJSON {
	list := []unusedJSON{}
	for _, u := range found.Unused {
		list = append(list, unusedJSON{u.Word, notNil(u.Nearest)})
	}
	return list
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

// searchAPI answers GET /api/v1/search.
func (s *server) searchAPI(w http.ResponseWriter, r *http.Request, x *snapshot) error {
	asked, err := x.ReadSearch(r.URL.Query(), true)
	if err != nil {
		return err
	}
	f := formatByName(acceptedFormat(r, ask.SearchFormats))
	if f.whole {
		asked.Request.Page, asked.Request.PerPage, asked.Request.Most = 1, ask.MaxExport, ask.MaxExport
	}
	if f.name != formats[0].name && !asked.Near {
		asked.Request.NearAlone = 0
	}
	found, err := x.Search(r.Context(), asked.Request)
	if err != nil {
		return err
	}
	if f.whole && found.Total > ask.MaxExport {
		return &httpError{status: http.StatusBadRequest, title: "Too many passages to export",
			detail: fmt.Sprintf("An export holds %d passages at most, and the search finds %d: narrow it.", ask.MaxExport, found.Total)}
	}
	if !f.whole {
		setLinks(w.Header(), s.searchLinks(asked, found.Total))
	}
	if f.name != formats[0].name {
		return s.writeExport(w, f, s.newExport(r, x, asked, found))
	}
	return s.writeSearch(w, x, asked, found)
}

// buffers are used again: an answer is some 20 kB.
var buffers = sync.Pool{New: func() any { return new(bytes.Buffer) }}

// writeSearch writes the answer of a search as JSON.
func (s *server) writeSearch(w http.ResponseWriter, x *snapshot, asked ask.Search, found *index.Results) error {
	w.Header().Set("Content-Type", "application/json")
	b := buffers.Get().(*bytes.Buffer)
	defer buffers.Put(b)
	b.Reset()
	answer := beginObject(b, nil)
	answer.members(s.searchHead(x, asked, found))
	answer.array("results", len(found.Hits), func(i int) error { return s.results.append(b, x, found.Hits[i], asked.Fields) })
	answer.array("near", len(found.Near), func(i int) error { return s.results.append(b, x, found.Near[i], asked.Fields) })
	answer.members(newSearchTail(asked, found))
	if err := answer.end(); err != nil {
		return err
	}
	b.WriteByte('\n')
	_, err := w.Write(b.Bytes())
	return err
}

func (s *server) searchHead(x *snapshot, asked ask.Search, found *index.Results) searchHead {
	q := asked.Request.Query
	h := searchHead{
		Query: queryJSON{
			Raw:         q.Raw,
			Interpreted: q.String(),
			Description: x.Describe(asked.Request, found),
			Notes:       notNil(ask.Notes(asked, found)),
			Expanded:    []expansionJSON{},
			Unused:      unusedWords(found),
			NotUsed:     found.NotUsed,
		},
		Total:     found.Total,
		Whole:     found.Whole,
		ByMeaning: found.ByMeaning,
		Page:      asked.Request.Page,
		PerPage:   asked.Request.PerPage,
		Links:     s.searchLinks(asked, found.Total),
	}
	for _, e := range found.Expanded {
		h.Query.Expanded = append(h.Query.Expanded, expansionJSON{e.Term, e.To, e.Corrected, string(e.Relation)})
	}
	return h
}

func newSearchTail(asked ask.Search, found *index.Results) searchTail {
	t := searchTail{Facets: map[string]facetJSON{}, Unknown: append([]ask.UnknownValue{}, asked.Unknown...), Suggestion: document.OptionalString(found.Suggestion), ZeroResults: newZeroResults(found)}
	for _, f := range found.Facets {
		values := make([]facetValueJSON, 0, len(f.Values))
		for _, v := range f.Values {
			values = append(values, facetValueJSON{v.Value, v.Label, v.Count, v.Selected})
		}
		t.Facets[f.Name] = facetJSON{values, f.WithoutValue}
	}
	return t
}

// searchPath is the address of the search in the API.
const searchPath = "/api/v1/search"

func (s *server) searchLinks(asked ask.Search, total int) linksJSON {
	return newLinks(s.BaseURL+searchPath, asked.Address, asked.Request.Page, asked.Request.PerPage, total)
}

func notNil(list []string) []string {
	if list == nil {
		return []string{}
	}
	return list
}
