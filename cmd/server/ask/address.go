package ask

import (
	"net/url"
	"slices"
	"strconv"
	"strings"
)

// Address is the query part of a search's address: known parameters with a
// value, in a fixed order, so that the same search has the same address.
type Address struct {
	values url.Values
	names  []string // the parameters, in their order
}

// NewAddress makes the address of a search of its values.
func NewAddress(values url.Values) Address { return NewAddressOf(SearchParams, values) }

// NewAddressOf makes an address of other parameters than those of a search.
func NewAddressOf(names []string, values url.Values) Address {
	a := Address{url.Values{}, names}
	for _, name := range names {
		for _, v := range values[name] {
			if v != "" && !slices.Contains(a.values[name], v) {
				a.values.Add(name, v)
			}
		}
	}
	return a
}

func (a Address) clone() Address {
	c := url.Values{}
	for name, values := range a.values {
		c[name] = slices.Clone(values)
	}
	return Address{c, a.names}
}

// Without takes a value off and goes back to the first page.
func (a Address) Without(name, value string) Address {
	c := a.clone()
	c.values.Del(ParamPage)
	c.values[name] = slices.DeleteFunc(c.values[name], func(v string) bool { return v == value })
	return c
}

// Set gives a parameter one value; "" takes it off.
func (a Address) Set(name, value string) Address {
	c := a.clone()
	c.values.Set(name, value)
	if value == "" {
		c.values.Del(name)
	}
	return c
}

// ToPage goes to a page.
func (a Address) ToPage(n int) Address {
	if n <= 1 {
		return a.Set(ParamPage, "")
	}
	return a.Set(ParamPage, strconv.Itoa(n))
}

// Values returns the values of a parameter.
func (a Address) Values(name string) []string { return a.values[name] }

// String writes the address with its question mark; "" if it says nothing.
func (a Address) String() string {
	var b strings.Builder
	for _, name := range a.names {
		for _, v := range a.values[name] {
			b.WriteByte("?&"[min(b.Len(), 1)])
			b.WriteString(url.QueryEscape(name) + "=" + url.QueryEscape(v))
		}
	}
	return b.String()
}

// QueryAddress is the address of a page with the words of a search.
func QueryAddress(q string) string {
	return NewAddress(url.Values{ParamQuery: {q}}).String()
}
