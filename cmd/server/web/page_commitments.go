package web

import (
	"encoding/json"
	"html/template"
	"net/http"
	"strings"

	"socsearch/cmd/server/ask"
	"socsearch/index/engine"
	"socsearch/index/schema"
	"socsearch/sources/cite"
	"socsearch/sources/document"
)

// commitmentsView is the page of the register.
type commitmentsView struct {
	view
	Expectations bool
	Other        linkView // the other list
	Total        int
	Doubtful     int
	Lines        []registerRow
	Facets       []facetView
	Chips        []chipView
	Clear        string
	Hidden       []hiddenField
	Sorts        []linkView
	Pager        pagerView
	Exports      []linkView
	Copy         copyView
	Money        *moneyView // nil where no sum is promised
	Figures      figures
}

// registerRow is a line of the register as the page shows it.
type registerRow struct {
	*document.Passage
	Text       string
	Link       string
	Document   string // that it is from; "" where that goes without saying
	Footnote   string
	Who        []linkView
	Of         string // of whom it is expected
	Kind       string
	By, Money  string
	Soft, Sure bool
	Repeats    linkView
	Why        string
	Citation   string
}

// commitmentsPage answers GET /commitments.
func (s *server) commitmentsPage(w http.ResponseWriter, r *http.Request, x *snapshot) error {
	q, err := x.ReadRegister(r.URL.Query(), false)
	if err != nil {
		return err
	}
	found, err := x.FindRegistered(r.Context(), q)
	if err != nil {
		return err
	}
	v := commitmentsView{
		view:         s.view("Commitments", r),
		Expectations: q.List == ask.ListExpectations,
		Other:        linkView{Label: "What is expected of others", Link: "/commitments?" + ask.ParamList + "=" + ask.ListExpectations},
		Total:        len(found.Lines),
		Chips:        x.registerChips(q),
		Clear:        registerClear(q),
		Hidden:       registerHidden(q),
		Sorts:        registerSorts(q),
		Pager:        newPager("/commitments", q.Address, q.Page, q.PerPage, len(found.Lines)),
		Exports:      registerExports(q),
		Money:        x.newMoney(found.Lines),
	}
	if v.Expectations {
		v.view.Title = "What is expected of others"
		v.Other = linkView{Label: "Commitments", Link: "/commitments"}
	}
	if err := json.Unmarshal(figuresFile, &v.Figures); err != nil {
		return err
	}
	for _, f := range found.Facets {
		if facet, any := newRegisterFacet(f); any {
			v.Facets = append(v.Facets, facet)
		}
	}
	for _, e := range found.Lines {
		if e.Commitment != nil && !e.Commitment.Sure || e.Expectation != nil && !e.Expectation.Sure {
			v.Doubtful++
		}
	}
	lines := q.PageOf(found.Lines)
	for _, e := range lines {
		v.Lines = append(v.Lines, x.newRegisterRow(e))
	}
	v.Copy = registerList(registerExport{index: x, list: q.List, base: s.base(r), day: today(), lines: lines})
	return s.render(w, r, http.StatusOK, "commitments", v)
}

// newRegisterRow lays out a line.
func (x *snapshot) newRegisterRow(e ask.Line) registerRow {
	row := registerRow{Passage: e.Passage, Text: e.Text(), Link: e.Link(), Document: x.documentOf(e.Passage), Footnote: e.Footnote(), Citation: x.registerCitation(e, today())}
	if c := e.Commitment; c != nil {
		for _, a := range c.Actors {
			row.Who = append(row.Who, x.actorLink(a))
		}
		row.Kind, row.By, row.Money = ask.ActKindLabels[c.Kind], c.By, strings.Join(c.Money, ", ")
		row.Soft, row.Sure, row.Why = c.Strength == document.Soft, c.Sure, whyWords(c.Why)
		if p, err := x.Passage(c.Repeats); c.Repeats != "" && err == nil {
			row.Repeats = linkView{Label: p.Label, Link: p.URL}
		}
		return row
	}
	row.Of, row.Sure, row.Why = e.Expectation.Of, e.Expectation.Sure, whyWords(e.Expectation.Why)
	return row
}

// actorLink names an actor and leads to the page of an organisation.
func (x *snapshot) actorLink(slug string) linkView {
	l := linkView{Label: x.ActorLabel(slug)}
	if _, err := x.Organisation(slug); err == nil {
		l.Link = organisationURL(slug)
	}
	return l
}

