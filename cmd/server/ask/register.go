package ask

import (
	"net/url"
	"slices"
	"strconv"

	"socsearch/index/engine"
	"socsearch/index/query"
	"socsearch/index/schema"
	"socsearch/sources/document"
)

// The parameters of the register of commitments besides those of a search.
const (
	ParamActor    = "actor"
	ParamActKind  = "commitment_kind"
	ParamStrength = "strength"
	ParamWith     = "with"
	ParamBy       = "by"
	ParamList     = "list"
)

// The lists of the register.
const (
	ListCommitments  = "commitments"
	ListExpectations = "expectations"
)

// The orders of the register.
const (
	SortReading  = "document"
	SortDeadline = "deadline"
	SortAmount   = "amount"
)

// Line is a line of the register: a commitment, or what is expected of
// others, in its passage.
type Line struct {
	Passage     *document.Passage
	Commitment  *document.Commitment // nil on the list of expectations
	Expectation *document.Expectation
}

// RegisterField is something to filter the register by.
type RegisterField struct {
	Name      string
	Title     string
	Parameter string // what its parameter asks for
	own       bool   // it is of commitments alone
	closed    bool   // its values keep their natural order
	values    func(Line) []string
}

// OfCommitments reports whether commitments themselves have the field, and not the
// passages that they stand in: then the list of expectations can't be filtered by it.
func (f RegisterField) OfCommitments() bool { return f.own }

// The years that the register can be asked for have four digits.
const MinYear, MaxYear = 1000, 9999

// RegisterFields lists them in the order in which the page shows them: those of
// commitments, and those of passages.
var RegisterFields = func() []RegisterField {
	of := func(values func(*document.Commitment) []string) func(Line) []string {
		return func(e Line) []string {
			if e.Commitment == nil {
				return nil
			}
			return values(e.Commitment)
		}
	}
	fields := []RegisterField{
		{ParamActor, "Who", "Who undertakes it: government, or an organisation’s slug", true, false, of(func(c *document.Commitment) []string { return c.Actors })},
		{ParamActKind, "Kind of act", "Kind of act", true, true, of(func(c *document.Commitment) []string { return []string{string(c.Kind)} })},
		{ParamBy, "Year", "A year that the deadline or period touches", true, true, of(func(c *document.Commitment) []string { return YearValues(c.Years) })},
		{ParamWith, "With", "With a deadline or period; with a sum of money", true, true, of(withValues)},
		{ParamStrength, "Strength", "How firmly it is undertaken", true, true, of(func(c *document.Commitment) []string { return []string{string(c.Strength)} })},
	}
	for _, f := range Facets {
		if f.Name == schema.FacetCommitment {
			continue // strength says it of the commitment itself
		}
		title := f.Title
		if f.Name == schema.FacetOrganisation {
			title = "Organisation named"
		}
		fields = append(fields, RegisterField{f.Name, title, f.Parameter, false, f.Closed, func(e Line) []string { return f.ValuesOf(e.Passage) }})
	}
	return fields
}()

// searchStrength is the filter of the search that asks of a passage what the
// register's own asks of the commitment.
var searchStrength = RegisterField{Name: schema.FacetCommitment, Title: "Strength", own: true, closed: true}

// RegisterFilters lists the fields with the search's own name for one of them.
func RegisterFilters() []RegisterField { return append(slices.Clone(RegisterFields), searchStrength) }

// YearValues writes years as values of a filter.
func YearValues(years []int) []string {
	var values []string
	for _, y := range years {
		values = append(values, strconv.Itoa(y))
	}
	return values
}

// What a commitment may be with.
const (
	WithDeadline = "deadline"
	WithMoney    = "money"
)

func withValues(c *document.Commitment) []string {
	var values []string
	if c.By != "" {
		values = append(values, WithDeadline)
	}
	if len(c.Money) > 0 {
		values = append(values, WithMoney)
	}
	return values
}

// RegisterParams lists every parameter of the register.
var RegisterParams = func() []string {
	names := []string{ParamQuery, ParamList}
	for _, prefix := range []string{"", PrefixAll, PrefixReject} {
		for _, f := range RegisterFields {
			names = append(names, prefix+f.Name)
		}
		names = append(names, prefix+schema.FacetCommitment)
	}
	return append(names, ParamInclude, ParamSort, ParamPage, ParamPerPage, ParamFormat, ParamBOM)
}()

// Register is what somebody asks the register for.
type Register struct {
	Address       Address
	Query         query.Query
	List          string
	Sort          string
	Page, PerPage int
	BOM           bool // a byte order mark stands before CSV
	filters       map[string]engine.Filter
	implied       bool
}

