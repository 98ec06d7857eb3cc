package web

import (
	"fmt"
	"html/template"
	"net/http"
	"strings"

	"socsearch/index"
	"socsearch/sources/document"
)

// searchView is the search page.
type searchView struct {
	view
	Description string
	Notes       []string
	Also        []string // what else was searched for
	WordsOnly   string   // the search without that
	Suggestion  linkView
	Nothing     *index.Nothing
	Unused      []index.UnusedWord
	Obstacles   []linkView // filters to take off
	Total       int
	Results     []resultView
	Facets      []facetView
	Chips       []chipView
	Hidden      []hiddenField // what the search form must carry along
	Pager       pagerView
	Sorts       []linkView
	Start       bool // nothing was asked yet
}

type resultView struct {
	*document.Passage
	Snippet  template.HTML
	Footnote string // the footnote that the snippet is from
	Path     []string
	Link     string
	Number   int // in the list, from 1
	Partial  bool
}

type facetView struct {
	Name, Title string
	Values      []facetValueView
	More        []facetValueView // those that are folded away
	Open        bool
}

type facetValueView struct {
	index.Count
	Name string // of the parameter
}

type chipView struct{ Label, Remove string }

type hiddenField struct{ Name, Value string }

type linkView struct {
	Label, Link string
	Current     bool
}

type pagerView struct {
	Previous, Next string
	Page, Last     int
}

// facetTitles stand over the facets.
var facetTitles = map[string]string{
	"organisation": "Organisation",
	"objective":    "Objective",
	"part":         "Part",
	"threat":       "Threat",
	"strand":       "Strand",
	"kind":         "Kind of passage",
	"document":     "Document",
}

// shownValues is how many values of an open facet stand before the fold.
const shownValues = 10

// searchPage answers GET /.
func (s *server) searchPage(w http.ResponseWriter, r *http.Request, x *index.Index) error {
	asked, err := readSearch(x, r.URL.Query(), false)
	if err != nil {
		return err
	}
	found, err := x.Search(r.Context(), asked.request)
	if err != nil {
		return err
	}
	v := searchView{
		view:        s.view(searchTitle(asked), r),
		Description: describe(x, asked.request, found.Total),
		Notes:       notes(asked.request, found),
		Also:        also(found.Expanded),
		WordsOnly:   "/" + asked.address.page(1).set(paramSynonyms, "off").String(),
		Nothing:     found.Nothing,
		Unused:      found.Unused,
		Total:       found.Total,
		Facets:      facetViews(found.Facets),
		Chips:       chips(x, asked),
		Pager:       pager(asked, found.Total),
		Sorts:       sorts(asked),
		Start:       asked.address.String() == "",
	}
	if found.Suggestion != "" {
		v.Suggestion = linkView{Label: found.Suggestion, Link: "/" + asked.address.page(1).set(paramQuery, found.Suggestion).String()}
	}
	if found.Nothing != nil {
		v.Obstacles = obstacles(asked, found.Nothing)
	}
	for i, h := range found.Hits {
		v.Results = append(v.Results, newResultView(asked, h, (asked.request.Page-1)*asked.request.PerPage+i+1))
	}
	return s.render(w, r, http.StatusOK, "search", v)
}

func searchTitle(asked search) string {
	if q := asked.request.Query.Raw; q != "" {
		return q
	}
	return "Search"
}

func newResultView(asked search, h index.Hit, number int) resultView {
	link := h.Passage.URL
	if q := asked.request.Query.Raw; q != "" {
		link += queryAddress(q)
	}
	return resultView{
		Passage:  h.Passage,
		Snippet:  template.HTML(h.Snippet.HTML), // escaped by package index
		Footnote: h.Snippet.Footnote,
		Path:     h.Passage.Section,
		Link:     link,
		Number:   number,
		Partial:  h.Partial,
	}
}

func facetViews(facets []index.Facet) []facetView {
	var views []facetView
	for _, f := range facets {
		v := facetView{Name: f.Name, Title: facetTitles[f.Name], Open: f.Name == index.FacetOrganisation || f.Name == "objective"}
		for i, c := range f.Values {
			value := facetValueView{c, f.Name}
			v.Open = v.Open || c.Selected
			if i < shownValues || c.Selected {
				v.Values = append(v.Values, value)
			} else {
				v.More = append(v.More, value)
			}
		}
		views = append(views, v)
	}
	return views
}

// chips lists what narrows the search, each with the way to take it off.
func chips(x *index.Index, asked search) []chipView {
	var list []chipView
	add := func(name, value, label string) {
		list = append(list, chipView{label, "/" + asked.address.without(name, value).String()})
	}
	for _, f := range index.FacetFields {
		filter := asked.request.Filters[f.Name]
		for _, v := range filter.Any {
			add(f.Name, v, x.Label(f.Name, v))
		}
		for _, v := range filter.All {
			add(prefixAll+f.Name, v, "must have: "+x.Label(f.Name, v))
		}
		for _, v := range filter.Reject {
			add(prefixReject+f.Name, v, "without: "+x.Label(f.Name, v))
		}
	}
	if asked.request.Implied {
		add(paramInclude, "implied", "implied organisations too")
	}
	if asked.request.Exact {
		add(paramMatch, "exact", "word forms as typed")
	}
	if asked.request.Plain {
		add(paramSynonyms, "off", "the words typed alone")
	}
	return list
}

// obstacles lists the filters that emptied a result, each with the search
// without it.
func obstacles(asked search, n *index.Nothing) []linkView {
	var list []linkView
	for _, f := range n.Filters {
		at := asked.address.page(1)
		for _, prefix := range []string{"", prefixAll, prefixReject} {
			at = at.set(prefix+f.Facet, "")
		}
		label := fmt.Sprintf("without the filter by %s: %s", strings.ToLower(facetTitles[f.Facet]), countPassages(f.Without))
		list = append(list, linkView{Label: label, Link: "/" + at.String()})
	}
	return list
}

func pager(asked search, total int) pagerView {
	r := asked.request
	if r.PerPage == 0 {
		return pagerView{}
	}
	p := pagerView{Page: r.Page, Last: max(1, (total+r.PerPage-1)/r.PerPage)}
	if r.Page > 1 {
		p.Previous = "/" + asked.address.page(r.Page-1).String()
	}
	if r.Page < p.Last {
		p.Next = "/" + asked.address.page(r.Page+1).String()
	}
	return p
}

func sorts(asked search) []linkView {
	at := asked.address.page(1)
	return []linkView{
		{"Best match", "/" + at.set(paramSort, "").String(), asked.request.Sort == index.SortRelevance},
		{"Reading order", "/" + at.set(paramSort, string(index.SortDocument)).String(), asked.request.Sort == index.SortDocument},
	}
}
