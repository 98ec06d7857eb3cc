package web

import (
	"context"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"strings"

	"socsearch/cmd/internal/spreadsheet"
	"socsearch/cmd/server/ask"
	"socsearch/index"
	"socsearch/index/engine"
	"socsearch/index/query"
	"socsearch/index/schema"
)

// The parameters of the table of terms.
const (
	paramTerms = "terms" // one a line
	paramBy    = "by"
)

// The bounds of the table of terms.
const (
	maxTerms    = 100
	maxTerm     = 200 // characters
	mostColumns = 24  // organisations on the page: the file has all
)

// termSections are what terms can be counted by.
var termSections = []string{"part", "objective", schema.FacetOrganisation}

// termsView is a table: a row for each term, a column for each section.
type termsView struct {
	view
	Text    string // as it was typed
	By      []optionView
	Columns []termColumn
	Rows    []termRow
	Left    int // columns that the page leaves out
	CSV     string
	Example linkView
}

type termColumn struct {
	Value string
	Label string
	Short string
	total int
}

type termRow struct {
	Term  string
	Link  string
	All   int
	Cells []termCell
}

type termCell struct {
	Count int
	Link  string
	Label string
	Heat  int
}

// termsPage answers GET /terms: in how many passages of each section each of some terms
// is found.
func (s *server) termsPage(w http.ResponseWriter, r *http.Request, x *snapshot) error {
	p := ask.Read(r.URL.Query())
	var used []string
	for _, section := range termSections {
		if x.Used(section) {
			used = append(used, section)
		}
	}
	by := p.OneOf(paramBy, used...)
	format := p.OneOf(ask.ParamFormat, "", "csv")
	terms := readTerms(p)
	if err := p.Err(); err != nil {
		return err
	}
	v := termsView{view: s.view("Terms by section", r), Text: strings.Join(terms, "\n"), Example: x.termsExample(used[0])}
	for _, section := range used {
		v.By = append(v.By, optionView{Name: paramBy, Value: section, Label: ask.FacetNamed(section).Title, On: section == by})
	}
	if err := v.count(r.Context(), x, terms, by); err != nil {
		return err
	}
	if format == "csv" {
		formatByName("csv").setContentType(w.Header())
		w.Header().Set("Content-Disposition", `attachment; filename="terms.csv"`)
		return v.csv(w)
	}
	v.fit()
	v.CSV = termsAddress(terms, by) + "&" + ask.ParamFormat + "=csv"
	return s.render(w, r, http.StatusOK, "terms", v)
}

// readTerms reads the terms, each once.
func readTerms(p *ask.Values) []string {
	var terms []string
	for _, line := range strings.Split(strings.Join(p.All(paramTerms), "\n"), "\n") {
		line = strings.Join(strings.Fields(line), " ")
		if line != "" && !slices.Contains(terms, line) {
			terms = append(terms, line)
		}
		if len([]rune(line)) > maxTerm {
			p.Wrong(paramTerms, fmt.Sprintf("must have %d characters a line at most", maxTerm))
		}
	}
	if len(terms) > maxTerms {
		p.Wrong(paramTerms, fmt.Sprintf("must be %d at most, one a line", maxTerms))
	}
	return terms
}

// termsExample counts the first organisations of these documents.
func (x *snapshot) termsExample(by string) linkView {
	const some = 3
	var names []string
	for _, o := range x.OrganisationList() {
		if len(names) < some {
			names = append(names, o.Name)
		}
	}
	if len(names) == 0 {
		return linkView{}
	}
	return linkView{Label: strings.Join(names, ", "), Link: termsAddress(names, by)}
}

func termsAddress(terms []string, by string) string {
	return "/terms?" + url.Values{paramTerms: {strings.Join(terms, "\n")}, paramBy: {by}}.Encode()
}

