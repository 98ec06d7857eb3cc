package index

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"

	"socsearch/index/engine"
	"socsearch/index/local"
	"socsearch/index/query"
	"socsearch/index/schema"
	"socsearch/sources"
)

var corpus = sync.OnceValues(func() (*sources.Corpus, error) { return sources.Load(sources.Embedded()) })

// buildTestIndex builds the index of the documents in a temporary folder.
func buildTestIndex(t testing.TB) (dir, hash string) {
	t.Helper()
	c, err := corpus()
	if err != nil {
		t.Fatal(err)
	}
	dir = filepath.Join(t.TempDir(), "index")
	if err := local.Build(context.Background(), dir, c, local.OriginEmbedded); err != nil {
		t.Fatal(err)
	}
	return dir, c.Hash
}

func openTestIndex(t testing.TB) *Index {
	t.Helper()
	x, err := Open(buildTestIndex(t))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { x.Close() })
	return x
}

func searchIDs(t *testing.T, x *Index, r Request) []string {
	t.Helper()
	if r.Page == 0 {
		r.Page, r.PerPage = 1, 500
	}
	results, err := x.Search(context.Background(), r)
	if err != nil {
		t.Fatal(err)
	}
	var ids []string
	for _, h := range results.Hits {
		ids = append(ids, h.Passage.ID)
	}
	return ids
}

// TestFind checks what is found, as somebody who has read the documents would
// expect it.
func TestFind(t *testing.T) {
	x := openTestIndex(t)
	tests := []struct {
		q     string
		exact bool
		want  []string // among the results
		not   []string // not among them
		total int      // -1: any
	}{
		{`"county lines"`, false, []string{"strategy/9", "strategy/21", "strategy/101", "strategy/156", "strategy/box-operation-guardian"}, nil, 7},
		{"“No safe space”", false, []string{"strategy/foreword-2", "strategy/5", "strategy/33", "strategy/122", "strategy/figure-2"}, nil, 5},
		{"prosecutes", false, []string{"strategy/45", "strategy/annex-cps"}, nil, -1},
		{"prosecutes", true, []string{"strategy/45", "strategy/annex-cps"}, []string{"strategy/34"}, -1},
		{"anticorruption", false, []string{"strategy/113", "strategy/114"}, nil, -1},
		{"anti-corruption", false, []string{"strategy/113", "strategy/114"}, nil, -1},
		{`"anti corruption"`, false, []string{"strategy/113", "strategy/114"}, []string{"strategy/27"}, -1},
		{"£3.6 million", false, []string{"strategy/44", "strategy/box-firearms-and-drugs-4"}, nil, 2},
		{"3,000 accounts", false, []string{"strategy/66", "strategy/box-joint-money-laundering-intelligence-taskforce-4"}, nil, -1},
		{"2018-19", false, []string{"strategy/69", "strategy/box-action-fraud-2"}, nil, -1},
		{"NCA’s", false, []string{"strategy/80", "strategy/207"}, nil, -1},
		{"nca's", false, []string{"strategy/80", "strategy/207"}, nil, -1},
		{"ROCU", false, []string{"strategy/42", "strategy/160"}, nil, -1},
		{"GAIN", false, []string{"strategy/85", "strategy/annex-gain", "roles/gain"}, []string{"strategy/114", "strategy/29"}, 3},
		{"£3.6m", false, []string{"strategy/44", "strategy/box-firearms-and-drugs-4"}, nil, 2},
		{"fentanyl OR zebra", false, []string{"strategy/20"}, nil, 1},
		{"cybercrime", false, []string{"strategy/26", "strategy/140"}, nil, -1},
		{"UWO", false, []string{"strategy/50", "strategy/68", "strategy/box-page-29-2"}, nil, -1},
		{"regional organised crime units", false, []string{"strategy/160", "strategy/42"}, nil, -1},
		{"modren slavery", false, []string{"strategy/177", "strategy/127"}, nil, -1},
		{"who runs Action Fraud", false, []string{"strategy/box-action-fraud", "strategy/121"}, nil, -1},
		{"knock-off goods", false, []string{"strategy/annex-ipo"}, nil, -1},
		{`"organized crime"`, false, nil, nil, 0},
		{"drugs AND firearms -NCA", false, []string{"strategy/3"}, []string{"strategy/box-firearms-and-drugs-2"}, -1},
		{"traffick*", false, []string{"strategy/128", "strategy/138"}, nil, -1},
		{"footnote:Falder", false, nil, nil, 0},
		{"footnote:UNODC", false, []string{"strategy/21"}, nil, 1},
		{"heading:witnesses", false, []string{"strategy/134", "strategy/122"}, nil, -1},
		{"para:79", false, []string{"strategy/79"}, nil, 1},
		{"para:79-82", false, []string{"strategy/79", "strategy/80", "strategy/81", "strategy/82"}, nil, 4},
		{`"mobile prisons"~9`, false, []string{"strategy/143"}, nil, -1},
		{"-crime", false, []string{"strategy/14"}, []string{"strategy/1"}, -1},
	}
	for _, test := range tests {
		got := searchIDs(t, x, Request{Query: query.Parse(test.q), Exact: test.exact})
		for _, id := range test.want {
			if !slices.Contains(got, id) {
				t.Errorf("search %q finds %v, want %s among it", test.q, got, id)
			}
		}
		for _, id := range test.not {
			if slices.Contains(got, id) {
				t.Errorf("search %q finds %s", test.q, id)
			}
		}
		if test.total >= 0 && len(got) != test.total {
			t.Errorf("search %q finds %d passages %v, want %d", test.q, len(got), got, test.total)
		}
	}
}

