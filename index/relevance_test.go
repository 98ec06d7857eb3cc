package index

import (
	"cmp"
	"context"
	"encoding/json"
	"flag"
	"fmt"
	"maps"
	"math"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"

	"socsearch/index/meaning"
	"socsearch/index/query"
)

var update = flag.Bool("update", false, "rewrite golden files")

// judged is a query with the passages that answer it: 3 is what was asked for,
// 2 is of use, 1 is on the subject. An id without its -2, -3 stands for any
// paragraph of that box or entry.
type judged struct {
	ID       string         `json:"id"`
	Category string         `json:"category"`
	Query    string         `json:"query"`
	Relevant map[string]int `json:"relevant"`
	Zero     []string       `json:"judged_zero"` // read, and of no use
}

// judgedSets are the files of judged queries, in the order in which they were
// made. The second has more questions, and names passages that are of no use.
var judgedSets = []string{"queries", "queries-2"}

// readJudged reads one of the sets.
func readJudged(t *testing.T, set string) []judged {
	t.Helper()
	data, err := os.ReadFile("testdata/" + set + ".json")
	if err != nil {
		t.Fatal(err)
	}
	var queries []judged
	if err := json.Unmarshal(data, &queries); err != nil {
		t.Fatal(err)
	}
	return queries
}

// judgedLater reads what was judged after the queries were made: passages among
// the first ten that nobody had read for the query. Those of the questions were
// first read by an engineer who knew their ranks; then a reader who built nothing
// of the ranking, and saw no ranks, read them again (having seen 63 of the 104
// grades), and the rest. Where the two differ the grade is the second reader's, and earlier_grade, which nothing reads,
// keeps the first's. The figures that count are those without.
func judgedLater(t *testing.T) map[string]judged {
	t.Helper()
	later := map[string]judged{}
	for _, q := range readJudged(t, "judged-later") {
		later[q.ID] = q
	}
	return later
}

// with returns a query with further judgements.
func (q judged) with(more judged) judged {
	q.Relevant, q.Zero = maps.Clone(q.Relevant), append(slices.Clone(q.Zero), more.Zero...)
	maps.Copy(q.Relevant, more.Relevant)
	return q
}

// cutoff is how far down a result list people look.
const cutoff = 10

// measures are what a ranking is worth.
type measures struct{ ndcg, recall, mrr float64 }

// TestRelevance measures the ranking over the judged queries and holds every
// wanted passage's rank against a golden file, so that a change in ranking reads
// as a difference. Run it with -v for the figures, with -update to accept the
// ranks.
func TestRelevance(t *testing.T) {
	x := openTestIndex(t)
	x.Encoder = meaning.NewEncoder()
	var golden strings.Builder
	categories, sets := figures{}, figures{}
	later, unjudged := judgedLater(t), 0
	for _, set := range judgedSets {
		for _, q := range readJudged(t, set) {
			ranked := rankBases(t, x, q)
			m := measure(ranked, q.Relevant)
			categories.add(q.Category, m)
			sets.add(set, m)
			sets.add("all", m)
			writeRanks(&golden, q, ranked, m)
			more := q.with(later[q.ID])
			sets.add("judged later", measure(ranked, more.Relevant))
			for _, id := range ranked[:min(cutoff, len(ranked))] {
				if _, judged := more.Relevant[id]; !judged && !slices.Contains(more.Zero, id) {
					unjudged++
				}
			}
		}
	}
	t.Logf("%-12s %3s  %6s  %6s  %6s", "", "n", "nDCG", "recall", "MRR")
	categories.log(t)
	sets.log(t)
	t.Logf("among the first %d nobody has judged %d passages", cutoff, unjudged)
	for c, rows := range categories {
		if m := mean(rows); len(rows) >= enoughQueries && m.ndcg < leastCategory {
			t.Errorf("%s: nDCG@%d %.3f, want %.2f", c, cutoff, m.ndcg, leastCategory)
		}
	}
	if m := mean(sets["all"]); m.ndcg < leastOverall {
		t.Errorf("nDCG@%d %.3f, want %.2f", cutoff, m.ndcg, leastOverall)
	}
	compareGolden(t, "testdata/ranks.golden", golden.String())
}

