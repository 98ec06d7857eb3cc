package web

import (
	"cmp"
	"fmt"
	"html/template"
	"net/http"
	"slices"
	"strings"

	"socsearch/cmd/server/ask"
	"socsearch/index"
	"socsearch/index/engine"
	"socsearch/sources/document"
)

// searchView is the search page.
type searchView struct {
	view
	Description template.HTML
	Plain       string // the description as text, for the live region
	Notes       []string
	Also        []string // what else was searched for
	WordsOnly   string   // the search without that
	Suggestion  linkView
	ZeroResults *index.ZeroResults
	Unused      []index.UnusedWord
	Obstacles   []linkView // filters to take off
	Total       int
	Results     []resultView
	Near        []resultView // with words of the same family alone
	Facets      []facetView
	Options     []optionView
	Chips       []chipView
	Clear       string        // the search without any filter
	Hidden      []hiddenField // what the search form must carry along
	Pager       pagerView
	Sorts       []linkView
	Exports     []linkView
	Feed        string // of the search; "" on the start page
	HitMap      hitMapView
	Start       *startView // nil once something was asked
}

type resultView struct {
	*document.Passage
	Snippet  template.HTML
	Footnote string   // the footnote that the snippet is from
	Document string   // that it is from; "" where that goes without saying
	Heading  string   // what the label doesn't say: the nearest heading, a figure's caption
	Path     []string // the headings above that one
	Link     string
	Number   int // among the passages that have the words, from 1
	Partial  bool
	Because  string // words of the same family that it has instead
	Meaning  bool   // it has none of the words; Number is that of the next that has them
}

type linkView struct {
	Label, Link string
	Current     bool
}

type pagerView struct {
	Previous, Next string
	Page, Last     int
}

// searchPage answers GET /.
func (s *server) searchPage(w http.ResponseWriter, r *http.Request, x *snapshot) error {
	asked, err := x.ReadSearch(r.URL.Query(), false)
	if err != nil {
		return err
	}
	asked.Request.Everywhere = x.Manifest.Passages <= maxHitMap
	found, err := x.Search(r.Context(), asked.Request)
	if err != nil {
		return err
	}
	v := x.newSearchView(asked, found)
	v.view = s.view(searchTitle(asked, v.Chips), r)
	v.Query = asked.Request.Query.Raw // without the filters that stood among the words
	if v.HitMap, err = x.newHitMap(asked, found.Everywhere); err != nil {
		return err
	}
	v.Feed = searchPath + asked.Address.ToPage(1).Set(ask.ParamFormat, "atom").String()
	if asked.Address.String() == "" {
		v.Feed = ""
		if v.Start, err = x.newStart(r.Context(), found); err != nil {
			return err
		}
	}
	number := (asked.Request.Page-1)*asked.Request.PerPage + 1
	for _, h := range found.Hits {
		v.Results = append(v.Results, x.newResultView(asked, h, number))
		if h.Match != engine.MatchMeaning {
			number++
		}
	}
	for _, h := range found.Near {
		v.Near = append(v.Near, x.newResultView(asked, h, 0))
	}
	return s.render(w, r, http.StatusOK, "search", v)
}

// newSearchView fills in what a search page says of what was found; the
// results themselves are left to the caller.
func (x *snapshot) newSearchView(asked ask.Search, found *index.Results) searchView {
	v := searchView{
		Description: x.describeHTML(asked.Request, found),
		Plain:       x.Describe(asked.Request, found),
		Notes:       ask.Notes(asked, found),
		Also:        ask.Also(found.Expanded),
		WordsOnly:   "/" + asked.Address.ToPage(1).Set(ask.ParamSynonyms, "off").String(),
		ZeroResults: found.ZeroResults,
		Unused:      found.Unused,
		Total:       found.Total,
		Facets:      x.facetViews(found.Facets, found.Total),
		Options:     options(asked),
		Chips:       x.chips(asked),
		Clear:       "/" + ask.QueryAddress(asked.Request.Query.Raw),
		Hidden:      hiddenFields(asked),
		Pager:       newPager("/", asked.Address, asked.Request.Page, asked.Request.PerPage, found.Total),
		Sorts:       sorts(asked),
		Exports:     exports(asked),
	}
	if found.Suggestion != "" {
		v.Suggestion = linkView{Label: found.Suggestion, Link: "/" + asked.Address.ToPage(1).Set(ask.ParamQuery, found.Suggestion).String()}
	}
	if found.ZeroResults != nil {
		v.Obstacles = obstacles(asked, found.ZeroResults)
	}
	return v
}

// describeHTML is the sentence about a search with its words in <em>.
func (x *snapshot) describeHTML(r index.Request, found *index.Results) template.HTML {
	const begin, end = "\x02", "\x03" // no text holds them
	drop := strings.NewReplacer(begin, "", end, "")
	said := x.DescribeQuoting(r, found, func(words string) string { return begin + drop.Replace(words) + end })
	return template.HTML(strings.NewReplacer(begin, "<em>", end, "</em>").Replace(template.HTMLEscapeString(said)))
}