// RegisterFormats are the forms in which the register can be had.
var RegisterFormats = []string{"json", "ndjson", "csv", "markdown"}

// registerPerPage is how many lines a page has: the register is read more than
// searched.
const registerPerPage = 50

// ReadRegister checks the values of an address of the register.
func (x Snapshot) ReadRegister(values url.Values, strict bool) (Register, error) {
	p := Read(values)
	if strict {
		p.Only(RegisterParams...)
	}
	q := Register{
		Address: NewAddressOf(RegisterParams, values),
		Query:   query.Parse(p.Get(ParamQuery)),
		List:    p.OneOf(ParamList, ListCommitments, ListExpectations),
		implied: p.OneOf(ParamInclude, "", "implied") == "implied",
		Sort:    p.OneOf(ParamSort, SortReading, SortDeadline, SortAmount),
		Page:    p.Number(ParamPage, 1, 1, maxDepth),
		PerPage: p.Number(ParamPerPage, registerPerPage, 0, maxPerPage),
		filters: map[string]engine.Filter{},
	}
	p.OneOf(ParamFormat, RegisterFormats...)
	q.BOM = p.BOM()
	for _, f := range RegisterFields {
		x.readRegisterFilter(&q, p, f)
	}
	x.readRegisterFilter(&q, p, searchStrength)
	if f, ok := q.filters[schema.FacetCommitment]; ok {
		own := q.filters[ParamStrength]
		q.filters[ParamStrength] = engine.Filter{Any: append(own.Any, f.Any...), All: append(own.All, f.All...), Reject: append(own.Reject, f.Reject...)}
		delete(q.filters, schema.FacetCommitment)
	}
	return q, p.Err()
}

// readRegisterFilter reads the values of one filter with its prefixes.
func (x Snapshot) readRegisterFilter(q *Register, p *Values, f RegisterField) {
	read := func(name string) []string {
		values := slices.DeleteFunc(slices.Clone(p.values[name]), func(v string) bool { return v == "" })
		switch {
		case len(values) == 0:
		case f.own && q.List == ListExpectations:
			p.Wrong(name, "is for the list of commitments: leave out "+ParamList)
		case f.Name == ParamBy:
			for _, v := range values {
				if n, err := strconv.Atoi(v); err != nil || n < MinYear || n > MaxYear {
					p.Wrong(name, "must be a year of four digits")
				}
			}
		case f.closed:
			p.checkClosed(name, values, x.RegisterValues(f))
		}
		return values
	}
	filter := engine.Filter{Any: read(f.Name), All: read(PrefixAll + f.Name), Reject: read(PrefixReject + f.Name)}
	if len(filter.Any)+len(filter.All)+len(filter.Reject) > 0 {
		q.filters[f.Name] = filter
	}
}

var ActKindLabels = map[document.CommitmentKind]string{
	document.CommitmentAct: "Act", document.CommitmentFund: "Fund", document.CommitmentContinue: "Continue",
	document.CommitmentPublish: "Publish", document.CommitmentLegislate: "Legislate", document.CommitmentMeasure: "Measure",
}

// RegisterValues lists the values of a closed field in their natural order.
func (x Snapshot) RegisterValues(f RegisterField) []engine.FacetValue {
	var list []engine.FacetValue
	switch f.Name {
	case ParamActKind:
		for _, k := range document.CommitmentKinds {
			list = append(list, engine.FacetValue{Value: string(k), Label: ActKindLabels[k]})
		}
	case ParamStrength, schema.FacetCommitment:
		return x.Values(schema.FacetCommitment)
	case ParamWith:
		return []engine.FacetValue{{Value: WithDeadline, Label: "A deadline or period"}, {Value: WithMoney, Label: "A sum of money"}}
	case ParamBy:
	default:
		return x.Values(f.Name)
	}
	return list
}

// RegisterLabel names a value of a field.
func (x Snapshot) RegisterLabel(f RegisterField, value string) string {
	if f.Name == ParamActor {
		return x.ActorLabel(value)
	}
	if f.Name == ParamBy {
		return value
	}
	for _, v := range x.RegisterValues(f) {
		if v.Value == value {
			return v.Label
		}
	}
	return x.Label(f.Name, value)
}

// ActorLabel names an actor: an organisation, the government, or a class of bodies
// by the words of its slug.
func (x Snapshot) ActorLabel(slug string) string {
	if slug == document.ActorGovernment {
		return "The government"
	}
	if name := x.Label(schema.FacetOrganisation, slug); name != slug {
		return name
	}
	return Capitalise(withSpaces(slug))
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
