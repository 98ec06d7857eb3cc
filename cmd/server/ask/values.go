package ask

import (
	"fmt"
	"maps"
	"net/url"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"socsearch/index/engine"
)

// Values are the raw values of an address. They collect what is wrong with them:
// who reads them asks [Values.Err] at the end.
type Values struct {
	values url.Values
	errors []FieldError
}

// Read begins to read the values of an address.
func Read(values url.Values) *Values { return &Values{values: values} }

// Get returns the value of a parameter that takes one; "" where there is none. One
// that is given several times is wrong: none of its values is what was meant.
func (p *Values) Get(name string) string {
	if len(p.values[name]) > 1 {
		p.Wrong(name, "takes one value")
	}
	return p.values.Get(name)
}

// All returns the values of a parameter.
func (p *Values) All(name string) []string { return p.values[name] }

// Names returns the names of all parameters.
func (p *Values) Names() []string { return slices.Sorted(maps.Keys(p.values)) }

// Wrong notes what is wrong with a parameter, the same once.
func (p *Values) Wrong(parameter, detail string) {
	if wrong := (FieldError{parameter, detail}); !slices.Contains(p.errors, wrong) {
		p.errors = append(p.errors, wrong)
	}
}

// Err returns all that is wrong; nil if nothing is.
func (p *Values) Err() error {
	if len(p.errors) == 0 {
		return nil
	}
	return &Error{Title: "The request can’t be understood", Detail: describeErrors(p.errors), Fields: p.errors}
}

// CheckQuery refuses a query string that can't be read whole: net/url would drop
// the pairs that it can't read, and with them a filter perhaps; and what isn't UTF-8
// would be searched for as something else.
func CheckQuery(raw string) error {
	if values, err := url.ParseQuery(raw); err == nil && isUTF8(values) {
		return nil
	}
	p := &Values{}
	for _, pair := range strings.Split(raw, "&") {
		name, _, _ := strings.Cut(pair, "=")
		name = strings.ToValidUTF8(name, "\uFFFD")
		switch values, err := url.ParseQuery(pair); {
		case err != nil:
			p.Wrong(name, "can’t be decoded: write % as %25 and ; as %3B")
		case !isUTF8(values):
			p.Wrong(name, "isn’t UTF-8: encode it so before it is escaped")
		}
	}
	return p.Err()
}

func isUTF8(values url.Values) bool {
	for name, list := range values {
		if !utf8.ValidString(name) || slices.ContainsFunc(list, func(v string) bool { return !utf8.ValidString(v) }) {
			return false
		}
	}
	return true
}

// Only refuses parameters besides those that are known, and names these.
func (p *Values) Only(known ...string) {
	takes := "takes none"
	if len(known) > 0 {
		takes = "takes " + strings.Join(known, ", ")
	}
	var unknown []string
	for name := range p.values {
		if !slices.Contains(known, name) {
			unknown = append(unknown, name)
		}
	}
	slices.Sort(unknown)
	for _, name := range unknown {
		p.Wrong(name, "is no parameter of this address, which "+takes)
	}
}

// Number reads a whole number within bounds.
func (p *Values) Number(name string, fallback, low, high int) int {
	s := p.Get(name)
	if s == "" {
		return fallback
	}
	n, err := strconv.Atoi(s)
	if err != nil || n < low || n > high {
		p.Wrong(name, fmt.Sprintf("must be %d to %d", low, high))
		return fallback
	}
	return n
}

// OneOf reads one of the allowed values; the first is the one without a value.
func (p *Values) OneOf(name string, allowed ...string) string {
	s := p.Get(name)
	if s == "" {
		return allowed[0]
	}
	if !slices.Contains(allowed, s) {
		p.Wrong(name, "must be "+orList(allowed))
		return allowed[0]
	}
	return s
}

func (p *Values) checkClosed(name string, values []string, known []engine.FacetValue) {
	var allowed []string
	for _, v := range known {
		allowed = append(allowed, v.Value)
	}
	for _, v := range values {
		if !slices.Contains(allowed, v) {
			p.Wrong(name, "must be "+orList(allowed))
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

// List reads a list of the allowed values with commas between them, or given one by
// one; nil where there is none.
func (p *Values) List(name string, allowed []string) []string {
	var list []string
	for _, v := range strings.Split(strings.Join(p.values[name], ","), ",") {
		switch v = strings.TrimSpace(v); {
		case v == "" || slices.Contains(list, v):
		case !slices.Contains(allowed, v):
			p.Wrong(name, "has “"+v+"”, and must be of "+strings.Join(allowed, ", "))
		default:
			list = append(list, v)
		}
	}
	return list
}
