package web

import (
	"context"
	"fmt"
	"math"
	"net/http"
	"slices"
	"strconv"
	"strings"

	"github.com/gorilla/mux"

	"socsearch/cmd/server/ask"
	"socsearch/index"
	"socsearch/index/library"
	"socsearch/index/query"
	"socsearch/sources/document"
)

// documentView is the page of a whole document, or of one printed page of it.
type documentView struct {
	view
	Document       *library.Document
	Contents       []*contentsNode
	Items          []documentItem
	Facts          []factView
	Number         int       // of the printed page; 0 for the whole document
	Blank          bool      // nothing is printed on the page
	Matches        int       // passages that the search finds
	Match          string    // the anchor of the first of them
	Previous, Next *linkView // pages, or further passages of a long document
	Cite           *citeView // of what stands on a printed page; nil for none
	Collected      collectedView
}

// documentItem is a passage with what stands over it.
type documentItem struct {
	passageText
	Headings []*contentsNode
	Matches  bool   // the search finds it
	Match    string // the anchor of the next that it finds; "" for none
	Begins   int    // the printed page that begins with or before it; 0 if the page goes on
	Before   bool   // it began on an earlier page than the one shown
	After    bool   // it goes on after the page shown
}

// factView is a line of what a document is.
type factView struct{ Name, Value, Link string }

// maxPassages is how many passages a page of a document shows: all of any paper
// that was seen, and some MB of HTML. Those of a longer one follow on another.
const maxPassages = 2_000

// paramFrom is the place in its document of the first passage that is shown.
const paramFrom = "from"

// documentPage answers GET /{document}.
func (s *server) documentPage(w http.ResponseWriter, r *http.Request, x *snapshot) error {
	d := x.Document(mux.Vars(r)["document"])
	if d == nil {
		return errNoAddress
	}
	p := ask.Read(r.URL.Query())
	first := p.Number(paramFrom, 1, 1, math.MaxInt32)
	if err := p.Err(); err != nil {
		return err
	}
	passages, err := x.Passages(d.Slug, first-1, maxPassages+1)
	if err != nil {
		return err
	}
	more := len(passages) > maxPassages
	v := s.newDocumentView(r, x, d, passages[:min(len(passages), maxPassages)])
	if err := v.findMatches(r.Context(), x); err != nil {
		return err
	}
	if more {
		v.Next = &linkView{Label: "The passages that follow", Link: fmt.Sprintf("/%s?%s=%d", d.Slug, paramFrom, first+maxPassages)}
	}
	if first > 1 {
		v.Previous = &linkView{Label: "The passages before", Link: fmt.Sprintf("/%s?%s=%d", d.Slug, paramFrom, max(1, first-maxPassages))}
	}
	v.Title = d.Title
	v.Facts = documentFacts(d)
	page := document.OptionalInt(0)
	for i := range v.Items {
		if p := v.Items[i].Page; p > page {
			v.Items[i].Begins, page = int(p), p
		}
	}
	return s.render(w, r, http.StatusOK, "document", v)
}

// printedPage answers GET /{document}/page/{page}: the passages that stand on a
// printed page, wholly or in part.
func (s *server) printedPage(w http.ResponseWriter, r *http.Request, x *snapshot) error {
	d := x.Document(mux.Vars(r)["document"])
	if d == nil || d.FirstPage == 0 {
		return errNoAddress
	}
	n, err := strconv.Atoi(mux.Vars(r)["page"])
	if err != nil || n < d.FirstPage || n > d.LastPage {
		return &httpError{status: http.StatusNotFound, title: "There is no such page",
			detail: fmt.Sprintf("%s has the printed pages %d to %d.", ask.Capitalise(d.ShortName()), d.FirstPage, d.LastPage)}
	}
	passages, err := x.Passages(d.Slug, 0, d.Passages)
	if err != nil {
		return err
	}
	v := s.newDocumentView(r, x, d, slices.DeleteFunc(passages, func(p *document.Passage) bool {
		return p.Page == 0 || int(p.Page) > n || n > int(p.PageEnd)
	}))
	v.Title, v.Number, v.Blank = fmt.Sprintf("Page %d", n), n, len(v.Items) == 0
	for i := range v.Items {
		v.Items[i].Before, v.Items[i].After = int(v.Items[i].Page) < n, int(v.Items[i].PageEnd) > n
		if v.Items[i].Before {
			v.Items[i].Headings = nil // they stand on the page before
		}
	}
	closeGaps(v.Items)
	v.citeAll(x, s.absolute(r, r.URL.Path))
	if n > d.FirstPage {
		v.Previous = pageLink(d, n-1)
	}
	if n < d.LastPage {
		v.Next = pageLink(d, n+1)
	}
	return s.render(w, r, http.StatusOK, "document", v)
}

// citeAll cites the passages that are shown, together.
func (v *documentView) citeAll(x *snapshot, link string) {
	var passages []*document.Passage
	for _, it := range v.Items {
		passages = append(passages, it.Passage)
	}
	if len(passages) == 0 {
		return
	}
	c := x.newCiteView(passages, link)
	v.Cite, v.Collected = &c, collectedView{strings.Join(briefingIDs(passages), ","), v.Title}
}

