package enginetest

import (
	"embed"
	"encoding/json"
	"strings"

	"socsearch/index/engine"
	"socsearch/index/plan"
	"socsearch/sources"
)

// Case is a search by a text.
type Case struct {
	Query   string
	Options plan.Options
	Search  engine.Search // but for what the query asks
}

// narrowing is filters, and whether implied organisations count.
type narrowing struct {
	filters engine.Filters
	implied bool
}

//go:embed testdata
var data embed.FS

// filters are filters of every kind: a line of JSON for each.
func filters() []narrowing {
	list := []narrowing{{}}
	for _, line := range lines("testdata/filters.jsonl") {
		var n struct {
			Filters engine.Filters
			Implied bool
		}
		if err := json.Unmarshal([]byte(line), &n); err != nil {
			panic(err) // the file is ours
		}
		list = append(list, narrowing{n.Filters, n.Implied})
	}
	return list
}

func lines(name string) []string {
	text, err := data.ReadFile(name)
	if err != nil {
		panic(err) // it is embedded
	}
	return strings.Split(strings.TrimSpace(string(text)), "\n")
}

// Cases are searches of every kind that can be asked, at least 400, in the words of
// the texts; each with other filters than the one before, and of a few each page.
func Cases(c *sources.Corpus) []Case {
	const size = 10
	narrow := filters()
	var list []Case
	add := func(text string, o plan.Options) {
		n := narrow[len(list)%len(narrow)]
		s := engine.Search{Filters: n.filters, Implied: n.implied, Size: size, Everywhere: len(list)%3 == 0}
		switch len(list) % 7 {
		case 2:
			s.InOrder = true
		case 4:
			s.From = size
		case 5:
			s.Size = 0
		}
		list = append(list, Case{text, o, s})
	}
	for range narrow { // everything under each of the filters
		list = append(list, Case{"", plan.Options{}, engine.Search{Filters: narrow[len(list)].filters, Implied: narrow[len(list)].implied, Size: size, InOrder: true, From: len(list)}})
	}
	for _, q := range queries(c) {
		add(q, plan.Options{})
	}
	for i, q := range queries(c) {
		switch i % 8 {
		case 1:
			add(q, plan.Options{Exact: true})
		case 4:
			add(q, plan.Options{Plain: true})
		}
	}
	first, last := c.Passages[0].ID, c.Passages[len(c.Passages)-1].ID
	add("first and last", plan.Options{Places: []string{last, first, "no/such"}})
	add("79", plan.Options{Places: []string{last}, PlacesFirst: true})
	return list
}

// queries are texts of every kind of query.
func queries(c *sources.Corpus) []string {
	list := lines("testdata/queries.txt")
	for _, d := range c.Definitions {
		list = append(list, d.Abbreviation, d.Name)
	}
	const step = 9 // passages between those that queries are taken from
	for i := 0; i < len(c.Passages); i += step {
		w := strings.FieldsFunc(c.Passages[i].Text, func(r rune) bool { return strings.ContainsRune(" \n•“”\"()[]:*", r) })
		if len(w) < 8 {
			continue
		}
		a, b, d := w[len(w)/3], w[len(w)/2], w[len(w)-2]
		list = append(list, a, a+" "+b, `"`+strings.Join(w[2:5], " ")+`"`, a+" OR "+d, b+" AND "+d, a+" -"+d,
			`"`+a+" "+b+`"~8`, "heading:"+a, "footnote:"+b, "what is said of "+strings.Join(w[1:6], " ")+"?")
	}
	return list
}
