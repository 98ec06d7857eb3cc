package web

import (
	"fmt"
	"net/http"
	"net/url"
	"strings"

	"github.com/gorilla/mux"

	"socsearch/cmd/server/ask"
	"socsearch/index"
	"socsearch/index/engine"
	"socsearch/index/schema"
	"socsearch/sources/document"
	"socsearch/sources/tag"
)

// organisationsView is the list of organisations with what they are named with.
type organisationsView struct {
	view
	Columns []columnView
	Rows    []matrixRow
	By      string // "objective" or "threat"
	Other   linkView
	Steps   []stepView                  // what the colours mean
	Silent  []index.OrganisationSummary // in footnotes alone
}

type columnView struct{ Short, Label string }

// stepView is a colour of the heat map and the numbers it stands for.
type stepView struct {
	Heat  int
	Label string
}

func stepViews() []stepView {
	var list []stepView
	for i, from := range heatSteps {
		label := fmt.Sprintf("%d or more", from)
		if i+1 < len(heatSteps) {
			label = fmt.Sprintf("%d to %d", from, heatSteps[i+1]-1)
		}
		list = append(list, stepView{i + 1, label})
	}
	return list
}

// matrixRow is an organisation's row of the matrix.
type matrixRow struct {
	index.OrganisationSummary
	Cells []cellView
}

// cellView is a cell: a number, how it is coloured, and the search behind it.
type cellView struct {
	Count int
	Heat  int // 0 for none to 5 for the most
	Link  string
	Label string
}

// The steps of the heat map: a cell of the n-th step has at least this many
// passages.
var heatSteps = []int{1, 3, 6, 12, 24}

// organisationsPage answers GET /organisations.
func (s *server) organisationsPage(w http.ResponseWriter, r *http.Request, x *snapshot) error {
	p := ask.Read(r.URL.Query())
	by := p.OneOf("by", "objective", "threat")
	if err := p.Err(); err != nil {
		return err
	}
	v := organisationsView{view: s.view("Organisations", r), By: by, Steps: stepViews()}
	v.Other = linkView{Label: "By threat", Link: "/organisations?by=threat"}
	if by == "threat" {
		v.Other = linkView{Label: "By objective", Link: "/organisations"}
	}
	values := x.Values(by)
	for _, value := range values {
		v.Columns = append(v.Columns, columnView{x.ShortLabel(by, value.Value), value.Label})
	}
	for _, o := range x.OrganisationList() {
		if o.Count == 0 {
			v.Silent = append(v.Silent, o)
			continue
		}
		v.Rows = append(v.Rows, newMatrixRow(o, by, values))
	}
	return s.render(w, r, http.StatusOK, "organisations", v)
}

func newMatrixRow(o index.OrganisationSummary, by string, values []engine.FacetValue) matrixRow {
	row := matrixRow{OrganisationSummary: o}
	counts := o.Objectives
	if by == "threat" {
		counts = o.Threats
	}
	for _, value := range values {
		n := counts[value.Value]
		cell := cellView{Count: n, Label: ask.CountPassages(n) + ask.Plural(n, " that names ", " that name ") + o.Name + ": " + value.Label}
		cell.Heat = heatOf(n)
		cell.Link = "/" + ask.NewAddress(url.Values{schema.FacetOrganisation: {o.Slug}, by: {value.Value}}).String()
		row.Cells = append(row.Cells, cell)
	}
	return row
}

// heatOf is the step that a number of passages reaches.
func heatOf(n int) int {
	heat := 0
	for _, step := range heatSteps {
		if n >= step {
			heat++
		}
	}
	return heat
}

// organisationView is the page of one organisation.
type organisationView struct {
	view
	*index.OrganisationDetail
	Annex, Roles   []wordingView // the two wordings, paragraph by paragraph
	SameWords      bool
	RolesNotice    string
	Remarks        []string
	ParentSaid     linkView // the passage that says what it is part of
	Search         string
	ByObjective    []barView
	ByThreat       []barView
	Named, Implied []mentionView
	Undertakes     []registerRow // the first of its commitments
	Commitments    int           // how many it has
	Register       string        // all of them
	HasAnnex       bool          // some document has an annex of organisations: a gap is worth a word
}

type wordingView struct {
	*document.Passage
	Words []changedWords
}

// barView is a count with its share of the largest.
type barView struct {
	Label, Link string
	Title       string // in smaller letters after the label
	Count       int
	Most        int // the largest count: the bar is drawn as wide as its share
}

// mentionView is a passage with the words that name the organisation.
type mentionView struct {
	*document.Passage
	Document string // that it is from; "" where that goes without saying
	Words    []string
	By       string
}

