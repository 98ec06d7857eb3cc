//go:build unix

package main

import (
	"context"
	"encoding/json"
	"encoding/pem"
	"fmt"
	"io"
	"log"
	"math/rand/v2"
	"net/http"
	"net/http/httptest"
	"net/http/httputil"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"socsearch/index/cluster/clustertest"
)

// comparison asks a server on a cluster and one on a folder the same.
type comparison struct {
	cluster, folder    string // addresses
	same, hostile, bad atomic.Int64
	mu                 sync.Mutex
	firstBad           string
}

// answer is what two servers must agree on.
type answer struct {
	Total   int
	Results []struct {
		ID      string
		Snippet any
	}
	Facets any
}

// load asks from several sides, every fifth time for something hostile, until stop is
// called. What is asked for is new each time: an answer that is kept needs no cluster.
func (c *comparison) load(seed uint64) (stop func()) {
	ctx, cancel := context.WithCancel(context.Background())
	var sides sync.WaitGroup
	const many = 3
	for side := range many {
		random := rand.New(rand.NewPCG(seed, uint64(side)))
		sides.Go(func() {
			for ctx.Err() == nil {
				if random.IntN(5) == 0 {
					c.askHostile(hostile[random.IntN(len(hostile))])
					continue
				}
				words := topics[random.IntN(len(topics))] + " " + topics[random.IntN(len(topics))]
				c.ask(fmt.Sprintf("/api/v1/search?meaning=off&q=%s&objective=%d&page=%d&per_page=%d", url.QueryEscape(words), 1+random.IntN(4), 1+random.IntN(2), 1+random.IntN(60)))
			}
		})
	}
	return func() { cancel(); sides.Wait() }
}

func (c *comparison) ask(path string) {
	var got, want answer
	status, err := decode(c.cluster+path, &got)
	if err != nil || status != http.StatusOK {
		c.note("%s: %d, %v", path, status, err)
		return
	}
	if _, err := decode(c.folder+path, &want); err != nil {
		c.note("%s: %v", path, err)
		return
	}
	if diff := cmp.Diff(want, got); diff != "" {
		c.note("%s (-folder +cluster):\n%.1000s", path, diff)
		return
	}
	c.same.Add(1)
}

func (c *comparison) askHostile(path string) {
	status, err := decode(c.cluster+path, nil)
	if err != nil || status >= http.StatusInternalServerError {
		c.note("%.200s: %d, %v", path, status, err)
		return
	}
	c.hostile.Add(1)
}

func (c *comparison) note(format string, args ...any) {
	c.bad.Add(1)
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.firstBad == "" {
		c.firstBad = fmt.Sprintf(format, args...)
	}
}

// check tells what was asked so far, and fails if anything was answered wrong.
func (c *comparison) check(t *testing.T, when string) {
	t.Helper()
	t.Logf("%s: %d answers as the folder's, %d to hostile requests, %d bad", when, c.same.Swap(0), c.hostile.Swap(0), c.bad.Load())
	if c.bad.Swap(0) > 0 {
		t.Errorf("%s, the first of the bad: %s", when, c.firstBad)
	}
}

// decode reads an answer; into is nil for any.
func decode(url string, into any) (status int, err error) {
	r, err := http.Get(url)
	if err != nil {
		return 0, err
	}
	defer r.Body.Close()
	if into == nil || r.StatusCode != http.StatusOK {
		return r.StatusCode, nil
	}
	return r.StatusCode, json.NewDecoder(r.Body).Decode(into)
}