func TestEmptyQueryListsInReadingOrder(t *testing.T) {
	x := openTestIndex(t)
	got := searchIDs(t, x, Request{})
	c, _ := corpus()
	var want []string
	for _, p := range c.Passages {
		want = append(want, p.ID)
	}
	if !slices.Equal(got, want) {
		t.Errorf("an empty query lists %v", got)
	}
	second := searchIDs(t, x, Request{Page: 3, PerPage: 10})
	if !slices.Equal(second, want[20:30]) {
		t.Errorf("page 3 of 10 is %v, want %v", second, want[20:30])
	}
}

// TestFacets checks counts against counting the passages one by one.
func TestFacets(t *testing.T) {
	x := openTestIndex(t)
	c, _ := corpus()
	filters := engine.Filters{"organisation": {Any: []string{"nca", "hmrc"}}, "objective": {Any: []string{"1", "4"}}, "kind": {Reject: []string{"box"}}, "threat": {All: []string{"money-laundering"}}}
	results, err := x.Search(context.Background(), Request{Filters: filters, Page: 1, PerPage: 500})
	if err != nil {
		t.Fatal(err)
	}
	matches := func(i int, but string) bool {
		for _, f := range schema.FacetFields {
			have := f.Values(&c.Passages[i])
			has := func(v string) bool { return slices.Contains(have, v) }
			filter := filters[f.Name]
			if f.Name != but && len(filter.Any) > 0 && !slices.ContainsFunc(filter.Any, has) {
				return false
			}
			if slices.ContainsFunc(filter.Reject, has) || slices.ContainsFunc(filter.All, func(v string) bool { return !has(v) }) {
				return false
			}
		}
		return true
	}
	total := 0
	for i := range c.Passages {
		if matches(i, "") {
			total++
		}
	}
	if results.Total != total || total == 0 {
		t.Errorf("total is %d, counting gives %d", results.Total, total)
	}
	for fi, f := range schema.FacetFields {
		want, without := map[string]int{}, 0
		for i := range c.Passages {
			if !matches(i, f.Name) {
				continue
			}
			values := f.Values(&c.Passages[i])
			if len(values) == 0 {
				without++
			}
			for _, v := range values {
				want[v]++
			}
		}
		got := results.Facets[fi]
		if got.WithoutValue != without {
			t.Errorf("%s: %d without a value, counting gives %d", f.Name, got.WithoutValue, without)
		}
		for _, v := range got.Values {
			if v.Count != want[v.Value] {
				t.Errorf("%s=%s counts %d, counting gives %d", f.Name, v.Value, v.Count, want[v.Value])
			}
			delete(want, v.Value)
		}
		if len(want) > 0 {
			t.Errorf("%s lacks %v", f.Name, want)
		}
	}
}

