package web

import (
	"errors"
	"fmt"
	"maps"
	"net/http"
	"net/url"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"socsearch/index"
	"socsearch/index/query"
	"socsearch/sources/resolve"
)

// The parameters of a search besides the filters.
const (
	paramQuery    = "q"
	paramInclude  = "include"
	paramMatch    = "match"
	paramSynonyms = "synonyms"
	paramMeaning  = "meaning"
	paramNear     = "near"
	paramSort     = "sort"
	paramPage     = "page"
	paramPerPage  = "per_page"
	paramFormat   = "format"

	prefixAll    = "all_"
	prefixReject = "reject_"
)

// The bounds of paging.
const (
	defaultPerPage = 20
	maxPerPage     = 500
	nearAlone      = 10      // passages near in meaning beside those of the first page
	maxDepth       = 100_000 // hits before the page: deeper pages cost memory and help nobody
)

// searchParams lists every parameter of a search in the order in which they
// stand in an address.
var searchParams = func() []string {
	names := []string{paramQuery}
	for _, prefix := range []string{"", prefixAll, prefixReject} {
		for _, f := range index.FacetFields {
			names = append(names, prefix+f.Name)
		}
	}
	return append(names, paramInclude, paramMatch, paramSynonyms, paramMeaning, paramNear, paramSort, paramPage, paramPerPage, paramFormat)
}()

// search is a search that a person asked for: the values as they stand in the
// address and what they mean.
type search struct {
	address address
	request index.Request
	unknown []unknownValue
	missing string // what a reference names and doesn't exist; "" for nothing
	near    bool   // an export has what is near, too
}

// paramReader collects what is wrong with the values of an address.
type paramReader struct {
	values url.Values
	errors []fieldError
}

// readSearch checks the values of an address. strict refuses parameters that
// are unknown.
func readSearch(x *index.Index, values url.Values, strict bool) (search, error) {
	p := &paramReader{values: values}
	if strict {
		p.refuseUnknown(searchParams)
	}
	unknown := p.readSlugs(x)
	s := search{address: newAddress(p.values), unknown: unknown}
	s.request = index.Request{
		Query:   query.Parse(values.Get(paramQuery)),
		Filters: p.filters(x),
		Implied: p.oneOf(paramInclude, "", "implied") == "implied",
		Exact:   p.oneOf(paramMatch, "", "exact") == "exact",
		Plain:   p.oneOf(paramSynonyms, "on", "off") == "off",

		WordsOnly: p.oneOf(paramMeaning, "on", "off") == "off",
		NearAlone: nearAlone,

		Sort:    index.Sort(p.oneOf(paramSort, string(index.SortRelevance), string(index.SortDocument))),
		Page:    p.number(paramPage, 1, 1, maxDepth),
		PerPage: p.number(paramPerPage, defaultPerPage, 0, maxPerPage),
	}
	p.oneOf(paramFormat, formatNames()...)
	s.near = p.oneOf(paramNear, "0", "1") == "1"
	s.readReference(x, values.Get(paramQuery))
	if s.request.Page*s.request.PerPage > maxDepth {
		p.add(paramPage, fmt.Sprintf("must not go beyond %d results: narrow the search", maxDepth))
	}
	return s, p.error()
}

// unknownValue is a value of a filter that the index has nothing for.
type unknownValue struct {
	Parameter string `json:"parameter"`
	Value     string `json:"value"`
	Nearest   string `json:"nearest"`
}

