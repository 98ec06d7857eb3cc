package enginetest

import (
	"strings"

	"socsearch/index/engine"
	"socsearch/index/plan"
	"socsearch/index/schema"
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

// filters are filters of every kind.
func filters() []narrowing {
	return []narrowing{
		{nil, false},
		{engine.Filters{schema.FacetOrganisation: {Any: []string{"nca", "hmrc"}}}, false},
		{engine.Filters{schema.FacetOrganisation: {Any: []string{"home-office"}}}, true},
		{engine.Filters{schema.FacetOrganisation: {All: []string{"nca", "home-office"}}}, false},
		{engine.Filters{schema.FacetOrganisation: {Reject: []string{"nca"}}}, true},
		{engine.Filters{"objective": {Any: []string{"1", "3"}}, "threat": {Any: []string{"drugs", "fraud"}}}, false},
		{engine.Filters{"kind": {Any: []string{"paragraph", "box"}}, "strand": {Reject: []string{"pursue"}}}, false},
		{engine.Filters{"part": {Any: []string{"part-three"}}, schema.FacetCommitment: {Any: []string{"firm"}}}, false},
		{engine.Filters{schema.FacetDocument: {Any: []string{"roles"}}, "objective": {Any: []string{"2"}}}, false},
		{engine.Filters{schema.FacetDocument: {Any: []string{"no-such-document"}}}, false},
	}
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
	list := []string{
		"it", "the", "£3.6 million", "2018-19", "crim*", "non-exist*", "s*", "human traficking", "organized crime", `"drugs drugs"~3`, "xyzzy", "xyzzy plugh",
		"crime -crime", "-police", "NOT police", "drugs OR NOT police", "para:79", "para:70-90", "footnote:39", "heading:victims", "heading:(victims OR witnesses)",
		"(drugs OR firearms) AND police -prison", "anti-corr*", "cybercrime", "cyber crime", "cyber-crime", `"serious and organised crime"`, `"organised crime" drugs`,
		`"national crime agency"`, "NCA", "SARs", "what does the NCA do about fraud", "victims money laundering prison", "2018 serious organised crime strategy police",
	}
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
