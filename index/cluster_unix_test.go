//go:build unix

package index

import (
	"context"
	"os"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"socsearch/index/cluster/clustertest"
	"socsearch/index/engine"
	"socsearch/index/generate"
	"socsearch/index/local"
	"socsearch/index/meaning"
	"socsearch/index/query"
	"socsearch/index/schema"
	"socsearch/sources/document"
)

// openCluster builds the index of the documents on a node and opens it.
func openCluster(t *testing.T) *Index {
	t.Helper()
	home := Cluster{URLs: clustertest.Start(t, 1).URLs(), Alias: "test"}
	c, err := corpus()
	must(t, err)
	must(t, home.Build(t.Context(), c, local.OriginEmbedded))
	x, err := home.Open(t.Context(), c.Hash)
	must(t, err)
	t.Cleanup(func() { x.Close() })
	return x
}

// TestClusterAnswersAlike searches for the judged queries in a cluster and in a folder,
// by words alone and by meaning, too: the same results with the same snippets and facets,
// and so of the same worth.
func TestClusterAnswersAlike(t *testing.T) {
	if os.Getenv("SOCSEARCH_LONG") == "" {
		t.Skip("runs for a minute and more: set SOCSEARCH_LONG=1")
	}
	far := openCluster(t)
	near := openTestIndex(t)
	if !far.hasVectors {
		t.Error("the cluster has no vectors")
	}
	for _, encoder := range []*meaning.Encoder{nil, meaning.NewEncoder()} {
		near.Encoder, far.Encoder = encoder, encoder
		compareJudged(t, near, far)
	}
	for _, text := range []string{"organised", "nca", "county", "serious and org"} {
		want, err := near.Suggest(t.Context(), text)
		must(t, err)
		got, err := far.Suggest(t.Context(), text)
		must(t, err)
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("Suggest(%q) (-folder +cluster):\n%s", text, diff)
		}
	}
	if diff := cmp.Diff(near.OrganisationList(), far.OrganisationList()); diff != "" {
		t.Errorf("organisations (-folder +cluster):\n%s", diff)
	}
}

// compareJudged searches for the judged queries in a folder and in a cluster.
func compareJudged(t *testing.T, near, far *Index) {
	var ours, theirs []measures
	alone := 0
	for _, set := range judgedSets {
		for _, q := range readJudged(t, set) {
			r := Request{Query: query.Parse(q.Query), Page: 1, PerPage: 20, Everywhere: true, NearAlone: mostByMeaning}
			want, err := near.Search(t.Context(), r)
			must(t, err)
			got, err := far.Search(t.Context(), r)
			must(t, err)
			if diff := cmp.Diff(want, got, cmpopts.EquateApprox(1e-3, 0), cmpopts.EquateEmpty(), cmpopts.EquateComparable(document.Number{})); diff != "" {
				t.Errorf("%q (-folder +cluster):\n%.2000s", q.Query, diff)
			}
			ours = append(ours, measure(rankBases(t, far, q), q.Relevant))
			theirs = append(theirs, measure(rankBases(t, near, q), q.Relevant))
			alone += got.ByMeaning
		}
	}
	const most = 0.005
	a, b := mean(ours).ndcg, mean(theirs).ndcg
	t.Logf("nDCG in the cluster %.4f, in the folder %.4f; %d passages by meaning alone", a, b, alone)
	if a < b-most {
		t.Errorf("nDCG is %.3f in the cluster, %.3f in the folder", a, b)
	}
	if far.SearchesByMeaning() != (alone > 0) {
		t.Errorf("%d passages were found by meaning alone", alone)
	}
}

// TestClusterLarge compares totals, facets and the first ten over 100,000 passages, and tells
// how long either takes.
func TestClusterLarge(t *testing.T) {
	if os.Getenv("SOCSEARCH_LONG") == "" {
		t.Skip("runs for minutes: set SOCSEARCH_LONG=1")
	}
	const size = 100_000
	own, err := corpus()
	must(t, err)
	large := *own
	large.Passages = nil
	for p := range generate.Passages(own.Passages, size) {
		large.Passages = append(large.Passages, *p)
	}
	homes := []Home{Folder(filepath.Join(t.TempDir(), "index")), Cluster{URLs: clustertest.Start(t, 1).URLs(), Alias: "test"}}
	var indexes []*Index
	for _, home := range homes {
		started := time.Now()
		must(t, home.Build(t.Context(), &large, local.OriginEmbedded, local.WithMeaning(local.MeaningOff)))
		t.Logf("%s: built in %v", home, time.Since(started).Round(time.Second))
		x, err := home.Open(t.Context(), own.Hash)
		must(t, err)
		defer x.Close()
		indexes = append(indexes, x)
	}
	times := make([][]time.Duration, len(homes))
	places, shared := 0, 0
	for i, q := range readJudged(t, judgedSets[0]) {
		r := Request{Query: query.Parse(q.Query), Page: 1, PerPage: 10}
		if i%3 == 1 {
			r.Filters = engine.Filters{schema.FacetOrganisation: {Any: []string{own.Gazetteer.Organisations[0].Slug}}, "objective": {Any: []string{"1"}}}
		}
		var found []*Results
		for n, x := range indexes {
			started := time.Now()
			f, err := x.Search(context.Background(), r)
			must(t, err)
			times[n] = append(times[n], time.Since(started))
			found = append(found, f)
		}
		if found[0].Total != found[1].Total || found[0].Whole != found[1].Whole || !cmp.Equal(found[0].Facets, found[1].Facets, cmpopts.EquateEmpty()) {
			t.Errorf("%q: %d passages in the folder, %d in the cluster, or other facets", q.Query, found[0].Total, found[1].Total)
		}
		both := 0
		for _, h := range found[0].Hits {
			if slices.ContainsFunc(found[1].Hits, func(o Hit) bool { return o.Passage.ID == h.Passage.ID }) {
				both++
			}
		}
		if places, shared = places+len(found[0].Hits), shared+both; both < len(found[0].Hits) {
			t.Logf("%q: %d of the first %d are shared", q.Query, both, len(found[0].Hits))
		}
	}
	for n, home := range homes {
		slices.Sort(times[n])
		t.Logf("%s: p50 %v, p95 %v", home, times[n][len(times[n])/2], times[n][len(times[n])*95/100])
	}
	t.Logf("%d of %d places among the first ten are shared", shared, places)
	const least = 0.95
	if float64(shared) < least*float64(places) {
		t.Errorf("%d of %d places among the first ten are shared", shared, places)
	}
}