// organisationPage answers GET /organisations/{slug}.
func (s *server) organisationPage(w http.ResponseWriter, r *http.Request, x *snapshot) error {
	slug := mux.Vars(r)["slug"]
	if small := strings.ToLower(slug); small != slug { // people type NCA
		s.mount.redirect(w, organisationURL(url.PathEscape(small)), http.StatusMovedPermanently)
		return nil
	}
	o, err := x.findOrganisation(slug)
	if err != nil {
		return err
	}
	v := organisationView{
		view:               s.view(o.Name, r),
		OrganisationDetail: o,
		Search:             "/" + ask.NewAddress(url.Values{schema.FacetOrganisation: {o.Slug}}).String(),
		ByObjective:        x.bars(o, "objective", o.Objectives),
		ByThreat:           x.bars(o, "threat", o.Threats),
		Named:              x.mentionViews(o.Passages, o.Organisation, false),
		Implied:            x.mentionViews(o.ImpliedPassages, o.Organisation, true),
	}
	v.ParentSaid = x.sourceLink(o.ParentSource)
	if err := v.setCommitments(x); err != nil {
		return err
	}
	v.setWordings(x)
	return s.render(w, r, http.StatusOK, "organisation", v)
}

// mostUndertaken bounds the commitments that stand on an organisation's page.
const mostUndertaken = 20

// setCommitments lists what the organisation undertakes.
func (v *organisationView) setCommitments(x *snapshot) error {
	list, err := x.Undertakes(v.Slug)
	if err != nil {
		return err
	}
	v.Commitments = len(list)
	v.Register = "/commitments?" + ask.ParamActor + "=" + v.Slug
	for _, u := range list[:min(len(list), mostUndertaken)] {
		v.Undertakes = append(v.Undertakes, x.newRegisterRow(ask.Line{Passage: u.Passage, Commitment: u.Commitment}))
	}
	return nil
}

// sourceLink names the passage or the footnote (strategy/fn-34) with an id, and
// leads to it; nothing for one that these documents don't have.
func (x *snapshot) sourceLink(id string) linkView {
	if slug, number, isNote := strings.Cut(id, "/fn-"); isNote {
		found, err := x.Resolve("fn " + number)
		if err != nil {
			return linkView{}
		}
		for _, cites := range found.Passages {
			if strings.HasPrefix(cites, slug+"/") {
				return linkView{Label: "footnote " + number, Link: "/" + cites + "#fn-" + number}
			}
		}
		return linkView{}
	}
	p, err := x.Passage(id)
	if err != nil {
		return linkView{}
	}
	return linkView{Label: p.Label, Link: p.URL}
}

// setWordings puts the annex's entry and the roles page's side by side, with
// the words that differ marked.
func (v *organisationView) setWordings(x *snapshot) {
	var annex, roles []*document.Passage
	for _, e := range v.Entries {
		if e.Remark != "" {
			v.Remarks = append(v.Remarks, e.Remark)
		}
		if e.Kind == document.KindAnnex {
			annex = append(annex, e)
		} else {
			roles = append(roles, e)
			v.RolesNotice = x.Document(e.Document).Licence.Notice
		}
	}
	v.Annex, v.Roles = compareWordings(annex, roles)
	v.SameWords = len(annex) > 0 && len(roles) > 0 && !anyChanged(v.Annex) && !anyChanged(v.Roles)
}

func anyChanged(wordings []wordingView) bool {
	for _, w := range wordings {
		for _, c := range w.Words {
			if c.Changed {
				return true
			}
		}
	}
	return false
}

func (x *snapshot) bars(o *index.OrganisationDetail, facet string, counts map[string]int) []barView {
	most := 1
	for _, n := range counts {
		most = max(most, n)
	}
	var list []barView
	for _, v := range x.Values(facet) {
		n := counts[v.Value]
		list = append(list, barView{
			Label: x.ShortLabel(facet, v.Value),
			Link:  "/" + ask.NewAddress(url.Values{schema.FacetOrganisation: {o.Slug}, facet: {v.Value}}).String(),
			Count: n,
			Most:  most,
		})
	}
	return list
}

func (x *snapshot) mentionViews(passages []*document.Passage, o *tag.Organisation, implied bool) []mentionView {
	var list []mentionView
	for _, p := range passages {
		mentions := p.Organisations
		if implied {
			mentions = p.Implied
		}
		for _, m := range mentions {
			if m.Slug == o.Slug {
				list = append(list, mentionView{p, x.documentOf(p), distinctWords(m.Why), m.By})
			}
		}
	}
	return list
}

// distinctWords lists the words of mentions, each once.
func distinctWords(why []document.Why) []string {
	var list []string
	seen := map[string]bool{}
	for _, w := range why {
		if !seen[w.Text] {
			seen[w.Text] = true
			list = append(list, w.Text)
		}
	}
	return list
}
