package local

import (
	"testing"

	"github.com/blevesearch/bleve/v2"
	blevequery "github.com/blevesearch/bleve/v2/search/query"
	"github.com/google/go-cmp/cmp"

	"socsearch/index/engine"
	"socsearch/index/match"
	"socsearch/index/plan"
	"socsearch/index/schema"
)

// TestFacetsAsBleveCounts holds totals and facets against those that bleve itself
// counts over the same store: for terms, and under filters.
func TestFacetsAsBleveCounts(t *testing.T) {
	x := openTestIndex(t)
	m := &match.Matcher{Lists: x.Lists, Fields: schema.Searched}
	for _, word := range []string{"", "firearm", "fraud", "crime", "prison", "encryption", "police", "zebra"} {
		for _, filters := range []map[string]string{nil, {"organisation": "nca"}, {"objective": "1"}, {"threat": "drugs", "document": "strategy"}, {"kind": "role"}} {
			narrow := engine.Filters{}
			all := []blevequery.Query{blevequery.NewMatchAllQuery()}
			found := m.Everything()
			if word != "" {
				all = append(all, inAnyField(word))
				form := plan.Leaf{Alternatives: []plan.Alternative{{Terms: []string{word}, Weight: 1}}}
				var err error
				found, err = m.Ranked(t.Context(), form, form)
				must(t, err)
			}
			for field, value := range filters {
				narrow[field] = engine.Filter{All: []string{value}}
				all = append(all, term(field, value))
			}
			got := x.Facets.Narrow(nil, m.Set(found), narrow, false)
			request := bleve.NewSearchRequestOptions(blevequery.NewConjunctionQuery(all), 0, 0, false)
			const most = 1_000 // values of a facet: more than there are
			for _, f := range schema.FacetFields {
				request.AddFacet(f.Name, bleve.NewFacetRequest(f.Name, most))
			}
			want, err := x.Store.index.Search(request)
			must(t, err)
			if got.Kept.Count() != int(want.Total) {
				t.Errorf("%q under %v finds %d, bleve %d", word, filters, got.Kept.Count(), want.Total)
			}
			if diff := cmp.Diff(bleveCounts(want), ourCounts(got.Counts())); diff != "" {
				t.Errorf("%q under %v (-bleve +ours):\n%s", word, filters, diff)
			}
		}
	}
}

// inAnyField finds a term in any of the searched fields.
func inAnyField(word string) blevequery.Query {
	var fields []blevequery.Query
	for _, f := range schema.Searched {
		fields = append(fields, term(f, word))
	}
	return blevequery.NewDisjunctionQuery(fields)
}

func term(field, value string) blevequery.Query {
	q := blevequery.NewTermQuery(value)
	q.SetField(field)
	return q
}

// counted is the counts of a facet by value, without zeros, and of the passages
// without a value.
type counted struct {
	Values  map[string]int
	Without int
}

func bleveCounts(r *bleve.SearchResult) map[string]counted {
	counts := map[string]counted{}
	for name, f := range r.Facets {
		c := counted{map[string]int{}, f.Missing}
		for _, v := range f.Terms.Terms() {
			c.Values[v.Term] = v.Count
		}
		counts[name] = c
	}
	return counts
}

func ourCounts(facets []engine.Facet) map[string]counted {
	counts := map[string]counted{}
	for _, f := range facets {
		c := counted{map[string]int{}, f.WithoutValue}
		for _, v := range f.Values {
			if v.Count > 0 {
				c.Values[v.Value] = v.Count
			}
		}
		counts[f.Name] = c
	}
	return counts
}
