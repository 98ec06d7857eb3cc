package web

import (
	"encoding/json"
	"flag"
	"fmt"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"regexp"
	"slices"
	"strconv"
	"testing"
	"time"
)

var update = flag.Bool("update", false, "measure the figures of the about page again and write them")

const figuresName = "figures.json"

// relevanceRow is the last row of the README's table of relevance.
var relevanceRow = regexp.MustCompile(`(?m)^\| all \| (\d+) \| ([\d.]+) \| ([\d.]+) \| ([\d.]+) \|$`)

// TestFigures compares the about page's figures of quality with the README's.
// With -update it takes them over and measures the speed.
func TestFigures(t *testing.T) {
	readme, err := os.ReadFile("../../../README.md")
	if err != nil {
		t.Fatal(err)
	}
	row := relevanceRow.FindStringSubmatch(string(readme))
	if row == nil {
		t.Fatal("the README has no table of relevance")
	}
	var have figures
	if err := json.Unmarshal(figuresFile, &have); err != nil {
		t.Fatal(err)
	}
	want := have
	want.Queries, _ = strconv.Atoi(row[1])
	want.NDCG, want.Recall, want.MRR = row[2], row[3], row[4]
	if *update {
		want.Fingerprint = fingerprint(t)
		want.Median, want.Slow = measure(t)
		data, err := json.MarshalIndent(want, "", "  ")
		if err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(figuresName, append(data, '\n'), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	if have.Queries != want.Queries || have.NDCG != want.NDCG || have.Recall != want.Recall || have.MRR != want.MRR {
		t.Errorf("%s has %+v, the README %v: run go test ./cmd/server/web -run Figures -update", figuresName, have, row[1:])
	}
}

func fingerprint(t *testing.T) string {
	w := httptest.NewRecorder()
	site(t).ServeHTTP(w, httptest.NewRequest(http.MethodGet, "/about", nil))
	found := regexp.MustCompile(`data-fingerprint="([0-9a-f]+)"`).FindStringSubmatch(w.Body.String())
	if found == nil {
		t.Fatal("the about page has no fingerprint")
	}
	return found[1]
}

// measure asks the judged queries of the API and times the answers, each made
// anew, without the network.
func measure(t *testing.T) (median, slow string) {
	var queries []struct{ Query string }
	for _, set := range []string{"queries", "queries-2"} {
		data, err := os.ReadFile("../../../index/testdata/" + set + ".json")
		if err != nil {
			t.Fatal(err)
		}
		var more []struct{ Query string }
		if err := json.Unmarshal(data, &more); err != nil {
			t.Fatal(err)
		}
		queries = append(queries, more...)
	}
	var times []time.Duration
	const rounds = 5
	for round := range rounds {
		for _, q := range queries {
			address := fmt.Sprintf("/api/v1/search?per_page=%d&q=%s", 20+round, url.QueryEscape(q.Query)) // never the same: kept answers don't count
			started := time.Now()
			site(t).ServeHTTP(httptest.NewRecorder(), httptest.NewRequest(http.MethodGet, address, nil))
			times = append(times, time.Since(started))
		}
	}
	slices.Sort(times)
	ms := func(d time.Duration) string { return fmt.Sprintf("%.1f", float64(d.Microseconds())/1000) }
	return ms(times[len(times)/2]), ms(times[len(times)*95/100])
}

// TestHelpExamples runs every query of the help page: each must find something.
func TestHelpExamples(t *testing.T) {
	for _, e := range helpExamples {
		w := httptest.NewRecorder()
		site(t).ServeHTTP(w, httptest.NewRequest(http.MethodGet, "/api/v1/search?per_page=1&q="+url.QueryEscape(e.Query), nil))
		var answer searchHead
		if err := json.Unmarshal(w.Body.Bytes(), &answer); err != nil || answer.Total == 0 {
			t.Errorf("%s: finds nothing: %v", e.Query, err)
		}
	}
}