// TestNodeDies serves from three nodes, 3 shards with a replica each, under load with
// every answer compared with a folder's: each node in turn is killed and comes back, and
// nobody notices. Then all are killed: 503 and nothing else, and when they are back the
// server answers without a restart.
func TestNodeDies(t *testing.T) {
	nodes := clustertest.Start(t, 3)
	c := &comparison{}
	c.cluster, _ = startServer(t, "-engine", "opensearch", "-opensearch-url", strings.Join(nodes.URLs(), ","), "-opensearch-index", "test",
		"-opensearch-shards", "3", "-opensearch-replicas", "1", "-request-timeout", "20s", "-rate", "0")
	c.folder, _ = startServer(t, "-index", filepath.Join(t.TempDir(), "index"), "-rate", "0")
	nodes.Wait(t, "wait_for_status=green&wait_for_nodes=3")
	for i := range 3 {
		stop := c.load(uint64(i))
		time.Sleep(2 * time.Second)
		c.check(t, "three nodes")
		nodes.Kill(i)
		time.Sleep(8 * time.Second)
		c.check(t, fmt.Sprintf("node %d killed", i+1))
		nodes.Run(t, i)
		nodes.Wait(t, "wait_for_status=green&wait_for_nodes=3")
		stop()
		c.check(t, "green again")
	}
	for i := range 3 {
		t.Logf("node %d takes %d MB", i+1, nodes.Memory(t, i)>>20)
	}
	for i := range 3 {
		nodes.Kill(i)
	}
	for _, path := range []string{"/readyz", "/?q=firearms", "/api/v1/search?q=firearms", "/strategy/81", "/organisations/nca"} {
		started := time.Now()
		if status, body := fetch(t, c.cluster+path); status != http.StatusServiceUnavailable || time.Since(started) > 10*time.Second {
			t.Errorf("with every node killed %s: %d after %v\n%.300s", path, status, time.Since(started), body)
		}
	}
	for i := range 3 {
		nodes.Run(t, i)
	}
	nodes.Wait(t, "wait_for_status=green&wait_for_nodes=3")
	for started := time.Now(); ; time.Sleep(100 * time.Millisecond) {
		if status, _ := decode(c.cluster+"/readyz", nil); status == http.StatusOK {
			t.Logf("ready %v after the cluster was green", time.Since(started).Round(100*time.Millisecond))
			break
		}
		if time.Since(started) > time.Minute {
			t.Fatal("the server isn't ready a minute after the cluster was green")
		}
	}
	stop := c.load(9)
	time.Sleep(3 * time.Second)
	stop()
	c.check(t, "every node back")
}

const secretEnv = "SOCSEARCH_TEST_CLUSTER" // the address of a cluster over TLS, for TestClusterOverTLS alone

// TestClusterOverTLS talks to a node behind a proxy that speaks TLS and wants a
// password: both come from the environment, and neither is logged.
func TestClusterOverTLS(t *testing.T) {
	const user, password = "reader", "correct horse"
	if address := os.Getenv(secretEnv); address != "" {
		server, logged := startServer(t, "-engine", "opensearch", "-opensearch-url", address, "-opensearch-index", "test")
		if body := get(t, server+"/api/v1/search?q=county+lines&per_page=0"); !strings.Contains(body, `"total"`) {
			t.Errorf("over TLS the answer is %.300s", body)
		}
		if strings.Contains(logged.String(), password) {
			t.Error("the log holds the password")
		}
		return
	}
	node, err := url.Parse(clustertest.Start(t, 1).URLs()[0])
	if err != nil {
		t.Fatal(err)
	}
	proxy := httputil.NewSingleHostReverseProxy(node)
	front := httptest.NewUnstartedServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if u, p, _ := r.BasicAuth(); u != user || p != password {
			w.WriteHeader(http.StatusUnauthorized)
			return
		}
		r.Header.Del("Authorization")
		proxy.ServeHTTP(w, r)
	}))
	front.Config.ErrorLog = log.New(io.Discard, "", 0)
	front.StartTLS()
	defer front.Close()
	trusted := filepath.Join(t.TempDir(), "front.pem")
	if err := os.WriteFile(trusted, pem.EncodeToMemory(&pem.Block{Type: "CERTIFICATE", Bytes: front.Certificate().Raw}), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, test := range []struct {
		name, trusted, password string
		works                   bool
	}{{"trusted", trusted, password, true}, {"another password", trusted, "wrong", false}, {"a certificate that nobody trusts", os.DevNull, password, false}} {
		patient, done := context.WithTimeout(t.Context(), time.Minute)
		if !test.works { // the server asks and asks again
			patient, done = context.WithTimeout(t.Context(), 5*time.Second)
		}
		defer done()
		child := exec.CommandContext(patient, os.Args[0], "-test.run=^TestClusterOverTLS$", "-test.v")
		child.Env = append(os.Environ(), secretEnv+"="+front.URL, "SSL_CERT_FILE="+test.trusted, "SSL_CERT_DIR="+os.DevNull, "OPENSEARCH_USERNAME="+user, "OPENSEARCH_PASSWORD="+test.password)
		out, err := child.CombinedOutput()
		if (err == nil) != test.works {
			t.Errorf("%s: %v\n%.2000s", test.name, err, out)
		}
		if strings.Contains(string(out), test.password) {
			t.Errorf("%s: the password is printed:\n%.2000s", test.name, out)
		}
	}
}