// closeGaps lifts headings so that none is more than one level below the one
// before: a page may begin in the middle of a section.
func closeGaps(items []documentItem) {
	before := 1
	for i := range items {
		for j, h := range items[i].Headings {
			lifted := *h
			lifted.Level = min(h.Level, before+1)
			items[i].Headings[j], before = &lifted, lifted.Level
		}
	}
}

func pageLink(d *library.Document, n int) *linkView {
	return &linkView{Label: fmt.Sprintf("Page %d", n), Link: fmt.Sprintf("/%s/page/%d", d.Slug, n)}
}

// newDocumentView lays out passages of a document.
func (s *server) newDocumentView(r *http.Request, x *snapshot, d *library.Document, passages []*document.Passage) *documentView {
	v := &documentView{view: s.view("", r), Document: d, Contents: newContents(d)}
	linkElsewhere(v.Contents, passages)
	headings := headingsAt(v.Contents)
	if len(v.Contents) == 0 {
		v.Contents = titlesOf(passages)
	}
	for _, text := range layRun(passages, x.Highlighter(query.Parse(v.Query))) {
		v.Items = append(v.Items, documentItem{passageText: text, Headings: headings[text.ID]})
	}
	return v
}

// findMatches leads from one passage that a search finds to the next: those with all of
// its words, or, where there are none, with some.
func (v *documentView) findMatches(ctx context.Context, x *snapshot) error {
	q := query.Parse(v.Query)
	if len(v.Items) == 0 || q.Root == nil || x.Manifest.Passages > maxHitMap {
		return nil
	}
	found, err := x.Search(ctx, index.Request{Query: q, Page: 1, Everywhere: true, WordsOnly: true})
	if err != nil {
		return err
	}
	first, err := x.Place(v.Items[0].ID)
	if err != nil {
		return err
	}
	for _, s := range slices.Backward(found.Everywhere) {
		i := s.Place - first // passages stand in reading order
		if i < 0 || i >= len(v.Items) || s.Partial && found.Whole > 0 {
			continue
		}
		v.Items[i].Match, v.Match = v.Match, v.Items[i].Anchor()
		v.Items[i].Matches = true
		v.Matches++
	}
	return nil
}

// linkElsewhere links the headings whose passages aren't among those shown to
// the passages' own pages.
func linkElsewhere(nodes []*contentsNode, shown []*document.Passage) {
	here := map[string]bool{}
	for _, p := range shown {
		here[p.ID] = true
	}
	var walk func([]*contentsNode)
	walk = func(nodes []*contentsNode) {
		for _, n := range nodes {
			if n.First != "" && !here[n.First] {
				n.Link = "/" + n.First
			}
			walk(n.Children)
		}
	}
	walk(nodes)
}

// titlesOf are the contents of a document without headings: the titles of its
// passages.
func titlesOf(passages []*document.Passage) []*contentsNode {
	var list []*contentsNode
	for _, p := range passages {
		if n := len(list); p.Title != "" && (n == 0 || list[n-1].Heading != p.Title) {
			list = append(list, &contentsNode{Heading: p.Title, Link: "/" + p.Document + "#" + p.Anchor(), First: p.ID})
		}
	}
	return list
}

// describeRelation names another document: "No place to hide (CP 992, December
// 2023)".
func describeRelation(r *document.Relation) string {
	in := strings.Join(slices.DeleteFunc([]string{r.Series, r.Date}, func(s string) bool { return s == "" }), ", ")
	if in == "" {
		return r.Title
	}
	return r.Title + " (" + in + ")"
}

// documentFacts lists what a document is.
func documentFacts(d *library.Document) []factView {
	facts := []factView{
		{Name: "Author", Value: d.Author},
		{Name: d.SeriesType, Value: d.Series},
		{Name: "Published", Value: readableDate(d.Published)},
		{Name: "Presented", Value: d.Presented},
		{Name: "ISBN", Value: d.ISBN},
		{Name: "Official publication", Value: d.LandingPage, Link: d.LandingPage},
		{Name: "Official text", Value: d.TextPage, Link: d.TextPage},
		{Name: "Licence", Value: d.Licence.Name, Link: d.Licence.URL},
		{Name: "Copyright", Value: d.Licence.Notice},
	}
	if by := d.SupersededBy; by != nil {
		facts = append(facts, factView{Name: "Superseded by", Value: describeRelation(by), Link: by.URL})
	}
	if of := d.Supersedes; of != nil {
		facts = append(facts, factView{Name: "Supersedes", Value: describeRelation(of)})
	}
	if on := d.BasedOn; on != nil {
		facts = append(facts, factView{Name: "Based on", Value: describeRelation(on)})
	}
	var given []factView
	for _, f := range facts {
		if f.Value != "" {
			given = append(given, f)
		}
	}
	return given
}