// searchTitle tells searches apart in tabs and histories: the words, the filters, the
// page.
func searchTitle(asked ask.Search, chips []chipView) string {
	var parts []string
	if q := asked.Request.Query.Raw; q != "" {
		parts = append(parts, q)
	}
	for _, c := range chips {
		parts = append(parts, c.Label)
	}
	if asked.Request.Page > 1 {
		parts = append(parts, fmt.Sprintf("page %d", asked.Request.Page))
	}
	if len(parts) == 0 {
		return "Search"
	}
	return strings.Join(parts, ", ")
}

func (x *snapshot) newResultView(asked ask.Search, h index.Hit, number int) resultView {
	v := resultView{
		Passage:  h.Passage,
		Snippet:  template.HTML(h.Snippet.HTML), // escaped by package index
		Footnote: h.Snippet.Footnote,
		Document: x.documentOf(h.Passage),
		Link:     hitLink(asked, h),
		Number:   number,
		Partial:  h.Partial,
		Because:  h.Because,
		Meaning:  h.Match == engine.MatchMeaning,
	}
	v.Heading, v.Path = headings(h.Passage)
	return v
}

// hitLink leads to what was found: the passage, or the footnote that the snippet is
// from.
func hitLink(asked ask.Search, h index.Hit) string {
	fragment := h.Passage.Anchor()
	if n := h.Snippet.Footnote; n != "" {
		fragment = "fn-" + n
	}
	return h.Passage.URL + asked.Address.ToPage(1).String() + "#" + fragment
}

// headings parts a passage's headings into the nearest and those above it,
// without what its label says already: "Foreword, para 1" needs no "Foreword by
// the Home Secretary". A figure is told by its caption.
func headings(p *document.Passage) (nearest string, above []string) {
	named := cmp.Or(p.Place.In, p.Place.Name())
	above = slices.DeleteFunc(shortPath(p.Section), func(heading string) bool {
		return !p.Place.ByNumber() && (strings.HasPrefix(heading, named) || strings.HasPrefix(named, heading))
	})
	switch p.Kind {
	case document.KindFigure:
		return p.Title, above
	case document.KindBox: // it stands between the paragraphs of a section and has a title of its own
		return "", above
	}
	if n := len(above); n > 0 {
		return above[n-1], above[:n-1]
	}
	return "", nil
}

// shortPath cuts the titles of parts and objectives off: "Part Three ›
// Objective 2 › Fraud" fits a line.
func shortPath(section []string) []string {
	path := make([]string, len(section))
	for i, heading := range section {
		path[i], _, _ = strings.Cut(heading, ":")
	}
	return path
}

// obstacles lists the filters that emptied a result, each with the search
// without it.
func obstacles(asked ask.Search, n *index.ZeroResults) []linkView {
	var list []linkView
	for _, f := range n.Filters {
		at := asked.Address.ToPage(1)
		for _, prefix := range []string{"", ask.PrefixAll, ask.PrefixReject} {
			at = at.Set(prefix+f.Facet, "")
		}
		label := fmt.Sprintf("without the filter by %s: %s", strings.ToLower(ask.FacetNamed(f.Facet).Title), ask.CountPassages(f.Without))
		list = append(list, linkView{Label: label, Link: "/" + at.String()})
	}
	return list
}

// newPager leads to the pages of a list at a path.
func newPager(path string, at ask.Address, page, perPage, total int) pagerView {
	if perPage == 0 {
		return pagerView{}
	}
	p := pagerView{Page: page, Last: max(1, (total+perPage-1)/perPage)}
	if page > 1 {
		p.Previous = path + at.ToPage(min(page-1, p.Last)).String()
	}
	if page < p.Last {
		p.Next = path + at.ToPage(page+1).String()
	}
	return p
}

func sorts(asked ask.Search) []linkView {
	if asked.Request.Query.Root == nil {
		return nil // without words there is nothing to rank by
	}
	at := asked.Address.ToPage(1)
	return []linkView{
		{"Best match", "/" + at.Set(ask.ParamSort, "").String(), asked.Request.Sort == index.SortRelevance},
		{"Reading order", "/" + at.Set(ask.ParamSort, string(index.SortDocument)).String(), asked.Request.Sort == index.SortDocument},
	}
}

// exports lists the forms in which the API gives all the results.
func exports(asked ask.Search) []linkView {
	var list []linkView
	at := asked.Address.ToPage(1)
	for _, f := range []struct{ label, format string }{
		{"Word", "docx"}, {"CSV", "csv"}, {"Markdown", "markdown"}, {"RIS", "ris"}, {"BibTeX", "bibtex"}, {"CSL-JSON", "csl-json"}, {"JSON", ""}, {"a feed", "atom"},
	} {
		list = append(list, linkView{Label: f.label, Link: "/api/v1/search" + at.Set(ask.ParamFormat, f.format).String()})
	}
	return list
}

// beginning reports whether words of the documents begin with a word that none of
// them is.
func beginning(u index.UnusedWord) bool {
	return slices.ContainsFunc(u.Nearest, func(w string) bool { return strings.HasPrefix(w, strings.ToLower(u.Word)) })
}