// What the ranking must reach: over all, and in each category of so many
// queries.
const leastOverall, leastCategory, enoughQueries = 0.92, 0.80, 5

// figures are measures of queries under a name.
type figures map[string][]measures

func (f figures) add(name string, m measures) { f[name] = append(f[name], m) }

func (f figures) log(t *testing.T) {
	t.Helper()
	for _, name := range sortedKeys(f) {
		m := mean(f[name])
		t.Logf("%-12s %3d  %6.3f  %6.3f  %6.3f", name, len(f[name]), m.ndcg, m.recall, m.mrr)
	}
}

func mean(rows []measures) measures {
	var all measures
	for _, m := range rows {
		all.ndcg += m.ndcg
		all.recall += m.recall
		all.mrr += m.mrr
	}
	n := float64(len(rows))
	return measures{all.ndcg / n, all.recall / n, all.mrr / n}
}

// rankBases searches and folds the results to their base ids at the best rank.
func rankBases(t *testing.T, x *Index, q judged) []string {
	t.Helper()
	results, err := x.Search(context.Background(), Request{Query: query.Parse(q.Query), Page: 1, PerPage: 100, NearAlone: mostByMeaning})
	if err != nil {
		t.Fatal(err)
	}
	var bases []string
	for _, h := range results.Hits {
		base := baseID(h.Passage.ID, q.Relevant)
		if !slices.Contains(bases, base) {
			bases = append(bases, base)
		}
	}
	return bases
}

// baseID takes off the -2 of a further paragraph of a box or entry.
func baseID(id string, relevant map[string]int) string {
	if _, judged := relevant[id]; judged {
		return id
	}
	i := strings.LastIndexByte(id, '-')
	if i < 0 || strings.Contains(id, "/figure-") || strings.Contains(id, "/foreword-") || strings.HasSuffix(id, "box-page-29") {
		return id
	}
	if _, err := strconv.Atoi(id[i+1:]); err != nil {
		return id
	}
	return id[:i]
}

func measure(ranked []string, relevant map[string]int) measures {
	gain := func(grade int) float64 { return math.Pow(2, float64(grade)) - 1 }
	discount := func(rank int) float64 { return 1 / math.Log2(float64(rank)+1) }
	var m measures
	var dcg, ideal float64
	found := 0
	for i, id := range ranked[:min(cutoff, len(ranked))] {
		grade := relevant[id]
		dcg += gain(grade) * discount(i+1)
		if grade > 0 {
			found++
			if m.mrr == 0 {
				m.mrr = 1 / float64(i+1)
			}
		}
	}
	grades := make([]int, 0, len(relevant))
	for _, g := range relevant {
		grades = append(grades, g)
	}
	slices.SortFunc(grades, func(a, b int) int { return cmp.Compare(b, a) })
	for i, g := range grades[:min(cutoff, len(grades))] {
		ideal += gain(g) * discount(i+1)
	}
	m.ndcg = dcg / ideal
	m.recall = float64(found) / float64(min(cutoff, len(relevant)))
	return m
}

// writeRanks writes a query's wanted passages with their ranks, best grade
// first; "-" is not found.
func writeRanks(b *strings.Builder, q judged, ranked []string, m measures) {
	fmt.Fprintf(b, "%s %s: %s   nDCG@%d %.2f\n", q.ID, q.Category, q.Query, cutoff, m.ndcg)
	ids := sortedKeys(q.Relevant)
	slices.SortStableFunc(ids, func(a, c string) int { return cmp.Compare(q.Relevant[c], q.Relevant[a]) })
	for _, id := range ids {
		rank := "-"
		if i := slices.Index(ranked, id); i >= 0 {
			rank = strconv.Itoa(i + 1)
		}
		fmt.Fprintf(b, "  %3s  %d  %s\n", rank, q.Relevant[id], id)
	}
}

func sortedKeys[V any](m map[string]V) []string {
	keys := make([]string, 0, len(m))
	for k := range m {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	return keys
}

func compareGolden(t *testing.T, path, got string) {
	t.Helper()
	if *update {
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if string(want) != got {
		t.Errorf("%s is out of date: see what changed with\n\tgo test ./index -run %s -update && git diff %[1]s", path, t.Name())
	}
}