// termQuery is what a term is searched as: several words as they stand together, unless
// the term says otherwise itself.
func termQuery(term string) string {
	if strings.Contains(term, " ") && !strings.ContainsAny(term, `"“”()*:~-`) && !strings.Contains(term, " OR ") && !strings.Contains(term, " AND ") {
		return `"` + term + `"`
	}
	return term
}

// count searches for each term, for its own words alone, and counts by sections.
func (v *termsView) count(ctx context.Context, x *snapshot, terms []string, by string) error {
	for _, term := range terms {
		asked := url.Values{ask.ParamQuery: {termQuery(term)}, ask.ParamSynonyms: {"off"}, ask.ParamMeaning: {"off"}}
		found, err := x.Search(ctx, index.Request{Query: query.Parse(asked.Get(ask.ParamQuery)), Plain: true, WordsOnly: true, Page: 1})
		if err != nil {
			return err
		}
		at := slices.IndexFunc(found.Facets, func(f engine.Facet) bool { return f.Name == by })
		row := termRow{Term: term, Link: "/" + ask.NewAddress(asked).String(), All: found.Total}
		counts := map[string]int{}
		if at >= 0 {
			for _, c := range found.Facets[at].Values {
				counts[c.Value] = c.Count
				v.addColumn(x, by, c)
			}
		}
		row.Cells = make([]termCell, 0, len(v.Columns))
		for value, n := range counts {
			narrowed := ask.NewAddress(asked).Set(by, value)
			row.Cells = append(row.Cells, termCell{Count: n, Link: "/" + narrowed.String(), Label: value})
		}
		v.Rows = append(v.Rows, row)
	}
	v.align()
	return nil
}

// addColumn adds the hits of a term to its section's column.
func (v *termsView) addColumn(x *snapshot, by string, c engine.Count) {
	at := slices.IndexFunc(v.Columns, func(col termColumn) bool { return col.Value == c.Value })
	if at < 0 {
		at = len(v.Columns)
		col := termColumn{Value: c.Value, Label: x.Label(by, c.Value)}
		col.Short, _, _ = strings.Cut(col.Label, ": ")
		v.Columns = append(v.Columns, col)
	}
	v.Columns[at].total += c.Count
}

// align puts the cells of each row below their columns; organisations that more
// passages name come first.
func (v *termsView) align() {
	if len(v.Columns) > mostColumns {
		v.Columns = slices.DeleteFunc(v.Columns, func(c termColumn) bool { return c.total == 0 })
		slices.SortStableFunc(v.Columns, func(a, b termColumn) int { return b.total - a.total })
	}
	for i := range v.Rows {
		row := &v.Rows[i]
		cells := make([]termCell, len(v.Columns))
		for j, col := range v.Columns {
			if at := slices.IndexFunc(row.Cells, func(c termCell) bool { return c.Label == col.Value }); at >= 0 {
				cells[j] = row.Cells[at]
			}
			cells[j].Label = fmt.Sprintf("%s: %s, %s", row.Term, col.Short, ask.CountPassages(cells[j].Count))
			cells[j].Heat = heatOf(cells[j].Count)
		}
		row.Cells = cells
	}
}

// fit leaves the columns out that have no room on the page.
func (v *termsView) fit() {
	if v.Left = len(v.Columns) - mostColumns; v.Left <= 0 {
		v.Left = 0
		return
	}
	v.Columns = v.Columns[:mostColumns]
	for i := range v.Rows {
		v.Rows[i].Cells = v.Rows[i].Cells[:mostColumns]
	}
}

// csv writes the whole table.
func (v *termsView) csv(w io.Writer) error {
	out := spreadsheet.NewWriter(w)
	head := []string{"term"}
	for _, c := range v.Columns {
		head = append(head, c.Label)
	}
	out.Row(append(head, "all")...)
	for _, row := range v.Rows {
		cells := []string{row.Term}
		for _, c := range row.Cells {
			cells = append(cells, strconv.Itoa(c.Count))
		}
		out.Row(append(cells, strconv.Itoa(row.All))...)
	}
	return out.Err()
}