// says tells of the value in a sentence.
func (u unknownValue) says() string {
	facet := strings.TrimPrefix(strings.TrimPrefix(u.Parameter, prefixAll), prefixReject)
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
func (p *paramReader) readSlugs(x *index.Index) []unknownValue {
	p.values = maps.Clone(p.values)
	var list []unknownValue
	for _, f := range index.FacetFields {
		for _, prefix := range []string{"", prefixAll, prefixReject} {
			name := prefix + f.Name
			p.values[name] = slices.Clone(p.values[name])
			for i, value := range p.values[name] {
				slug, unknown := x.Slug(f.Name, value)
				p.values[name][i] = slug
				if unknown != nil && value != "" {
					list = append(list, unknownValue{name, unknown.Value, unknown.Nearest})
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
func (s *search) readReference(x *index.Index, text string) {
	found, err := x.Resolve(text)
	var missing *resolve.MissingError
	switch {
	case err == nil && found.Kind != resolve.KindDocument:
		s.request.Places = append(found.Passages, found.Others...)
		s.request.PlacesFirst = bareNumber.MatchString(text)
	case errors.As(err, &missing) && !missing.Bare && missing.Document != "":
		s.missing = upperFirst(missing.Error()) + "."
		s.request.Places = []string{nowhere}
	}
}

// bareNumber finds what may be a paragraph's number, or a number that stands in the
// text.
var bareNumber = regexp.MustCompile(`^\s*\d+\s*$`)

// nowhere is the id of no passage.
const nowhere = "-"

func (p *paramReader) add(parameter, detail string) {
	p.errors = append(p.errors, fieldError{parameter, detail})
}

func (p *paramReader) error() error {
	if len(p.errors) == 0 {
		return nil
	}
	return &httpError{status: http.StatusBadRequest, title: "The request can’t be understood", detail: describeErrors(p.errors), fields: p.errors}
}

// checkQuery refuses a query string that can't be read whole: net/url would drop
// the pairs that it can't read, and with them a filter perhaps.
func checkQuery(raw string) error {
	if _, err := url.ParseQuery(raw); err == nil {
		return nil
	}
	p := &paramReader{}
	for _, pair := range strings.Split(raw, "&") {
		if _, err := url.ParseQuery(pair); err != nil {
			name, _, _ := strings.Cut(pair, "=")
			p.add(name, "can’t be decoded: write % as %25 and ; as %3B")
		}
	}
	return p.error()
}

func describeErrors(errors []fieldError) string {
	var parts []string
	for _, e := range errors {
		parts = append(parts, e.Parameter+" "+e.Detail)
	}
	return strings.Join(parts, "; ")
}

func (p *paramReader) refuseUnknown(known []string) {
	var unknown []string
	for name := range p.values {
		if !slices.Contains(known, name) {
			unknown = append(unknown, name)
		}
	}
	slices.Sort(unknown)
	for _, name := range unknown {
		p.add(name, "is no parameter of this address")
	}
}

// number reads a whole number within bounds.
func (p *paramReader) number(name string, fallback, low, high int) int {
	s := p.values.Get(name)
	if s == "" {
		return fallback
	}
	n, err := strconv.Atoi(s)
	if err != nil || n < low || n > high {
		p.add(name, fmt.Sprintf("must be %d to %d", low, high))
		return fallback
	}
	return n
}

// oneOf reads one of the allowed values; the first is the one without a value.
func (p *paramReader) oneOf(name string, allowed ...string) string {
	s := p.values.Get(name)
	if s == "" {
		return allowed[0]
	}
	if !slices.Contains(allowed, s) {
		p.add(name, "must be "+orList(allowed))
		return allowed[0]
	}
	return s
}

// filters reads the filters of every facet. The values of a closed facet must
// be among its own.
func (p *paramReader) filters(x *index.Index) index.Filters {
	filters := index.Filters{}
	for _, f := range index.FacetFields {
		read := func(name string) []string {
			values := slices.DeleteFunc(slices.Clone(p.values[name]), func(v string) bool { return v == "" })
			if f.Closed && len(values) > 0 {
				p.checkClosed(name, values, x.Values(f.Name))
			}
			return values
		}
		filter := index.Filter{Any: read(f.Name), All: read(prefixAll + f.Name), Reject: read(prefixReject + f.Name)}
		if len(filter.Any)+len(filter.All)+len(filter.Reject) > 0 {
			filters[f.Name] = filter
		}
	}
	return filters
}

func (p *paramReader) checkClosed(name string, values []string, known []index.FacetValue) {
	var allowed []string
	for _, v := range known {
		allowed = append(allowed, v.Value)
	}
	for _, v := range values {
		if !slices.Contains(allowed, v) {
			p.add(name, "must be "+orList(allowed))
		}
	}
}

// orList writes "a, b or c".
func orList(values []string) string {
	values = slices.DeleteFunc(slices.Clone(values), func(v string) bool { return v == "" })
	if len(values) < 2 {
		return strings.Join(values, "")
	}
	last := len(values) - 1
	return strings.Join(values[:last], ", ") + " or " + values[last]
}
