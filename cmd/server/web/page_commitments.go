package web

import (
	"cmp"
	"encoding/json"
	"html/template"
	"math"
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"strings"

	"socsearch/index"
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
func (s *server) commitmentsPage(w http.ResponseWriter, r *http.Request, x *index.Index) error {
	q, err := readRegister(x, r.URL.Query(), false)
	if err != nil {
		return err
	}
	found, err := findRegistered(r.Context(), x, q)
	if err != nil {
		return err
	}
	v := commitmentsView{
		view:         s.view("Commitments", r),
		Expectations: q.list == listExpectations,
		Other:        linkView{Label: "What is expected of others", Link: "/commitments?" + paramList + "=" + listExpectations},
		Total:        len(found.lines),
		Chips:        registerChips(x, q),
		Clear:        registerClear(q),
		Hidden:       registerHidden(q),
		Sorts:        registerSorts(q),
		Pager:        newPager("/commitments", q.address, q.page, q.perPage, len(found.lines)),
		Exports:      registerExports(q),
		Money:        newMoney(x, q, found.lines),
	}
	if v.Expectations {
		v.view.Title = "What is expected of others"
		v.Other = linkView{Label: "Commitments", Link: "/commitments"}
	}
	if err := json.Unmarshal(figuresFile, &v.Figures); err != nil {
		return err
	}
	for _, f := range found.facets {
		if facet, any := newRegisterFacet(x, f); any {
			v.Facets = append(v.Facets, facet)
		}
	}
	for _, e := range found.lines {
		if e.commitment != nil && !e.commitment.Sure || e.expectation != nil && !e.expectation.Sure {
			v.Doubtful++
		}
	}
	lines := q.pageOf(found.lines)
	for _, e := range lines {
		v.Lines = append(v.Lines, newRegisterRow(x, e))
	}
	v.Copy = registerList(registerExport{index: x, list: q.list, base: s.base(r), day: today(), lines: lines})
	return s.render(w, r, http.StatusOK, "commitments", v)
}

// newRegisterRow lays out a line.
func newRegisterRow(x *index.Index, e registered) registerRow {
	row := registerRow{Passage: e.passage, Text: e.text(), Link: e.link(), Document: documentOf(x, e.passage), Footnote: e.footnote(), Citation: registerCitation(x, e, today())}
	if c := e.commitment; c != nil {
		for _, a := range c.Actors {
			row.Who = append(row.Who, actorLink(x, a))
		}
		row.Kind, row.By, row.Money = actKindLabels[c.Kind], c.By, strings.Join(c.Money, ", ")
		row.Soft, row.Sure, row.Why = c.Strength == document.Soft, c.Sure, whyWords(c.Why)
		if p, err := x.Passage(c.Repeats); c.Repeats != "" && err == nil {
			row.Repeats = linkView{Label: p.Label, Link: p.URL}
		}
		return row
	}
	row.Of, row.Sure, row.Why = e.expectation.Of, e.expectation.Sure, whyWords(e.expectation.Why)
	return row
}

// actorLink names an actor and leads to the page of an organisation.
func actorLink(x *index.Index, slug string) linkView {
	l := linkView{Label: actorLabel(x, slug)}
	if _, err := x.Organisation(slug); err == nil {
		l.Link = organisationURL(slug)
	}
	return l
}

// newRegisterFacet lays out a facet of the register; false if no line has a value.
func newRegisterFacet(x *index.Index, f registerFacet) (facetView, bool) {
	any := false
	for _, v := range f.values {
		any = any || v.Count > 0 || v.Selected
	}
	v := newFacetView(index.Facet{Name: f.name, Values: f.values, WithoutValue: f.withoutValue})
	v.Title = f.title
	v.Open = v.Open && f.name != index.FacetOrganisation && f.name != "threat" || f.name == paramActor || f.name == paramActKind || f.name == paramBy
	for _, c := range f.values {
		v.Open = v.Open || c.Selected
	}
	return v, any
}

// registerChips lists what narrows the register, each with the way to take it off.
func registerChips(x *index.Index, q registerRequest) []chipView {
	var list []chipView
	for _, f := range append(slices.Clone(registerFields), registerField{name: index.FacetCommitment, title: "Strength", closed: true}) {
		for _, prefix := range []string{"", prefixAll, prefixReject} {
			for _, value := range q.address.values[prefix+f.name] {
				label := f.title + ": " + registerLabel(x, f, value)
				switch prefix {
				case prefixAll:
					label = "must have: " + label
				case prefixReject:
					label = "without: " + label
				}
				list = append(list, chipView{label, "/commitments" + q.address.without(prefix+f.name, value).String()})
			}
		}
	}
	if q.query.Raw != "" {
		list = append(list, chipView{"“" + q.query.Raw + "”", "/commitments" + q.address.page(1).set(paramQuery, "").String()})
	}
	return list
}

func registerClear(q registerRequest) string {
	if q.list == listExpectations {
		return "/commitments?" + paramList + "=" + listExpectations
	}
	return "/commitments"
}

// registerHidden are the parameters that have no control of their own in the form.
func registerHidden(q registerRequest) []hiddenField {
	var list []hiddenField
	names := []string{paramList, paramInclude, paramSort, paramPerPage, index.FacetCommitment}
	for _, prefix := range []string{prefixAll, prefixReject} {
		for _, f := range registerFields {
			names = append(names, prefix+f.name)
		}
	}
	for _, name := range names {
		for _, v := range q.address.values[name] {
			list = append(list, hiddenField{name, v})
		}
	}
	return list
}

func registerSorts(q registerRequest) []linkView {
	if q.list == listExpectations {
		return nil
	}
	at := q.address.page(1)
	return []linkView{
		{"Reading order", "/commitments" + at.set(paramSort, "").String(), q.sort == sortReading},
		{"Deadline", "/commitments" + at.set(paramSort, sortDeadline).String(), q.sort == sortDeadline},
		{"Sum", "/commitments" + at.set(paramSort, sortAmount).String(), q.sort == sortAmount},
	}
}

func registerExports(q registerRequest) []linkView {
	at := q.address.page(1)
	return []linkView{
		{Label: "CSV", Link: registerPath + at.set(paramFormat, "csv").String()},
		{Label: "Markdown", Link: registerPath + at.set(paramFormat, "markdown").String()},
		{Label: "JSON", Link: registerPath + at.set(paramFormat, "").String()},
	}
}

// registerList writes lines as a list for the clipboard.
func registerList(e registerExport) copyView {
	var html strings.Builder
	html.WriteString("<ul>")
	for _, line := range e.lines {
		html.WriteString("<li>" + template.HTMLEscapeString(line.text()+" ("+e.summary(line)+") ") + `<a href="` + template.HTMLEscapeString(e.base+line.link()) + `">` +
			template.HTMLEscapeString(registerCitation(e.index, line, e.day)) + "</a></li>")
	}
	html.WriteString("</ul>")
	return newCopy(cite.Citation{Text: e.markdown(), HTML: html.String()})
}

// moneyView is who promised how much by when: a row for each actor, a column for
// each year.
type moneyView struct {
	Years []string
	Rows  []moneyRow
}

type moneyRow struct {
	Who   linkView
	Cells []moneyCell
	Sum   string
	Total int // thousands of pounds
	Most  int // the largest total: the bar is drawn as wide as its share
}

type moneyCell struct {
	Sum  string
	Heat int
	Link string
	Says string // for those who don't see the table
}

// undated is the column of sums without a year.
const undated = "No year"

// newMoney adds up the sums of lines by who promised them and the year in which
// they fall due. What repeats an earlier commitment is counted once; a sum of
// several actors counts for each of them.
func newMoney(x *index.Index, q registerRequest, lines []registered) *moneyView {
	sums := map[string]map[string]float64{}
	years := map[string]bool{}
	for _, e := range lines {
		if e.sum() == 0 || e.commitment.Repeats != "" {
			continue
		}
		year := undated
		if y := e.year(); y != noYear {
			year = strconv.Itoa(y)
		}
		years[year] = true
		for _, a := range e.commitment.Actors {
			if sums[a] == nil {
				sums[a] = map[string]float64{}
			}
			sums[a][year] += e.sum()
		}
	}
	if len(sums) == 0 {
		return nil
	}
	v := &moneyView{}
	for y := range years {
		v.Years = append(v.Years, y)
	}
	slices.Sort(v.Years)
	for actor, byYear := range sums {
		v.Rows = append(v.Rows, newMoneyRow(x, q, actor, v.Years, byYear))
	}
	slices.SortFunc(v.Rows, func(a, b moneyRow) int { return cmp.Or(b.Total-a.Total, cmp.Compare(a.Who.Label, b.Who.Label)) })
	for i := range v.Rows {
		v.Rows[i].Most = max(1, v.Rows[0].Total)
	}
	return v
}

// moneySteps are the steps of the colours, in pounds.
var moneySteps = []float64{1, 1e6, 5e6, 20e6, 50e6}

func newMoneyRow(x *index.Index, q registerRequest, actor string, years []string, byYear map[string]float64) moneyRow {
	const thousand = 1000
	row := moneyRow{Who: linkView{Label: actorLabel(x, actor), Link: "/commitments" + newAddressOf(registerParams, url.Values{paramActor: {actor}, paramWith: {withMoney}}).String()}}
	total := 0.0
	for _, y := range years {
		sum := byYear[y]
		total += sum
		cell := moneyCell{}
		if sum > 0 {
			cell.Sum = poundsText(sum)
			values := url.Values{paramActor: {actor}, paramWith: {withMoney}}
			if y != undated {
				values.Set(paramBy, y)
			}
			cell.Link = "/commitments" + newAddressOf(registerParams, values).String()
			cell.Says = row.Who.Label + ", " + y + ": " + cell.Sum
		}
		for _, step := range moneySteps {
			if sum >= step {
				cell.Heat++
			}
		}
		row.Cells = append(row.Cells, cell)
	}
	row.Sum, row.Total = poundsText(total), int(math.Ceil(total/thousand))
	return row
}

// poundsText writes pounds as a person does: £3.6m, £500,000.
func poundsText(n float64) string {
	const million, billion = 1e6, 1e9
	switch {
	case n >= billion:
		return "£" + strconv.FormatFloat(math.Round(n/million)/1000, 'f', -1, 64) + "bn"
	case n >= million:
		return "£" + strconv.FormatFloat(math.Round(n/million*100)/100, 'f', -1, 64) + "m"
	}
	digits := strconv.FormatFloat(n, 'f', 0, 64)
	for i := len(digits) - 3; i > 0; i -= 3 {
		digits = digits[:i] + "," + digits[i:]
	}
	return "£" + digits
}
