package ask

import (
	"errors"
	"fmt"
	"maps"
	"net/url"
	"regexp"
	"slices"
	"strings"

	"socsearch/index"
	"socsearch/index/engine"
	"socsearch/index/query"
	"socsearch/index/schema"
	"socsearch/sources/cite"
	"socsearch/sources/resolve"
)

// The parameters of a search besides the filters, and what stands before a filter's
// name: the plain one asks for any of its values.
const (
	ParamQuery    = "q"
	ParamInclude  = "include"
	ParamMatch    = "match"
	ParamSynonyms = "synonyms"
	ParamMeaning  = "meaning"
	ParamNear     = "near"
	ParamSort     = "sort"
	ParamPage     = "page"
	ParamPerPage  = "per_page"
	ParamFormat   = "format"
	ParamFields   = "fields" // members of results
	ParamBOM      = "bom"    // before CSV

	PrefixAll    = "all_"
	PrefixReject = "reject_"
)

// The bounds of paging.
const (
	defaultPerPage = 20
	maxPerPage     = 500
	nearAlone      = 10      // passages near in meaning beside those of the first page
	maxDepth       = 100_000 // hits before the page: deeper pages cost memory and help nobody
)

// MaxExport bounds an export: more passages than that are a collection, not a
// result.
const MaxExport = 10_000

// SearchFormats are the forms in which results can be had; the first is the one
// without asking.
var SearchFormats = []string{"json", "ndjson", "atom", "csv", "ris", "bibtex", "csl-json", "markdown", "docx"}

// SearchParams lists every parameter of a search in the order in which they
// stand in an address.
var SearchParams = func() []string {
	names := []string{ParamQuery}
	for _, prefix := range []string{"", PrefixAll, PrefixReject} {
		for _, f := range schema.FacetFields {
			names = append(names, prefix+f.Name)
		}
	}
	return append(names, ParamInclude, ParamMatch, ParamSynonyms, ParamMeaning, ParamNear, ParamSort, ParamPage, ParamPerPage, ParamFormat, ParamStyle, ParamFields, ParamBOM)
}()

// Search is a search that a person asked for: the values as they stand in the
// address and what they mean.
type Search struct {
	Address Address
	Request index.Request
	Unknown []UnknownValue // what the filters name and the index hasn't
	// TypedFilters are filters that stood among the words: organisation:nca.
	TypedFilters []string
	Missing      string     // what a reference names and doesn't exist; "" for nothing
	Near         bool       // an export has what is near, too
	Style        cite.Style // of citations in exports; "" for none asked for
	Fields       []string   // the members of results to send; nil for all
	BOM          bool       // a byte order mark stands before CSV
}

// ReadSearch checks the values of an address. strict refuses parameters that
// are unknown.
func (x Snapshot) ReadSearch(values url.Values, strict bool) (Search, error) {
	p := Read(values)
	if strict {
		p.Only(SearchParams...)
	}
	unknown := x.readSlugs(p)
	text, filters := x.takeTypedFilters(p, p.Get(ParamQuery))
	s := Search{Address: NewAddress(p.values), Unknown: unknown, TypedFilters: filters}
	s.Request = index.Request{
		Query:   query.Parse(text),
		Filters: x.readFilters(p),
		Implied: p.OneOf(ParamInclude, "", "implied") == "implied",
		Exact:   p.OneOf(ParamMatch, "", "exact") == "exact",
		Plain:   p.OneOf(ParamSynonyms, "on", "off") == "off",

		WordsOnly: p.OneOf(ParamMeaning, "on", "off") == "off",
		NearAlone: nearAlone,

		Sort:    index.Sort(p.OneOf(ParamSort, string(index.SortRelevance), string(index.SortDocument))),
		Page:    p.Number(ParamPage, 1, 1, maxDepth),
		PerPage: p.Number(ParamPerPage, defaultPerPage, 0, maxPerPage),
	}
	p.OneOf(ParamFormat, SearchFormats...)
	s.Near = p.OneOf(ParamNear, "0", "1") == "1"
	s.Style = p.Style()
	s.Fields, s.BOM = p.List(ParamFields, ResultMembers), p.BOM()
	x.readReference(&s, text)
	if s.Request.Page*s.Request.PerPage > maxDepth {
		p.Wrong(ParamPage, fmt.Sprintf("must not go beyond %d results: narrow the search", maxDepth))
	}
	return s, p.Err()
}

// UnknownValue is a value of a filter that the index has nothing for.
type UnknownValue struct {
	Parameter string `json:"parameter"`
	Value     string `json:"value"`
	Nearest   string `json:"nearest"`
}

// says tells of the value in a sentence.
func (u UnknownValue) says() string {
	facet := strings.TrimPrefix(strings.TrimPrefix(u.Parameter, PrefixAll), PrefixReject)
	s := fmt.Sprintf("There is no %s “%s”", facet, u.Value)
	if u.Nearest != "" {
		s += fmt.Sprintf("; the nearest is “%s”", u.Nearest)
	}
	if strings.Contains(u.Value, ",") {
		s += " (for several, give the parameter several times)"
	}
	return s + "."
}

// readSlugs writes the values of filters as the index has them, without regard to
// case, and lists those that it hasn't.
func (x Snapshot) readSlugs(p *Values) []UnknownValue {
	p.values = maps.Clone(p.values) // the caller has the others
	var list []UnknownValue
	for _, f := range schema.FacetFields {
		for _, prefix := range []string{"", PrefixAll, PrefixReject} {
			name := prefix + f.Name
			p.values[name] = slices.Clone(p.values[name])
			for i, value := range p.values[name] {
				slug, unknown := x.Slug(f.Name, value)
				p.values[name][i] = slug
				if unknown != nil && value != "" {
					list = append(list, UnknownValue{name, unknown.Value, unknown.Nearest})
				}
			}
			if len(p.values[name]) == 0 {
				delete(p.values, name)
			}
		}
	}
	return list
}

// readReference looks whether a reference is asked for: then its passages are
// listed, and of one to what doesn't exist it is said what does.
func (x Snapshot) readReference(s *Search, text string) {
	found, err := x.Resolve(text)
	var missing *resolve.MissingError
	switch {
	case err == nil && found.Kind != resolve.KindDocument:
		s.Request.Places = append(found.Passages, found.Others...)
		s.Request.PlacesFirst = bareNumber.MatchString(text)
	case errors.As(err, &missing) && !missing.Bare && missing.Document != "":
		s.Missing = Capitalise(missing.Error()) + "."
		s.Request.Places = []string{nowhere}
	}
}

// bareNumber finds what may be a paragraph's number, or a number that stands in the
// text.
var bareNumber = regexp.MustCompile(`^\s*\d+\s*$`)

// nowhere is the id of no passage.
const nowhere = "-"

// readFilters reads the filters of every facet. The values of a closed facet must
// be among its own.
func (x Snapshot) readFilters(p *Values) engine.Filters {
	filters := engine.Filters{}
	for _, f := range schema.FacetFields {
		read := func(name string) []string {
			values := slices.DeleteFunc(slices.Clone(p.values[name]), func(v string) bool { return v == "" })
			if f.Closed && len(values) > 0 {
				p.checkClosed(name, values, x.Values(f.Name))
			}
			return values
		}
		filter := engine.Filter{Any: read(f.Name), All: read(PrefixAll + f.Name), Reject: read(PrefixReject + f.Name)}
		if len(filter.Any)+len(filter.All)+len(filter.Reject) > 0 {
			filters[f.Name] = filter
		}
	}
	return filters
}
