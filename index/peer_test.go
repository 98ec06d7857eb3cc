package index

import (
	"testing"

	"github.com/blevesearch/bleve/v2"
	blevequery "github.com/blevesearch/bleve/v2/search/query"
	"github.com/google/go-cmp/cmp"

	"socsearch/index/query"
)

// TestFacetsAsBleveCounts holds totals and facets against those that bleve itself
// counts over the same store: for word forms, and under filters.
func TestFacetsAsBleveCounts(t *testing.T) {
	x := openTestIndex(t)
	for _, word := range []string{"", "firearms", "fraud", "crime", "prison", "encryption", "police", "zebra"} {
		for _, filters := range []map[string]string{nil, {"organisation": "nca"}, {"objective": "1"}, {"threat": "drugs", "document": "strategy"}, {"kind": "role"}} {
			r := Request{Query: query.Parse(word), Exact: true, Filters: Filters{}}
			all := []blevequery.Query{blevequery.NewMatchAllQuery()}
			if word != "" {
				all = append(all, inAnyField(word))
			}
			for field, value := range filters {
				r.Filters[field] = Filter{All: []string{value}}
				all = append(all, term(field, value))
			}
			got, err := x.Search(t.Context(), r)
			must(t, err)
			request := bleve.NewSearchRequestOptions(blevequery.NewConjunctionQuery(all), 0, 0, false)
			const most = 1_000 // values of a facet: more than there are
			for _, f := range FacetFields {
				request.AddFacet(f.Name, bleve.NewFacetRequest(f.Name, most))
			}
			want, err := x.store.index.Search(request)
			must(t, err)
			if got.Total != int(want.Total) {
				t.Errorf("%q under %v finds %d, bleve %d", word, filters, got.Total, want.Total)
			}
			if diff := cmp.Diff(bleveCounts(want), ourCounts(got)); diff != "" {
				t.Errorf("%q under %v (-bleve +ours):\n%s", word, filters, diff)
			}
		}
	}
}

// inAnyField finds a word form in any of the searched fields.
func inAnyField(word string) blevequery.Query {
	var fields []blevequery.Query
	for _, f := range searchedFields {
		fields = append(fields, term(f+exactSuffix, word))
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

func ourCounts(r *Results) map[string]counted {
	counts := map[string]counted{}
	for _, f := range r.Facets {
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