// newRegisterFacet lays out a facet of the register; false if no line has a value.
func newRegisterFacet(f ask.RegisterFacet) (facetView, bool) {
	any := false
	for _, v := range f.Values {
		any = any || v.Count > 0 || v.Selected
	}
	v := newFacetView(engine.Facet{Name: f.Name, Values: f.Values, WithoutValue: f.WithoutValue})
	v.Title = f.Title
	v.Open = v.Open && f.Name != schema.FacetOrganisation && f.Name != "threat" || f.Name == ask.ParamActor || f.Name == ask.ParamActKind || f.Name == ask.ParamBy
	for _, c := range f.Values {
		v.Open = v.Open || c.Selected
	}
	return v, any
}

// registerChips lists what narrows the register, each with the way to take it off.
func (x *snapshot) registerChips(q ask.Register) []chipView {
	var list []chipView
	for _, f := range ask.RegisterFilters() {
		for _, prefix := range []string{"", ask.PrefixAll, ask.PrefixReject} {
			for _, value := range q.Address.Values(prefix + f.Name) {
				label := f.Title + ": " + x.RegisterLabel(f, value)
				switch prefix {
				case ask.PrefixAll:
					label = "must have: " + label
				case ask.PrefixReject:
					label = "without: " + label
				}
				list = append(list, chipView{label, "/commitments" + q.Address.Without(prefix+f.Name, value).String()})
			}
		}
	}
	if q.Query.Raw != "" {
		list = append(list, chipView{"“" + q.Query.Raw + "”", "/commitments" + q.Address.ToPage(1).Set(ask.ParamQuery, "").String()})
	}
	return list
}

func registerClear(q ask.Register) string {
	if q.List == ask.ListExpectations {
		return "/commitments?" + ask.ParamList + "=" + ask.ListExpectations
	}
	return "/commitments"
}

// registerHidden are the parameters that have no control of their own in the form.
func registerHidden(q ask.Register) []hiddenField {
	var list []hiddenField
	names := []string{ask.ParamList, ask.ParamInclude, ask.ParamSort, ask.ParamPerPage, schema.FacetCommitment}
	for _, prefix := range []string{ask.PrefixAll, ask.PrefixReject} {
		for _, f := range ask.RegisterFields {
			names = append(names, prefix+f.Name)
		}
	}
	for _, name := range names {
		for _, v := range q.Address.Values(name) {
			list = append(list, hiddenField{name, v})
		}
	}
	return list
}

func registerSorts(q ask.Register) []linkView {
	if q.List == ask.ListExpectations {
		return nil
	}
	at := q.Address.ToPage(1)
	return []linkView{
		{"Reading order", "/commitments" + at.Set(ask.ParamSort, "").String(), q.Sort == ask.SortReading},
		{"Deadline", "/commitments" + at.Set(ask.ParamSort, ask.SortDeadline).String(), q.Sort == ask.SortDeadline},
		{"Sum", "/commitments" + at.Set(ask.ParamSort, ask.SortAmount).String(), q.Sort == ask.SortAmount},
	}
}

func registerExports(q ask.Register) []linkView {
	at := q.Address.ToPage(1)
	return []linkView{
		{Label: "CSV", Link: registerPath + at.Set(ask.ParamFormat, "csv").String()},
		{Label: "Markdown", Link: registerPath + at.Set(ask.ParamFormat, "markdown").String()},
		{Label: "JSON", Link: registerPath + at.Set(ask.ParamFormat, "").String()},
	}
}

// registerList writes lines as a list for the clipboard.
func registerList(e registerExport) copyView {
	var html strings.Builder
	html.WriteString("<ul>")
	for _, line := range e.lines {
		html.WriteString("<li>" + template.HTMLEscapeString(line.Text()+" ("+e.summary(line)+") ") + `<a href="` + template.HTMLEscapeString(e.base+line.Link()) + `">` +
			template.HTMLEscapeString(e.index.registerCitation(line, e.day)) + "</a></li>")
	}
	html.WriteString("</ul>")
	for _, closing := range closing(e.index, e.passages()) {
		html.WriteString("<p>" + template.HTMLEscapeString(closing) + "</p>")
	}
	return newCopy(cite.Citation{Text: e.markdown(), HTML: html.String()})
}
