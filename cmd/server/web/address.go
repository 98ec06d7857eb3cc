package web

import (
	"net/url"
	"slices"
	"strconv"
	"strings"
)

// address is the query part of a search's address: known parameters with a
// value, in a fixed order, so that the same search has the same address.
type address struct {
	values url.Values
	names  []string // the parameters, in their order
}

func newAddress(values url.Values) address { return newAddressOf(searchParams, values) }

// newAddressOf makes an address of other parameters than those of a search.
func newAddressOf(names []string, values url.Values) address {
	a := address{url.Values{}, names}
	for _, name := range names {
		for _, v := range values[name] {
			if v != "" && !slices.Contains(a.values[name], v) {
				a.values.Add(name, v)
			}
		}
	}
	return a
}

func (a address) clone() address {
	c := url.Values{}
	for name, values := range a.values {
		c[name] = slices.Clone(values)
	}
	return address{c, a.names}
}

// without takes a value off and goes back to the first page.
func (a address) without(name, value string) address {
	c := a.clone()
	c.values.Del(paramPage)
	c.values[name] = slices.DeleteFunc(c.values[name], func(v string) bool { return v == value })
	return c
}

// set gives a parameter one value; "" takes it off.
func (a address) set(name, value string) address {
	c := a.clone()
	c.values.Set(name, value)
	if value == "" {
		c.values.Del(name)
	}
	return c
}

// page goes to a page.
func (a address) page(n int) address {
	if n <= 1 {
		return a.set(paramPage, "")
	}
	return a.set(paramPage, strconv.Itoa(n))
}

// String writes the address with its question mark; "" if it says nothing.
func (a address) String() string {
	var b strings.Builder
	for _, name := range a.names {
		for _, v := range a.values[name] {
			b.WriteByte("?&"[min(b.Len(), 1)])
			b.WriteString(url.QueryEscape(name) + "=" + url.QueryEscape(v))
		}
	}
	return b.String()
}

// queryAddress is the address of a page with the words of a search.
func queryAddress(q string) string {
	return newAddress(url.Values{paramQuery: {q}}).String()
}
