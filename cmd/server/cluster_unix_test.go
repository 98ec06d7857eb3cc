//go:build unix

package main

import (
	"io"
	"net/http"
	"os"
	"strings"
	"testing"
	"time"

	"socsearch/index"
	"socsearch/index/cluster/clustertest"
	"socsearch/index/local"
	"socsearch/sources"
)

// TestCluster serves from a cluster: it builds the index there, and takes another that
// is built into service; when the cluster dies it says so with 503 and nothing else, and
// when it is back answers as before.
func TestCluster(t *testing.T) {
	if os.Getenv("SOCSEARCH_LONG") == "" {
		t.Skip("runs for a minute and more: set SOCSEARCH_LONG=1")
	}
	nodes := clustertest.Start(t, 1)
	address, log := startServer(t, "-engine", "opensearch", "-opensearch-url", nodes.URLs()[0], "-opensearch-index", "test", "-reload-every", "100ms", "-request-timeout", "20s")
	const search = "/api/v1/search?q=county+lines&organisation=nca"
	want := get(t, address+search)
	for _, path := range []string{"/readyz", "/", "/?q=fraud", "/strategy/79", "/strategy/79-82", "/organisations", "/strategy", "/commitments", "/api/v1/resolve?ref=para+79", "/api/v1/suggest?q=org", search + "&format=csv"} {
		if status, body := fetch(t, address+path); status != http.StatusOK {
			t.Errorf("%s: %d\n%.300s", path, status, body)
		}
	}
	if body := get(t, address+"/metrics"); !strings.Contains(body, `socsearch_engine_nodes{state="up"} 1`) {
		t.Error("/metrics doesn't count the node")
	}
	corpus, err := sources.Load(sources.Embedded())
	if err != nil {
		t.Fatal(err)
	}
	home := index.Cluster{URLs: nodes.URLs(), Alias: "test"}
	if err := home.Build(t.Context(), corpus, local.OriginEmbedded); err != nil {
		t.Fatal(err)
	}
	waitFor(t, log, home.Current(t.Context()))
	if got := get(t, address+search); got != want {
		t.Errorf("after another build the answer is\n%.500s\nwant\n%.500s", got, want)
	}
	nodes.Kill(0)
	for _, path := range []string{"/readyz", "/?q=firearms", "/api/v1/search?q=firearms"} {
		if status, body := fetch(t, address+path); status != http.StatusServiceUnavailable {
			t.Errorf("with the cluster down %s: %d\n%.300s", path, status, body)
		}
	}
	nodes.Run(t, 0)
	nodes.Wait(t, "wait_for_status=yellow")
	const soon = 600
	for range soon {
		if status, _ := fetch(t, address+"/readyz"); status == http.StatusOK {
			break
		}
		time.Sleep(100 * time.Millisecond)
	}
	if got := get(t, address+search); !strings.Contains(got, `"total"`) {
		t.Errorf("with the cluster back the answer is\n%.500s", got)
	}
}

// fetch returns what is answered at an address.
func fetch(t *testing.T, url string) (status int, body string) {
	t.Helper()
	r, err := http.Get(url)
	if err != nil {
		t.Fatal(err)
	}
	defer r.Body.Close()
	data, err := io.ReadAll(r.Body)
	if err != nil {
		t.Fatal(err)
	}
	return r.StatusCode, string(data)
}
