package web

import (
	"net/url"
	"slices"
	"strconv"

	"socsearch/index"
	"socsearch/index/query"
	"socsearch/sources/document"
)

// The parameters of the register of commitments besides those of a search.
const (
	paramActor    = "actor"
	paramActKind  = "commitment_kind"
	paramStrength = "strength"
	paramWith     = "with"
	paramBy       = "by"
	paramList     = "list"
)

// The lists of the register.
const (
	listCommitments  = "commitments"
	listExpectations = "expectations"
)

// The orders of the register.
const (
	sortReading  = "document"
	sortDeadline = "deadline"
	sortAmount   = "amount"
)

// registered is a line of the register: a commitment, or what is expected of
// others, in its passage.
type registered struct {
	passage     *document.Passage
	commitment  *document.Commitment // nil on the list of expectations
	expectation *document.Expectation
}

// registerField is something to filter the register by.
type registerField struct {
	name   string
	title  string
	own    bool // it is of commitments alone
	closed bool // its values keep their natural order
	values func(registered) []string
}

// registerFields lists them in the order in which the page shows them: those of
// commitments, and those of passages.
var registerFields = func() []registerField {
	of := func(values func(*document.Commitment) []string) func(registered) []string {
		return func(e registered) []string {
			if e.commitment == nil {
				return nil
			}
			return values(e.commitment)
		}
	}
	fields := []registerField{
		{paramActor, "Who", true, false, of(func(c *document.Commitment) []string { return c.Actors })},
		{paramActKind, "Kind of act", true, true, of(func(c *document.Commitment) []string { return []string{string(c.Kind)} })},
		{paramBy, "Year", true, true, of(func(c *document.Commitment) []string { return yearValues(c.Years) })},
		{paramWith, "With", true, true, of(withValues)},
		{paramStrength, "Strength", true, true, of(func(c *document.Commitment) []string { return []string{string(c.Strength)} })},
	}
	for _, f := range index.FacetFields {
		if f.Name == index.FacetCommitment {
			continue // strength says it of the commitment itself
		}
		title := facetTitles[f.Name]
		if f.Name == index.FacetOrganisation {
			title = "Organisation named"
		}
		fields = append(fields, registerField{f.Name, title, false, f.Closed, func(e registered) []string { return f.ValuesOf(e.passage) }})
	}
	return fields
}()

func yearValues(years []int) []string {
	var values []string
	for _, y := range years {
		values = append(values, strconv.Itoa(y))
	}
	return values
}

// What a commitment may be with.
const (
	withDeadline = "deadline"
	withMoney    = "money"
)

func withValues(c *document.Commitment) []string {
	var values []string
	if c.By != "" {
		values = append(values, withDeadline)
	}
	if len(c.Money) > 0 {
		values = append(values, withMoney)
	}
	return values
}

// registerParams lists every parameter of the register.
var registerParams = func() []string {
	names := []string{paramQuery, paramList}
	for _, prefix := range []string{"", prefixAll, prefixReject} {
		for _, f := range registerFields {
			names = append(names, prefix+f.name)
		}
		names = append(names, prefix+index.FacetCommitment)
	}
	return append(names, paramInclude, paramSort, paramPage, paramPerPage, paramFormat)
}()

// registerRequest is what somebody asks the register for.
type registerRequest struct {
	address       address
	query         query.Query
	list          string
	filters       map[string]index.Filter
	implied       bool
	sort          string
	page, perPage int
}

// registerFormats are the forms in which the register can be had.
var registerFormats = []string{"json", "ndjson", "csv", "markdown"}

// registerPerPage is how many lines a page has: the register is read more than
// searched.
const registerPerPage = 50