func TestImpliedOrganisations(t *testing.T) {
	x := openTestIndex(t)
	filters := engine.Filters{schema.FacetOrganisation: {Any: []string{"home-office"}}}
	named := searchIDs(t, x, Request{Filters: filters})
	widened := searchIDs(t, x, Request{Filters: filters, Implied: true})
	if slices.Contains(named, "strategy/193") || !slices.Contains(widened, "strategy/193") {
		t.Error("strategy/193 names the Home Secretary: it must match the Home Office with implied organisations only")
	}
	if len(widened) <= len(named) {
		t.Errorf("implied organisations widen %d results to %d", len(named), len(widened))
	}
}

func TestSnippets(t *testing.T) {
	x := openTestIndex(t)
	tests := []struct{ q, id, want string }{
		{"county lines", "strategy/9", "such as <mark>county lines</mark> and firearms"},
		{"NCSC cyber", "strategy/44", "<mark>National Cyber Security Centre</mark> (<mark>NCSC</mark>)"},
		{"anticorruption", "strategy/113", "<mark>Anti-Corruption</mark> Strategy"},
		{"UNODC", "strategy/21", "New <mark>UNODC</mark> report"},
		{"Fire & Rescue", "strategy/68", "<mark>Fire &amp; Rescue</mark>"},
	}
	for _, test := range tests {
		results, err := x.Search(context.Background(), Request{Query: query.Parse(test.q), Page: 1, PerPage: 100})
		if err != nil {
			t.Fatal(err)
		}
		found := false
		for _, h := range results.Hits {
			if h.Passage.ID == test.id {
				found = true
				if !strings.Contains(h.Snippet.HTML, test.want) {
					t.Errorf("search %q quotes %s as %q, want %q in it", test.q, test.id, h.Snippet.HTML, test.want)
				}
			}
		}
		if !found {
			t.Errorf("search %q doesn't find %s", test.q, test.id)
		}
	}
}

// TestDamage checks that an index with anything wrong is not opened.
func TestDamage(t *testing.T) {
	tests := []struct {
		name  string
		spoil func(t *testing.T, generation string)
	}{
		{"flipped byte", func(t *testing.T, g string) { changeByte(t, glob(t, g, "store/store/*.zap")) }},
		{"cut file", func(t *testing.T, g string) { must(t, os.Truncate(glob(t, g, "store/store/root.bolt"), 100)) }},
		{"file gone", func(t *testing.T, g string) { must(t, os.Remove(filepath.Join(g, local.CatalogueName))) }},
		{"no manifest", func(t *testing.T, g string) { must(t, os.Remove(filepath.Join(g, local.ManifestName))) }},
		{"half a manifest", func(t *testing.T, g string) { must(t, os.Truncate(filepath.Join(g, local.ManifestName), 30)) }},
		{"current names nothing", func(t *testing.T, g string) {
			must(t, os.WriteFile(filepath.Join(g, "../current"), []byte("../../etc\n"), 0o644))
		}},
		{"other version", func(t *testing.T, g string) {
			path := filepath.Join(g, local.ManifestName)
			data, err := os.ReadFile(path)
			must(t, err)
			must(t, os.WriteFile(path, []byte(strings.Replace(string(data), fmt.Sprintf(`"format": %d`, local.FormatVersion), `"format": 0`, 1)), 0o644))
		}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			dir, hash := buildTestIndex(t)
			path, _, err := local.ReadCurrent(dir)
			must(t, err)
			test.spoil(t, path)
			if x, err := Open(dir, hash); err == nil {
				x.Close()
				t.Error("Open takes a damaged index")
			}
		})
	}
	t.Run("other documents", func(t *testing.T) {
		dir, _ := buildTestIndex(t)
		if x, err := Open(dir, "another hash"); err == nil {
			x.Close()
			t.Error("Open takes an index of other documents")
		}
	})
}

func must(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func glob(t *testing.T, dir, pattern string) string {
	t.Helper()
	names, err := filepath.Glob(filepath.Join(dir, pattern))
	if err != nil || len(names) == 0 {
		t.Fatalf("no %s in %s: %v", pattern, dir, err)
	}
	return names[0]
}

func changeByte(t *testing.T, path string) {
	t.Helper()
	data, err := os.ReadFile(path)
	must(t, err)
	data[len(data)/2] ^= 1
	must(t, os.WriteFile(path, data, 0o644))
}