// readRegister checks the values of an address of the register.
func readRegister(x *index.Index, values url.Values, strict bool) (registerRequest, error) {
	p := &paramReader{values: values}
	if strict {
		p.refuseUnknown(registerParams)
	}
	q := registerRequest{
		address: newAddressOf(registerParams, values),
		query:   query.Parse(values.Get(paramQuery)),
		list:    p.oneOf(paramList, listCommitments, listExpectations),
		implied: p.oneOf(paramInclude, "", "implied") == "implied",
		sort:    p.oneOf(paramSort, sortReading, sortDeadline, sortAmount),
		page:    p.number(paramPage, 1, 1, maxDepth),
		perPage: p.number(paramPerPage, registerPerPage, 0, maxPerPage),
		filters: map[string]index.Filter{},
	}
	p.oneOf(paramFormat, registerFormats...)
	for _, f := range registerFields {
		q.readFilter(x, p, f)
	}
	strengths := registerField{name: index.FacetCommitment, own: true, closed: true}
	q.readFilter(x, p, strengths) // the filter of the search, which asks the same of a passage
	if f, ok := q.filters[index.FacetCommitment]; ok {
		own := q.filters[paramStrength]
		q.filters[paramStrength] = index.Filter{Any: append(own.Any, f.Any...), All: append(own.All, f.All...), Reject: append(own.Reject, f.Reject...)}
		delete(q.filters, index.FacetCommitment)
	}
	return q, p.error()
}

// readFilter reads the values of one filter with its prefixes.
func (q *registerRequest) readFilter(x *index.Index, p *paramReader, f registerField) {
	read := func(name string) []string {
		values := slices.DeleteFunc(slices.Clone(p.values[name]), func(v string) bool { return v == "" })
		switch {
		case len(values) == 0:
		case f.own && q.list == listExpectations:
			p.add(name, "is for the list of commitments: leave out "+paramList)
		case f.name == paramBy:
			for _, v := range values {
				if n, err := strconv.Atoi(v); err != nil || n < 1000 || n > 9999 {
					p.add(name, "must be a year of four digits")
				}
			}
		case f.closed:
			p.checkClosed(name, values, registerValues(x, f))
		}
		return values
	}
	filter := index.Filter{Any: read(f.name), All: read(prefixAll + f.name), Reject: read(prefixReject + f.name)}
	if len(filter.Any)+len(filter.All)+len(filter.Reject) > 0 {
		q.filters[f.name] = filter
	}
}

var actKindLabels = map[document.CommitmentKind]string{
	document.CommitmentAct: "Act", document.CommitmentFund: "Fund", document.CommitmentContinue: "Continue",
	document.CommitmentPublish: "Publish", document.CommitmentLegislate: "Legislate", document.CommitmentMeasure: "Measure",
}

// registerValues lists the values of a closed field in their natural order.
func registerValues(x *index.Index, f registerField) []index.FacetValue {
	var list []index.FacetValue
	switch f.name {
	case paramActKind:
		for _, k := range document.CommitmentKinds {
			list = append(list, index.FacetValue{Value: string(k), Label: actKindLabels[k]})
		}
	case paramStrength, index.FacetCommitment:
		return x.Values(index.FacetCommitment)
	case paramWith:
		return []index.FacetValue{{Value: withDeadline, Label: "A deadline or period"}, {Value: withMoney, Label: "A sum of money"}}
	case paramBy:
	default:
		return x.Values(f.name)
	}
	return list
}

// registerLabel names a value of a field.
func registerLabel(x *index.Index, f registerField, value string) string {
	if f.name == paramActor {
		return actorLabel(x, value)
	}
	if f.name == paramBy {
		return value
	}
	for _, v := range registerValues(x, f) {
		if v.Value == value {
			return v.Label
		}
	}
	return x.Label(f.name, value)
}

// actorLabel names an actor: an organisation, the government, or a class of bodies
// by the words of its slug.
func actorLabel(x *index.Index, slug string) string {
	if slug == document.ActorGovernment {
		return "The government"
	}
	if name := x.Label(index.FacetOrganisation, slug); name != slug {
		return name
	}
	return capitalise(withSpaces(slug))
}

func withSpaces(slug string) string {
	b := []byte(slug)
	for i := range b {
		if b[i] == '-' {
			b[i] = ' '
		}
	}
	return string(b)
}
